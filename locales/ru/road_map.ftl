### Дорожная карта: документ, строки, сроки, отметки о выполнении, напоминания.

menu-road-map = Дорожная карта
menu-my-rows = Мои мероприятия

# Документ
road-map-wanted = Дорожной карты на { $year } пока нет.
    Пришлите её документом (DOCX, XLSX, PDF, CSV или TXT) или вставьте текст прямо сюда: я прочитаю этапы, мероприятия, сроки и ответственных и покажу, что понял. Ничего не начнётся, пока вы не посмотрите на прочитанное и не согласитесь.
    Если документа нет, возьмите типовую карту.
road-map-wanted-another = Пришлите новую дорожную карту на { $year } документом (DOCX, XLSX, PDF, CSV или TXT) или вставьте её текст сюда. Сначала я покажу, что в ней понял; прежняя карта действует, пока вы не нажмёте «Заменить».
button-road-map-template = Взять типовую
road-map-hint-photo = С картинки прочитать карту не получится. Пришлите документ DOCX, XLSX или PDF либо вставьте текст сюда.
road-map-not-fetched = Не получилось забрать файл. Пришлите его, пожалуйста, ещё раз.
road-map-too-long = { $limit ->
    [one] В тексте больше { $limit } знака — это больше любой дорожной карты. Оставьте только таблицу и пришлите ещё раз.
    [few] В тексте больше { $limit } знаков — это больше любой дорожной карты. Оставьте только таблицу и пришлите ещё раз.
    [many] В тексте больше { $limit } знаков — это больше любой дорожной карты. Оставьте только таблицу и пришлите ещё раз.
   *[other] В тексте больше { $limit } знака — это больше любой дорожной карты. Оставьте только таблицу и пришлите ещё раз.
}
road-map-too-many-rows = { $limit ->
    [one] В документе больше { $limit } строки. Разделите его на части по учебным годам и пришлите нужную.
    [few] В документе больше { $limit } строк. Разделите его на части по учебным годам и пришлите нужную.
    [many] В документе больше { $limit } строк. Разделите его на части по учебным годам и пришлите нужную.
   *[other] В документе больше { $limit } строки. Разделите его на части по учебным годам и пришлите нужную.
}
road-map-no-rows = Здесь я не нашёл ни одной строки плана. Нужна таблица с мероприятиями и сроками: скопируйте её из документа целиком, вместе с заголовками столбцов.
road-map-text-added = Добавил к тому, что вы прислали раньше.

# Что прочитано
road-map-source-file = Файл { $name }
road-map-source-typed = Текст из чата. Если он не поместился в одно сообщение, пришлите продолжение.
road-map-source-template = Типовая карта: её можно поправить после загрузки.
road-map-read = { $understood ->
    [one] { $understood } строка понята
    [few] { $understood } строки поняты
    [many] { $understood } строк понято
   *[other] { $understood } строки понято
}, { $questions ->
    [0] вопросов нет.
    [one] { $questions } вопрос.
    [few] { $questions } вопроса.
    [many] { $questions } вопросов.
   *[other] { $questions } вопроса.
}
road-map-read-dates = { $dates ->
    [one] За учебный год получится { $dates } срок
    [few] За учебный год получится { $dates } срока
    [many] За учебный год получится { $dates } сроков
   *[other] За учебный год получится { $dates } срока
}, { $undated ->
    [0] строк без даты нет.
    [one] без даты — { $undated } строка.
    [few] без даты — { $undated } строки.
    [many] без даты — { $undated } строк.
   *[other] без даты — { $undated } строки.
}
road-map-question-line = ⚠ { $number }. { $heading }: { $question }
road-map-questions-more = { $count ->
    [one] И ещё { $count } вопрос.
    [few] И ещё { $count } вопроса.
    [many] И ещё { $count } вопросов.
   *[other] И ещё { $count } вопроса.
}
road-map-read-next = Проверьте строки и загрузите карту. Напоминания пойдут только после загрузки.
button-road-map-read-rows = Посмотреть строки
button-road-map-other-file = Другой файл
button-road-map-load = Загрузить
road-map-read-rows = Что я прочитал. Нажмите номер, чтобы увидеть строку целиком.
road-map-read-row-hint = Срок и ответственных можно поправить после загрузки.

