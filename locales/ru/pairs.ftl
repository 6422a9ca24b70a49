# Подбор

menu-matching = Подобрать пары
menu-pairs = Пары
menu-my-pair = Моя пара

matching-title = Подбор пар
matching-banks = В банках: наставники — { $mentors }, наставляемые — { $mentees }.
matching-no-mentors = В банке наставников пока никого нет. Пригласите коллег: в меню у каждого есть «Стать наставником».
matching-no-mentees = В банке наставляемых пока никого нет. Пригласите коллег: в меню у каждого есть «Нужен наставник».
matching-before = Я сравню всех со всеми и предложу пары с объяснением. Никому ничего не отправлю, пока вы не решите.
matching-result = { $pairs ->
    [one] Подобрана { $pairs } пара
    [few] Подобрано { $pairs } пары
   *[many] Подобрано { $pairs } пар
} из { $of }, без пары — { $left }.
matching-pin-refused = Закрепить { $couple } не получилось: { $why }.
matching-toast-done = Готово
matching-pairs-title = { $count ->
    [one] <b>Кто с кем: { $count } пара</b>
    [few] <b>Кто с кем: { $count } пары</b>
   *[many] <b>Кто с кем: { $count } пар</b>
}
    Нажмите на пару, чтобы увидеть, почему она подходит, или изменить.
matching-line-pinned = ✓ { $couple }
matching-line-banned = ✕ { $couple }
matching-couple =
    <b>Наставник:</b> { $mentor }
    <b>Наставляемый:</b> { $mentee }
matching-why = <b>Почему подходят</b>
matching-doubts = <b>Что мешает</b>
matching-no-reasons = В анкетах ничего общего не названо: решайте сами.
matching-point = • { $text }
matching-and-more = … и ещё { $count }
matching-pinned = ✓ Закреплено вами: при новом подборе эта пара останется.
matching-others = Другой наставник для: { $mentee }
matching-others-now = Сейчас: { $mentor }
matching-others-how = Сверху те, кто подходит лучше. Выберите — пара закрепится, а остальных я подберу заново.
matching-others-none = Больше никто не подходит: у остальных нет места, они сами просили не ставить их вместе или вы это запретили.
matching-fits-very-well = { $mentor } — очень подходит
matching-fits-well = { $mentor } — подходит
matching-fits = { $mentor } — можно
matching-fits-badly = { $mentor } — с натяжкой
matching-changed = Пока экран был открыт, подбор изменил другой куратор, поэтому я ничего не сделал.
matching-changed-now = { $mentee }: сейчас наставник — { $mentor }.
matching-changed-none = { $mentee }: сейчас без пары.
matching-again-now = Подобрал заново. { $mentee }: наставник — { $mentor }.
matching-again-none = Подобрал заново. { $mentee }: наставника пока нет, причина — в списке «Без пары».
matching-again-aside = { $mentee }: в этот раз без пары. Вернуть можно в списке «Без пары».
matching-left-title = { $count ->
    [one] Без пары: { $count } человек
    [few] Без пары: { $count } человека
   *[many] Без пары: { $count } человек
}
matching-left-empty = Пара нашлась для каждого.
matching-left-aside = Вы убрали из подбора.
matching-left-no-consent = Нет согласия на обработку персональных данных. Попросите открыть в меню «Мои согласия».
matching-left-no-room = Подходят: { $mentors }. Но места там заняты: спросите, возьмут ли ещё одного, или найдите ещё наставника.
matching-left-ruled-out = Не подходит никто из наставников:
matching-left-stop = • { $stop } — { $count }
matching-wishes =
    <b>Ваши пожелания</b>
    ✓ — закреплено, ✕ — запрещено. Нажмите, чтобы снять: я сразу подберу заново.
matching-wishes-empty = Пожеланий больше нет.

matching-ask = { $pairs ->
    [one] <b>Спросить { $pairs } пару?</b>
    [few] <b>Спросить { $pairs } пары?</b>
   *[many] <b>Спросить { $pairs } пар?</b>
}
    Каждый из двоих получит по сообщению: имя и должность второго, почему вы подходите друг другу, кнопки «Согласен(на)» и «Не сейчас».
matching-ask-then = Через два дня молчания я напомню, через четыре скажу вам, через семь вопрос закроется.
matching-ask-no-chat = Ещё не открыли бота и вопроса не увидят: { $people }.
matching-asked = { $count ->
    [one] Спросил { $count } пару. Ответы придут сюда.
    [few] Спросил { $count } пары. Ответы придут сюда.
   *[many] Спросил { $count } пар. Ответы придут сюда.
}
matching-skipped = Не спросил, потому что за это время всё изменилось: { $couples }.

