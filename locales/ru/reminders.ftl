### Одно сообщение в день и настройка напоминаний

## Одно сообщение в день
digest-line = ▫ { $heading }
digest-row-line = ▫ { $heading } — { $due }
digest-standing = Эти мероприятия идут без точного срока. Что уже сделано, отметьте в списке:
digest-external = Срок этих мероприятий — по отдельному плану. Как только он известен, впишите его в дорожную карту:
digest-late-curator = Просрочено, хотя ответственным я напоминал:
digest-late-director = Всё ещё не сделано. Ответственные и куратор об этом знают:
digest-late-line = ▫ { $heading } — { $due }. Напоминаний: { $count }. Ответственные: { $names }
digest-pair-agreed = 🤝 Обе стороны согласны: { $couple }
digest-pair-declined-mentor = ▫ { $couple }: отказ наставника
digest-pair-declined-mentee = ▫ { $couple }: отказ наставляемого
digest-pair-silent = ▫ { $couple } — я уже напоминал, ответа нет: { $who }
digest-pair-expired = ▫ Ответа не дождались, вопрос закрыт: { $couple }

## Кому что сказано
reminder-steps = Кому об этом напоминали:
reminder-step = { $day } — { $name }: { $what }
reminder-step-start = пора начинать
reminder-step-before = срок приближается
reminder-step-today = срок сегодня
reminder-step-overdue = срок прошёл
reminder-step-unconnected = куратору: ответственный не подключён к боту
reminder-step-unconnected_director = куратору: директор не подключён к боту
reminder-step-late_for_curator = куратору: всё ещё не сделано
reminder-step-late_for_director = директору: всё ещё не сделано
reminder-step-missed = куратору: напоминание не ушло вовремя
reminder-step-waiting = { $what } (ещё не отправлено)
reminder-step-unsaid = { $what }, не доставлено

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
reminder-saved = Сохранено. Действует со следующего утра.
button-reminders = Напоминания
button-reminder-pace = Как часто
button-reminder-hour = Во сколько
button-reminder-quiet = Тихие часы
button-reminder-days = Дни недели
button-pace-usual = Как обычно
button-pace-rarely = Реже
button-pace-due_day = Только в день срока
button-reminder-hour-of = { $hour }:00
