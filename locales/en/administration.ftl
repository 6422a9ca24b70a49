# nastavnik doctor
doctor-token-missing = There is no token. Make a bot with @BotFather and put its token into NASTAVNIK_TELEGRAM_TOKEN.
doctor-token-fine = The token is accepted, the bot is @{ $bot }.
doctor-token-refused = The token is not accepted. Take a valid one from @BotFather (/mybots → API Token) and replace it in the settings.
doctor-network = Telegram does not answer ({ $why }). Check the network and, with a Bot API server of your own, telegram_api_url.
doctor-database-fine = The database is open ({ $engine }), its tables are in place.
doctor-database = The database cannot be opened: { $why }. Check database_url or the rights on the folder data_dir.
doctor-no-school = There is no organisation yet: run «nastavnik invite curator» and open the link.
doctor-zone-fine = Time zone { $zone }: it is { $time } there now.
doctor-zone = The organisations cannot be read: { $why }.
doctor-channel-fine = Channel «{ $title }»: the bot may post.
doctor-channel-rights = Channel «{ $title }»: the bot may not post. Open the channel's administrators, choose the bot and switch on «Post messages».
doctor-channel = Channel «{ $title }» cannot be reached ({ $why }). Make the bot an administrator of the channel again.
doctor-clock-fine = The server's clock is right.
doctor-clock = { $seconds ->
    [one] The server's clock is off by { $seconds } second
   *[other] The server's clock is off by { $seconds } seconds
    }: switch on time synchronisation (timedatectl set-ntp true).
doctor-clock-unknown = There is nothing to compare the clock with: Telegram does not answer.

# nastavnik invite
invite-words =
    A link for the curator: { $link }
    It works once and for 24 hours. Whoever opens it first becomes the curator.
invite-code =
    A code for the curator: { $code }
    Open the bot and send it: /start { $code }
    The code works once and for 24 hours.

# nastavnik demo
demo-words =
    The sandbox of Nastavnik: { $address }
    The people and the school are fictional, nothing leaves this machine. To stop: Ctrl+C.
