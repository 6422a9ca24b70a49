### Календарь организации: неделя, каникулы, выходные; завершение пар.

# Завершение пары
button-pair-horizon = Завершение: { $day }
pair-horizon-ask = <b>{ $couple }</b>
    Программа пары завершится { $day }.
    На этот день назначены её сроки «по завершению программы». Выберите другой день или напишите его, например: 25 апреля.
pair-horizon-bad = Не получилось прочитать день. Напишите, например: 25 апреля или 25.04.2027.
pair-horizon-past = Этот день не подходит: он уже прошёл или до него больше двух лет. Напишите другой.
pair-horizon-set = Программа завершится { $day }. Сроки этой пары, которые ещё не закрыты, сдвинуты на этот день.

road-map-card-programmes = Пары работают с { $first } по { $last }: на это время строка в силе.

# Календарь
menu-calendar = Календарь
calendar-title = Календарь · { $year }
calendar-week-five_days = Неделя: пять рабочих дней, суббота и воскресенье — выходные.
calendar-week-six_days = Неделя: шесть рабочих дней, выходной — воскресенье.
calendar-summer-rests = Лето: в июле и августе ежемесячных сроков нет.
calendar-summer-works = Лето: работаем, ежемесячные сроки есть и в июле, и в августе.
calendar-quiet-on = В каникулы напоминания не приходят.
calendar-quiet-off = В каникулы напоминания приходят как обычно.
calendar-vacations-none = Каникулы не указаны, поэтому сроки вроде «II четверть» я не могу перевести в даты.
calendar-vacations-some = Указаны не все каникулы: для четвертей нужны осенние, зимние, весенние и летние.
calendar-quarters = Четверти: { $quarters }.
calendar-quarter = { $number } — { $days }
calendar-span = { $first } – { $last }
calendar-year-known = { $year } год: праздники и официальные переносы известны.
calendar-year-entered = { $year } год: переносы внесли вы.
calendar-year-unknown = { $year } год: праздники известны, а переносов выходных я ещё не знаю. Когда выйдет постановление Правительства, впишите их в «Выходные дни».
calendar-own-days = Своих дней в календаре: { $count }.
button-calendar-five = Пять дней
button-calendar-six = Шесть дней
button-calendar-summer-rests = Летом отдыхаем
button-calendar-summer-works = Летом работаем
button-calendar-quiet-off = Напоминать всегда
button-calendar-quiet-on = В каникулы — тишина
button-calendar-vacations = Каникулы
button-calendar-days = Выходные дни
calendar-saved = Записано. Сроки дорожной карты не изменились.
calendar-saved-moved = { $count ->
    [one] Записано. Изменён { $count } срок.
    [few] Записано. Изменены { $count } срока.
    [many] Записано. Изменено { $count } сроков.
   *[other] Записано. Изменено { $count } срока.
}
calendar-changed = Пока экран был открыт, календарь изменил другой куратор. Посмотрите, как он выглядит теперь.

# Изменятся сроки
calendar-sure = { $count ->
    [one] Изменится { $count } срок:
    [few] Изменятся { $count } срока:
    [many] Изменятся { $count } сроков:
   *[other] Изменятся { $count } срока:
}
calendar-move = • { $heading }: { $from } → { $to }
calendar-move-new = • { $heading }: новый срок — { $to }
calendar-move-gone = • { $heading }: срок { $from } отменяется
calendar-sure-more = … и ещё { $count }
calendar-sure-hint = Закрытые мероприятия и уже отправленные напоминания не изменятся.
button-calendar-apply = Применить
button-calendar-keep = Не менять

# Каникулы
calendar-vacations-title = Каникулы · { $year }
calendar-vacation-line = { $name }: { $days }
calendar-vacation-line-none = { $name }: не указаны
calendar-vacations-hint = Дни каникул школа назначает сама: возьмите их из календарного учебного графика.
vacation-autumn = Осенние
vacation-winter = Зимние
vacation-spring = Весенние
vacation-summer = Летние
vacation-staff = Отдых коллектива
calendar-vacation-ask-autumn = Когда осенние каникулы?
calendar-vacation-ask-winter = Когда зимние каникулы?
calendar-vacation-ask-spring = Когда весенние каникулы?
calendar-vacation-ask-summer = Когда летние каникулы учеников?
calendar-vacation-ask-staff = Когда летом отдыхает коллектив?
calendar-vacation-now = Сейчас: { $days }.
calendar-vacation-how = Напишите первый и последний день, например: { $example }.
calendar-vacation-published = Министерство просвещения рекомендовало на этот год: { $days }. Проверьте по своему графику.
calendar-vacation-usual = Обычно это { $days }. Проверьте по своему графику.
button-calendar-take = { $days }
button-calendar-forget = Убрать
calendar-vacation-bad = Не получилось прочитать дни. Напишите первый и последний, например: { $example }.
calendar-vacation-problem-backwards = Последний день раньше первого. Напишите дни ещё раз.
calendar-vacation-problem-other_year = Эти дни вне учебного года { $year }. Напишите другие.
calendar-vacation-problem-too_long = Слишком долго для таких каникул. Проверьте месяцы и напишите ещё раз.
calendar-vacation-problem-order = Эти дни пересекаются с другими каникулами или нарушают их порядок. Проверьте и напишите ещё раз.

