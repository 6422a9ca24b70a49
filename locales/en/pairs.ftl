# Matching

menu-matching = Match pairs
menu-pairs = Pairs
menu-my-pair = My pair

matching-title = Matching
matching-banks = In the banks: mentors { $mentors }, mentees { $mentees }.
matching-no-mentors = The bank of mentors is empty. Invite colleagues: everybody has “Become a mentor” in the menu.
matching-no-mentees = The bank of mentees is empty. Invite colleagues: everybody has “I need a mentor” in the menu.
matching-before = I compare everybody with everybody and propose pairs with the reasons. Nobody is told anything until you decide.
matching-result = { $pairs ->
    [one] { $pairs } pair found
   *[other] { $pairs } pairs found
} of { $of }, without a pair: { $left }.
matching-pin-refused = { $couple } could not be kept together: { $why }.
matching-toast-done = Done
matching-pairs-title = { $count ->
    [one] <b>Who with whom: { $count } pair</b>
   *[other] <b>Who with whom: { $count } pairs</b>
}
    Press a pair to see why it fits, or to change it.
matching-line-pinned = ✓ { $couple }
matching-line-banned = ✕ { $couple }
matching-couple =
    <b>Mentor:</b> { $mentor }
    <b>Mentee:</b> { $mentee }
matching-why = <b>Why they fit</b>
matching-doubts = <b>What speaks against it</b>
matching-no-reasons = Their answers have nothing in common: you decide.
matching-point = • { $text }
matching-and-more = … and { $count } more
matching-pinned = ✓ Kept together by you: this pair stays when you match again.
matching-others = Another mentor for: { $mentee }
matching-others-now = Now: { $mentor }
matching-others-how = Who fits best comes first. Choose one: the pair is kept together, and I match the others again.
matching-others-none = Nobody else fits: the others have no room, asked not to be together, or you ruled it out.
matching-fits-very-well = { $mentor }: fits very well
matching-fits-well = { $mentor }: fits
matching-fits = { $mentor }: possible
matching-fits-badly = { $mentor }: hardly
matching-changed = While the screen was open another curator changed the matching, so I did nothing.
matching-changed-now = { $mentee }: the mentor is { $mentor } now.
matching-changed-none = { $mentee }: without a pair now.
matching-again-now = Matched again. { $mentee }: the mentor is { $mentor }.
matching-again-none = Matched again. { $mentee }: no mentor yet, the reason is under “Without a pair”.
matching-again-aside = { $mentee }: not this time. You can take them in again under “Without a pair”.
matching-left-title = { $count ->
    [one] Without a pair: { $count } person
   *[other] Without a pair: { $count } people
}
matching-left-empty = Everybody has a pair.
matching-left-aside = You left them out.
matching-left-no-consent = No consent to the use of personal data. Ask them to open “My consents” in the menu.
matching-left-no-room = { $mentors } would fit but have no room. Ask whether they take one more, or find another mentor.
matching-left-ruled-out = None of the mentors fits:
matching-left-stop = • { $stop }: { $count }
matching-wishes =
    <b>Your wishes</b>
    ✓ kept together, ✕ ruled out. Press one to forget it: I match again at once.
matching-wishes-empty = No wishes any more.

matching-ask = { $pairs ->
    [one] <b>Ask { $pairs } pair?</b>
   *[other] <b>Ask { $pairs } pairs?</b>
}
    Each of the two gets a message: the other's name and position, why they fit, and the buttons “I agree” and “Not now”.
matching-ask-then = After two days of silence I remind them, after four I tell you, after seven the question is closed.
matching-ask-no-chat = Have not opened the bot and will not see the question: { $people }.
matching-asked = { $count ->
    [one] Asked { $count } pair. The answers come here.
   *[other] Asked { $count } pairs. The answers come here.
}
matching-skipped = Not asked, because things have changed meanwhile: { $couples }.

button-matching-run = Match →
button-matching-again = Match again
button-matching-pairs = Who with whom ({ $count })
button-matching-left = Without a pair ({ $count })
button-matching-wishes = Your wishes ({ $count })
button-matching-ask = Ask all ({ $count })
button-matching-pin = Keep together
button-matching-unpin = Do not keep
button-matching-ban = Rule out
button-matching-others = Another mentor
button-matching-aside = Leave out
button-matching-return = Take in: { $mentee }
button-matching-find = Who takes: { $mentee }

# Why they fit: whole sentences without a full stop
reason-main_difficulty = Helps with what matters most: { $what }
reason-main_difficulty_missed = What matters most, { $what }, is not among what the mentor helps with
reason-difficulties = Helps with what is hard: { $what }
reason-subject = Teach the same: { $what }
reason-level = Work with the same ages: { $what }
reason-kind = Like the same kind of work: { $what }
reason-slots = Both are free: { $what }
reason-no_common_slots = No common free time in their answers
reason-format = Like to meet in the same way: { $what }
reason-flexible_format = Will easily agree on how to meet: { $what }
reason-different_formats = Like to meet in different ways: { $what }
reason-experience = The mentor's years of teaching: { $what }
reason-been_mentor = The mentor has helped colleagues before
reason-mentor_wish = The mentor wished to work with this colleague (only you know)
reason-mentee_wish = The mentee wished for this very mentor (only you know)
reason-urgent = Help is needed soon
reason-other_mentees = The mentor has other mentees: { $what }

