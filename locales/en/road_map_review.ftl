### The road map: questions one by one, rows rewritten, the table to correct and what it changes.

# The summary
review-next = Next come the questions, one by one. Reminders about clear rows start at once, about the others when you have answered.
button-review-ask = Answer questions ({ $count })
review-remark = • { $text }
button-review-remarks = All remarks ({ $count })
review-remarks = { $count ->
    [one] Worth a look: { $count } remark. You do not have to change anything.
   *[other] Worth a look: { $count } remarks. You do not have to change anything.
}

# Questions
review-question = Question { $number } of { $of }
review-row = Row { $number }. { $heading }
review-written-term = Term in the document: “{ $written }”
review-written-own = Your term: “{ $written }”
review-written-people = Who is responsible by the document: “{ $written }”
review-written-nothing = The document names no term.
review-ask-no-term = When should this be done?
review-ask-other-year = That is { $due }, another school year. Move the term to { $year }?
review-ask-responsible = “{ $unknown }” is neither a post I know nor on the staff list. Whom should I remind about this row?
review-ask-not_understood = Some of these words are not clear to me. What is the term?
review-ask-impossible_date = The calendar has no such day. Which day is meant?
review-ask-end_before_start = The term ends before it begins. What is right?
review-ask-several_dates = Several dates are named. Are they separate terms or one?
review-ask-inclusion = It is not clear whether the named month is included. By which day should it be done?
review-ask-vague = No exact day is named. By which day should it be done?
review-ask-relative_to_event = The term counts from an event whose date I do not know. Which day should I write down?
review-ask-school_term = Each school has its own quarters and vacations. By which day should it be done?
review-ask-open_ended = It has a beginning but no end. By which day should it be done?
review-ask-year_unclear = It is not clear which year is meant. Which day should I write down?
review-ask-contradiction = Two parts of the term contradict each other. Which one is right?
button-review-yes = Yes, { $term }
button-review-like-row = As in row { $number }: { $answer }
button-review-roll = Move to { $year }
button-review-roll-all = Move all such rows: { $count }
button-review-other = Another term…
button-review-other-people = Choose from the list…
button-review-skip = Skip →
button-review-undo = ↩ Undo
button-review-skipped = To the skipped ({ $count })
button-review-calendar = To the calendar →
review-answer-saved = { $count ->
    [one] ✓ Answer saved.
   *[other] ✓ Answer saved in { $count } rows.
}
review-question-changed = The row changed while you were answering. Here is what is still open.
review-undone = Undone. The question is open again.
review-undo-too-late = Not everything could be undone: somebody else has changed the row since.
button-row-undo = ↩ Undo
row-undone = It is as it was.
row-undo-too-late = This could not be undone: somebody else has changed the row since.
review-done = No more questions, I will do the reminding. The curator stands in for posts that nobody on the staff list holds.
review-done-but = { $count ->
    [one] These were all the questions. { $count } question is unanswered: reminders start when you answer.
   *[other] These were all the questions. { $count } questions are unanswered: reminders start when you answer.
}

# Rewriting a row
button-review-edit = Change the text
button-review-new = Add a row
review-edit = What should change in this row? Its term and people are on its card. The document's words stay visible.
button-review-part-stage = Stage
button-review-part-work = Activity
button-review-part-items = Checklist
button-review-part-result = Result
button-review-remove = Remove the row
review-now = Now: { $text }
review-now-empty = It is empty now.
review-rewrite-stage = Write the name of the stage or choose one below.
review-rewrite-work = Write what is to be done. You can add a checklist: each item on a line of its own, after a hyphen.
review-rewrite-items = Send the checklist in one message, each item on a line of its own. It replaces the present one.
review-rewrite-result = Write what the result will be: an order, minutes, a report.
button-review-empty = Leave it empty
review-row-saved = ✓ Saved.
review-row-original = { $part } in the document: { $written }
review-card-people = Responsible: { $written }
    I will remind: { $people }
review-row-by-hand = The document has no such row: a curator added it.
review-new = What is to be done? Write it in one message; checklist items go on lines of their own, after a hyphen. The row goes to the end of the road map; set its stage, term and people on its card.
review-new-saved = ✓ The row is added. Set its term and people.
review-new-too-many = { $limit ->
    [one] The road map has { $limit } row already and takes no more.
   *[other] The road map has { $limit } rows already and takes no more.
}
review-remove = Remove this row from the road map? { $open ->
    [0] It has no open due days
    [one] { $open } open due day will be cancelled
   *[other] { $open } open due days will be cancelled
}, { $done ->
    [0] and nothing was done in it.
    [one] and { $done } that is done stays in the history with its evidence.
   *[other] and { $done } that are done stay in the history with their evidence.
}
review-begun = { $count ->
    [one] Something was given for { $count } due day already. It is kept and comes back with that day.
   *[other] Something was given for { $count } due days already. It is kept and comes back with those days.
}
button-review-remove-sure = Yes, remove it
review-removed = Row { $number } is removed from the road map.