button-matching-run = Подобрать →
button-matching-again = Подобрать заново
button-matching-pairs = Кто с кем ({ $count })
button-matching-left = Без пары ({ $count })
button-matching-wishes = Ваши пожелания ({ $count })
button-matching-ask = Спросить всех ({ $count })
button-matching-pin = Закрепить
button-matching-unpin = Не закреплять
button-matching-ban = Запретить
button-matching-others = Другой наставник
button-matching-aside = Убрать
button-matching-return = Вернуть: { $mentee }
button-matching-find = Кто возьмёт: { $mentee }

# Почему подходят: целые предложения без точки
reason-main_difficulty = Помогает с главным: { $what }
reason-main_difficulty_missed = С главным — { $what } — наставник помогать не обещал
reason-difficulties = Помогает с тем, что трудно: { $what }
reason-subject = Ведут одно и то же: { $what }
reason-level = Работают с одним возрастом: { $what }
reason-kind = Ближе один и тот же вид работы: { $what }
reason-slots = Оба свободны: { $what }
reason-no_common_slots = Общего свободного времени в анкетах нет
reason-format = Удобно встречаться одинаково: { $what }
reason-flexible_format = О формате встреч договориться легко: { $what }
reason-different_formats = Удобны разные форматы встреч: { $what }
reason-experience = Педагогический стаж наставника: { $what }
reason-been_mentor = Наставник уже помогал коллегам
reason-mentor_wish = Наставник хотел работать с этим коллегой (знаете только вы)
reason-mentee_wish = Наставляемый хотел именно этого наставника (знаете только вы)
reason-urgent = Помощь нужна срочно
reason-other_mentees = У наставника есть и другие наставляемые: { $what }

# Что не даёт поставить в пару: часть предложения
stop-not_in_bank = анкеты нет в банке
stop-same_person = это один и тот же человек
stop-direct_boss = наставник — непосредственный руководитель
stop-mentor_veto = наставник просил не ставить их вместе
stop-mentee_veto = наставляемый просил не ставить их вместе
stop-mentor_consent = у наставника нет согласия
stop-mentee_consent = у наставляемого нет согласия
stop-banned = так решили вы или они уже отказались
stop-pinned_elsewhere = наставляемый закреплён за другим наставником
stop-no_room = у наставника нет места

# Пары: список и карточка

pairs-title = Пары { $year } учебного года
pairs-none = Пар пока нет. Начните с подбора: он предложит, кто кому подходит.
pairs-how = Нажмите, чтобы увидеть список.
pairs-state-count = { $state }: { $count }
pairs-list = { $state }: { $count }
pairs-list-empty = Здесь больше никого нет.
pair-state-proposed = Ждём ответа
pair-state-agreed = Согласны, ждут приказа
pair-state-ordered = В приказе
pair-state-active = Работают
pair-state-completed = Завершены
pair-state-declined = Отказ
pair-state-expired = Не ответили
pair-state-dissolved = Распущены
pair-side-mentor = наставник
pair-side-mentee = наставляемый

button-pairs-matching = Подобрать пары
button-pairs-order = Внести приказ ({ $count })
button-pairs-announce = Объявить в канале ({ $count })
button-pairs-other = Подобрать другую
button-pair-card = Открыть пару
button-pair-order = Внести приказ
button-pair-dissolve = Распустить
button-pair-complete = Завершить
button-pair-again = Спросить ещё раз
button-pair-keep = ← Оставить
button-pair-dissolve-sure = Да, распустить
button-pair-complete-sure = Да, завершить

pair-card =
    <b>Наставник:</b> { $mentor }
    <b>Наставляемый:</b> { $mentee }
    { $state }
pair-gone = Этой пары здесь нет. Откройте /menu.
pair-changed = Пока экран был открыт, пара изменилась, поэтому я ничего не сделал. Вот как она выглядит сейчас.
pair-asked = Спросили: { $day }
pair-agreed-on = Согласие, { $who }: { $when }
pair-awaited = Ещё не ответил { $who }
pair-order = Приказ № { $number } от { $day }
pair-since = Работают с { $day }
pair-completed = Завершили: { $day }
pair-declined = Отказ, { $who }: { $when }
pair-expired = Вопрос закрыт без ответа: { $day }
pair-dissolved = Распущена { $day }: { $why }
pair-announced = Объявлено в канале
pair-announcing = Объявление отправляется в канал
pair-announced-unknown = Неизвестно, вышло ли объявление: посмотрите в канал
pair-announced-failed = Объявление в канале не вышло
pair-not-announced = В канале ещё не объявлено
pair-again-busy = Наставляемый уже в другой паре.
pair-again-done = Спросил ещё раз

