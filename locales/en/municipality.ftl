### The municipal methodical centre and the organisations around it: numbers only.

menu-municipality = Organisations
municipality = Organisations of the municipality · { $year }
municipality-empty = No organisation has joined yet.
    Press “Invite”: a link for one organisation will come. Forward it to its curator, who will see which numbers you would get, and decide.
municipality-count = { $count ->
    [one] { $count } organisation has joined.
   *[other] { $count } organisations have joined.
}
municipality-numbers = Dates: { $done } of { $all } done, { $late } late, { $ahead } ahead.
    Pairs by order: { $pairs }, mentors in them: { $mentors }, mentees: { $mentees }.
    Questionnaires sent: { $questionnaires }.
municipality-changed = Since { $day }: organisations { $organisations }, done { $done }, late { $late }, pairs { $pairs }, questionnaires { $questionnaires }.
municipality-unchanged = Nothing has changed since { $day }.
municipality-line = { $number }. { $sign }{ $name } — { $all ->
    [0] no dates yet
   *[other] { $done } of { $all } done
}{ $late ->
    [0] {""}
   *[other] , { $late } late
}, pairs: { $pairs }
municipality-since = Since { $day }
municipality-gone = This organisation is no longer among yours.
button-municipality-invite = Invite →
button-municipality-table = Table (XLSX)
button-municipality-remove = Take out
municipality-remove = Take “{ $name }” out of the summary? You will stop seeing its numbers at once, and its curator will hear of it in the morning. It can come back by a new link.
button-municipality-remove-sure = Yes, take out
municipality-removed = “{ $name }” is no longer in the summary.
municipality-was-removed = The methodical centre “{ $name }” has taken your organisation out of its summary and no longer sees its numbers. Nothing else changes for you.
municipality-invited = The link will come below. It is for one organisation: make a new one for the next.
municipality-invitation = “{ $name }” invites your organisation to its summary of mentoring. The centre will see numbers only: no names, texts or files.
    A link for the curator; it works once and for 14 days:
    { $link }

# The summary as a file
municipality-table = Mentoring in organisations { $year }
municipality-handed = { $count ->
    [one] The summary is ready: { $count } organisation.
   *[other] The summary is ready: { $count } organisations.
}
municipality-column-name = Organisation
municipality-column-dates = Dates
municipality-column-done = Done
municipality-column-late = Late
municipality-column-ahead = Ahead
municipality-column-pairs = Pairs by order
municipality-column-mentors = Mentors
municipality-column-mentees = Mentees
municipality-column-questionnaires = Questionnaires
municipality-column-total = Total

# The organisation's side
municipality-for-curators = This link is for the curator of an organisation that works with the bot already. Forward it to the curator.
municipality-dead-link = This link has been used or is too old. Ask the methodical centre for a new one.
municipality-centre-cannot = This link is for schools, kindergartens and centres of additional education. A methodical centre cannot join another one.
municipality-already = Your organisation is in the summary of “{ $name }” already. To move to another one, leave this one first.
municipality-offer = “{ $name }” invites your organisation to its summary of mentoring.
municipality-sees = The centre will see numbers only. It will not see names, activities, answers, orders or files. You can leave any day in the settings.
municipality-now = This is what can be seen now:
button-municipality-join = Join →
municipality-joined = Done: your organisation is in the summary.
municipality-none = Your organisation is in no centre's summary. To join one, open the link that the centre sends.
button-municipality-membership = Methodical centre
button-municipality-leave = Leave the summary
municipality-leave = Leave the summary? The centre will stop seeing your numbers at once and will be told that you left. To come back you need a new link.
button-municipality-leave-sure = Yes, leave
municipality-left = You have left the summary. The centre does not see your numbers any more.
municipality-has-joined = A new organisation in the summary: { $name }.
municipality-has-left = An organisation has left the summary: { $name }. Its numbers are gone from it.
