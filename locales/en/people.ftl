### Coming in, the menu, the organisation's setup, the staff list, the invitation.

# Buttons used in several places
button-later = Later →
button-skip = Skip →
button-check-again = Check again

# Menu
home-unknown =
    Hello! This is the bot of the mentoring programme.

    To come in, open the invitation link that your organisation's curator gave you. There is a QR code of it, too.
home = What shall we do?
home-heading = { $organisation } · school year { $year }
home-left = { $count ->
    [one] { $count } thing is left to do before everything works: it comes first in the menu.
   *[other] { $count } things are left to do before everything works: they come first in the menu.
}
home-draft-kept = What you began is kept: go on with it from the menu.
hint-channel-not-yours = A forwarded message does not count as an answer, and a channel is linked by the curator. Use your own words or press a button.
menu-settings = Settings
menu-invite = Invitation
menu-staff = Staff

# Coming in
start-known = You are in already: the link is not needed any more.
start-dead-link = This link does not work any more. Ask your organisation's curator for a new one; if you are the curator, ask whoever installed the bot.

# Settings
settings = Settings
settings-language = Which language shall I speak?
settings-no-channel = none
settings-curator =
    Curator: { $name }
    Organisation: { $organisation }
    Kind: { $kind }
    Time zone: { $zone }
    School year: { $year }
    Channel: { $channel }

    What shall we change?
setup-change-name = My name
setup-change-organisation = Organisation
setup-change-kind = Kind
setup-change-zone = Time zone
setup-change-year = School year
setup-change-channel = Channel

# The organisation's setup
setup-progress = Setup · { $step } of { $steps }
setup-saved = Saved.
setup-no-file = No file is needed here: answer in words or with a button.
setup-name =
    What is your name?

    Write your surname, first name and patronymic. This is how colleagues will see you.
setup-name-listed =
    What is your name?

    Find yourself in the staff list, or write your surname, first name and patronymic.
setup-name-taken = Somebody else is in under this name. Check the name, or free it on the person's card.
setup-organisation =
    What is your organisation called?

    Write the short name that people use: it goes into invitations and news.
setup-organisation-now = Now: { $name }
setup-kind = What kind of organisation is it?
kind-school = School
kind-kindergarten = Kindergarten
kind-additional = Extra education
kind-municipal = Methodical centre
setup-zone =
    What time is it where you are?

    Choose a city with your time: the bot reminds of deadlines by it.
zone-kaliningrad = Kaliningrad
zone-moscow = Moscow
zone-samara = Samara
zone-yekaterinburg = Yekaterinburg
zone-omsk = Omsk
zone-novosibirsk = Novosibirsk
zone-krasnoyarsk = Krasnoyarsk
zone-irkutsk = Irkutsk
zone-yakutsk = Yakutsk
zone-vladivostok = Vladivostok
zone-magadan = Magadan
zone-sakhalin = Sakhalin
zone-kamchatka = Kamchatka
setup-year =
    For which school year do we prepare the programme?

    { $year } is running now.
setup-channel =
    Where shall news and pairs be published?

    1. Open your organisation's channel and its list of administrators.
    2. Add this bot and leave it the right to post messages.
    3. Forward any post of the channel here, or write its name, for example @school_news.

    It works without a channel, too: pairs and reminders do, news does not.
setup-channel-now = “{ $title }” is linked now.
setup-channel-again = Forward any post of the channel here, or write its name: I will check the rights at once.
setup-channel-not-seen = I cannot see this channel. Make the bot an administrator there, then forward one of its posts here or write its name, for example @school_news.
setup-channel-no-right = I may not post in “{ $title }”. Open its administrators, choose this bot, switch on the right to post messages and forward a post again.
setup-channel-other = The channel “{ $title }” is linked now. To change it, press “Channel” in the settings.
setup-channel-linked = The channel “{ $title }” is linked: I may post there.

# What is left
left = What is left
left-nothing = All is ready. Any answer can be changed in the settings.
left-questions = Go on with the setup
left-questions-why = Answer the questions about the organisation: there are only six.
left-channel = Link the channel
left-channel-why = No channel is linked: there is nowhere to publish news and pairs.
left-staff = Load the staff
left-staff-why = The staff list is empty: colleagues have nothing to choose themselves from.
left-road-map = Road map
left-road-map-why = No road map is loaded: there is nothing to remind of. Send your own or take the ready one.
left-invitation = Invite colleagues
left-invitation-why = Colleagues are not invited yet: make a link and forward it.

