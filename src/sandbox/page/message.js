// One message: text with its formatting, what is attached, the buttons under it.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const ODD = {
  voice: "🎤 Голосовое сообщение", audio: "🎵 Аудио", video: "🎬 Видео", video_note: "🎬 Видеосообщение",
  sticker: "Стикер", location: "📍 Место на карте", contact: "👤 Контакт", poll: "📊 Опрос", dice: "🎲 Кубик",
};

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// The payload of `https://t.me/<bot>?start=<payload>`; null for any other address.
export function startPayload(address, bot) {
  const found = /^(?:https?:\/\/)?t\.me\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(address.trim());
  return found && found[1].toLowerCase() === bot.toLowerCase() ? found[2] || "" : null;
}

export function startText(payload) {
  return payload ? `/start ${payload}` : "/start";
}

// Text with entities as nodes. Offsets count UTF-16 units, as JavaScript's strings do.
export function rich(text, entities, context) {
  const build = (from, to, inside) => {
    const nodes = [];
    let at = from;
    for (let index = 0; index < inside.length; index += 1) {
      const entity = inside[index];
      const begin = Math.max(entity.offset, at);
      const end = Math.min(entity.offset + entity.length, to);
      if (begin >= end) continue;
      const nested = inside.slice(index + 1).filter((other) => other.offset < end);
      nodes.push(text.slice(at, begin), wrap(entity, text.slice(begin, end), build(begin, end, nested), context));
      at = end;
    }
    nodes.push(text.slice(at, to));
    return nodes;
  };
  return build(0, text.length, entities);
}

function wrap(entity, plain, children, context) {
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url || plain, children, context);
  if (entity.type === "bot_command") {
    return make("button", { type: "button", className: "command", onclick: () => context.say(plain) }, ...children);
  }
  if (entity.type === "spoiler") {
    const reveal = (event) => event.currentTarget.classList.add("open");
    return make("button", { type: "button", className: "spoiler", title: "Показать", onclick: reveal }, ...children);
  }
  return make(TAGS[entity.type] || "span", {}, ...children);
}

function link(address, children, context) {
  const payload = startPayload(address, context.bot);
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!/^(https?|tg|mailto):/i.test(full)) return make("span", {}, ...children);
  const anchor = make("a", { href: full, target: "_blank", rel: "noopener noreferrer" }, ...children);
  if (payload !== null && context.say) {
    anchor.title = "Открыть бота от имени этого человека";
    anchor.onclick = (event) => {
      event.preventDefault();
      context.say(startText(payload));
    };
  }
  return anchor;
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} КБ` : `${(kilobytes / 1024).toFixed(1).replace(".", ",")} МБ`;
}

function attachment(message) {
  if (message.photo) {
    const { url, width, height } = message.photo;
    const image = make("img", { src: url, width, height, alt: message.text || "Фотография", loading: "lazy" });
    return make("a", { href: url, target: "_blank", className: "photo" }, image);
  }
  if (message.file) {
    const { url, name } = message.file;
    const label = make("span", { className: "file-name", textContent: name });
    const about = make("small", { textContent: `${size(message.file.size)} · скачать` });
    return make("a", { href: url, download: name, className: "file" }, label, about);
  }
  return message.odd ? make("p", { className: "odd", textContent: ODD[message.odd] || message.odd }) : null;
}

function button(view, message, context) {
  const classes = `key ${view.style || ""} ${view.waiting ? "waiting" : ""}`.trim();
  if (view.url) {
    const anchor = link(view.url, [view.text], context);
    anchor.className = `${classes} out`;
    return anchor;
  }
  const key = make("button", { type: "button", className: classes, textContent: view.text });
  key.setAttribute("aria-busy", view.waiting ? "true" : "false");
  if (view.data === null || !context.press) key.disabled = true;
  else key.onclick = () => context.press(message.id, view.data, key);
  return key;
}

// The whole message; `context` is {bot, say, press}, where say and press are absent in channels.
export function draw(message, context) {
  const who = message.side === "bot" ? "Бот" : message.name || "Публикация";
  const bubble = make("div", { className: "bubble" }, make("span", { className: "hidden", textContent: `${who}: ` }));
  if (message.forwarded) bubble.append(make("p", { className: "forwarded", textContent: "Переслано" }));
  bubble.append(...[attachment(message)].filter(Boolean));
  if (message.text) bubble.append(make("div", { className: "text" }, ...rich(message.text, message.entities, context)));
  const when = (message.edited ? "изменено, " : "") + message.time;
  bubble.append(make("span", { className: "when", textContent: when }));
  const rows = message.buttons.map((row) =>
    make("div", { className: "row" }, ...row.map((view) => button(view, message, context))));
  const article = make("article", { className: `message ${message.side}` }, bubble);
  if (rows.length) article.append(make("div", { className: "keyboard" }, ...rows));
  article.dataset.id = message.id;
  return article;
}
