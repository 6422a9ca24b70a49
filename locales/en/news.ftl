# News: what the channel sees

post-event = <b>When:</b> { $day }

# The announcement of pairs
announcement-title = { $count ->
    [1] A new mentoring pair
   *[other] New mentoring pairs
}
announcement-where = { $organisation }, school year { $year }
announcement-both = • { $mentor } is the mentor of { $mentee }
announcement-mentor = • { $mentor } is the mentor of a colleague
announcement-mentee = • { $mentee } works with a mentor
announcement-rest = { $count ->
    [one] and { $count } more pair
   *[other] and { $count } more pairs
}
announcement-unnamed = { $count ->
    [1] Two colleagues begin to work together.
   *[other] { $count } pairs begin to work together.
}
announcement-wish = { $count ->
    [1] We wish them success!
   *[other] We wish them all success!
}

# News: screens

menu-news = News
news-not-yours = News are published by the curator and by whoever the curator made responsible for publishing.
news-none = There is no news yet. Write the first piece: it comes out in the channel only when you send it off.
news-home =
    <b>News</b>
    Drafts: { $drafts } · waiting for their time: { $scheduled } · out: { $published }
news-trouble-count = { $count ->
    [one] { $count } piece of news did not come out, or it is not known whether it did. Open the list of past news.
   *[other] { $count } pieces of news did not come out, or it is not known whether they did. Open the list of past news.
}
news-no-channel = No channel is linked yet: the draft is kept, and you can publish it when the curator has linked the channel.
news-list-draft = Drafts
news-list-scheduled = Waiting for their time
news-list-past = Past news
news-list-empty = Nothing here yet.
news-without-text = (no text)
news-line-scheduled = { $when } · { $text }
news-line-unknown = ? { $text }
news-line-failed = ! { $text }

button-news-new = Write news
button-news-drafts = Drafts ({ $count })
button-news-scheduled = Scheduled ({ $count })
button-news-past = Past news ({ $count })
button-news-publish = Publish now
button-news-time = Set a time
button-news-edit = Change
button-news-drop = Delete
button-news-day = Event: date
button-news-no-day = Remove the date
button-news-no-photo = Remove the photo
button-news-cancel = Do not publish
button-news-keep = ← Keep it
button-news-drop-now = Yes, delete
button-news-list = To the list

news-write =
    <b>A new piece of news</b>
    Send the text, up to 3500 characters. You may send a photo with a caption at once, up to 1024 characters.
    Before it is published I show how the channel will see it.
news-rewrite =
    Now it is:

    { $text }

    Send the whole text anew or another photo. What you do not send stays as it is.
news-write-first = The photo is kept. Now send the text: with a photo up to 1024 characters.
news-too-long = { $over ->
    [one] Too long: take out { $over } character and send it again.
   *[other] Too long: take out { $over } characters and send it again.
}
news-caption-too-long = { $over ->
    [one] 1024 characters fit under a photo. Take out { $over } character and send it again, or publish without the photo.
   *[other] 1024 characters fit under a photo. Take out { $over } characters and send it again, or publish without the photo.
}
news-no-words = There is not a single word in it. Write the text of the news.
news-not-plain = This message holds signs that cannot be kept. Write the text again.
news-needs-photo = This is a file. Send the picture as a photo, or just the text.
news-use-buttons = To change the news press “Change”.

news-preview-header = This is how the channel “{ $channel }” will see it:
news-preview-plain = This is how the news will look:
news-scheduled-header = Comes out { $when } in the channel “{ $channel }”:
news-leaving-header = On its way to the channel “{ $channel }”:
news-published-header = Came out { $when } in the channel “{ $channel }”:
news-unknown-header = It is not known whether this came out: the connection broke while it was sent. Look into the channel “{ $channel }”.
news-failed-header = Did not come out. { $reason }
news-changed = The news changed while the screen was open. This is how it is now.
news-gone = This piece of news is gone.
news-toast-leaving = On its way to the channel
news-toast-scheduled = Scheduled
news-toast-cancelled = Will not come out
news-toast-too-late = It is being sent already
news-toast-dropped = Deleted

news-ask-day = When is the event? Press a button or write the date, for example “15.10” or “15 October”.
news-bad-day = I could not read the date. Write for example “15.10” or “15 October”.
news-ask-time =
    When shall it come out in the channel “{ $channel }”?
    Press a button or write the day and the time, for example “15.10 14:00”. It is your school's time; the clock there shows { $now }.
news-bad-time = I could not read the time. Write for example “15.10 14:00” or “tomorrow 9:00”.
news-time-past = That time has passed. Write another.
news-time-far = That is more than a year ahead. Write another time.
news-time-today = today { $time }
news-time-tomorrow = tomorrow { $time }
news-ask-drop = Delete this piece of news? It cannot be brought back.

notice-post-out = “{ $text }” has come out in the channel “{ $channel }”.

# When publishing did not work
trouble-post = The news “{ $text }”
trouble-pairs = { $count ->
    [one] The announcement of { $count } pair
   *[other] The announcement of { $count } pairs
}
trouble-unknown =
    <b>It is not known whether it came out</b>
    { $what }, channel “{ $channel }”.
    The connection broke while it was sent, and I do not repeat it on my own, so that it cannot come out twice. Look into the channel and choose.
trouble-failed =
    <b>It did not come out</b>
    { $what }, channel “{ $channel }”.
    { $reason }
trouble-why-rights = The bot may not write to this channel: it was removed or lost the right to post. Make the bot an administrator of the channel with the right to post messages, then press “Send again”.
trouble-why-channel = Meanwhile the organisation has another channel. Open the news or the pairs and publish it anew.
trouble-why-refused = The messenger did not take the message. Try again; if it fails again, change the text.
trouble-why-silent = The messenger could not be reached for a whole day. Check the connection and send it again.
trouble-not-yours = Only the curator and those responsible for publishing may decide this.
trouble-again = Very well, sending again: { $what }.
trouble-settled = Very well, it counts as out: { $what }.
trouble-left = Very well, it will not be sent: { $what }.
trouble-old = This was settled already: { $what }.
button-trouble-again = Send again
button-trouble-out = It is out
button-trouble-leave = Do not send