# Загрузка
road-map-replace = Эта карта уже действует. { $open ->
    [one] Открыт { $open } срок
    [few] Открыто { $open } срока
    [many] Открыто { $open } сроков
   *[other] Открыто { $open } срока
}, { $done ->
    [0] закрытых нет.
    [one] закрыт { $done }.
    [few] закрыто { $done }.
    [many] закрыто { $done }.
   *[other] закрыто { $done }.
}
    Новый документ заменит всё, что не выполнено. Выполненное останется вместе с приказами и файлами.
button-road-map-replace = Заменить
road-map-loaded = { $rows ->
    [one] Карта загружена: { $rows } строка.
    [few] Карта загружена: { $rows } строки.
    [many] Карта загружена: { $rows } строк.
   *[other] Карта загружена: { $rows } строки.
}
road-map-loaded-asked = { $count ->
    [1] Уточните { $count } строку — до этого напоминаний по ней не будет.
    [one] Уточните { $count } строку — до этого напоминаний по ним не будет.
    [few] Уточните { $count } строки — до этого напоминаний по ним не будет.
    [many] Уточните { $count } строк — до этого напоминаний по ним не будет.
   *[other] Уточните { $count } строки — до этого напоминаний по ним не будет.
}

# Месяц
road-map-month = Дорожная карта · { $month }
road-map-month-empty = В этом месяце сроков нет.
road-map-progress = Готово { $done } из { $all }
road-map-progress-week = Готово { $done } из { $all }, на этой неделе — { $week }
road-map-late-earlier = { $count ->
    [one] ❗ С прошлых месяцев не закрыт { $count } срок.
    [few] ❗ С прошлых месяцев не закрыто { $count } срока.
    [many] ❗ С прошлых месяцев не закрыто { $count } сроков.
   *[other] ❗ С прошлых месяцев не закрыто { $count } срока.
}
road-map-asked = { $count ->
    [one] ⚠ { $count } строка ждёт уточнения: «Все строки».
    [few] ⚠ { $count } строки ждут уточнения: «Все строки».
    [many] ⚠ { $count } строк ждут уточнения: «Все строки».
   *[other] ⚠ { $count } строки ждут уточнения: «Все строки».
}
road-map-month-line = { $number }. { $sign } до { $day } · { $heading }
button-done = Готово: { $number }
button-done-open = ✓ { $number }
button-road-map-rows = Все строки
button-road-map-picture = Картинкой
toast-picture = Рисую, картинка придёт ниже.

# Строки
road-map-rows = { $count ->
    [one] Все строки дорожной карты: { $count }. Нажмите номер.
    [few] Все строки дорожной карты: { $count }. Нажмите номер.
    [many] Все строки дорожной карты: { $count }. Нажмите номер.
   *[other] Все строки дорожной карты: { $count }. Нажмите номер.
}
road-map-rows-asked = { $count ->
    [one] Уточните { $count } строку: нажмите её номер.
    [few] Уточните { $count } строки: нажмите номер.
    [many] Уточните { $count } строк: нажмите номер.
   *[other] Уточните { $count } строки: нажмите номер.
}
road-map-rows-asked-none = Вопросов не осталось: все строки понятны.
road-map-rows-undated = Строки без даты. По ним я не напоминаю; срок можно задать в любой момент.
road-map-rows-undated-none = У всех понятных строк есть даты.
road-map-row-line = { $number }. { $sign }{ $heading } — { $term }
road-map-row-progress = готово { $done } из { $all }
button-road-map-asked = ⚠ Вопросы: { $count }
button-road-map-undated = Без даты: { $count }
button-road-map-other-map = Загрузить другую
button-road-map-roll = Перенести на { $year }
road-map-over = { $count ->
    [1] Этот срок уже прошёл у { $count } строки: отметьте её, если она выполнена, или поставьте новый срок.
    [one] Этот срок уже прошёл у { $count } строки: отметьте то, что выполнено, а остальному поставьте новый срок.
    [few] Этот срок уже прошёл у { $count } строк: отметьте то, что выполнено, а остальному поставьте новый срок.
    [many] Этот срок уже прошёл у { $count } строк: отметьте то, что выполнено, а остальному поставьте новый срок.
   *[other] Этот срок уже прошёл у { $count } строки: отметьте то, что выполнено, а остальному поставьте новый срок.
}
road-map-rolled = { $count ->
    [one] На { $year } перенесён срок { $count } строки.
    [few] На { $year } перенесены сроки { $count } строк.
    [many] На { $year } перенесены сроки { $count } строк.
   *[other] На { $year } перенесены сроки { $count } строки.
}
road-map-row-gone = Этой строки больше нет: её убрали или заменили всю карту.
road-map-row-changed = Эту строку только что изменил кто-то другой. Посмотрите, как она выглядит теперь.

