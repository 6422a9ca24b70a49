# Чем закрывается строка
button-give-count = Количество
button-give-done = Просто сделано
button-give-whole = Готово целиком
button-give-bot = Сам бот
evidence-choose-items = Нажмите номер пункта, чтобы отметить его. Или закройте всё сразу: приказом, файлом, ссылкой.
evidence-ask-count = Сколько получилось? Нажмите число или напишите его, например: 5 консультаций.
evidence-count = Количество: { $count }
evidence-done = Сделано, без документа
evidence-added = Подтверждение добавлено.
evidence-and-more = { $count ->
    [one] и ещё { $count } подтверждение
    [few] и ещё { $count } подтверждения
    [many] и ещё { $count } подтверждений
   *[other] и ещё { $count } подтверждения
}
evidence-of-item = ▫ { $item } — { $evidence }
evidence-problem-no_count = Не вижу числа. Напишите одно число, например: 5.
button-evidence-more = Добавить ещё
item-ticked = Пункт отмечен.
item-unticked = Отметка с пункта снята.
items-all-ticked = Все пункты отмечены, мероприятие закрыто. Спасибо!
occurrence-done-itself = ✓ Закрыто само { $at }
occurrence-reopen-why = Напишите причину, и её увидит тот, кто ставил отметку. Можно и без причины.
occurrence-reopened-why = Открыто снова: { $why }
notice-row-reopened = Куратор снова открыл мероприятие «{ $heading }».
notice-row-reopened-why = Причина: { $why }
button-row-open = Открыть

# Что закрывается само
button-binding = Что закроет строку
binding-close = Закроется само, { $when }.
binding-ask = Спрошу вас, { $when }.
binding-off = Бот ничего не сделает, { $when }.
binding-none = Эту строку отмечают те, кто за неё отвечает. Бот может закрыть её и сам: он видит анкеты, пары, приказы и новости. Выберите событие, которого ему ждать.
binding-hint = Бот узнаёт об этом сам. Что ему тогда сделать?
binding-choose = Чего ждать? Выберите событие, о котором бот знает сам.
binding-items = Каждый пункт может закрыться сам. Нажмите номер, чтобы изменить.
binding-of-item = Пункт «{ $item }». { $said }
binding-of-items = { $count ->
    [one] Сам закроется { $count } пункт из { $all }.
    [few] Сами закроются { $count } пункта из { $all }.
    [many] Сами закроются { $count } пунктов из { $all }.
   *[other] Сами закроются { $count } пункта из { $all }.
}
binding-so-far = Сейчас: { $found }
button-binding-close = Сразу закрыть строку
button-binding-ask = Сначала спросить меня
button-binding-off = Ничего не делать
button-binding-other = Другое событие
button-binding-choose = Выбрать событие
button-fact-road_map = Карта загружена
button-fact-mentee_forms = Анкеты наставляемых
button-fact-mentee_bank = Банк наставляемых
button-fact-mentor_forms = Анкеты наставников
button-fact-mentor_bank = Банк наставников
button-fact-pairs_agreed = Пары согласны
button-fact-pair_consents = Согласия в парах
button-fact-pairs_ordered = Приказ о парах
button-fact-news_out = Новость в канале
button-fact-pairs_completed = Программы завершены
fact-when-road_map = когда дорожная карта будет загружена
fact-when-mentee_forms = когда все, кому нужен наставник, пришлют анкеты
fact-when-mentee_bank = когда соберётся банк наставляемых
fact-when-mentor_forms = когда все наставники пришлют анкеты
fact-when-mentor_bank = когда соберётся банк наставников
fact-when-pairs_agreed = когда обе стороны согласятся во всех парах
fact-when-pair_consents = когда участники всех пар дадут согласия
fact-when-pairs_ordered = когда у всех пар будет приказ
fact-when-news_out = когда в канале выйдет новость
fact-when-pairs_completed = когда все пары завершат программу

