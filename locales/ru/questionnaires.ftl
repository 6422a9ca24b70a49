# Тексты анкет. Ключи: question-<анкета>-<вопрос>, label-… (одно-два слова для карточки и таблицы),
# hint-… (строка под вопросом, бывает не у каждого), option-<набор или вопрос>-<код>.

## Анкета наставника

questionnaire-mentor-title = Анкета наставника
questionnaire-mentor-intro =
    Расскажите, кому и в чём вы готовы помочь. По этим ответам куратор подберёт вам пару.

    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }, { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }. Почти везде достаточно нажать кнопку. Прервётесь — ответы сохранятся, продолжите с того же места.
questionnaire-mentor-finish =
    Спасибо! Анкета у куратора.
    Когда найдётся коллега, которому вы подходите, я напишу вам и спрошу, согласны ли вы.

label-mentor-levels = Уровень
question-mentor-levels = С кем вы работаете?
hint-mentor-levels = Отметьте всё, что подходит, и нажмите «Дальше».

label-mentor-subjects = Что ведёт
question-mentor-subjects = Что вы ведёте?
hint-mentor-subjects = Предмет, группа или направление. Не больше четырёх пунктов.

label-mentor-experience = Стаж
question-mentor-experience = Какой у вас педагогический стаж?

label-mentor-helps_with = Чем поможет
question-mentor-helps_with = В чём готовы помогать?
hint-mentor-helps_with = До пяти пунктов: то, что у вас получается лучше всего.

label-mentor-capacity = Сколько возьмёт
question-mentor-capacity = Скольких коллег готовы взять?
hint-mentor-capacity = Больше этого числа никто вам не предложит.

label-mentor-format = Формат
question-mentor-format = Как вам удобнее встречаться?

label-mentor-slots = Удобное время
question-mentor-slots = Когда вам удобно встречаться?
hint-mentor-slots = Отметьте всё подходящее. Если пока не знаете — пропустите.

label-mentor-kinds = Вид работы
question-mentor-kinds = Какой вид наставничества вам ближе?
hint-mentor-kinds = Можно отметить несколько. Пропустите, если всё равно.

label-mentor-weekly_hours = Часов в неделю
question-mentor-weekly_hours = Сколько времени в неделю вы готовы отдавать?

label-mentor-mentored_before = Был наставником
question-mentor-mentored_before = Были ли вы наставником раньше?

label-mentor-category = Категория
question-mentor-category = Какая у вас категория?

label-mentor-materials = Чем поделится
question-mentor-materials = Чем готовы поделиться с коллегами?
hint-mentor-materials = Разработки, конспекты, открытые уроки, победы в конкурсах. Напишите коротко, до 1000 знаков.

label-mentor-wish_persons = Хочет работать с
question-mentor-wish_persons = С кем вам хотелось бы работать?
hint-mentor-wish_persons = До трёх коллег. Ответ увидит только куратор.

label-mentor-avoid_persons = Не ставить с
question-mentor-avoid_persons = С кем вас лучше не ставить в пару?
hint-mentor-avoid_persons = До трёх коллег. Ответ увидит только куратор, причину называть не нужно.

## Запрос наставляемого

questionnaire-mentee-title = Запрос на наставника
questionnaire-mentee-intro =
    Расскажите, что сейчас даётся труднее всего. По этим ответам куратор найдёт вам наставника.

    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }, { $questions ->
        [one] не больше { $questions } вопроса
        [few] не больше { $questions } вопросов
       *[many] не больше { $questions } вопросов
    }. Почти везде достаточно нажать кнопку. Прервётесь — ответы сохранятся, продолжите с того же места.
questionnaire-mentee-finish =
    Спасибо! Запрос у куратора.
    Когда наставник найдётся, я напишу вам и спрошу, согласны ли вы.

label-mentee-levels = Уровень
question-mentee-levels = С кем вы работаете?
hint-mentee-levels = Отметьте всё, что подходит, и нажмите «Дальше».

label-mentee-subjects = Что ведёт
question-mentee-subjects = Что вы ведёте?
hint-mentee-subjects = Предмет, группа или направление. Не больше четырёх пунктов.