# Roles
role-curator = Curator
role-director = Director
role-deputy_director = Deputy director
role-method_lead = Head of methodics
role-mentor = Mentor
role-mentee = Mentee
role-psychologist = Psychologist
role-publisher = News and site
role-district_coordinator = District coordinator

# Staff: the list
staff-list = { $count ->
    [one] { $count } person is on the list, in the bot: { $joined }.
   *[other] { $count } people are on the list, in the bot: { $joined }.
}
staff-list-how = Press a name to open the card. To find somebody, write a part of the surname. “✓” means: is in already.
staff-list-empty = Nobody but you is here yet. Load a list from a file, or add colleagues one by one.
staff-found = { $count ->
    [one] “{ $typed }”: { $count } person found.
   *[other] “{ $typed }”: { $count } people found.
}
staff-nobody-found = Nobody was found for “{ $typed }”. Write it in another way, or go back to the whole list.
staff-all = ← The whole list
staff-add = Add
staff-load = Load a list
staff-gone = This person is not on the list any more.

# Staff: the card
card-joined = Is in the bot.
card-not-joined = Has not come in yet.
card-roles = Mark the roles:
card-own-curator = You cannot take the curator's role from yourself.
card-curator-not-joined = Let the colleague come in first: the curator's role opens everything.
card-release = Free the name
card-release-sure =
    Free the name “{ $name }”?

    Whoever is in under it loses access and can choose again by the link. Answers and pairs stay with the name.
card-release-yes = Free it →
card-released = The name is free: it can be chosen by the link again.
card-archive = Take off the list
card-archive-sure =
    Take off the list: { $name }?

    This person cannot come in any more and gets no messages. What was done is kept.
card-archive-yes = Take off →
card-archived = { $name } is off the list.

# Staff: one by one
staff-name = Whom shall we add? Write the surname, first name and patronymic.
staff-position =
    { $name }

    What is the position? For example: teacher of physics.
staff-known = This person is on the list already: here is the card.
staff-added = Done. Now mark the roles.

# Staff: the file
staff-file =
    Send the staff list: an XLSX or CSV file of up to 2 MB.

    It needs a column «ФИО» (full name). «Должность», «Предмет» and «Роль» are welcome. First I show what I have read, then I load it.
staff-sample = Example
staff-sample-sent = The example comes in the next message.
staff-by-hand = Add by hand
staff-file-not-text = A file is needed here: press the paper clip and choose XLSX or CSV.
staff-file-photo = This is a picture, and a table is needed. Send an XLSX or CSV file with the paper clip.
staff-file-elsewhere = If this is a staff list, press “Load a list” and send the file again. A road map is sent from “Road map”.
staff-file-road-map = “{ $name }” looks like a road map and not like a staff list: it has activities and terms. Shall I read it as a road map? First I show what I understood.
staff-file-road-map-there = “{ $name }” looks like a road map and not like a staff list. Another document is waiting in “Road map”: load that one, or send this one there.
button-read-as-road-map = Read as a road map
staff-file-not-fetched = The file could not be fetched. Send it again.
staff-errors-more = { $count ->
    [one] And { $count } more row with an error.
   *[other] And { $count } more rows with errors.
}

# Staff: the preview
preview = { $count ->
    [one] { $count } person in the file
   *[other] { $count } people in the file
}
preview-changes = New: { $added }, to change: { $changed }, as before: { $same }.
preview-missing = { $count ->
    [one] { $count } person of your list is not in this file: { $names }. The name stays on the list; take it off on the card.
   *[other] { $count } people of your list are not in this file: { $names }. The names stay on the list; take them off on the cards.
}
preview-more = { $count ->
    [one] … and { $count } more person
   *[other] … and { $count } more people
}
preview-roles = Roles: { $roles }.
preview-no-roles = The file names no roles: mark them on the cards.
preview-notes = { $count ->
    [one] Row { $rows } is left out: it is a title or the name of a section, and not a person.
   *[other] Rows { $rows } are left out: they are titles and names of sections, and not people.
}
preview-unread = { $count ->
    [one] The role in row { $rows } was not understood. Mark it on the card.
   *[other] The roles in rows { $rows } were not understood. Mark them on the cards.
}
preview-withheld = { $count ->
    [one] Row { $rows }: a curator is appointed not by a file but by you, on the card, once the person is in.
   *[other] Rows { $rows }: curators are appointed not by a file but by you, on the cards, once they are in.
}
preview-nothing = All of them are on the list already; there is nothing to load.
preview-sure = Shall we load it? Nobody of the present list will be lost.
preview-load = { $count ->
    [one] Load { $count } person →
   *[other] Load { $count } people →
}
preview-none = This list was loaded or dropped already.
preview-loaded = The list is loaded. Added: { $added }, changed: { $changed }.

