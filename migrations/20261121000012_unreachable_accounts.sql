-- Who has stopped the bot is looked for every minute: few among many.
CREATE INDEX accounts_unreachable ON accounts (person) WHERE unreachable_at IS NOT NULL;