# Сроки словами
road-map-until = до { $day }
road-map-days = { $count ->
    [one] { $count } срок за год
    [few] { $count } срока за год
    [many] { $count } сроков за год
   *[other] { $count } срока за год
}
road-map-no-term = срок не указан
road-map-understood-one = до { $day }{ $moved }. Напомню за 14 дней, за 3 дня и в этот день.
road-map-understood-many = { $count ->
    [one] { $count } срок — { $days }. Напомню заранее о каждом.
    [few] { $count } срока — { $days }. Напомню заранее о каждом.
    [many] { $count } сроков — { $days }. Напомню заранее о каждом.
   *[other] { $count } срока — { $days }. Напомню заранее о каждом.
}
road-map-moved = { " " }({ $day } — выходной)
due-today = сегодня
due-tomorrow = завтра, { $day }
due-ahead = { $days ->
    [one] через { $days } день, { $day }
    [few] через { $days } дня, { $day }
    [many] через { $days } дней, { $day }
   *[other] через { $days } дня, { $day }
}
due-late = { $days ->
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
    [many] просрочено на { $days } дней
   *[other] просрочено на { $days } дня
}

# Термины без даты и прочие виды сроков
road-map-term-month = месяц без дат в этом учебном году
road-map-term-month_range = период без дат в этом учебном году
road-map-term-date = день вне этого учебного года
road-map-term-deadline = срок вне этого учебного года
road-map-term-date_range = период вне этого учебного года
road-map-term-monthly = каждый месяц
road-map-term-weekly = каждую неделю: отдельных напоминаний не будет
road-map-term-quarterly = каждый квартал
road-map-term-n_per_year = несколько раз в год
road-map-term-yearly = раз в год
road-map-term-school_year = весь учебный год, без отдельного дня
road-map-term-year_round = весь год, без отдельного дня
road-map-term-continuous = постоянно, без отдельного дня
road-map-term-programme_end = когда закончится программа пары
road-map-term-on_demand = по необходимости
road-map-term-external_plan = по чужому плану: когда дата станет известна, впишите её
road-map-term-season = время года без точной даты
road-map-term-half_year = полугодие
road-map-term-multi_year = несколько лет, без отдельного дня
road-map-term-none = без даты
road-map-term-other = срок не понят

# Вопросы
road-map-doubt-not_understood = срок понят не полностью
road-map-doubt-impossible_date = такого дня нет в календаре
road-map-doubt-end_before_start = конец срока раньше начала
road-map-doubt-several_dates = названо несколько сроков, и неясно, одно это дело или разные
road-map-doubt-inclusion = неясно, входит ли названный месяц в срок: нужен последний день
road-map-doubt-vague = точные дни не названы: нужны число или период
road-map-doubt-relative_to_event = срок зависит от события, дату которого я не знаю
road-map-doubt-school_term = дни четвертей и каникул у каждой школы свои: нужны даты
road-map-doubt-open_ended = есть начало, но не сказано, до какого дня
road-map-doubt-year_unclear = неясно, какого года этот срок
road-map-doubt-contradiction = части срока противоречат друг другу
road-map-question-no-term = срок не указан
road-map-question-other-year = срок относится к другому учебному году
road-map-question-responsible = среди ответственных есть кто-то, кого нет в списке сотрудников

# Карточка строки
road-map-card-term = Срок в документе: { $written }
road-map-card-own = Ваш срок: { $own }
road-map-card-understood = Понял так: { $understood }
road-map-card-asked = ⚠ { $question }. Пока срок не уточнён, напоминаний не будет.
road-map-card-proposed = Если срок написан верно, понимаю его так: { $understood }
road-map-card-without = По вашему решению эта строка без срока.
road-map-card-people = Ответственные в документе: { $written }
    Напомню: { $people }
