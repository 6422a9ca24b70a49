# nastavnik doctor
doctor-token-missing = Нет токена. Создайте бота у @BotFather и положите токен в NASTAVNIK_TELEGRAM_TOKEN.
doctor-token-fine = Токен принят, бот — @{ $bot }.
doctor-token-refused = Токен не принят. Возьмите действующий у @BotFather (/mybots → API Token) и замените его в настройках.
doctor-network = Сервер Telegram не отвечает ({ $why }). Проверьте сеть; если у вас свой сервер Bot API — адрес в telegram_api_url.
doctor-database-fine = База данных открыта ({ $engine }), таблицы на месте.
doctor-database = База данных не открывается: { $why }. Проверьте database_url или права на папку data_dir.
doctor-no-school = Организации ещё нет: выполните «nastavnik invite curator» и откройте ссылку.
doctor-zone-fine = Часовой пояс { $zone }: сейчас там { $time }.
doctor-zone = Организации не читаются: { $why }.
doctor-channel-fine = Канал «{ $title }»: публиковать можно.
doctor-channel-rights = Канал «{ $title }»: нет права публиковать. В канале откройте «Администраторы», выберите бота и включите «Публикация сообщений».
doctor-channel = Канал «{ $title }» недоступен ({ $why }). Верните бота в администраторы канала.
doctor-clock-fine = Часы сервера идут верно.
doctor-clock = { $seconds ->
    [one] Часы сервера расходятся на { $seconds } секунду
    [few] Часы сервера расходятся на { $seconds } секунды
   *[many] Часы сервера расходятся на { $seconds } секунд
    }: включите синхронизацию времени (timedatectl set-ntp true).
doctor-clock-unknown = Часы сверить не с чем: сервер Telegram не отвечает.

# nastavnik invite
invite-words =
    Ссылка для куратора: { $link }
    Она одноразовая и действует 24 часа. Кто откроет её первым, станет куратором.
invite-code =
    Код для куратора: { $code }
    Откройте бота и отправьте ему: /start { $code }
    Код одноразовый и действует 24 часа.

# nastavnik demo
demo-words =
    Песочница «Наставника»: { $address }
    Люди и школа вымышлены, наружу ничего не отправляется. Остановить: Ctrl+C.
