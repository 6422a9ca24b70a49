## Menu

button-become-mentor = Become a mentor
button-need-mentor = I need a mentor
button-consents = My consents
button-my-data = My data
button-bank-mentors = Bank of mentors
button-bank-mentees = Bank of mentees

## Consents

consents =
    My consents

    Each is given on its own and can be withdrawn on any day.
consent-version = Version { $version }
button-consent-give = I consent
button-consent-refuse = I do not
button-consent-withdraw = Withdraw
button-consent-withdraw-sure = Yes, withdraw
button-consent-read-again = Read it again
consent-not-asked = ○ Not asked yet
consent-given = ✓ Given on { $since }
consent-given-paper = ✓ Given on paper on { $since }
consent-given-older = ✓ Given on { $since }, but the text has changed since. Please read the new one.
consent-refused = ✗ Refused on { $since }
consent-withdrawn = ✗ Withdrawn on { $since }
consent-withdrawn-done = The consent is withdrawn. If you change your mind, give it here.
consent-text-changed = The text changed while you were reading. Here is the new one: please decide on it.
consent-needed =
    The form cannot be opened yet

    You did not consent to the processing of personal data. Without it we may not keep your answers or look for a pair. Nothing else at work depends on it.

    If you change your mind, read the text again or ask the curator for a paper form.
papers = Note a consent that this person signed on paper. Keep the paper itself.
paper-day = What is the date on the paper? Type it like 01.09.2026.
paper-day-unclear = I could not read the date. Type it like this: { $example }.
paper-day-strange = The date must not be later than today or older than two years.
paper-noted = Noted.
button-paper-today = Today
colleague-gone = This person is no longer on the staff list.

consent-decision-given = given
consent-decision-refused = refused
consent-decision-withdrawn = withdrawn

## The questionnaire

form-heading = { $title } · { $number } of { $of }
form-line = <i>{ $label }:</i> { $answer }
form-gone = This form was already sent or withdrawn. Open it again from the menu.
form-paused =
    <b>{ $title }</b>

    This form is not finished, { $answered } of { $asked } done. Everything is kept.
form-typed-before = Now it says: “{ $text }”. To change it, send a new text.
form-type-now = Type the answer as a message.
form-no-colleagues = There is nobody to choose yet: only you are on the staff list.
form-search-by-name = Press a name, or type the beginning of a surname.
form-search-unclear = To find a colleague, type the beginning of a surname or a name.
form-found = Found for “{ $name }”: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }.
form-found-nobody = Nobody found for “{ $name }”. Try otherwise: the beginning of a surname is enough.
form-chosen = Chosen: { $names }
form-review = <b>{ $title } · check</b>
form-review-ready = Is everything right? Send the form, or press the answer that needs a change.
form-review-open = One question still needs an answer. The form cannot be sent without it.
form-sent =
    <b>{ $title }</b>
    Sent on { $day }
form-sent-change = Until a pair is made, answers can be corrected or withdrawn.
form-sent-paired = A pair is made already, so the answers do not change any more. If something is wrong, tell the curator.
form-opened-again = The form is open again. The curator will see it when you send it once more.
form-withdraw =
    Withdraw: { $title }?

    The answers will be deleted and the curator will no longer see them. No pair will be made from them. You can fill the form in again any day.
form-withdrawn = The form is withdrawn, the answers are deleted.
button-form-begin = Begin
button-form-resume = Go on
button-form-anew = Start afresh
button-form-other = Open the other
button-form-next = Next →
button-form-skip = Skip →
button-form-finish = Enough, check it →
button-form-everybody = Show everybody
button-form-answer-rest = Answer →
button-form-send = Send the form
button-form-correct = Correct
button-form-withdraw = Withdraw the form
button-form-withdraw-sure = Yes, withdraw

answer-person-gone = (not on the list)
answer-scale = { $number } of { $to }

## Banks

bank-mentors = Bank of mentors
bank-mentees = Bank of mentees
bank-count = Filled in: { $finished } of { $staff }{ $drafts ->
        [0] {""}
       *[other] , drafts: { $drafts }
    }
bank-mentors-empty = Nobody yet. Invite experienced colleagues: give them the invitation link and ask them to press “Become a mentor” in the menu.
bank-mentees-empty = Nobody yet. Invite young and new colleagues: give them the invitation link and ask them to press “I need a mentor” in the menu.
bank-found = Through the filter: { $count }
bank-nobody-found = Nobody passes the filter. Take one condition away.
bank-sieve = <b>{ $title }</b>
    Whom to show?
bank-sieve-gone = This question is no longer a filter.
button-bank-any = All
button-bank-unpaired = Without a pair
button-bank-table = XLSX table
bank-of-year = School year { $year }
button-bank-complete = The bank is complete
button-bank-on = Still gathering
bank-complete = Complete since { $day }. Whoever sends the questionnaire later still joins.
button-card-consents = Consents
card-main = The main things
card-more = More
card-private = Only you see this
toast-not-in-bank = This person is no longer in the bank.
toast-file-coming = Preparing the file.
bank-table = { $count ->
        [0] Nobody is in the bank yet: the table has headings only.
        [one] The bank as a table: { $count } form. Personal data inside: do not pass it on.
       *[other] The bank as a table: { $count } forms. Personal data inside: do not pass it on.
    }
bank-table-made = { $organisation } · { $day } · { $count ->
        [one] { $count } form
       *[other] { $count } forms
    }
bank-table-empty = Nobody has sent the form yet.
bank-column-name = Full name
bank-column-position = Post

notice-urgent-request =
    <b>{ $name }</b> needs help now.

    The request for a mentor says so. Look at the answers and find this pair first.
notice-consent-withdrawn =
    <b>{ $name }</b> withdrew a consent.
    { $title }

    { $effect }

## My data

my-data =
    <b>My data</b>

    { $name }
    Post: { $position }
my-data-sent = { $title }: sent, { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
my-data-draft = { $title }: draft, { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
my-data-consents = Consents in force: { $count }
my-data-who-sees = Only the curator sees the forms. A pair learns about each other what their meetings need.
my-data-forget =
    Delete all your answers?

    Forms and drafts will be gone, the curator will no longer see them, no pair will be made from them. Consents and the staff list stay.
my-data-forgotten = The answers are deleted.
button-my-data-export = Get as a file
button-my-data-forget = Delete my answers
button-my-data-forget-sure = Yes, delete
my-data-document = This is what I keep about you: your entry on the staff list, consents, answers and pairs.
my-data-pair = Pair { $year }: { $name }
my-data-file = My data
my-data-name = Full name: { $name }
my-data-position = Post: { $position }
my-data-roles = Roles in the programme: { $roles }
my-data-organisation = Organisation: { $organisation }
my-data-consents-heading = Decisions on consents:
my-data-state-draft = draft
my-data-state-finished = sent
my-data-state-withdrawn = withdrawn