label-mentee-status = Кто сейчас
question-mentee-status = Что лучше всего говорит о вас сейчас?

label-mentee-difficulties = Затруднения
question-mentee-difficulties = В чём нужна помощь?
hint-mentee-difficulties = До пяти пунктов. Это не оценка вашей работы: так мы ищем, кто поможет.

label-mentee-main_difficulty = Самое важное
question-mentee-main_difficulty = Что из этого самое важное?
hint-mentee-main_difficulty = С этого наставник и начнёт.

label-mentee-urgency = Срочность
question-mentee-urgency = Насколько это срочно?
hint-mentee-urgency = Если выберете «Нужна помощь сейчас», куратор узнает об этом сразу.

label-mentee-format = Формат
question-mentee-format = Как вам удобнее встречаться?

label-mentee-slots = Удобное время
question-mentee-slots = Когда вам удобно встречаться?
hint-mentee-slots = Отметьте всё подходящее. Если пока не знаете — пропустите.

label-mentee-frequency = Как часто
question-mentee-frequency = Как часто хотели бы встречаться?

label-mentee-kinds = Вид работы
question-mentee-kinds = Какая помощь вам подойдёт?
hint-mentee-kinds = Можно отметить несколько. Пропустите, если всё равно.

label-mentee-confidence = Уверенность
question-mentee-confidence = Насколько уверенно вы чувствуете себя в работе?
hint-mentee-confidence = 1 — пока очень трудно, 5 — уверенно.

label-mentee-experience = Стаж
question-mentee-experience = Какой у вас педагогический стаж?

label-mentee-goal = Чего ждёт
question-mentee-goal = Что должно измениться через год?
hint-mentee-goal = Одного-двух предложений достаточно, до 1000 знаков.

label-mentee-wish_persons = Хочет работать с
question-mentee-wish_persons = Кого вы хотели бы видеть наставником?
hint-mentee-wish_persons = До трёх коллег. Ответ увидит только куратор.

label-mentee-avoid_persons = Не ставить с
question-mentee-avoid_persons = С кем вас лучше не ставить в пару?
hint-mentee-avoid_persons = До трёх коллег. Ответ увидит только куратор, причину называть не нужно.

## Варианты ответа

option-levels-preschool = Детский сад
option-levels-primary = Начальная школа
option-levels-basic = 5–9 классы
option-levels-secondary = 10–11 классы
option-levels-additional = Доп. образование

option-school_subjects-primary_classes = Начальные классы
option-school_subjects-russian_literature = Русский, литература
option-school_subjects-mathematics = Математика
option-school_subjects-informatics = Информатика
option-school_subjects-physics = Физика
option-school_subjects-chemistry = Химия
option-school_subjects-biology = Биология
option-school_subjects-geography = География
option-school_subjects-history_society = История, общество
option-school_subjects-foreign_language = Иностранный язык
option-school_subjects-arts_music = ИЗО, музыка
option-school_subjects-technology = Труд (технология)
option-school_subjects-physical_education = Физкультура
option-school_subjects-life_safety = ОБЗР

option-age_groups-group_early = Ясли, до 3 лет
option-age_groups-group_junior = Младшая, 3–4 года
option-age_groups-group_middle = Средняя, 4–5 лет
option-age_groups-group_senior = Старшая, 5–6 лет
option-age_groups-group_preparatory = Подготовительная
option-age_groups-group_mixed = Разновозрастная
option-age_groups-music_leader = Музыка в саду
option-age_groups-sports_instructor = Физкультура в саду

option-directions-dir_technical = Техника
option-directions-dir_science = Естественные науки
option-directions-dir_sports = Спорт
option-directions-dir_arts = Искусство
option-directions-dir_tourism = Туризм, краеведение
option-directions-dir_social = Общество, право

option-support_posts-psychologist_speech = Психолог, логопед
option-support_posts-after_school = Продлёнка
option-support_posts-other_post = Другое

option-experience-under_3 = До 3 лет
option-experience-from_3 = 3–5 лет
option-experience-from_5 = 5–10 лет
option-experience-from_10 = 10–20 лет
option-experience-from_20 = Больше 20 лет