# The example of a list
sample = An example: write your colleagues into it and send the file here. Subject and role may stay empty.
sample-title = Staff
sample-how = Write your colleagues in place of these
sample-name = Full name
sample-position = Position
sample-subject = Subject
sample-role = Role
sample-name-1 = Primerova Anna
sample-position-1 = teacher
sample-subject-1 = mathematics
sample-name-2 = Obraztsov Ilya
sample-position-2 = teacher
sample-subject-2 = physics

# The invitation
invite = The invitation for the staff
invite-joined = In the bot: { $joined } of { $staff }.
invite-none = There is no open link now. Make one: I send a message with a QR code, to be forwarded to colleagues or printed for the staff room. The link works for 14 days.
invite-open = There is a link: made { $made }, it works until { $ends }. The message with it is further up in this chat.
invite-no-staff = Load the staff list first: the link lets colleagues choose themselves from it.
invite-make = Make a link →
invite-anew = New link →
invite-anew-sure =
    Make a new link?

    The present one stops working at once, also on the printed sheet. Whoever is in stays in.
invite-made = Done: the message with the link and the QR code is below. Forward it to your colleagues.
invitation =
    Dear colleagues, “{ $organisation }” begins its mentoring programme. Open the link and choose yourself from the list; it takes a minute:

    { $link }

    The link works until { $ends }.
invitation-title = Mentoring: { $organisation }
invitation-until = The link works until { $ends }
invitation-step-scan = Point your phone's camera at the code
invitation-step-start = Press “Start” in the chat that opens
invitation-step-name = Choose yourself from the staff list

# Coming in by the link for the staff
join =
    Hello! Find yourself in the list.

    To save paging, write the beginning of your surname.
join-found = { $count ->
    [one] “{ $typed }”: { $count } person found. Is it you?
   *[other] “{ $typed }”: { $count } people found. Press your own name.
}
join-nobody-found = Nobody was found for “{ $typed }”. Write the surname in another way, or look at the whole list.
join-nobody-left = No free names are left in the list: everybody is in. If your name was not there, tell the curator.
join-all = The whole list
join-missing = I am not in the list
join-missing-what = Tell the curator: you will be added to the list and open this link once more. If somebody else chose your name, the curator will free it.
join-type-or-press = Press your name, or write the beginning of your surname.
join-confirm = Are you <b>{ $name }</b>?
join-confirm-position = Are you <b>{ $name }</b>, { $position }?
join-yes = Yes, it is me →
join-no = ← Not me
join-taken = This name has been chosen already. If it was not you, tell the curator.
welcome =
    <b>Welcome, { $name }!</b>

    This is the bot of the mentoring programme of “{ $organisation }”. Here you fill in a form, learn about your pair and get reminders of deadlines. Everything works with buttons.
welcome-data = Messages go through a foreign messenger. So do not write phone numbers, addresses or pupils' data here; and the form begins only with your consent.
welcome-next = What you can do now is in the menu. The command /menu always brings you back to it.

# Typed text
typed-too-long = { $is ->
    [one] This is { $is } character, and { $max } fit. Make it shorter and send it again.
   *[other] This is { $is } characters, and { $max } fit. Make it shorter and send it again.
}
typed-empty = Words are needed here. Please write them.
typed-not-plain = There are characters here that cannot be kept. Please type it again.
typed-name-one-word = The full name is needed: surname, first name and patronymic. For example: Primerova Anna Sergeyevna.
typed-name-not-a-name = This does not look like a name. Write surname, first name and patronymic in letters, for example: Primerova Anna Sergeyevna.
