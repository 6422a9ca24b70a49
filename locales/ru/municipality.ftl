### Муниципальный методический центр и организации вокруг него: только числа.

menu-municipality = Организации
municipality = Организации муниципалитета · { $year }
municipality-empty = Пока ни одна организация не присоединилась.
    Нажмите «Пригласить»: придёт ссылка для одной организации. Перешлите её куратору; он увидит, какие числа станут вам видны, и решит сам.
municipality-count = { $count ->
    [one] Присоединилась { $count } организация.
    [few] Присоединились { $count } организации.
    [many] Присоединились { $count } организаций.
   *[other] Присоединились { $count } организации.
}
municipality-numbers = Сроки: выполнено { $done } из { $all }, просрочено { $late }, впереди { $ahead }.
    Пар по приказу: { $pairs }, в них наставников: { $mentors }, наставляемых: { $mentees }.
    Заполнено анкет: { $questionnaires }.
municipality-changed = С { $day }: организации { $organisations }, выполнено { $done }, просрочено { $late }, пары { $pairs }, анкеты { $questionnaires }.
municipality-unchanged = С { $day } ничего не изменилось.
municipality-line = { $number }. { $sign }{ $name } — { $all ->
    [0] сроков пока нет
   *[other] готово { $done } из { $all }
}{ $late ->
    [0] {""}
   *[other] , просрочено { $late }
}, пар { $pairs }
municipality-since = С { $day }
municipality-gone = Этой организации среди ваших больше нет.
button-municipality-invite = Пригласить →
button-municipality-table = Таблица XLSX
button-municipality-remove = Убрать из сводки
municipality-remove = Убрать организацию «{ $name }» из сводки? Вы сразу перестанете видеть её числа, а её куратор узнает об этом утром. Вернуться она сможет по новой ссылке.
button-municipality-remove-sure = Да, убрать
municipality-removed = Организации «{ $name }» больше нет в сводке.
municipality-was-removed = Методический центр «{ $name }» убрал вашу организацию из сводки и больше не видит её чисел. Для вас больше ничего не меняется.
municipality-invited = Ссылка придёт ниже. Она на одну организацию: для следующей сделайте новую.
municipality-invitation = «{ $name }» приглашает вашу организацию в общую сводку по наставничеству. Центр увидит только числа: имён, текстов и файлов в ней нет.
    Ссылка для куратора, работает один раз и 14 дней:
    { $link }

# Сводка файлом
municipality-table = Наставничество в организациях { $year }
municipality-handed = { $count ->
    [one] Сводка готова: { $count } организация.
    [few] Сводка готова: { $count } организации.
    [many] Сводка готова: { $count } организаций.
   *[other] Сводка готова: { $count } организации.
}
municipality-column-name = Организация
municipality-column-dates = Сроков
municipality-column-done = Выполнено
municipality-column-late = Просрочено
municipality-column-ahead = Впереди
municipality-column-pairs = Пар по приказу
municipality-column-mentors = Наставников
municipality-column-mentees = Наставляемых
municipality-column-questionnaires = Анкет
municipality-column-total = Всего

# Сторона организации
municipality-for-curators = Эта ссылка — для куратора организации, которая уже работает с ботом. Перешлите её куратору.
municipality-dead-link = Эта ссылка уже использована или устарела. Попросите у методического центра новую.
municipality-centre-cannot = Эта ссылка — для школ, садов и центров дополнительного образования. Методический центр не может присоединиться к другому.
municipality-already = Ваша организация уже в сводке центра «{ $name }». Чтобы перейти в другую, сначала выйдите из этой.
municipality-offer = «{ $name }» приглашает вашу организацию в общую сводку по наставничеству.
municipality-sees = Центр увидит только числа. Имён, названий мероприятий, ответов, приказов и файлов он не увидит. Выйти можно в любой день в настройках.
municipality-now = Вот что видно сейчас:
button-municipality-join = Присоединиться →
municipality-joined = Готово: ваша организация в сводке.
municipality-none = Ваша организация не входит в сводку методического центра. Чтобы войти, откройте ссылку, которую пришлёт центр.
button-municipality-membership = Методический центр
button-municipality-leave = Выйти из сводки
municipality-leave = Выйти из сводки? Центр сразу перестанет видеть числа вашей организации и узнает, что вы вышли. Вернуться можно только по новой ссылке.
button-municipality-leave-sure = Да, выйти
municipality-left = Вы вышли из сводки. Центр больше не видит чисел вашей организации.
municipality-has-joined = В сводке новая организация: { $name }.
municipality-has-left = Организация вышла из сводки: { $name }. Её чисел в ней больше нет.