# Выходные дни
calendar-days-title = Выходные и рабочие дни · { $year }
calendar-days-none = Своих дней пока нет.
calendar-day-off = { $day } — выходной
calendar-day-worked = { $day } — рабочий
calendar-days-hint = Напишите, что изменить, по одному дню в строке. Например:
    Выходной 3 ноября
    Рабочая суббота 1 ноября
    Перенос с субботы 1 ноября на понедельник 3 ноября
calendar-days-drop-hint = Кнопка с днём убирает его из списка.
button-calendar-day-drop = ✕ { $day }
button-calendar-complete = Переносы { $year } внесены
button-calendar-incomplete = Переносы { $year } не все
calendar-days-bad = Эту строку я не понял: «{ $line }». Напишите, например: «Выходной 3 ноября» или «Рабочая суббота 1 ноября».
calendar-days-weekday = { $day } — { $weekday }, а у вас написан другой день недели. Проверьте дату и напишите ещё раз.
calendar-days-too-many = Своих дней уже очень много. Уберите лишние, потом добавляйте новые.
weekday-name-1 = понедельник
weekday-name-2 = вторник
weekday-name-3 = среда
weekday-name-4 = четверг
weekday-name-5 = пятница
weekday-name-6 = суббота
weekday-name-7 = воскресенье

# nastavnik doctor
doctor-calendar-fine = Праздники и переносы выходных известны на { $years }.
doctor-calendar-ahead = Переносов выходных на { $year } год программа ещё не знает. Обновите её, когда выйдет постановление, или впишите переносы в боте: «Настройки» → «Календарь» → «Выходные дни».

# Новый учебный год
menu-new-year = Новый год { $year }
menu-new-year-undo = Вернуть { $year }
new-year-title = Новый учебный год · { $year }
new-year-count = Переносим мероприятий: { $kept } из { $of }. Сроков на год: { $dates }.
new-year-single = { $count ->
    [one] У { $count } мероприятия в сроке назван год, поэтому само оно не переносится. Если оно нужно и в новом году, откройте его и нажмите «Перенести».
    [few] У { $count } мероприятий в сроке назван год, поэтому сами они не переносятся. Если они нужны и в новом году, откройте их и нажмите «Перенести».
    [many] У { $count } мероприятий в сроке назван год, поэтому сами они не переносятся. Если они нужны и в новом году, откройте их и нажмите «Перенести».
   *[other] У { $count } мероприятия в сроке назван год, поэтому само оно не переносится. Если оно нужно и в новом году, откройте его и нажмите «Перенести».
}
new-year-line = { $sign } { $number }. { $heading } — { $term }
new-year-how = Номер открывает мероприятие: его можно не переносить или дать ему другой срок. Пока вы не нажмёте «Начать», ничего не меняется.
new-year-no-rows = В дорожной карте этого года нет ни одной строки, переносить нечего. Загрузите карту нового года.
button-new-year-map = Дорожная карта
button-new-year-start = Начать { $year }
new-year-row-term = <b>Срок:</b> { $written }
    { $term }
new-year-row-single = В сроке назван год, поэтому здесь тот же день через год.
new-year-row-kept = ✓ Переносится в новый год.
new-year-row-left = ▫ Не переносится.
button-new-year-keep = Перенести
button-new-year-leave = Не переносить
button-new-year-term = Другой срок
button-new-year-as-before = Прежний срок
new-year-start-ask = { $count ->
    [one] Начать { $to } учебный год? В новой дорожной карте будет { $count } мероприятие.
    [few] Начать { $to } учебный год? В новой дорожной карте будет { $count } мероприятия.
    [many] Начать { $to } учебный год? В новой дорожной карте будет { $count } мероприятий.
   *[other] Начать { $to } учебный год? В новой дорожной карте будет { $count } мероприятия.
}
    Карта { $from } с отметками останется: её месяцы можно листать назад. Незакрытые сроки останутся в силе. Анкеты и пары нового года начнутся заново, прежние сохранятся.
    Вернуться можно, пока никому не ушли напоминания и не заполнена ни одна анкета.
new-year-started = { $count ->
    [one] Начался { $year } учебный год: в дорожной карте { $count } мероприятие. Проверьте каникулы в «Настройки» → «Календарь».
    [few] Начался { $year } учебный год: в дорожной карте { $count } мероприятия. Проверьте каникулы в «Настройки» → «Календарь».
    [many] Начался { $year } учебный год: в дорожной карте { $count } мероприятий. Проверьте каникулы в «Настройки» → «Календарь».
   *[other] Начался { $year } учебный год: в дорожной карте { $count } мероприятия. Проверьте каникулы в «Настройки» → «Календарь».
}
new-year-there = На { $year } дорожная карта уже загружена. Переключить год можно в «Настройках».
new-year-undo-ask = Вернуться в { $before } учебный год? Карта { $year }, которую вы только что собрали, исчезнет, а ваш выбор по мероприятиям останется.
new-year-undo-late = В { $year } учебном году уже что-то началось: ушли напоминания, заполнены анкеты или закрыты мероприятия. Вернуть прежний год одним нажатием нельзя.
button-new-year-undo = Вернуть { $year }
new-year-undone = Вы снова в { $year } учебном году.
digest-new-year = Пора подумать о { $year } учебном годе. Я собрал мероприятия, которые повторяются каждый год, с новыми сроками: посмотрите их и решите, что перенести. Без вас ничего не начнётся.
button-digest-new-year = Новый год { $year }
button-pairs-year = Пары { $year }