pair-dissolve-ask =
    Распустить пару { $couple }?
    Выберите причину.
pair-dissolve-sure-ask =
    Распустить пару { $couple }?
    Причина: { $why }. Причину увидите только вы; обоим я напишу, что пара больше не работает.
pair-dissolve-law = По статье 351.8 Трудового кодекса об этом предупреждают письменно не позже чем за три рабочих дня.
pair-dissolve-mentor_refused = Наставник отказался
pair-dissolve-employer_cancelled = Решение работодателя
pair-dissolve-mentee_refused = Отказ наставляемого
pair-dissolve-by_agreement = По договорённости
pair-dissolve-mentor_left = Наставник уволился
pair-dissolve-mentee_left = Уволился наставляемый
pair-dissolve-consent_withdrawn = Отозвано согласие
pair-dissolve-other = Другая причина
pair-complete-ask =
    Завершить программу пары { $couple }?
    Обоим придёт благодарность.

# Приказ

order-nothing = Сейчас нет пар, согласных и ждущих приказа.
order-pick =
    <b>Какие пары в приказе?</b>
    Отмечено { $chosen } из { $of }.
order-pick-one = Отметьте хотя бы одну пару.
order-number = { $count ->
    [one] В приказе { $count } пара. Какой у него номер? Напишите, например, «45-к».
    [few] В приказе { $count } пары. Какой у него номер? Напишите, например, «45-к».
   *[many] В приказе { $count } пар. Какой у него номер? Напишите, например, «45-к».
}
order-bad-number = { $max ->
    [one] Номер не подходит: нужны буквы или цифры, не больше { $max } знака.
    [few] Номер не подходит: нужны буквы или цифры, не больше { $max } знаков.
   *[many] Номер не подходит: нужны буквы или цифры, не больше { $max } знаков.
}
order-date = { $count ->
    [one] Приказ № { $number }, { $count } пара. От какого числа? Нажмите кнопку или напишите, например, «1 октября».
    [few] Приказ № { $number }, { $count } пары. От какого числа? Нажмите кнопку или напишите, например, «1 октября».
   *[many] Приказ № { $number }, { $count } пар. От какого числа? Нажмите кнопку или напишите, например, «1 октября».
}
order-today = Сегодня, { $day }
order-yesterday = Вчера, { $day }
order-bad-date = Не получилось прочитать дату. Напишите, например, «01.10.2026» или «1 октября».
order-future = Эта дата ещё не наступила. Внесите приказ, когда он будет подписан.
order-title = Приказ № { $number } от { $day }
order-ready = { $count ->
    [one] Станет официальной { $count } пара, обоим придёт сообщение:
    [few] Станут официальными { $count } пары, каждому придёт сообщение:
   *[many] Станут официальными { $count } пар, каждому придёт сообщение:
}
order-lacking = { $count ->
    [one] Пока не войдёт { $count } пара — нет согласий:
    [few] Пока не войдут { $count } пары — нет согласий:
   *[many] Пока не войдут { $count } пар — нет согласий:
}
order-lacks = • { $name }: { $what }
order-lacks-personal_data = обработка персональных данных
order-lacks-extra_duties = дополнительная работа наставника
order-lacks-publication = публикация имени
order-lacking-do = Попросите их открыть в меню «Мои согласия». Если согласие дали на бумаге, отметьте его в банке, в карточке человека.
order-nobody-ready = Вносить пока нечего. Пары подождут: вернитесь, когда согласия появятся.
order-no-channel = Канал не привязан, поэтому объявления не будет. Его можно отправить позже: откройте «Пары» → «Объявить в канале».
order-preview =
    В канале «{ $channel }» выйдет одно сообщение, имена — только тех, кто разрешил:
    <blockquote>{ $post }</blockquote>
