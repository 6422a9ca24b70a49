# What closes a row
button-give-count = Number
button-give-done = Simply done
button-give-whole = All of it is done
button-give-bot = The bot itself
evidence-choose-items = Press the number of an item to tick it off. Or close everything at once: with an order, a file, a link.
evidence-ask-count = How many were there? Press a number or type it, for example: 5 consultations.
evidence-count = Count: { $count }
evidence-done = Done, without a document
evidence-added = The evidence is added.
evidence-and-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
evidence-of-item = ▫ { $item } — { $evidence }
evidence-problem-no_count = I see no number. Type one number, for example: 5.
button-evidence-more = Add more
item-ticked = The item is ticked off.
item-unticked = The tick is taken back.
items-all-ticked = Every item is ticked off, the activity is closed. Thank you!
occurrence-done-itself = ✓ Closed by itself { $at }
occurrence-reopen-why = Type the reason, and whoever marked it will read it. You may also leave it out.
occurrence-reopened-why = Opened again: { $why }
notice-row-reopened = The curator has opened the activity “{ $heading }” again.
notice-row-reopened-why = The reason: { $why }
button-row-open = Open

# What closes by itself
button-binding = What closes the row
binding-close = It closes by itself { $when }.
binding-ask = I will ask you { $when }.
binding-off = The bot will do nothing { $when }.
binding-none = Those who do this row mark it. The bot can close it, too: it sees questionnaires, pairs, orders and news. Choose something for it to wait for.
binding-hint = The bot learns of it by itself. What should it do then?
binding-choose = What is it to wait for? Choose something that the bot itself knows.
binding-items = Each item may close by itself. Press a number to change it.
binding-of-item = Item “{ $item }”. { $said }
binding-of-items = { $count ->
    [one] { $count } item of { $all } closes by itself.
   *[other] { $count } items of { $all } close by themselves.
}
binding-so-far = Now: { $found }
button-binding-close = Close the row at once
button-binding-ask = Ask me first
button-binding-off = Do nothing
button-binding-other = Something else
button-binding-choose = Choose
button-fact-road_map = Road map loaded
button-fact-mentee_forms = Mentees’ forms
button-fact-mentee_bank = Bank of mentees
button-fact-mentor_forms = Mentors’ forms
button-fact-mentor_bank = Bank of mentors
button-fact-pairs_agreed = Pairs agree
button-fact-pair_consents = Consents of pairs
button-fact-pairs_ordered = Order for pairs
button-fact-news_out = News in the channel
button-fact-pairs_completed = Programmes over
fact-when-road_map = when the road map is loaded
fact-when-mentee_forms = when everybody who needs a mentor has sent the form
fact-when-mentee_bank = when the bank of mentees is complete
fact-when-mentor_forms = when every mentor has sent the form
fact-when-mentor_bank = when the bank of mentors is complete
fact-when-pairs_agreed = when both sides of every pair agree
fact-when-pair_consents = when everybody in a pair has given the consents
fact-when-pairs_ordered = when every pair has its order
fact-when-news_out = when news come out in the channel
fact-when-pairs_completed = when every pair has completed its programme

# What the bot found: numbers only
finding-order = No. { $number } of { $day }
finding-with-left = { $said } { $left }
finding-road_map = the road map was loaded on { $day }.
finding-mentee_forms = { $count ->
    [one] { $count } person has sent the mentee’s form.
   *[other] { $count } people have sent the mentee’s form.
}
finding-mentee_bank = { $count ->
    [one] the bank of mentees holds { $count } person.
   *[other] the bank of mentees holds { $count } people.
}
finding-mentor_forms = { $count ->
    [one] { $count } person has sent the mentor’s form.
   *[other] { $count } people have sent the mentor’s form.
}
finding-mentor_bank = { $count ->
    [one] the bank of mentors holds { $count } person.
   *[other] the bank of mentors holds { $count } people.
}
finding-pairs_agreed = { $count ->
    [one] { $count } pair agrees.
   *[other] { $count } pairs agree.
}
finding-pair_consents = { $count ->
    [one] { $count } person in a pair has given every consent.
   *[other] { $count } people in pairs have given every consent.
}
finding-pairs_ordered = { $count ->
    [one] order { $orders }, { $count } pair.
   *[other] order { $orders }, { $count } pairs.
}
finding-news_out = { $count ->
    [one] { $count } piece of news came out on { $day }.
   *[other] { $count } pieces of news came out, the last one on { $day }.
}
finding-pairs_completed = { $count ->
    [one] { $count } pair has completed its programme.
   *[other] { $count } pairs have completed their programmes.
}
finding-left-road_map = Not loaded: { $count }.
finding-left-mentee_forms = Still awaited: { $count }.
finding-left-mentee_bank = Forms awaited: { $count }.
finding-left-mentor_forms = Still awaited: { $count }.
finding-left-mentor_bank = Forms awaited: { $count }.
finding-left-pairs_agreed = Waiting for a pair or an answer: { $count }.
finding-left-pair_consents = Consents missing: { $count }.
finding-left-pairs_ordered = Without an order so far: { $count }.
finding-left-news_out = Not out: { $count }.
finding-left-pairs_completed = Still at work: { $count }.
lost-pairs_ordered = no pair carries order { $orders } any more.
lost-pair_consents = somebody in a pair has taken a consent back.
lost-other = this is not so any more.

