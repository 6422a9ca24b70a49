# Dates
date-day-month = { $day } { $month }
date-full = { $day } { $month } { $year }
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
weekday-on-1 = on Monday
weekday-on-2 = on Tuesday
weekday-on-3 = on Wednesday
weekday-on-4 = on Thursday
weekday-on-5 = on Friday
weekday-on-6 = on Saturday
weekday-on-7 = on Sunday

# Buttons
button-back = ← Back
button-menu = Menu

# Hints
hint-edited = I see that you changed a message. An answer already taken stays as it was: send a new one or press a button.
hint-use-buttons = Please use a button under this message.
hint-unknown-command = There is no such command. Choose what you need with a button below.
hint-unsupported-voice = I do not listen to voice messages. Please write it or press a button.
hint-unsupported-sticker = A nice sticker, but not an answer. Please write it or press a button.
hint-unsupported-video = No video is needed here. Please write it or press a button.
hint-unsupported-poll = No poll is needed here. Please write it or press a button.
hint-unsupported-contact = No contacts, please: I keep no phone numbers. Write it or press a button.
hint-unsupported-location = No place is needed here. Please write it or press a button.
hint-unsupported-dice = The die is cast, but it is not an answer. Please write it or press a button.
hint-unsupported-forward = A forwarded message does not count as an answer. Copy the text and send it yourself.
hint-unsupported-other = I do not understand such a message. Please write it or press a button.
toast-unknown-button = This button does not work here.
toast-old-button = This button is from an earlier screen. The current one is below.

# Notices
notice-apology = Your message could not be handled: the fault is on our side. Try again or open /menu. If it happens again, tell the curator the number { $incident }.
notice-slow-down = Too many messages at once: I skipped the last ones. Wait a minute and go on.

# Menu
help = Everything works with buttons. /menu returns to the menu, /cancel puts aside what you began: the draft is kept.
