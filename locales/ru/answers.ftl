## Меню

button-become-mentor = Стать наставником
button-need-mentor = Нужен наставник
button-consents = Мои согласия
button-my-data = Мои данные
button-bank-mentors = Банк наставников
button-bank-mentees = Банк наставляемых

## Согласия

consents =
    Мои согласия

    Каждое даётся отдельно, и отозвать его можно в любой день.
consent-version = Редакция { $version }
button-consent-give = Даю согласие
button-consent-refuse = Не даю
button-consent-withdraw = Отозвать
button-consent-withdraw-sure = Да, отозвать
button-consent-read-again = Прочитать ещё раз
consent-not-asked = ○ Ещё не спрашивали
consent-given = ✓ Дано { $since }
consent-given-paper = ✓ Дано на бумаге { $since }
consent-given-older = ✓ Дано { $since }, но текст с тех пор изменился. Прочитайте новый.
consent-refused = ✗ Не дано { $since }
consent-withdrawn = ✗ Отозвано { $since }
consent-withdrawn-done = Согласие отозвано. Передумаете — дайте его здесь же.
consent-text-changed = Текст согласия изменился, пока вы читали. Вот новый: решите, пожалуйста, по нему.
consent-needed =
    Анкету пока не открыть

    Вы не дали согласие на обработку персональных данных. Без него мы не вправе хранить ваши ответы и искать вам пару. На работе это никак не отразится.

    Передумаете — прочитайте текст ещё раз или попросите у куратора бумажный бланк.
papers = Отметьте согласие, которое сотрудник подписал на бумаге. Сам бланк храните у себя.
paper-day = Каким днём подписан бланк? Напишите дату, например 01.09.2026.
paper-day-unclear = Не получилось прочитать дату. Напишите её так: { $example }.
paper-day-strange = Дата должна быть не позже сегодняшней и не старше двух лет.
paper-noted = Записано.
button-paper-today = Сегодня
colleague-gone = Этого сотрудника больше нет в списке.

consent-decision-given = дано
consent-decision-refused = не дано
consent-decision-withdrawn = отозвано

## Анкета

form-heading = { $title } · { $number } из { $of }
form-line = <i>{ $label }:</i> { $answer }
form-gone = Эту анкету уже отправили или отозвали. Откройте её заново из меню.
form-paused =
    <b>{ $title }</b>

    Анкета не закончена, пройдено { $answered } из { $asked }. Всё сохранено.
form-typed-before = Сейчас записано: «{ $text }». Чтобы изменить, пришлите новый текст.
form-type-now = Напишите ответ сообщением.
form-no-colleagues = Выбирать пока не из кого: в списке сотрудников только вы.
form-search-by-name = Нажмите на имя или напишите начало фамилии.
form-search-unclear = Чтобы найти коллегу, напишите начало фамилии или имени.
form-found = По запросу «{ $name }» { $count ->
        [one] нашёлся { $count } человек
        [few] нашлось { $count } человека
       *[many] нашлось { $count } человек
    }.
form-found-nobody = По запросу «{ $name }» никого нет. Напишите иначе: достаточно начала фамилии.
form-chosen = Отмечены: { $names }
form-review = <b>{ $title } · проверка</b>
form-review-ready = Всё верно? Отправьте анкету или нажмите на ответ, который нужно исправить.
form-review-open = Остался вопрос без ответа. Без него анкету не отправить.
form-sent =
    <b>{ $title }</b>
    Отправлена { $day }
form-sent-change = Пока пара не подобрана, ответы можно исправить или отозвать.
form-sent-paired = Пара уже подобрана, поэтому ответы больше не меняются. Если что-то не так, скажите куратору.
form-opened-again = Анкета снова открыта. Куратор увидит её, когда вы отправите её ещё раз.
form-withdraw =
    Отозвать: { $title }?

    Ответы удалятся, куратор их больше не увидит. Пару по ним не подберут. Заполнить заново можно в любой день.
form-withdrawn = Анкета отозвана, ответы удалены.
button-form-begin = Начать
button-form-resume = Продолжить
button-form-anew = Начать заново
button-form-other = Открыть другую
button-form-next = Дальше →
button-form-skip = Пропустить →
button-form-finish = Хватит, к проверке →
button-form-everybody = Показать всех
button-form-answer-rest = Ответить →
button-form-send = Отправить анкету
button-form-correct = Исправить
button-form-withdraw = Отозвать анкету
button-form-withdraw-sure = Да, отозвать