# Что нашёл бот: только числа и номера
finding-order = № { $number } от { $day }
finding-with-left = { $said } { $left }
finding-road_map = дорожная карта загружена { $day }.
finding-mentee_forms = { $count ->
    [one] анкету наставляемого прислал { $count } человек.
    [few] анкеты наставляемых прислали { $count } человека.
    [many] анкеты наставляемых прислали { $count } человек.
   *[other] анкеты наставляемых прислали { $count } человека.
}
finding-mentee_bank = { $count ->
    [one] в банке наставляемых { $count } человек.
    [few] в банке наставляемых { $count } человека.
    [many] в банке наставляемых { $count } человек.
   *[other] в банке наставляемых { $count } человека.
}
finding-mentor_forms = { $count ->
    [one] анкету наставника прислал { $count } человек.
    [few] анкеты наставников прислали { $count } человека.
    [many] анкеты наставников прислали { $count } человек.
   *[other] анкеты наставников прислали { $count } человека.
}
finding-mentor_bank = { $count ->
    [one] в банке наставников { $count } человек.
    [few] в банке наставников { $count } человека.
    [many] в банке наставников { $count } человек.
   *[other] в банке наставников { $count } человека.
}
finding-pairs_agreed = { $count ->
    [one] согласна { $count } пара.
    [few] согласны { $count } пары.
    [many] согласны { $count } пар.
   *[other] согласны { $count } пары.
}
finding-pair_consents = { $count ->
    [one] все согласия дал { $count } участник пар.
    [few] все согласия дали { $count } участника пар.
    [many] все согласия дали { $count } участников пар.
   *[other] все согласия дали { $count } участника пар.
}
finding-pairs_ordered = { $count ->
    [one] приказ { $orders }, { $count } пара.
    [few] приказ { $orders }, { $count } пары.
    [many] приказ { $orders }, { $count } пар.
   *[other] приказ { $orders }, { $count } пары.
}
finding-news_out = { $count ->
    [one] в канале вышла { $count } новость, { $day }.
    [few] в канале вышли { $count } новости, последняя — { $day }.
    [many] в канале вышло { $count } новостей, последняя — { $day }.
   *[other] в канале вышли { $count } новости, последняя — { $day }.
}
finding-pairs_completed = { $count ->
    [one] программу завершила { $count } пара.
    [few] программу завершили { $count } пары.
    [many] программу завершили { $count } пар.
   *[other] программу завершили { $count } пары.
}
finding-left-road_map = Не загружено: { $count }.
finding-left-mentee_forms = Ждём ещё: { $count }.
finding-left-mentee_bank = Ждём анкет: { $count }.
finding-left-mentor_forms = Ждём ещё: { $count }.
finding-left-mentor_bank = Ждём анкет: { $count }.
finding-left-pairs_agreed = Ждут пары или ответа: { $count }.
finding-left-pair_consents = Не хватает согласий: { $count }.
finding-left-pairs_ordered = Пока без приказа: { $count }.
finding-left-news_out = Не вышло: { $count }.
finding-left-pairs_completed = Ещё работают: { $count }.
lost-pairs_ordered = приказа { $orders } больше нет ни у одной пары.
lost-pair_consents = кто-то из участников пар отозвал согласие.
lost-other = этого больше нет.

# Само закрылось и вопросы куратору
closed-itself = ✓ Закрылось само: { $heading }
closed-itself-more = { $count ->
    [one] И ещё { $count } мероприятие.
    [few] И ещё { $count } мероприятия.
    [many] И ещё { $count } мероприятий.
   *[other] И ещё { $count } мероприятия.
}
desk = Ждут вашего решения
desk-empty = Сейчас решать нечего. Если что-то появится, напишу утром.
desk-close = { $number }. { $heading }
    Похоже, выполнено: { $found }
desk-lost = { $number }. { $heading }
    Было закрыто, но { $lost }
desk-handover = { $number }. { $heading }
    { $who }: не моя задача — { $why }.
desk-put-off = { $number }. { $heading }
    { $who } откладывает уже { $times }-й раз.
desk-settled = Этот вопрос уже решён.
toast-desk-settled = Этот вопрос уже решён.
toast-row-gone = Этого мероприятия среди ваших нет: его срок или ответственный изменились. Ниже — ваш список.
toast-items-changed = Список пунктов изменился. Посмотрите ещё раз.
button-desk = { $count ->
    [one] Решить: { $count }
    [few] Решить: { $count }
    [many] Решить: { $count }
   *[other] Решить: { $count }
}
button-desk-close = Закрыть: { $number }
button-desk-lost = Проверить: { $number }
button-desk-handover = Передать: { $number }
button-desk-put-off = Открыть: { $number }
doubt-close = Похоже, выполнено: { $found } Закрыть?
doubt-lost = Мероприятие закрыто, но { $lost } Открыть снова?
doubt-closed = Закрыто.
doubt-not-yet = Хорошо, оставил открытым.
doubt-reopened = Мероприятие снова открыто.
doubt-left = Хорошо, оставил закрытым.
button-doubt-close = Да, закрыть
button-doubt-not-yet = Ещё нет
button-doubt-reopen = Открыть снова
button-doubt-leave = Оставить
notice-desk = { $count ->
    [one] Ждёт вашего решения { $count } вопрос.
    [few] Ждут вашего решения { $count } вопроса.
    [many] Ждут вашего решения { $count } вопросов.
   *[other] Ждёт вашего решения { $count } вопроса.
}
notice-desk-more = { $count ->
    [one] И ещё { $count } вопрос — по кнопке «Решить».
    [few] И ещё { $count } вопроса — по кнопке «Решить».
    [many] И ещё { $count } вопросов — по кнопке «Решить».
   *[other] И ещё { $count } вопроса — по кнопке «Решить».
}

