### Календарь организации: неделя, каникулы, выходные; завершение пар.

# Завершение пары
button-pair-horizon = Завершение: { $day }
pair-horizon-ask = { $couple }. Программа пары завершится { $day }.
    К этому дню подойдут сроки «по завершению программы». Выберите другой день или напишите его, например: 25 апреля.
pair-horizon-bad = Не получилось прочитать день. Напишите, например: 25 апреля или 25.04.2027.
pair-horizon-past = Этот день не подходит: он уже прошёл или до него больше двух лет. Напишите другой.
pair-horizon-set = Программа завершится { $day }. Сроки этой пары, которые ещё не закрыты, сдвинуты на этот день.

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
calendar-move-gone = • { $heading }: срока { $from } не будет
calendar-sure-more = … и ещё { $count }
calendar-sure-hint = Закрытые мероприятия и уже отправленные напоминания не изменятся.
button-calendar-apply = Применить
button-calendar-keep = Оставить как было

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
