### Что показывают проверяющим: таблица выполнения дорожной карты.

button-inspection = Таблица для проверки
inspection = Таблица для проверки · { $year }
inspection-no-road-map = Дорожной карты на { $year } пока нет. Загрузите её, и я соберу таблицу.
inspection-totals = На { $day } выполнено { $done } из { $all }. Просрочено: { $late }, впереди: { $ahead }.
inspection-undated = { $count ->
    [one] Без даты — { $count } строка.
    [few] Без даты — { $count } строки.
    [many] Без даты — { $count } строк.
   *[other] Без даты — { $count } строки.
}
inspection-choose = Соберу таблицу со сроками, ответственными и подтверждениями. Файл можно поправить и распечатать.
button-table-docx = Word (DOCX)
button-table-xlsx = Excel (XLSX)
button-table-picture = Картинкой
toast-table = Собираю, файл придёт ниже.
table-handed = Таблица готова. Выполнено { $done } из { $all }, просрочено: { $late }.

# Таблица
table-file = Выполнение дорожной карты { $year }
table-title = Выполнение дорожной карты
table-about = { $name }, { $year } учебный год
table-made = Составлено { $day }
table-column-number = №
table-column-stage = Этап
table-column-activity = Мероприятие
table-column-term = Срок
table-column-responsible = Ответственные
table-column-state = Состояние
table-column-actual = Дата выполнения
table-column-evidence = Подтверждение
table-dates = Все сроки
table-term-own = уточнено: { $term }
table-term-without = решено вести без срока
table-term-day = до { $day }
table-term-days = { $count ->
    [one] всего { $count } срок
    [few] всего { $count } срока
    [many] всего { $count } сроков
   *[other] всего { $count } срока
}
table-term-days-next = { $count ->
    [one] всего { $count } срок, ближайший — { $day }
    [few] всего { $count } срока, ближайший — { $day }
    [many] всего { $count } сроков, ближайший — { $day }
   *[other] всего { $count } срока, ближайший — { $day }
}
table-state-many = { $late ->
    [0] { $state }: готово { $done } из { $all }
   *[other] { $state }: { $late }, готово { $done } из { $all }
}
table-empty = В дорожной карте пока нет строк.
table-totals = { $rows ->
    [one] Всего { $rows } мероприятие
    [few] Всего { $rows } мероприятия
    [many] Всего { $rows } мероприятий
   *[other] Всего { $rows } мероприятия
}, { $all ->
    [one] { $all } срок.
    [few] { $all } срока.
    [many] { $all } сроков.
   *[other] { $all } срока.
} Выполнено: { $done }, просрочено: { $late }, срок не наступил: { $ahead }.
table-totals-undated = Мероприятий без даты: { $count }.
table-totals-asked = Строк, где ещё уточняется срок или ответственный: { $count }.
table-approve = УТВЕРЖДАЮ
table-approve-post = (должность)
table-approve-name = (подпись, фамилия и инициалы)
table-approve-day = «_____» __________________ 20____ г.
table-signature = Куратор { $line } / { $name } /

# Состояние строки
standing-done = выполнено
standing-done_late = выполнено позже срока
standing-late = просрочено
standing-current = в срок
standing-ahead = срок не наступил
standing-undated = без срока
standing-asked = срок уточняется

# Типовые карты
button-road-map-templates = Другие типовые карты
road-map-templates = Какую типовую карту взять за основу? Первой стоит та, что подходит вашей организации. Перед загрузкой покажу все строки.
