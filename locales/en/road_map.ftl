### The road map: document, rows, terms, marks of completion, reminders.

menu-road-map = Road map
menu-my-rows = My activities

# The document
road-map-wanted = There is no road map for { $year } yet.
    Send it as a document (DOCX, XLSX, PDF, CSV or TXT) or paste its text here: I will read the stages, activities, terms and responsible people and show what I understood. Nothing starts before you have seen what I read and agreed.
    If there is no document, take the usual map of seven stages.
road-map-wanted-another = Send the new road map for { $year } as a document (DOCX, XLSX, PDF, CSV or TXT) or paste its text here. First I will show what I understood; the present map stays in force until you press "Replace".
button-road-map-template = Take the usual one
road-map-hint-photo = A picture cannot be read as a road map. Send a DOCX, XLSX or PDF document or paste the text here.
road-map-not-fetched = The file could not be fetched. Please send it again.
road-map-too-long = { $limit ->
    [one] The text has more than { $limit } character, more than any road map. Keep only the table and send it again.
   *[other] The text has more than { $limit } characters, more than any road map. Keep only the table and send it again.
}
road-map-too-many-rows = { $limit ->
    [one] The document has more than { $limit } row. Split it by school year and send the part you need.
   *[other] The document has more than { $limit } rows. Split it by school year and send the part you need.
}
road-map-no-rows = I found no row of a plan here. A table with activities and terms is needed: copy the whole of it, with the headings of its columns.
road-map-text-added = Added to what you sent before.

# What was read
road-map-source-file = File { $name }
road-map-source-typed = Text from the chat. If it did not fit one message, send the rest.
road-map-source-template = The usual map: it can be changed after loading.
road-map-read = { $understood ->
    [one] { $understood } row understood
   *[other] { $understood } rows understood
}, { $questions ->
    [0] no questions.
    [one] { $questions } question.
   *[other] { $questions } questions.
}
road-map-read-dates = { $dates ->
    [one] The school year gets { $dates } due day
   *[other] The school year gets { $dates } due days
}, { $undated ->
    [0] every row has one.
    [one] { $undated } row has none.
   *[other] { $undated } rows have none.
}
road-map-question-line = ⚠ { $number }. { $heading }: { $question }
road-map-questions-more = { $count ->
    [one] And { $count } more question.
   *[other] And { $count } more questions.
}
road-map-read-next = Look at the rows and load the map. Reminders begin only after loading.
button-road-map-read-rows = See the rows
button-road-map-other-file = Another file
button-road-map-load = Load
road-map-read-rows = What I have read. Press a number to see the whole row.
road-map-read-row-hint = The term and the people can be changed after loading.

# Loading
road-map-replace = This map is in force. { $open ->
    [one] { $open } due day is open
   *[other] { $open } due days are open
}, { $done ->
    [0] none is closed.
    [one] { $done } is closed.
   *[other] { $done } are closed.
}
    The new document replaces everything that is not done. What is done stays, with its orders and files.
button-road-map-replace = Replace
road-map-loaded = { $rows ->
    [one] The map is loaded: { $rows } row.
   *[other] The map is loaded: { $rows } rows.
}
road-map-loaded-asked = { $count ->
    [one] Settle { $count } row: until then there are no reminders of it.
   *[other] Settle { $count } rows: until then there are no reminders of them.
}

# The month
road-map-month = Road map · { $month }
road-map-month-empty = Nothing is due in this month.
road-map-progress = Done { $done } of { $all }
road-map-progress-week = Done { $done } of { $all }, due this week: { $week }
road-map-late-earlier = { $count ->
    [one] ❗ { $count } due day of earlier months is still open.
   *[other] ❗ { $count } due days of earlier months are still open.
}
road-map-asked = { $count ->
    [one] ⚠ { $count } row waits to be settled: "All rows".
   *[other] ⚠ { $count } rows wait to be settled: "All rows".
}
road-map-month-line = { $number }. { $sign } by { $day } · { $heading }
button-done = Done: { $number }
button-done-open = ✓ { $number }
button-road-map-rows = All rows
button-road-map-picture = As a picture
toast-picture = Drawing: the picture comes below.

# Rows
road-map-rows = { $count ->
    [one] All rows of the road map: { $count }. Press a number.
   *[other] All rows of the road map: { $count }. Press a number.
}
road-map-rows-asked = { $count ->
    [one] Settle { $count } row: press its number.
   *[other] Settle { $count } rows: press a number.
}
road-map-rows-asked-none = No questions are left: every row is clear.
road-map-rows-undated = Rows without a day. I do not remind of them; a term can be given at any time.
road-map-rows-undated-none = Every clear row has its days.
road-map-row-line = { $number }. { $sign }{ $heading } — { $term }
road-map-row-progress = done { $done } of { $all }
button-road-map-asked = ⚠ Questions: { $count }
button-road-map-undated = No day: { $count }
button-road-map-other-map = Load another
button-road-map-roll = Move to { $year }
road-map-over = { $count ->
    [one] The day of { $count } row is over: close the row if it is done, or give it a new term.
   *[other] The days of { $count } rows are over: close what is done and give the rest a new term.
}
road-map-rolled = { $count ->
    [one] The term of { $count } row is moved to { $year }.
   *[other] The terms of { $count } rows are moved to { $year }.
}
road-map-row-gone = This row is gone: it was taken out, or the whole road map was replaced.
road-map-row-changed = Somebody else has just changed this row. See what it looks like now.