# The table to correct
button-review-table = Table to correct
toast-review-table = The table is on its way.
review-table = Correct the table at your computer and send it here as a file. I will show what changes. Until you press “Apply” everything stays as it is.
review-table-handed = { $count ->
    [one] The road map to correct: { $count } row. Correct it and send the file here.
   *[other] The road map to correct: { $count } rows. Correct it and send the file here.
}
review-table-title = Road map { $year } · { $organisation }
review-table-instruction = Edit the columns with a blue heading: change texts, move, delete and add rows. Put each checklist item on a line of its own after a dash (Alt+Enter). For a row without a term write «без срока». The columns with a grey heading are for reference, the bot does not read them. Save the file as XLSX and send it to the bot: it shows what will change and asks whether to apply it.
review-table-file = Road map { $year } to correct
review-column-number = No.
review-column-stage = Stage
review-column-activity = Activity
review-column-term = Term
review-column-responsible = Responsible
review-column-result = Expected result
review-column-understood = As the bot understands it
review-column-document = Term in the document
review-column-people = Whom the bot reminds
review-cell-asked = ⚠ { $question }

# The table is back
review-sent-unmarked = This file does not have the hidden column of my table, so I read it as a new document and will compare rows by their text.
review-sent-elsewhere = Here I only take my own table back. To load a new document, press “All rows”, then “Load another”.
review-sent-stranger = This is another organisation's table. Take your own: “All rows” → “Table to correct”.
review-sent-other-year = This table is for { $its }, and it is { $ours } now. Take a fresh one: “All rows” → “Table to correct”.
review-sent-no-columns = The table has no column “{ $column }”. Give it its name back and send the file again.
review-sent-no-rows = The table has no rows left. If the road map is not needed any more, load another one instead: “All rows” → “Load another”.
review-sent-too-many = { $limit ->
    [one] The table has more than { $limit } row. Remove what is not needed and send it again.
   *[other] The table has more than { $limit } rows. Remove what is not needed and send it again.
}
review-sent-long-cell = { $limit ->
    [one] Row { $row } of the table has a cell longer than { $limit } character. Shorten it and send the file again.
   *[other] Row { $row } of the table has a cell longer than { $limit } characters. Shorten it and send the file again.
}
review-sent-unknown = I do not read these columns: { $columns }.

# What changes
review-changes-of = What changes: { $name }
review-changes-none = { $rows ->
    [one] Nothing changed: { $rows } row says the same as the road map.
   *[other] Nothing changed: { $rows } rows say the same as the road map.
}
review-changes-count = Changed { $changed } · added { $added } · removed { $removed } · the same { $same }
review-changes-days = { $dropped ->
    [0] No open due day is cancelled
    [one] { $dropped } open due day is cancelled
   *[other] { $dropped } open due days are cancelled
}, { $added ->
    [0] and none is new.
    [one] and { $added } is new.
   *[other] and { $added } are new.
} Reminders that went out already are not taken back.
review-changes-moved-days = { $count ->
    [one] { $count } open due day moves to another day with what was given for it.
   *[other] { $count } open due days move to other days with what was given for them.
}
review-changes-done = { $count ->
    [one] { $count } due day that is done stays done, with its evidence.
   *[other] { $count } due days that are done stay done, with their evidence.
}
review-changes-questions = { $count ->
    [one] ⚠ After that there will be { $count } question to answer.
   *[other] ⚠ After that there will be { $count } questions to answer.
}
review-clashes-ours = { $count ->
    [one] ⚡ { $count } place was changed both in the table and in the bot. It stays as in the bot.
   *[other] ⚡ { $count } places were changed both in the table and in the bot. They stay as in the bot.
}
review-clashes-theirs = { $count ->
    [one] ⚡ { $count } place was changed both in the table and in the bot. It becomes as in the table.
   *[other] ⚡ { $count } places were changed both in the table and in the bot. They become as in the table.
}
review-entry-changed = ✎ { $number }. { $heading }
review-entry-added = + { $number }. { $heading } — { $term }
review-entry-removed = − { $number }. { $heading }
review-entry-part = { $part }: { $old } → <b>{ $new }</b>
review-entry-empty = empty
review-clash = ⚡ { $number }. { $heading }
review-clash-cell = { $part } — in the bot: “{ $ours }”, in the table: “{ $theirs }”
review-clash-removed = The row was removed from the table but changed in the bot meanwhile.
review-clash-gone = ⚡ { $heading }: the row was changed in the table but removed from the bot meanwhile.
button-review-theirs = Take the table's
button-review-ours = Keep the bot's
button-review-look = See the changes
button-review-apply = Apply
button-review-waiting = Changes from the table
button-review-drop = Do not change
review-changes-gone = There is nothing to apply here any more: the changes were saved or dropped.
review-changes-moved = The road map changed while you were looking. Please check the list again.
review-changes-applied = ✓ Saved: changed { $changed }, added { $added }, removed { $removed }.
