### Одно сообщение в день и настройка напоминаний

## Одно сообщение в день
digest-line = ▫ { $heading }
digest-row-line = ▫ { $heading } — { $due }
digest-standing = Эти мероприятия идут без точного срока. Что уже сделано, отметьте в списке:
digest-external = Срок этих мероприятий — по отдельному плану. Как только он известен, впишите его в дорожную карту:
digest-late-curator = Просрочено:
digest-late-director = Всё ещё не сделано. Ответственные и куратор об этом знают:
digest-late-line = ▫ { $heading } — { $due }. Напоминаний: { $count }. Ответственные: { $names }
button-late-rows = Просрочено: { $count }
late-rows = Просрочено
late-rows-empty = Просроченного нет: всё, о чём я писал, уже сделано или перенесено.
late-row-people = Ответственные: { $names }
button-late-open = Открыть: { $number }
digest-pair-agreed = 🤝 Обе стороны согласны: { $couple }
digest-pair-declined-mentor = ▫ { $couple }: отказ наставника
digest-pair-declined-mentee = ▫ { $couple }: отказ наставляемого
digest-pair-silent = ▫ { $couple } — я уже напоминал, ответа нет: { $who }
digest-pair-expired = ▫ Ответа не дождались, вопрос закрыт: { $couple }

## Что было со строкой
row-steps = Что уже было:
row-step = { $day }: { $what } — { $who }
row-step-done = { $day }: { $what }
row-step-people = { $count ->
    [one] { $count } сотрудник
    [few] { $count } сотрудника
    [many] { $count } сотрудников
   *[other] { $count } сотрудника
}
row-step-start = напоминание, что пора начинать
row-step-reminded = напоминание
row-step-today = напоминание в день срока
row-step-overdue = напоминание о просрочке
row-step-unconnected = сообщение куратору, что не все подключены к боту
row-step-unconnected_director = сообщение куратору, что директор не подключён к боту
row-step-late_for_curator = сообщение куратору о просрочке
row-step-late_for_director = сообщение директору о просрочке
row-step-missed = сообщение куратору, что напоминание опоздало
row-step-waiting = { $what } (пока не отправлено)
row-step-too-late = { $what } (не успело уйти)
row-step-unreachable = { $what } (не дошло)
row-step-put-off = отложено до { $until }
button-row-steps = { $count ->
    [1] Подробнее
   *[other] Все шаги: { $count }
}

## Настройка напоминаний
reminder-settings =
    <b>Напоминания</b>
    Каждому — не больше одного сообщения в день, и только в рабочие дни по календарю организации.
reminder-settings-now =
    Как часто: { $pace }
    Во сколько: { $hour }:00
    Тихие часы: { $quiet }
    По каким дням: { $days }
reminder-settings-change = Нажмите, чтобы изменить.
reminder-pace-usual = как обычно
reminder-pace-rarely = реже
reminder-pace-due_day = только в день срока
reminder-pace-usual-means = Как обычно: за две недели, за три дня, в день срока, а если не сделано — ещё два раза.
reminder-pace-rarely-means = Реже: один раз до срока и один раз после него.
reminder-pace-due_day-means = Только в день срока: больше ничего. О том, что просрочено, куратор узнает в любом случае.
reminder-ask-pace = Как часто напоминать ответственным?
reminder-ask-hour = В котором часу присылать сообщение?
reminder-ask-quiet = Когда никого не беспокоить?
reminder-ask-days = По каким дням недели напоминать? В выходные и праздники я молчу в любом случае.
reminder-quiet-20_9 = с 20:00 до 9:00
reminder-quiet-21_8 = с 21:00 до 8:00
reminder-quiet-22_7 = с 22:00 до 7:00
reminder-all-days = каждый рабочий день
reminder-day-1 = пн
reminder-day-2 = вт
reminder-day-3 = ср
reminder-day-4 = чт
reminder-day-5 = пт
reminder-day-6 = сб
reminder-last-day = Хотя бы один день нужен, иначе никто ничего не узнает.
reminder-saved = Сохранено и уже действует.
button-reminders = Напоминания
button-reminder-pace = Как часто
button-reminder-hour = Во сколько
button-reminder-quiet = Тихие часы
button-reminder-days = Дни недели
button-pace-usual = Как обычно
button-pace-rarely = Реже
button-pace-due_day = Только в день срока
button-reminder-hour-of = { $hour }:00
