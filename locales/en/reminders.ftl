### One message a day, and how an organisation wants to be reminded

## One message a day
digest-line = ▫ { $heading }
digest-row-line = ▫ { $heading } — { $due }
digest-standing = These activities go on without an exact date. Mark in the list what is done already:
digest-external = The date of these activities stands in a separate plan. As soon as it is known, enter it in the road map:
digest-late-curator = Overdue:
digest-late-director = Still not done. Those responsible and the curator know about it:
digest-late-line = ▫ { $heading } — { $due }. Reminders: { $count }. Responsible: { $names }
button-late-rows = Overdue: { $count }
late-rows = Overdue
late-rows-empty = Nothing is overdue: all that I wrote about is done or has another date by now.
late-row-people = Responsible: { $names }
button-late-open = Open: { $number }
digest-pair-agreed = 🤝 Both sides agree: { $couple }
digest-pair-declined-mentor = ▫ { $couple }: the mentor declined
digest-pair-declined-mentee = ▫ { $couple }: the mentee declined
digest-pair-silent = ▫ { $couple } — I have sent a reminder, no answer yet: { $who }
digest-pair-expired = ▫ No answer came: { $couple }. The question is closed.

## What has happened to a row
row-steps = What has happened so far:
row-step = { $day }: { $what } — { $who }
row-step-done = { $day }: { $what }
row-step-people = { $count ->
    [one] { $count } colleague
   *[other] { $count } colleagues
}
row-step-start = a reminder that it is time to begin
row-step-reminded = a reminder
row-step-today = a reminder on the day
row-step-overdue = a reminder that the date has passed
row-step-unconnected = a word to the curator that not everybody is connected to the bot
row-step-unconnected_director = a word to the curator that the director is not connected to the bot
row-step-late_for_curator = a word to the curator that it is late
row-step-late_for_director = a word to the director that it is late
row-step-missed = a word to the curator that a reminder was too late
row-step-waiting = { $what } (not sent yet)
row-step-too-late = { $what } (too late to be sent)
row-step-unreachable = { $what } (not delivered)
row-step-put-off = put off until { $until }
button-row-steps = { $count ->
    [1] Details
   *[other] All steps: { $count }
}

## How an organisation wants to be reminded
reminder-settings =
    <b>Reminders</b>
    At most one message a day for each person, and only on the organisation's working days.
reminder-settings-now =
    How often: { $pace }
    At what hour: { $hour }:00
    Quiet hours: { $quiet }
    On which days: { $days }
reminder-settings-change = Press to change.
reminder-pace-usual = as usual
reminder-pace-rarely = less often
reminder-pace-due_day = on the due day only
reminder-pace-usual-means = As usual: two weeks before, three days before, on the day, and twice more if it is not done.
reminder-pace-rarely-means = Less often: once before the day and once after it.
reminder-pace-due_day-means = On the due day only: nothing else. The curator hears of what is late in any case.
reminder-ask-pace = How often should those responsible be reminded?
reminder-ask-hour = At what hour should the message come?
reminder-ask-quiet = When is nobody to be disturbed?
reminder-ask-days = On which days of the week? On days off I am silent in any case.
reminder-quiet-20_9 = from 20:00 to 9:00
reminder-quiet-21_8 = from 21:00 to 8:00
reminder-quiet-22_7 = from 22:00 to 7:00
reminder-all-days = every working day
reminder-day-1 = Mo
reminder-day-2 = Tu
reminder-day-3 = We
reminder-day-4 = Th
reminder-day-5 = Fr
reminder-day-6 = Sa
reminder-last-day = One day at least is needed, or nobody would hear of anything.
reminder-saved = Saved and in force now.
button-reminders = Reminders
button-reminder-pace = How often
button-reminder-hour = Hour
button-reminder-quiet = Quiet hours
button-reminder-days = Days of the week
button-pace-usual = As usual
button-pace-rarely = Less often
button-pace-due_day = On the due day only
button-reminder-hour-of = { $hour }:00