# What forbids a pair: a part of a sentence
stop-not_in_bank = there is no response in the bank
stop-same_person = it is one and the same person
stop-direct_boss = the mentor is the direct boss
stop-mentor_veto = the mentor asked not to be put with them
stop-mentee_veto = the mentee asked not to be put with them
stop-mentor_consent = the mentor has not consented
stop-mentee_consent = the mentee has not consented
stop-banned = you ruled it out, or they have declined
stop-pinned_elsewhere = the mentee is kept with another mentor
stop-no_room = the mentor has no room

# Pairs: the list and the card

pairs-title = Pairs of the school year { $year }
pairs-none = No pairs yet. Begin with matching: it proposes who fits whom.
pairs-how = Press to see a list.
pairs-state-count = { $state }: { $count }
pairs-list = { $state }: { $count }
pairs-list-empty = Nobody here any more.
pair-state-proposed = Waiting for answers
pair-state-agreed = Agreed, wait for the order
pair-state-ordered = In an order
pair-state-active = At work
pair-state-completed = Completed
pair-state-declined = Declined
pair-state-expired = No answer
pair-state-dissolved = Dissolved
pair-side-mentor = the mentor
pair-side-mentee = the mentee

button-pairs-matching = Match pairs
button-pairs-order = Enter the order ({ $count })
button-pairs-announce = Tell the channel ({ $count })
button-pairs-other = Find another
button-pair-card = Open the pair
button-pair-order = Enter the order
button-pair-dissolve = Dissolve
button-pair-complete = Complete
button-pair-again = Ask again
button-pair-keep = ← Keep it
button-pair-dissolve-sure = Yes, dissolve
button-pair-complete-sure = Yes, complete

pair-card =
    <b>Mentor:</b> { $mentor }
    <b>Mentee:</b> { $mentee }
    { $state }
pair-gone = This pair is not here. Open /menu.
pair-changed = While the screen was open the pair changed, so I did nothing. This is how it is now.
pair-asked = Asked: { $day }
pair-agreed-on = Agreed, { $who }: { $when }
pair-awaited = Has not answered yet: { $who }
pair-order = Order No. { $number } of { $day }
pair-since = At work since { $day }
pair-completed = Completed: { $day }
pair-declined = Declined, { $who }: { $when }
pair-expired = Closed without an answer: { $day }
pair-dissolved = Dissolved { $day }: { $why }
pair-announced = Announced in the channel
pair-announcing = The announcement is on its way to the channel
pair-announced-unknown = It is not known whether the announcement came out: look into the channel
pair-announced-failed = The announcement did not come out
pair-not-announced = Not announced in the channel yet
pair-again-busy = The mentee is in another pair already.
pair-again-done = Asked again

pair-dissolve-ask =
    Dissolve the pair { $couple }?
    Choose the reason.
pair-dissolve-sure-ask =
    Dissolve the pair { $couple }?
    The reason: { $why }. Only you see the reason; I write to both that the pair has ended.
pair-dissolve-law = Article 351.8 of the Labour Code wants a written notice at least three working days ahead.
pair-dissolve-mentor_refused = The mentor refused
pair-dissolve-employer_cancelled = The employer decided
pair-dissolve-mentee_refused = The mentee refused
pair-dissolve-by_agreement = By agreement
pair-dissolve-mentor_left = The mentor has left
pair-dissolve-mentee_left = The mentee has left
pair-dissolve-consent_withdrawn = A consent was withdrawn
pair-dissolve-other = Another reason
pair-complete-ask =
    Complete the programme of { $couple }?
    Both get a word of thanks.

# The order

order-nothing = No pair waits for an order now.
order-pick =
    <b>Which pairs does the order name?</b>
    Chosen: { $chosen } of { $of }.