# Terms in words
road-map-until = by { $day }
road-map-days = { $count ->
    [one] { $count } due day a year
   *[other] { $count } due days a year
}
road-map-no-term = no term
road-map-understood-one = by { $day }{ $moved }. I will remind 14 days and 3 days before, and on the day.
road-map-understood-many = { $count ->
    [one] { $count } due day, { $days }. I will remind in advance of each.
   *[other] { $count } due days, { $days }. I will remind in advance of each.
}
road-map-moved = { " " }(the document says { $day }, a day off)
due-today = today
due-tomorrow = tomorrow, { $day }
due-ahead = { $days ->
    [one] in { $days } day, { $day }
   *[other] in { $days } days, { $day }
}
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}

# Terms without a day, and other kinds
road-map-term-month = a month without days in this school year
road-map-term-month_range = a stretch without days in this school year
road-map-term-date = a day outside this school year
road-map-term-deadline = a term outside this school year
road-map-term-date_range = a stretch outside this school year
road-map-term-monthly = each month
road-map-term-weekly = each week: there are no reminders of it
road-map-term-quarterly = each quarter
road-map-term-n_per_year = several times a year
road-map-term-yearly = once a year
road-map-term-school_year = the whole school year, without a day of its own
road-map-term-year_round = the whole year, without a day of its own
road-map-term-continuous = always, without a day of its own
road-map-term-programme_end = when a pair's programme ends
road-map-term-on_demand = when it is needed
road-map-term-external_plan = by somebody else's plan: enter the day when it is known
road-map-term-season = a season without an exact day
road-map-term-half_year = half a year
road-map-term-multi_year = several years, without a day of its own
road-map-term-none = no day
road-map-term-other = the term is not understood

# Questions
road-map-doubt-not_understood = not all words of the term are understood
road-map-doubt-impossible_date = the calendar has no such day
road-map-doubt-end_before_start = the term ends before it starts
road-map-doubt-several_dates = several dates are named, and it is not clear whether it is one task or several
road-map-doubt-inclusion = it is not clear whether the named month belongs to the term: the last day is needed
road-map-doubt-vague = no exact days are named: a day or a period is needed
road-map-doubt-relative_to_event = the term depends on an event whose day I do not know
road-map-doubt-school_term = each school has its own quarters and vacations: the dates are needed
road-map-doubt-open_ended = there is a start, but the last day is not said
road-map-doubt-year_unclear = it is not clear which year is meant
road-map-doubt-contradiction = parts of the term contradict each other
road-map-question-no-term = no term is given
road-map-question-other-year = the term belongs to another school year
road-map-question-responsible = somebody among the responsible is not on the staff list

# The card of a row
road-map-card-term = Term in the document: { $written }
road-map-card-own = Your term: { $own }
road-map-card-understood = Understood as: { $understood }
road-map-card-asked = ⚠ { $question }. There are no reminders until the term is settled.
road-map-card-proposed = If the term is right as written, I understand it as: { $understood }
road-map-card-without = By your decision this row has no term.
road-map-card-people = Responsible in the document: { $written }
    I will remind: { $people }
road-map-card-result = Result: { $result }
road-map-nobody = nobody: there is no curator on the staff list
road-map-falls-to-curator = { $names } (nobody on the staff list is who the document names)
road-map-more-people = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
road-map-vacant = Nobody on the staff list has the role "{ $post }".
button-road-map-confirm = It is right
button-road-map-term = Term
button-road-map-duty = Responsible
button-road-map-without = No term
road-map-term-ask = { $heading }
    Term in the document: { $written }
road-map-term-hint = Write the term as plans do, in Russian: «до 15 сентября», «сентябрь», «ежемесячно», «октябрь и апрель».
road-map-term-proposed = I understand "{ $phrase }" as: { $understood }
road-map-term-unclear = "{ $phrase }": { $question }.
road-map-term-saved = The term is noted.
button-road-map-accept = Note it
road-map-duty = { $heading }
    I will remind: { $people }
    Tick who does the row. To find somebody, send the beginning of the surname.