road-map-card-result = Результат: { $result }
road-map-nobody = никому — в списке сотрудников нет куратора
road-map-falls-to-curator = { $names } (ответственного из документа в списке сотрудников нет, поэтому пока — куратору)
road-map-more-people = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
road-map-vacant = В списке сотрудников никого нет с ролью «{ $post }».
button-road-map-confirm = Всё верно
button-road-map-term = Срок
button-road-map-duty = Ответственный
button-road-map-without = Без срока
road-map-term-ask = { $heading }
    Срок в документе: { $written }
road-map-term-hint = Напишите срок так, как пишут в плане: «до 15 сентября», «сентябрь», «ежемесячно», «октябрь и апрель».
road-map-term-proposed = «{ $phrase }» я понял так: { $understood }
road-map-term-unclear = «{ $phrase }»: { $question }.
road-map-term-saved = Срок записан.
button-road-map-accept = Записать
road-map-duty = { $heading }
    Напомню: { $people }
    Отметьте, кто отвечает за строку. Чтобы найти человека, пришлите начало фамилии.
road-map-duty-hint = Пришлите фамилию или её часть — покажу подходящих сотрудников.
road-map-duty-nobody = С таким именем в списке сотрудников никого нет.
button-road-map-posts = ← Должности
button-road-map-names = По фамилиям →
responsible-role-director = Директор
responsible-role-deputy_director = Зам. директора
responsible-role-curator = Куратор
responsible-role-method_lead = Руководитель МО
responsible-role-methodist = Методист
responsible-role-mentors = Наставники
responsible-role-mentees = Наставляемые
responsible-role-mentor_council = Совет наставников
responsible-role-psychologist = Психолог
responsible-role-social_teacher = Социальный педагог
responsible-role-class_teachers = Классные руководители
responsible-role-teachers = Педагоги
responsible-role-administration = Администрация
responsible-role-working_group = Рабочая группа
responsible-role-site_editor = Ответственный за сайт
responsible-role-clerk = Секретарь
responsible-role-union = Профсоюз
responsible-role-organisations_heads = Руководители организаций
responsible-role-municipal_centre = Методический центр

# Мои мероприятия
my-rows = Мои мероприятия
my-rows-empty = Ближайшие полтора месяца свободны: сроков за вами нет. Когда появятся, я напомню заранее.
my-rows-line = { $number }. { $heading }
my-rows-later = { $count ->
    [one] Позже — ещё { $count } срок.
    [few] Позже — ещё { $count } срока.
    [many] Позже — ещё { $count } сроков.
   *[other] Позже — ещё { $count } срока.
}
my-rows-not-now = Что отложить или передать?
button-not-now = Позже или не моё
button-later-of = Позже: { $number }
button-not-mine-of = Не моё: { $number }
my-rows-undated = Без даты:
my-rows-undated-line = ▫ { $heading } — { $term }