# Closed by itself, and questions to the curator
closed-itself = ✓ Closed by itself: { $heading }
closed-itself-more = { $count ->
    [one] And { $count } more activity.
   *[other] And { $count } more activities.
}
desk = Waiting for your decision
desk-empty = There is nothing to decide now. When there is, I will write in the morning.
desk-close = { $number }. { $heading }
    It looks done: { $found }
desk-lost = { $number }. { $heading }
    It was closed, but { $lost }
desk-handover = { $number }. { $heading }
    { $who }: not my task — { $why }.
desk-put-off = { $number }. { $heading }
    { $who } puts it off: { $times } times.
desk-settled = This is settled already.
toast-desk-settled = This is settled already.
toast-row-gone = This activity is not among yours: its term or whoever is responsible has changed. Your list is below.
toast-items-changed = The checklist has changed. Please look again.
button-desk = { $count ->
    [one] Decide: { $count }
   *[other] Decide: { $count }
}
button-desk-close = Close: { $number }
button-desk-lost = Check: { $number }
button-desk-handover = Hand over: { $number }
button-desk-put-off = Open: { $number }
doubt-close = It looks done: { $found } Close it?
doubt-lost = The activity is closed, but { $lost } Open it again?
doubt-closed = Closed.
doubt-not-yet = All right, it stays open.
doubt-reopened = The activity is open again.
doubt-left = All right, it stays closed.
button-doubt-close = Yes, close it
button-doubt-not-yet = Not yet
button-doubt-reopen = Open again
button-doubt-leave = Leave it
notice-desk = { $count ->
    [one] { $count } question waits for your decision.
   *[other] { $count } questions wait for your decision.
}
notice-desk-more = { $count ->
    [one] And { $count } more question: press “Decide”.
   *[other] And { $count } more questions: press “Decide”.
}

# Remind me later
button-remind-later = Remind me later
later-ask = When shall I remind you?
later-past-due = ⚠ — that is after the due day.
later-last = This is the last time: after it the curator hears of it.
later-often = { $times ->
    [one] You have put this off { $times } time, and the curator knows of it. Mark it as done or hand it over.
   *[other] You have put this off { $times } times, and the curator knows of it. Mark it as done or hand it over.
}
later-done = All right, I will remind you { $day }.
later-curator-sees = { $times ->
    [one] You have put it off { $times } time, so the curator hears of it too.
   *[other] You have put it off { $times } times, so the curator hears of it too.
}
later-waits = I will remind you { $day }.
button-later-tomorrow = Tomorrow
button-later-in_three_days = In 3 days
button-later-monday = On Monday
button-later-day_before = The day before
button-later-after_days_off = After the days off

# Not my task
button-not-mine = Not my task
not-mine-ask = Why? The curator will give the activity to somebody else; until then it is the curator’s.
button-not-mine-not_my_role = Not my role
button-not-mine-on_leave = I go on leave
button-not-mine-somebody_else = Somebody else does it
button-not-mine-unsaid = No explanation
not-mine-said = I have passed it to the curator. I will write to you what is decided.
handover-why-not_my_role = another role
handover-why-on_leave = leave
handover-why-somebody_else = somebody else does it
handover-why-unsaid = no explanation
handover-why-curators_word = the curator's decision
handover-said = { $who }: not my task ({ $why }).
handover-said-once = { $who }: not this time ({ $why }).
handover-ask =
    Who is to have it?
    The number beside a name is how many activities they have in the next six weeks.
handover-far = ⚠ — the bot cannot write to this colleague yet.
handover-done-far = The bot cannot write to them yet. Please tell them yourself.
button-pass-on = Hand over
pass-on-now = Now: { $names }
handover-waits = { $who } ({ $why }) — waits for the curator
handover-returned = { $who } ({ $why }) — decided to leave it there
handover-given = { $who } ({ $why }) → { $to }
handover-nobody = no longer on the staff list
handover-done = { $name } does it now.
button-handover-to = { $name } · { $load }
button-handover-return = Leave it: { $name }
button-handover-me = I take it
notice-row-given = The curator has given you the activity “{ $heading }”.
notice-row-taken = The activity “{ $heading }” is no longer yours, { $name } does it now.
notice-row-stays = The curator asks you to do it after all: “{ $heading }”.

# Not reached
button-unreached = Not reached
unreached = Not reached
unreached-empty = The bot can write to everybody who has activities or questions now.
unreached-blocked = ▫ { $name } — stopped the bot on { $day }
unreached-never = ▫ { $name } — has not come in yet
unreached-rows = { $count ->
    [one] { $count } activity in the next two weeks
   *[other] { $count } activities in the next two weeks
}
unreached-asked = a question about a pair is waiting
unreached-idle = { $count ->
    [one] { $count } more person is out of reach, but has nothing to do yet.
   *[other] { $count } more people are out of reach, but have nothing to do yet.
}
unreached-do = Remind them yourself or send the link once more.
notice-unreached = They stopped the bot, and messages do not reach them: { $names }.