answer-person-gone = (нет в списке)
answer-scale = { $number } из { $to }

## Банки

bank-mentors = Банк наставников
bank-mentees = Банк наставляемых
bank-count = { $finished ->
        [one] Заполнил { $finished } из { $staff }
        [few] Заполнили { $finished } из { $staff }
       *[many] Заполнили { $finished } из { $staff }
    }{ $drafts ->
        [0] {""}
        [one] , в черновиках { $drafts }
        [few] , в черновиках { $drafts }
       *[many] , в черновиках { $drafts }
    }
bank-mentors-empty = Пока никого. Пригласите опытных коллег: дайте им ссылку-приглашение и попросите нажать в меню «Стать наставником».
bank-mentees-empty = Пока никого. Пригласите молодых и новых коллег: дайте им ссылку-приглашение и попросите нажать в меню «Нужен наставник».
bank-found = По фильтру: { $count }
bank-nobody-found = По фильтру никого нет. Снимите одно из условий.
bank-sieve = <b>{ $title }</b>
    Кого показать?
bank-sieve-gone = По этому вопросу больше не отбирают.
button-bank-any = Все
button-bank-unpaired = Без пары
button-bank-table = Таблица XLSX
bank-of-year = Учебный год { $year }
button-bank-complete = Банк собран
button-bank-on = Собираем дальше
bank-complete = Собран { $day }. Кто пришлёт анкету позже, тоже попадёт сюда.
button-card-consents = Согласия
card-main = Главное
card-more = Подробнее
card-private = Видите только вы
toast-not-in-bank = Этого человека больше нет в банке.
toast-file-coming = Готовлю файл.
bank-table = { $count ->
        [0] В банке пока никого нет, в таблице только заголовки.
        [one] Банк таблицей: { $count } анкета. Внутри личные данные — не пересылайте файл.
        [few] Банк таблицей: { $count } анкеты. Внутри личные данные — не пересылайте файл.
       *[many] Банк таблицей: { $count } анкет. Внутри личные данные — не пересылайте файл.
    }
bank-table-made = { $organisation } · { $day } · { $count ->
        [one] { $count } анкета
        [few] { $count } анкеты
       *[many] { $count } анкет
    }
bank-table-empty = Пока никто не отправил анкету.
bank-column-name = ФИО
bank-column-position = Должность

notice-urgent-request =
    <b>{ $name }</b>: нужна помощь сейчас.

    Так отмечено в запросе на наставника. Посмотрите ответы и подберите пару в первую очередь.
notice-consent-withdrawn =
    <b>{ $name }</b>: согласие отозвано.
    { $title }

    { $effect }

## Мои данные

my-data =
    <b>Мои данные</b>

    { $name }
    Должность: { $position }
my-data-sent = { $title }: отправлена, { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[many] { $count } ответов
    }
my-data-draft = { $title }: черновик, { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[many] { $count } ответов
    }
my-data-consents = Действующих согласий: { $count }
my-data-who-sees = Анкеты видит только куратор. Пара узнаёт друг о друге то, что нужно для встреч.
my-data-forget =
    Удалить все ваши ответы?

    Анкеты и черновики исчезнут, куратор их больше не увидит, пару по ним не подберут. Согласия и список сотрудников останутся.
my-data-forgotten = Ответы удалены.
button-my-data-export = Получить файлом
button-my-data-forget = Удалить мои ответы
button-my-data-forget-sure = Да, удалить
my-data-document = Здесь то, что я о вас храню: сведения из списка сотрудников, согласия, ответы и пары.
my-data-pair = Пара { $year }: { $name }
my-data-file = Мои данные
my-data-name = ФИО: { $name }
my-data-position = Должность: { $position }
my-data-roles = Роли в программе: { $roles }
my-data-organisation = Организация: { $organisation }
my-data-consents-heading = Решения о согласиях:
my-data-state-draft = черновик
my-data-state-finished = отправлена
my-data-state-withdrawn = отозвана