# Напомнить позже
button-remind-later = Напомнить позже
later-ask = Когда напомнить?
later-past-due = ⚠ — это уже после срока.
later-last = Это последний раз: потом об этом узнает куратор.
later-often = { $times ->
    [one] Вы откладывали { $times } раз, и куратор об этом знает. Отметьте, что готово, или передайте мероприятие.
    [few] Вы откладывали { $times } раза, и куратор об этом знает. Отметьте, что готово, или передайте мероприятие.
    [many] Вы откладывали { $times } раз, и куратор об этом знает. Отметьте, что готово, или передайте мероприятие.
   *[other] Вы откладывали { $times } раза, и куратор об этом знает. Отметьте, что готово, или передайте мероприятие.
}
later-done = Хорошо, напомню { $day }.
later-curator-sees = { $times ->
    [one] Вы отложили { $times } раз, поэтому об этом узнает и куратор.
    [few] Вы отложили { $times } раза, поэтому об этом узнает и куратор.
    [many] Вы отложили { $times } раз, поэтому об этом узнает и куратор.
   *[other] Вы отложили { $times } раза, поэтому об этом узнает и куратор.
}
later-waits = Напомню вам { $day }.
button-later-tomorrow = Завтра
button-later-in_three_days = Через 3 дня
button-later-monday = В понедельник
button-later-day_before = За день до срока
button-later-after_days_off = После выходных

# Не моя задача
button-not-mine = Не моя задача
not-mine-ask = Почему? Куратор передаст мероприятие другому, а пока им займутся остальные ответственные или куратор.
button-not-mine-not_my_role = Не моя роль
button-not-mine-on_leave = Ухожу в отпуск
button-not-mine-somebody_else = Делает другой
button-not-mine-unsaid = Без объяснений
not-mine-said = Передал куратору. О решении напишу.
handover-why-not_my_role = другая роль
handover-why-on_leave = отпуск
handover-why-somebody_else = делает другой
handover-why-unsaid = без объяснений
handover-why-curators_word = решение куратора
handover-said = { $who }: не моя задача ({ $why }).
handover-said-once = { $who }: в этот раз не смогу ({ $why }).
handover-ask =
    Кому передать?
    Число рядом с именем — сколько мероприятий у коллеги в ближайшие полтора месяца.
handover-far = ⚠ — бот пока не может написать этому коллеге.
handover-done-far = Бот пока не может ему или ей написать. Скажите об этом сами.
button-pass-on = Передать
pass-on-now = Сейчас: { $names }
handover-waits = { $who } ({ $why }) — ждёт решения куратора
handover-returned = { $who } ({ $why }) — осталось без передачи
handover-given = { $who } ({ $why }) → { $to }
handover-nobody = сотрудника нет в списке
handover-done = Теперь это делает { $name }
button-handover-to = { $name } · { $load }
button-handover-return = Оставить: { $name }
button-handover-me = Возьму на себя
notice-row-given = Куратор передал вам мероприятие «{ $heading }».
notice-row-taken = Мероприятие «{ $heading }» больше не за вами, теперь его делает { $name }
notice-row-stays = Куратор просит вас всё-таки сделать: «{ $heading }».

# Кому не дошло
button-unreached = Кому не дошло
unreached = Кому не дошло
unreached-empty = Сейчас бот может написать всем, у кого есть мероприятия или вопросы.
unreached-blocked = ▫ { $name } — бот остановлен { $day }
unreached-never = ▫ { $name } — бот ещё не подключён
unreached-rows = { $count ->
    [one] { $count } мероприятие на ближайшие две недели
    [few] { $count } мероприятия на ближайшие две недели
    [many] { $count } мероприятий на ближайшие две недели
   *[other] { $count } мероприятия на ближайшие две недели
}
unreached-asked = ждём ответа о паре
unreached-idle = { $count ->
    [one] Без связи с ботом ещё { $count } человек, но срочных дел нет.
    [few] Без связи с ботом ещё { $count } человека, но срочных дел нет.
    [many] Без связи с ботом ещё { $count } человек, но срочных дел нет.
   *[other] Без связи с ботом ещё { $count } человека, но срочных дел нет.
}
unreached-do = Напомните им сами или пришлите ссылку ещё раз.
notice-unreached = Остановили бота, сообщения до них не доходят: { $names }.
