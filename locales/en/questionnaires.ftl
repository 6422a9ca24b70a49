# Texts of the questionnaires. Keys: question-<form>-<question>, label-… (a word or two for a card and a table),
# hint-… (a line under the question, not for every one), option-<set or question>-<code>.

## The mentor's form

questionnaire-mentor-title = Mentor's form
questionnaire-mentor-intro =
    Tell us whom you can help and with what. The curator uses these answers to find you a match.

    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }. Mostly one tap each. If you stop halfway, your answers are kept: go on from where you left.
questionnaire-mentor-finish =
    Thank you! The curator has your form.
    When there is a colleague you could help, I will write and ask whether you agree.

label-mentor-levels = Level
question-mentor-levels = Whom do you work with?
hint-mentor-levels = Tick everything that fits, then press “Next”.

label-mentor-subjects = Teaches
question-mentor-subjects = What do you teach?
hint-mentor-subjects = A subject, an age group or a field. Up to four.

label-mentor-experience = Experience
question-mentor-experience = How long have you been teaching?

label-mentor-helps_with = Helps with
question-mentor-helps_with = What can you help with?
hint-mentor-helps_with = Up to five: what you do best.

label-mentor-capacity = Takes on
question-mentor-capacity = How many colleagues can you take on?
hint-mentor-capacity = You will not be offered more than that.

label-mentor-format = Format
question-mentor-format = How would you rather meet?

label-mentor-slots = Good times
question-mentor-slots = When is it good for you to meet?
hint-mentor-slots = Tick everything that fits. Skip it if you do not know yet.

label-mentor-kinds = Kind of work
question-mentor-kinds = Which kind of mentoring suits you?
hint-mentor-kinds = Several are fine. Skip it if you do not mind.

label-mentor-weekly_hours = Hours a week
question-mentor-weekly_hours = How much time a week can you give?

label-mentor-mentored_before = Mentored before
question-mentor-mentored_before = Have you been a mentor before?

label-mentor-category = Category
question-mentor-category = What is your qualification category?

label-mentor-materials = Can share
question-mentor-materials = What can you share with colleagues?
hint-mentor-materials = Lesson plans, open lessons, prizes. A few words, up to 1000 characters.

label-mentor-wish_persons = Would like
question-mentor-wish_persons = Whom would you like to work with?
hint-mentor-wish_persons = Up to three colleagues. Only the curator sees this.

label-mentor-avoid_persons = Not with
question-mentor-avoid_persons = Whom should you rather not be matched with?
hint-mentor-avoid_persons = Up to three colleagues. Only the curator sees this; no reason needed.

## The mentee's request

questionnaire-mentee-title = Request for a mentor
questionnaire-mentee-intro =
    Tell us what is hardest for you at the moment. The curator uses these answers to find you a mentor.

    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, { $questions ->
        [one] at most { $questions } question
       *[other] at most { $questions } questions
    }. Mostly one tap each. If you stop halfway, your answers are kept: go on from where you left.
questionnaire-mentee-finish =
    Thank you! The curator has your request.
    When a mentor is found, I will write and ask whether you agree.

label-mentee-levels = Level
question-mentee-levels = Whom do you work with?
hint-mentee-levels = Tick everything that fits, then press “Next”.

label-mentee-subjects = Teaches
question-mentee-subjects = What do you teach?
hint-mentee-subjects = A subject, an age group or a field. Up to four.

label-mentee-status = Situation
question-mentee-status = Which of these describes you best now?

label-mentee-difficulties = Difficulties
question-mentee-difficulties = What do you need help with?
hint-mentee-difficulties = Up to five. Nobody grades you: this is how we look for the right person.

label-mentee-main_difficulty = Most important
question-mentee-main_difficulty = Which of these matters most?
hint-mentee-main_difficulty = The mentor will start with it.

label-mentee-urgency = Urgency
question-mentee-urgency = How urgent is it?
hint-mentee-urgency = If you choose “I need help now”, the curator hears of it at once.

label-mentee-format = Format
question-mentee-format = How would you rather meet?

label-mentee-slots = Good times
question-mentee-slots = When is it good for you to meet?
hint-mentee-slots = Tick everything that fits. Skip it if you do not know yet.

label-mentee-frequency = How often
question-mentee-frequency = How often would you like to meet?

label-mentee-kinds = Kind of work
question-mentee-kinds = Which kind of help suits you?
hint-mentee-kinds = Several are fine. Skip it if you do not mind.

label-mentee-confidence = Confidence
question-mentee-confidence = How sure do you feel in your work?
hint-mentee-confidence = 1 — it is still very hard, 5 — I feel sure.

label-mentee-experience = Experience
question-mentee-experience = How long have you been teaching?

label-mentee-goal = Expects
question-mentee-goal = What should be different in a year?
hint-mentee-goal = A sentence or two will do, up to 1000 characters.

label-mentee-wish_persons = Would like
question-mentee-wish_persons = Whom would you like as a mentor?
hint-mentee-wish_persons = Up to three colleagues. Only the curator sees this.

label-mentee-avoid_persons = Not with
question-mentee-avoid_persons = Whom should you rather not be matched with?
hint-mentee-avoid_persons = Up to three colleagues. Only the curator sees this; no reason needed.

## Options