# Отметка о выполнении
occurrence-due = Срок: { $due }
occurrence-done = ✓ Выполнено { $at }, отметка: { $by }
occurrence-not-yours = Это мероприятие не за вами, или его больше нет в дорожной карте.
occurrence-reopen = Открыть снова? Отметка будет снята, и напоминания продолжатся.
occurrence-reopened = Мероприятие снова открыто.
button-mark-done = Выполнено
button-reopen = Открыть снова
button-reopen-sure = Да, открыть
button-evidence-file = Показать файл
toast-already-done = Уже отмечено в { $time }.
toast-already-done-on = Уже отмечено { $day } в { $time }.
toast-already-open = Уже открыто.
evidence-choose = Чем подтвердить, что выполнено? Нажмите кнопку или сразу пришлите номер и дату приказа, ссылку, число, файл, фото либо несколько слов.
evidence-unclear = По этому не понять, что сделано. Пришлите номер и дату приказа, ссылку, число, файл, фото или напишите, что сделано. Если показать нечего, нажмите последнюю кнопку.
button-give-order = Приказ
button-give-file = Файл
button-give-link = Ссылка
button-give-text = Текст
button-give-photo = Фото
evidence-ask-order = Пришлите номер и дату приказа, например: 45 от 1 сентября.
evidence-ask-day = Приказ № { $number }. Какого числа он подписан? Нажмите кнопку или напишите дату.
button-today = Сегодня
button-yesterday = Вчера
evidence-ask-file = Пришлите файл или фото.
evidence-ask-link = Пришлите ссылку на страницу, где виден результат.
evidence-ask-text = Напишите в одном сообщении, что сделано.
evidence-check = Всё верно?
button-evidence-save = Да, выполнено
evidence-saved = Отмечено. Спасибо!
evidence-order = Приказ № { $number } от { $day }
evidence-order-undated = Приказ № { $number }
evidence-file = Файл { $name }
evidence-photo = Фото
evidence-shown = Этим подтверждено выполнение.
evidence-empty = Здесь нужны слова или цифры. Напишите ещё раз.
evidence-too-long = { $limit ->
    [one] Получилось длиннее { $limit } знака. Сократите и пришлите ещё раз.
    [few] Получилось длиннее { $limit } знаков. Сократите и пришлите ещё раз.
    [many] Получилось длиннее { $limit } знаков. Сократите и пришлите ещё раз.
   *[other] Получилось длиннее { $limit } знака. Сократите и пришлите ещё раз.
}
evidence-problem-no_number = Не вижу номера приказа. Напишите, например: 45 от 1 сентября.
evidence-problem-bad_date = Не понимаю дату. Напишите её так: 01.09.2026 или 1 сентября.
evidence-problem-future = Эта дата ещё не наступила. Проверьте день и год.
evidence-problem-no_link = Это не похоже на ссылку. Скопируйте адрес страницы из браузера: он начинается с https://

# Напоминания
digest = { $count ->
    [one] Напоминаю: за вами { $count } мероприятие дорожной карты.
    [few] Напоминаю: за вами { $count } мероприятия дорожной карты.
    [many] Напоминаю: за вами { $count } мероприятий дорожной карты.
   *[other] Напоминаю: за вами { $count } мероприятия дорожной карты.
}
digest-more = { $count ->
    [one] И ещё { $count } мероприятие — в списке.
    [few] И ещё { $count } мероприятия — в списке.
    [many] И ещё { $count } мероприятий — в списке.
   *[other] И ещё { $count } мероприятия — в списке.
}
digest-more-director = { $count ->
    [one] И ещё { $count } мероприятие — оно есть в списке у куратора.
    [few] И ещё { $count } мероприятия — они есть в списке у куратора.
    [many] И ещё { $count } мероприятий — они есть в списке у куратора.
   *[other] И ещё { $count } мероприятия — они есть в списке у куратора.
}
digest-more-unconnected = { $count ->
    [one] И ещё { $count } мероприятие. Все, кто не подключён, — по кнопке «Кому не дошло».
    [few] И ещё { $count } мероприятия. Все, кто не подключён, — по кнопке «Кому не дошло».
    [many] И ещё { $count } мероприятий. Все, кто не подключён, — по кнопке «Кому не дошло».
   *[other] И ещё { $count } мероприятия. Все, кто не подключён, — по кнопке «Кому не дошло».
}
button-open-list = Открыть список
digest-unconnected = Эти коллеги не подключены к боту, напомните им сами:
digest-unconnected-line = ▫ { $names }: { $heading } — { $due }
digest-missed = { $count ->
    [one] { $count } напоминание не ушло вовремя, отправлять его уже поздно. Напомните сами:
    [few] { $count } напоминания не ушли вовремя, отправлять их уже поздно. Напомните сами:
    [many] { $count } напоминаний не ушло вовремя, отправлять их уже поздно. Напомните сами:
   *[other] { $count } напоминания не ушли вовремя, отправлять их уже поздно. Напомните сами:
}

# Картинка
road-map-picture = Дорожная карта на { $year }. Готово { $done } из { $all }.
picture-subtitle = { $name } · { $year } · готово { $done } из { $all }
picture-today = сегодня, { $day }
picture-done = выполнено
picture-open = впереди
picture-late = просрочено
picture-undated = без даты
picture-empty = В карте пока нет строк.
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = май
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