order-pick-one = Choose at least one pair.
order-number = { $count ->
    [one] The order names { $count } pair. What is its number? Write for example “45-k”.
   *[other] The order names { $count } pairs. What is its number? Write for example “45-k”.
}
order-bad-number = { $max ->
    [one] That is no number: letters or figures, at most { $max } character.
   *[other] That is no number: letters or figures, at most { $max } characters.
}
order-date = { $count ->
    [one] Order No. { $number }, { $count } pair. What is its date? Press a button or write for example “1 October”.
   *[other] Order No. { $number }, { $count } pairs. What is its date? Press a button or write for example “1 October”.
}
order-today = Today, { $day }
order-yesterday = Yesterday, { $day }
order-bad-date = I could not read the date. Write for example “01.10.2026” or “1 October”.
order-future = That day has not come yet. Enter the order when it is signed.
order-title = Order No. { $number } of { $day }
order-ready = { $count ->
    [one] { $count } pair becomes official, both get a message:
   *[other] { $count } pairs become official, everybody gets a message:
}
order-lacking = { $count ->
    [one] { $count } pair has to wait, consents are missing:
   *[other] { $count } pairs have to wait, consents are missing:
}
order-lacks = • { $name }: { $what }
order-lacks-personal_data = the use of personal data
order-lacks-extra_duties = the mentor's additional work
order-lacks-publication = the publication of the name
order-lacking-do = Ask them to open “My consents” in the menu. What was signed on paper you can note in the bank, on the person's card.
order-nobody-ready = There is nothing to enter yet. The pairs can wait: come back when the consents are there.
order-no-channel = No channel is linked, so there will be no announcement. You can send it later: “Pairs”, then “Tell the channel”.
order-preview =
    One message comes out in the channel “{ $channel }”, naming only those who agreed to it:
    <blockquote>{ $post }</blockquote>
order-preview-long = One message with all pairs comes out in the channel “{ $channel }”, naming only those who agreed to it.
order-made = { $count ->
    [one] Done: { $count } pair is official.
   *[other] Done: { $count } pairs are official.
}
order-made-announced = { $count ->
    [one] Done: { $count } pair is official. The announcement is on its way to the channel.
   *[other] Done: { $count } pairs are official. The announcement is on its way to the channel.
}
button-order-all = All { $count }
button-order-none = None
button-order-next = Next →
button-order-make = Make official ({ $count })
button-order-quiet = Without the channel
button-order-announce = Make official, announce ({ $count })
announce-nothing = Nothing to announce: the channel knows of all pairs.
announce-no-channel = No channel is linked yet. Link it in the organisation's settings, then you can announce from here.
button-announce = Publish

# My pair

my-pairs = My pair
my-pairs-none = No pair yet. When the curator proposes one I write to you.
my-mentee = You help: { $name }
my-mentor = Your mentor: { $name }
my-pair-your-turn = We wait for your answer.
my-pair-their-turn = You agreed, the other answer has not come yet.
my-pair-agreed = Both agree. The curator prepares the order.
my-pair-official = Order No. { $number } of { $day }
my-pair-leave =
    Decline the pair with { $name }?
    You need not say why. The curator finds another.
button-pair-leave = Decline: { $name }
button-pair-stay = ← Stay
button-pair-leave-sure = Yes, decline
button-pair-yes = I agree
button-pair-no = Not now

pair-yes = Thank you, you agreed: { $name }. We wait for the other answer. I write to you when all is settled.
pair-yes-both = Thank you! Now both agree, you and { $name }. The curator enters the order, and I write to you.
pair-no = Very well, not this pair this time: { $name }. The curator finds another. If you pressed by mistake, tell the curator, who can ask again.
pair-answered-yes = You agreed already: { $when }. If you changed your mind, open /menu, “My pair”.
pair-answered-no = You declined already: { $when }. If you changed your mind, tell the curator, who can ask again.
pair-answer-late = This question is closed: nothing came of the pair. The curator finds another.
pair-answer-official = The order has made the pair official. If something has changed, tell the curator.

notice-pair-asked-mentor =
    <b>Will you be a mentor?</b>
    The curator proposes that you help a colleague: { $name }.
notice-pair-asked-mentee =
    <b>A mentor was found for you</b>
    The curator proposes: { $name }.
notice-pair-nudged = A reminder: you have not answered yet.
notice-pair-why = Why you fit each other:
notice-pair-until = Please answer no later than { $day }. You may decline without saying why.
notice-pair-agreed = { $count ->
    [one] <b>Both sides agree</b>
    { $couple }
    Enter the order. { $count } pair waits for it.
   *[other] <b>Both sides agree</b>
    { $couple }
    Enter the order. { $count } pairs wait for it.
}
notice-pair-declined-mentor =
    <b>Not now</b>
    { $couple }: the mentor declined. Find another pair.
notice-pair-declined-mentee =
    <b>Not now</b>
    { $couple }: the mentee declined. Find another pair.
notice-pair-silent =
    <b>Silence</b>
    { $couple } — I have sent a reminder, no answer yet: { $who }
    If there is no answer { $day }, the question is closed.
notice-pair-expired =
    <b>No answer came</b>
    { $couple }: the question is closed. Find another pair or ask again.
notice-pair-off = Nothing came of the pair: { $name }. It happens and is not your fault. The curator finds another.
notice-pair-dissolved = Your pair has ended: { $name }. If you have questions, write to the curator.
notice-pair-completed = The programme is completed: { $name }. Thank you for your work!
notice-pair-official-mentor =
    <b>You are a mentor</b>
    Your mentee: { $name }.
    Order No. { $number } of { $day }. Agree on the first meeting within the week.
notice-pair-official-mentee =
    <b>You have a mentor</b>
    { $name }.
    Order No. { $number } of { $day }. Agree on the first meeting within the week.