order-preview-long = В канале «{ $channel }» выйдет одно сообщение со всеми парами, имена — только тех, кто разрешил.
order-made = { $count ->
    [one] Готово: { $count } пара стала официальной.
    [few] Готово: { $count } пары стали официальными.
   *[many] Готово: { $count } пар стали официальными.
}
order-made-announced = { $count ->
    [one] Готово: { $count } пара стала официальной. Объявление отправляется в канал.
    [few] Готово: { $count } пары стали официальными. Объявление отправляется в канал.
   *[many] Готово: { $count } пар стали официальными. Объявление отправляется в канал.
}
button-order-all = Все { $count }
button-order-none = Снять все
button-order-next = Дальше →
button-order-make = Оформить ({ $count })
button-order-quiet = Оформить без объявления
button-order-announce = Оформить и объявить ({ $count })
announce-nothing = Объявлять нечего: канал знает обо всех парах.
announce-no-channel = Канал ещё не привязан. Привяжите его в настройках организации, и объявление можно будет отправить отсюда.
button-announce = Опубликовать

# Моя пара

my-pairs = Моя пара
my-pairs-none = Пары пока нет. Когда куратор предложит, я напишу.
my-mentee = Вы помогаете: { $name }
my-mentor = Ваш наставник: { $name }
my-pair-your-turn = Ждём вашего ответа.
my-pair-their-turn = Вы согласились, второй ответ ещё не пришёл.
my-pair-agreed = Согласны оба. Куратор готовит приказ.
my-pair-official = Приказ № { $number } от { $day }
my-pair-leave =
    Отказаться от пары с { $name }?
    Причину объяснять не нужно. Куратор подберёт другую.
button-pair-leave = Отказаться: { $name }
button-pair-stay = ← Остаться
button-pair-leave-sure = Да, отказаться
button-pair-yes = Согласен(на)
button-pair-no = Не сейчас

pair-yes = Спасибо, вы согласились: { $name }. Ждём второго ответа. Когда всё решится, я напишу.
pair-yes-both = Спасибо! Теперь согласны оба: вы и { $name }. Куратор внесёт приказ, и я напишу вам.
pair-no = Хорошо, в этот раз без этой пары: { $name }. Куратор подберёт другую. Если нажали случайно, скажите куратору: он может спросить ещё раз.
pair-answered-yes = Вы уже согласились: { $when }. Передумали — откройте /menu, «Моя пара».
pair-answered-no = Вы уже отказались: { $when }. Передумали — скажите куратору, он спросит ещё раз.
pair-answer-late = Этот вопрос уже закрыт: пара не сложилась. Куратор подберёт другую.
pair-answer-official = Пара уже оформлена приказом. Если что-то изменилось, скажите куратору.

notice-pair-asked-mentor =
    <b>Станете наставником?</b>
    Куратор предлагает вам помочь коллеге: { $name }.
notice-pair-asked-mentee =
    <b>Для вас нашёлся наставник</b>
    Куратор предлагает: { $name }.
notice-pair-nudged = Напоминаю: вы ещё не ответили.
notice-pair-why = Почему вы подходите друг другу:
notice-pair-until = Ответьте, пожалуйста, не позже чем { $day }. Отказаться можно без объяснений.
notice-pair-agreed = { $count ->
    [one] <b>Обе стороны согласны</b>
    { $couple }
    Внесите приказ. Ждёт приказа { $count } пара.
    [few] <b>Обе стороны согласны</b>
    { $couple }
    Внесите приказ. Ждут приказа { $count } пары.
   *[many] <b>Обе стороны согласны</b>
    { $couple }
    Внесите приказ. Ждут приказа { $count } пар.
}
notice-pair-declined-mentor =
    <b>Не сейчас</b>
    { $couple }: отказ наставника. Подберите другую пару.
notice-pair-declined-mentee =
    <b>Не сейчас</b>
    { $couple }: отказ наставляемого. Подберите другую пару.
notice-pair-silent =
    <b>Молчат</b>
    { $couple } — я уже напоминал, ответа нет: { $who }
    Если ответа не будет { $day }, вопрос закроется.
notice-pair-expired =
    <b>Ответа не дождались</b>
    { $couple }: вопрос закрыт. Подберите другую пару или спросите ещё раз.
notice-pair-off = Пара не сложилась: { $name }. Такое бывает, дело не в вас. Куратор подберёт другую.
notice-pair-dissolved = Ваша пара больше не работает: { $name }. Если остались вопросы, напишите куратору.
notice-pair-completed = Программа завершена: { $name }. Спасибо за работу!
notice-pair-official-mentor =
    <b>Вы — наставник</b>
    Ваш наставляемый: { $name }.
    Приказ № { $number } от { $day }. Договоритесь о первой встрече на ближайшей неделе.
notice-pair-official-mentee =
    <b>У вас есть наставник</b>
    { $name }.
    Приказ № { $number } от { $day }. Договоритесь о первой встрече на ближайшей неделе.
