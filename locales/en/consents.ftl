# Courtesy translations of the consents: the Russian text is the one that people agree to.
# Keys: consent-<kind>-title, -summary (a line in the list), -short (a button), -withdraw (what withdrawing means),
# -curator (what the curator does then), -text (the whole document).

consent-personal_data-title = Consent to the processing of personal data
consent-personal_data-summary = So that your form can be kept and a match found.
consent-personal_data-short = Personal data
consent-personal_data-withdraw = If you withdraw it, your forms leave the banks and the answers are deleted at once. Nobody will look for a pair for you. The curator will hear of it and settle what becomes of a pair you already have. You can consent again any day; the form will have to be filled in anew.
consent-personal_data-curator = The forms of this person are gone from the banks. If there is a pair or an order, decide how to go on.
consent-personal_data-text =
    (Courtesy translation; the Russian text applies.)

    I consent to the processing of my personal data in the mentoring programme (article 9 of Federal Law 152-FZ “On personal data”).

    By whom: { $organisation } (the operator). Inside the organisation the data are seen by the programme's curator and by those whose work needs it; the colleague in your pair sees only what concerns the pair. Nothing is passed on to other organisations.

    What for: to gather the banks of mentors and mentees, find a match, keep meetings and the programme, remind of deadlines, prepare the programme's orders and reports.

    Which data: full name; post, subject, experience, category; answers to the forms; facts about the pair and its meetings; the number of your messenger account. Passport, home address, phone and health are not needed: please do not write them in the chat.

    What is done with them: collecting, recording, arranging, storing, correcting, using, making anonymous, deleting and destroying, with a program and on paper. No decision is made by a program alone: a person approves each pair.

    How messages travel: what you write and press passes through the messenger's servers first. If that does not suit you, answer the curator on paper.

    Term: until the end of the school year in which you take part, and one more year for reports. Then the data are deleted or made anonymous.

    How to withdraw: on any day, with /consents in this chat or in writing to the curator, without giving reasons. Processing stops and the data are destroyed within 30 days; only documents that the law makes the organisation keep will stay.

    If you refuse: you cannot fill in the form here and no match can be offered. Your job, pay and the other consents are not affected.

    Where the law requires a written form, the curator gives you a paper to sign; address and identity document are entered only there, by hand.

consent-extra_duties-title = Consent to work as a mentor
consent-extra_duties-summary = So that you can be appointed a mentor.
consent-extra_duties-short = Work as a mentor
consent-extra_duties-withdraw = If you withdraw it, you will not be appointed as a mentor. If there is an order already, the curator will have it cancelled: the law gives three working days. The form and the other consents stay.
consent-extra_duties-curator = This person may not be appointed as a mentor. If there is an order already, have it cancelled within three working days.
consent-extra_duties-text =
    (Courtesy translation; the Russian text applies.)

    I agree to do mentoring work at { $organisation } beside my main work (article 351.8 of the Labour Code of the Russian Federation).

    What to do: help a colleague to settle in and to cope with difficulties; draw up a programme together; meet, visit each other's lessons, advise; sum up at the end. Whom to help is your decision, asked for each proposal.

    In which form: one to one or with a group, in person or online, as you ticked in the form and as you agree with the colleague.

    Term: from the date of the order that appoints the pair until the date stated in it, but not beyond the current school year. For a new year you will be asked again.

    Pay: the organisation sets the amount and the conditions. Content, term, form of the work and conditions of pay are written in a supplementary agreement to the employment contract. Read it before you sign: this consent does not replace it.

    How to stop early: tell the organisation at least three working days before, with /consents in this chat or in writing. With the same three working days the organisation may cancel the task. No reason is needed.

    If you refuse: you will not be appointed a mentor. Your form, help from another mentor for yourself and the other consents stay in force; your main work is not affected.

    The law requires written consent. Where the organisation has no electronic signature, the curator prints this text and you sign it on paper.

consent-publication-title = Consent to publishing your name
consent-publication-summary = So that the programme's news may name you.
consent-publication-short = Name in the news
consent-publication-withdraw = If you withdraw it, there will be no new posts with your name, and it will be taken out of earlier ones within three working days. Your pair and meetings do not depend on it.
consent-publication-curator = Do not name this person in the news. Take the name out of earlier posts within three working days.
consent-publication-text =
    (Courtesy translation; the Russian text applies.)

    I allow my data to be published: this is dissemination of personal data and needs a consent of its own (article 10.1 of Federal Law 152-FZ “On personal data”).

    By whom: { $organisation } (the operator).

    What for: to tell colleagues, parents and other organisations about mentoring.

    Which data: full name; post and subject; that you are a mentor or a mentee and with whom; the name of an event and your result in it. Answers to forms, difficulties and marks are never published. Photographs are not included: you will be asked about each one.

    Where: the organisation's channel in the messenger, the mentoring section of its site, its pages in social networks. The curator tells you their exact addresses.

    What is done with the data: placing, keeping on the page, correcting, deleting. Anybody may read them. Condition: you do not allow their use for advertising or sale.

    Term: until the end of the school year in which you take part, and one more year.

    How to withdraw: on any day, with /consents in this chat or in writing to the curator, without giving reasons. There will be no new publications with your name, and it is taken out of earlier ones within three working days. Copies made by others are beyond the organisation's reach.

    If you refuse: the news will not name you. Your pair, meetings, thanks and all the rest do not depend on it.