road-map-duty-hint = Send a surname or a part of it, and I will show who fits.
road-map-duty-nobody = Nobody on the staff list has such a name.
button-road-map-posts = ← Posts
button-road-map-names = By name →
responsible-role-director = Head
responsible-role-deputy_director = Deputy head
responsible-role-curator = Curator
responsible-role-method_lead = Head of subject group
responsible-role-methodist = Methodist
responsible-role-mentors = Mentors
responsible-role-mentees = Mentees
responsible-role-mentor_council = Council of mentors
responsible-role-psychologist = Psychologist
responsible-role-social_teacher = Social teacher
responsible-role-class_teachers = Class teachers
responsible-role-teachers = Teachers
responsible-role-administration = Administration
responsible-role-working_group = Working group
responsible-role-site_editor = Site editor
responsible-role-clerk = Clerk
responsible-role-union = Union
responsible-role-organisations_heads = Heads of organisations
responsible-role-municipal_centre = Methodical centre

# My activities
my-rows = My activities
my-rows-empty = Nothing of yours is due in the next month and a half. When something is, I will remind you in time.
my-rows-line = { $number }. { $heading }
my-rows-later = { $count ->
    [one] { $count } more is due later.
   *[other] { $count } more are due later.
}
my-rows-not-now = What is to be put off or given away?
button-not-now = Later or not mine
button-later-of = Later: { $number }
button-not-mine-of = Not mine: { $number }
my-rows-undated = Without a day:
my-rows-undated-line = ▫ { $heading } — { $term }

# Closing a row
occurrence-due = Due: { $due }
occurrence-done = ✓ Done { $at }, noted by { $by }
occurrence-not-yours = This activity is not yours, or it is not in the road map any more.
occurrence-reopen = Open it again? The mark goes, and reminders go on.
occurrence-reopened = The activity is open again.
button-mark-done = Done
button-reopen = Open again
button-reopen-sure = Yes, open
button-evidence-file = Show the file
toast-already-done = Already noted at { $time }.
toast-already-done-on = Already noted on { $day } at { $time }.
toast-already-open = Already open.
evidence-choose = What shows that it is done? Press a button, or simply send the number and date of the order, a link, a number, a file, a photo or a few words.
evidence-unclear = This does not tell what was done. Send the number and date of the order, a link, a number, a file, a photo, or write what was done. If there is nothing to show, press the last button.
button-give-order = Order
button-give-file = File
button-give-link = Link
button-give-text = Text
button-give-photo = Photo
evidence-ask-order = Send the number and date of the order, for example: 45 от 1 сентября.
evidence-ask-day = Order No. { $number }. When was it signed? Press a button or write the date.
button-today = Today
button-yesterday = Yesterday
evidence-ask-file = Send a file or a photo.
evidence-ask-link = Send a link to the page that shows the result.
evidence-ask-text = Write in one message what was done.
evidence-check = Is it right?
button-evidence-save = Yes, it is done
evidence-saved = Noted. Thank you!
evidence-order = Order No. { $number } of { $day }
evidence-order-undated = Order No. { $number }
evidence-file = File { $name }
evidence-photo = Photo
evidence-shown = This shows that it was done.
evidence-empty = Words or figures are needed here. Write again.
evidence-too-long = { $limit ->
    [one] This is longer than { $limit } character. Shorten it and send it again.
   *[other] This is longer than { $limit } characters. Shorten it and send it again.
}
evidence-problem-no_number = I see no number of an order. Write, for example: 45 от 1 сентября.
evidence-problem-bad_date = I do not understand the date. Write it as 01.09.2026 or 1 сентября.
evidence-problem-future = This day has not come yet. Check the day and the year.
evidence-problem-no_link = This does not look like a link. Copy the page's address from the browser: it starts with https://

# Reminders
digest = { $count ->
    [one] A reminder: { $count } activity of the road map is yours.
   *[other] A reminder: { $count } activities of the road map are yours.
}
digest-more = { $count ->
    [one] { $count } more activity is in the list.
   *[other] { $count } more activities are in the list.
}
digest-more-director = { $count ->
    [one] { $count } more activity is in the curator's list.
   *[other] { $count } more activities are in the curator's list.
}
digest-more-unconnected = { $count ->
    [one] And { $count } more activity. Press “Not reached” to see everybody who has no chat.
   *[other] And { $count } more activities. Press “Not reached” to see everybody who has no chat.
}
button-open-list = Open the list
digest-unconnected = These colleagues have no chat with the bot, please remind them yourself:
digest-unconnected-line = ▫ { $names }: { $heading } — { $due }
digest-missed = { $count ->
    [one] { $count } reminder did not go out in time, and it is too late to send it. Please remind them yourself:
   *[other] { $count } reminders did not go out in time, and it is too late to send them. Please remind them yourself:
}

# The picture
road-map-picture = Road map of { $year }. Done { $done } of { $all }.
picture-subtitle = { $name } · { $year } · done { $done } of { $all }
picture-today = today, { $day }
picture-done = done
picture-open = ahead
picture-late = late
picture-undated = no day
picture-empty = The map has no rows yet.
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