option-difficulties-planning = Планирование
option-difficulties-documents = Документы, журнал
option-difficulties-lesson = Современный урок
option-difficulties-motivation = Мотивация
option-difficulties-discipline = Дисциплина
option-difficulties-assessment = Оценивание
option-difficulties-special_needs = ОВЗ и одарённые
option-difficulties-parents = Родители
option-difficulties-class_teacher = Классное руководство
option-difficulties-extracurricular = Внеурочная работа
option-difficulties-digital = Цифра и ИКТ
option-difficulties-exams = ОГЭ, ЕГЭ, ВПР
option-difficulties-attestation = Аттестация
option-difficulties-colleagues = Общение в коллективе
option-difficulties-burnout = Усталость, выгорание

option-kinds-traditional = Один на один
option-kinds-group = В группе
option-kinds-short_term = Под одну задачу
option-kinds-reverse = Учим друг друга
option-kinds-situational = Когда понадобится
option-kinds-speed = Короткие встречи
option-kinds-virtual = На расстоянии

option-formats-in_person = Лично
option-formats-remote = Дистанционно
option-formats-mixed = И так и так

# Клетка таблицы подписана днём и частью дня: «Пн утро».
option-days-mon = Пн
option-days-tue = Вт
option-days-wed = Ср
option-days-thu = Чт
option-days-fri = Пт
option-days-sat = Сб
option-day_parts-morning = утро
option-day_parts-afternoon = день
option-day_parts-evening = вечер

option-capacity-one = Одного
option-capacity-two = Двух
option-capacity-three = Трёх
option-capacity-group = Группу

option-weekly_hours-one = 1 час
option-weekly_hours-two = 2 часа
option-weekly_hours-three = 3 часа и больше
option-weekly_hours-varies = По-разному

option-mentored_before-never = Нет
option-mentored_before-once = Да, один раз
option-mentored_before-several = Да, не раз

option-category-none = Нет
option-category-suitability = Соответствие (СЗД)
option-category-first = Первая
option-category-highest = Высшая
option-category-methodist = Педагог-методист
option-category-mentor = Педагог-наставник

option-status-young = Работаю до 3 лет
option-status-newcomer = Недавно в коллективе
option-status-returning = После перерыва
option-status-new_post = На новой должности
option-status-attestation = Готовлю аттестацию
option-status-student = Студент, практикант

option-urgency-usual = Можно спокойно
option-urgency-urgent = Нужна помощь сейчас

option-frequency-weekly = Каждую неделю
option-frequency-fortnightly = Раз в две недели
option-frequency-monthly = Раз в месяц
option-frequency-on_request = Когда понадобится

## Почему ответ не принят

error-answer-too-long =
    Слишком длинно: помещается { $max ->
        [one] { $max } знак
        [few] { $max } знака
       *[many] { $max } знаков
    }. Сократите примерно на { $over } и пришлите ещё раз.
error-answer-too-short =
    Слишком коротко: нужно хотя бы { $min ->
        [one] { $min } знак
        [few] { $min } знака
       *[many] { $min } знаков
    }.
error-answer-too-many =
    Можно отметить не больше { $max ->
        [one] { $max } пункта
        [few] { $max } пунктов
       *[many] { $max } пунктов
    }. Снимите лишнее — тогда отметится новое.
error-answer-not-an-option = Такого варианта здесь уже нет. Выберите из кнопок под вопросом.
error-answer-empty = Здесь пока пусто. Напишите хотя бы слово или отметьте хотя бы один пункт.
error-answer-not-a-number = Нужно число. Нажмите кнопку или напишите его цифрами.
error-answer-out-of-range = Подойдёт число от { $from } до { $to }.
error-answer-needs-text = Здесь нужен текст. Напишите ответ сообщением.
error-answer-needs-button = Здесь отвечают кнопками. Нажмите на подходящую под вопросом.
error-answer-not-plain = В этом тексте есть знаки, которые нельзя сохранить. Наберите его ещё раз.
error-answer-not-optional = Без этого ответа куратор не сможет подобрать пару. Выберите хотя бы один вариант.
error-answer-other-kind = Вопрос изменился. Ответьте на него ещё раз.
