### The organisation's calendar: its week, vacations, days off; the ends of pairs.

# The end of a pair
button-pair-horizon = Ends: { $day }
pair-horizon-ask = { $couple }. The pair's programme ends on { $day }.
    Rows due “when the programme ends” are due by that day. Choose another day or type one, for example: 25 April.
pair-horizon-bad = I could not read the day. Type it like this: 25 April or 25.04.2027.
pair-horizon-past = That day will not do: it is over, or more than two years away. Type another one.
pair-horizon-set = The programme ends on { $day }. What is due for this pair and still open has moved to that day.

# The calendar
menu-calendar = Calendar
calendar-title = Calendar · { $year }
calendar-week-five_days = The week: five working days, Saturday and Sunday are off.
calendar-week-six_days = The week: six working days, Sunday is off.
calendar-summer-rests = Summer: nothing monthly is due in July and August.
calendar-summer-works = Summer: we work, monthly rows are due in July and August too.
calendar-quiet-on = No reminders are sent during vacations.
calendar-quiet-off = Reminders are sent during vacations as usual.
calendar-vacations-none = No vacations are entered, so terms such as “II четверть” cannot become dates.
calendar-vacations-some = Some vacations are missing: quarters need autumn, winter, spring and summer.
calendar-quarters = Quarters: { $quarters }.
calendar-quarter = { $number } — { $days }
calendar-span = { $first } – { $last }
calendar-year-known = { $year }: public holidays and official transfers are known.
calendar-year-entered = { $year }: you have entered the transfers.
calendar-year-unknown = { $year }: public holidays are known, the transfers of days off are not yet. When the Government's decree is out, enter them under “Days off”.
calendar-own-days = Own days in the calendar: { $count }.
button-calendar-five = Five days
button-calendar-six = Six days
button-calendar-summer-rests = We rest in summer
button-calendar-summer-works = We work in summer
button-calendar-quiet-off = Always remind
button-calendar-quiet-on = Quiet in vacations
button-calendar-vacations = Vacations
button-calendar-days = Days off
calendar-saved = Saved. No due day of the road map has changed.
calendar-saved-moved = { $count ->
    [one] Saved. { $count } due day has changed.
   *[other] Saved. { $count } due days have changed.
}
calendar-changed = While this screen was open another curator changed the calendar. This is how it looks now.

# Due days will change
calendar-sure = { $count ->
    [one] { $count } due day will change:
   *[other] { $count } due days will change:
}
calendar-move = • { $heading }: { $from } → { $to }
calendar-move-new = • { $heading }: new due day { $to }
calendar-move-gone = • { $heading }: no longer due on { $from }
calendar-sure-more = … and { $count } more
calendar-sure-hint = What is done and the reminders already sent stay as they are.
button-calendar-apply = Apply
button-calendar-keep = Leave as it was

# Vacations
calendar-vacations-title = Vacations · { $year }
calendar-vacation-line = { $name }: { $days }
calendar-vacation-line-none = { $name }: not entered
calendar-vacations-hint = Every school sets its own vacations: take the days from its yearly schedule.
vacation-autumn = Autumn
vacation-winter = Winter
vacation-spring = Spring
vacation-summer = Summer
vacation-staff = Staff holidays
calendar-vacation-ask-autumn = When are the autumn vacations?
calendar-vacation-ask-winter = When are the winter vacations?
calendar-vacation-ask-spring = When are the spring vacations?
calendar-vacation-ask-summer = When are the pupils' summer vacations?
calendar-vacation-ask-staff = When does the staff rest in summer?
calendar-vacation-now = Now: { $days }.
calendar-vacation-how = Type the first and the last day, for example: { $example }.
calendar-vacation-published = The Ministry of Education recommended for this year: { $days }. Check it with your own schedule.
calendar-vacation-usual = Usually they are { $days }. Check it with your own schedule.
button-calendar-take = { $days }
button-calendar-forget = Remove
calendar-vacation-bad = I could not read the days. Type the first and the last one, for example: { $example }.
calendar-vacation-problem-backwards = The last day is before the first. Type the days again.
calendar-vacation-problem-other_year = These days are outside the school year { $year }. Type other ones.
calendar-vacation-problem-too_long = Too long for such vacations. Check the months and type again.
calendar-vacation-problem-order = These days overlap other vacations or break their order. Check and type again.

# Days off
calendar-days-title = Days off and worked days · { $year }
calendar-days-none = No days of your own yet.
calendar-day-off = { $day } — off
calendar-day-worked = { $day } — worked
calendar-days-hint = Type what to change, in Russian, one day to a line. For example:
    Выходной 3 ноября
    Рабочая суббота 1 ноября
    Перенос с субботы 1 ноября на понедельник 3 ноября
calendar-days-drop-hint = A button with a day takes it off the list.
button-calendar-day-drop = ✕ { $day }
button-calendar-complete = { $year } is complete
button-calendar-incomplete = { $year } is incomplete
calendar-days-bad = I did not understand this line: “{ $line }”. Type, for example: «Выходной 3 ноября» or «Рабочая суббота 1 ноября».
calendar-days-weekday = { $day } is a { $weekday }, but you named another day of the week. Check the date and type again.
calendar-days-too-many = There are very many days of your own already. Remove some before adding new ones.
weekday-name-1 = Monday
weekday-name-2 = Tuesday
weekday-name-3 = Wednesday
weekday-name-4 = Thursday
weekday-name-5 = Friday
weekday-name-6 = Saturday
weekday-name-7 = Sunday

# nastavnik doctor
doctor-calendar-fine = Public holidays and transfers of days off are known for { $years }.
doctor-calendar-ahead = The transfers of days off of { $year } are not known yet. Update the program once the decree is out, or enter them in the bot: Settings → Calendar → Days off.