option-levels-preschool = Kindergarten
option-levels-primary = Primary school
option-levels-basic = Years 5–9
option-levels-secondary = Years 10–11
option-levels-additional = Clubs and arts

option-school_subjects-primary_classes = Primary classes
option-school_subjects-russian_literature = Russian, literature
option-school_subjects-mathematics = Mathematics
option-school_subjects-informatics = Computing
option-school_subjects-physics = Physics
option-school_subjects-chemistry = Chemistry
option-school_subjects-biology = Biology
option-school_subjects-geography = Geography
option-school_subjects-history_society = History, society
option-school_subjects-foreign_language = Foreign language
option-school_subjects-arts_music = Art, music
option-school_subjects-technology = Crafts, technology
option-school_subjects-physical_education = PE
option-school_subjects-life_safety = Safety, defence

option-age_groups-group_early = Nursery, under 3
option-age_groups-group_junior = Ages 3–4
option-age_groups-group_middle = Ages 4–5
option-age_groups-group_senior = Ages 5–6
option-age_groups-group_preparatory = Pre-school year
option-age_groups-group_mixed = Mixed ages
option-age_groups-music_leader = Kindergarten music
option-age_groups-sports_instructor = Kindergarten PE

option-directions-dir_technical = Technology clubs
option-directions-dir_science = Natural sciences
option-directions-dir_sports = Sports
option-directions-dir_arts = Arts
option-directions-dir_tourism = Hiking, local lore
option-directions-dir_social = Society, law

option-support_posts-psychologist_speech = Psychology, speech
option-support_posts-after_school = After-school group
option-support_posts-other_post = Other

option-experience-under_3 = Under 3 years
option-experience-from_3 = 3–5 years
option-experience-from_5 = 5–10 years
option-experience-from_10 = 10–20 years
option-experience-from_20 = Over 20 years

option-difficulties-planning = Planning
option-difficulties-documents = Paperwork, register
option-difficulties-lesson = The modern lesson
option-difficulties-motivation = Motivation
option-difficulties-discipline = Discipline
option-difficulties-assessment = Assessment
option-difficulties-special_needs = Special and gifted
option-difficulties-parents = Parents
option-difficulties-class_teacher = Being class teacher
option-difficulties-extracurricular = After lessons
option-difficulties-digital = Digital tools
option-difficulties-exams = State exams
option-difficulties-attestation = Attestation
option-difficulties-colleagues = Getting on together
option-difficulties-burnout = Tiredness, burnout

option-kinds-traditional = One to one
option-kinds-group = In a group
option-kinds-short_term = For one task
option-kinds-reverse = Teaching each other
option-kinds-situational = When needed
option-kinds-speed = Short meetings
option-kinds-virtual = At a distance

option-formats-in_person = In person
option-formats-remote = Online
option-formats-mixed = Both

# A cell of the table is labelled with its day and part of the day: “Mon morning”.
option-days-mon = Mon
option-days-tue = Tue
option-days-wed = Wed
option-days-thu = Thu
option-days-fri = Fri
option-days-sat = Sat
option-day_parts-morning = morning
option-day_parts-afternoon = afternoon
option-day_parts-evening = evening

option-capacity-one = One
option-capacity-two = Two
option-capacity-three = Three
option-capacity-group = A group

option-weekly_hours-one = 1 hour
option-weekly_hours-two = 2 hours
option-weekly_hours-three = 3 hours or more
option-weekly_hours-varies = It varies

option-mentored_before-never = No
option-mentored_before-once = Yes, once
option-mentored_before-several = Yes, several times

option-category-none = None
option-category-suitability = Post confirmed
option-category-first = First
option-category-highest = Highest
option-category-methodist = Methodist teacher
option-category-mentor = Mentor teacher

option-status-young = Up to 3 years in
option-status-newcomer = New to this staff
option-status-returning = Back after a break
option-status-new_post = In a new post
option-status-attestation = Facing attestation
option-status-student = Student, trainee

option-urgency-usual = No hurry
option-urgency-urgent = I need help now

option-frequency-weekly = Every week
option-frequency-fortnightly = Every two weeks
option-frequency-monthly = Once a month
option-frequency-on_request = When needed

## Why an answer is not taken

error-answer-too-long =
    Too long: there is room for { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }. Please shorten it by about { $over } and send it again.
error-answer-too-short =
    Too short: at least { $min ->
        [one] { $min } character is
       *[other] { $min } characters are
    } needed.
error-answer-too-many =
    At most { $max ->
        [one] { $max } item
       *[other] { $max } items
    } can be ticked. Untick one to make room for another.
error-answer-not-an-option = That option is no longer here. Please choose from the buttons under the question.
error-answer-empty = Nothing here yet. Write at least a word or tick at least one item.
error-answer-not-a-number = A number is needed. Press a button or write it in figures.
error-answer-out-of-range = Any number from { $from } to { $to } will do.
error-answer-needs-text = Text is needed here. Please write your answer as a message.
error-answer-needs-button = This one is answered with buttons. Press one under the question.
error-answer-not-plain = This text holds characters that cannot be kept. Please type it again.
error-answer-not-optional = Without this answer the curator cannot find a match. Please choose at least one option.
error-answer-other-kind = The question has changed. Please answer it again.
