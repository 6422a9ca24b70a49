// One chat as a card: header, log, toast, composer.

import * as server from "./server.js";
import { draw, make, startPayload, startText } from "./message.js";

const TOAST_MS = 4000;

const STANDING = {
  stranger: "ещё не открывал бота", started: "чат с ботом", blocked: "бот заблокирован", deactivated: "аккаунт удалён",
};

export function subtitle(chat) {
  if (chat.kind === "channel") return "канал";
  return chat.kind === "group" ? "группа" : STANDING[chat.standing];
}

export class Card {
  constructor(chat, bot, actions) {
    this.chat = chat;
    this.bot = bot;
    this.actions = actions;
    this.build();
    this.update(chat, [...chat.messages.values()]);
  }

  get isPerson() {
    return this.chat.kind === "person";
  }

  get context() {
    if (!this.isPerson) return { bot: this.bot };
    return {
      bot: this.bot,
      say: (text) => this.attempt(() => server.say(this.chat.id, text)),
      press: (message, data, key) => {
        key.classList.add("waiting");
        key.setAttribute("aria-busy", "true");
        this.attempt(() => server.press(this.chat.id, message, data));
      },
    };
  }

  build() {
    const { chat } = this;
    const titleId = `title-${chat.id}`;
    this.about = make("p", { className: "about" });
    this.block = make("button", { type: "button", onclick: () => this.toggleBlock() });
    this.more = make("details", { className: "more" }, make("summary", { title: "Ещё" }, "⋯"), this.block);
    this.more.firstChild.setAttribute("aria-label", `Ещё: ${chat.title}`);
    const close = make("button", { type: "button", className: "quiet close", title: "Закрыть чат", textContent: "×" });
    close.setAttribute("aria-label", `Закрыть чат: ${chat.title}`);
    close.onclick = () => this.actions.close(chat.id);
    const title = make("h2", { id: titleId, textContent: chat.title });
    const head = make("header", { className: "card-head" }, make("div", {}, title, this.about),
      this.isPerson ? this.more : null, close);
    this.log = make("div", { className: "log", tabIndex: 0 });
    this.log.setAttribute("role", "log");
    this.log.setAttribute("aria-live", "polite");
    this.log.setAttribute("aria-label", `Сообщения: ${chat.title}`);
    this.toasts = make("div", { className: "toasts" });
    this.toasts.setAttribute("role", "status");
    this.element = make("section", { className: `card card-${chat.kind}`, id: `card-${chat.id}` }, head, this.log, this.toasts);
    this.element.setAttribute("aria-labelledby", titleId);
    if (this.isPerson) this.element.append(this.startBox(), this.composer());
  }

  startBox() {
    const go = make("button", { type: "button", className: "primary", textContent: "Запустить" });
    go.onclick = () => this.attempt(() => server.say(this.chat.id, startText(this.chat.start)));
    this.start = make("div", { className: "start" }, go);
    return this.start;
  }

  composer() {
    this.input = make("textarea", { rows: 1, name: "text", placeholder: "Сообщение", maxLength: 4096 });
    this.input.setAttribute("aria-label", `Сообщение от имени: ${this.chat.title}`);
    const picker = make("input", { type: "file", multiple: true, hidden: true });
    picker.onchange = async () => {
      for (const file of picker.files) await this.attempt(() => server.sendFile(this.chat.id, file));
      picker.value = "";
    };
    this.attach = make("button", { type: "button", className: "quiet attach", title: "Отправить файл или фотографию" }, "Файл");
    this.attach.onclick = () => picker.click();
    const send = make("button", { type: "submit", className: "primary send", title: "Отправить" }, "↑");
    send.setAttribute("aria-label", "Отправить");
    const form = make("form", { className: "composer" }, this.attach, picker, this.input, send);
    form.onsubmit = (event) => {
      event.preventDefault();
      this.send();
    };
    this.input.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    };
    return form;
  }

  send() {
    const text = this.input.value.trim();
    if (!text) return;
    // An invitation link pasted here is opened, as if the person had followed it.
    const payload = startPayload(text, this.bot);
    this.input.value = "";
    this.attempt(() => server.say(this.chat.id, payload === null ? text : startText(payload)));
  }

  async attempt(action) {
    try {
      await action();
    } catch (error) {
      this.toast({ text: `Не получилось: ${error.message}`, alert: false });
    }
  }

  toggleBlock() {
    this.more.open = false;
    this.attempt(() => server.block(this.chat.id, this.chat.standing !== "blocked"));
  }

  // Draws what changed: `messages` are the new versions.
  update(chat, messages) {
    this.chat = chat;
    this.about.textContent = subtitle(chat);
    if (this.isPerson) {
      const isBlocked = chat.standing === "blocked";
      this.more.hidden = !["started", "blocked"].includes(chat.standing);
      this.block.textContent = isBlocked ? "Разблокировать бота" : "Заблокировать бота";
      this.start.hidden = chat.standing !== "stranger";
      this.attach.hidden = chat.standing === "stranger";
      this.input.placeholder = chat.standing === "stranger" ? "Или вставьте ссылку" : "Сообщение";
    }
    const { log } = this;
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    for (const message of messages) this.place(message);
    if (messages.length) this.days();
    if (!isAtEnd) return;
    this.toEnd();
    // Once more when fonts and pictures have found their size.
    requestAnimationFrame(() => this.toEnd());
  }

  place(message) {
    const old = this.log.querySelector(`[data-id="${message.id}"]`);
    const hadFocus = old && old.contains(document.activeElement);
    const keys = hadFocus ? [...old.querySelectorAll(".key")] : [];
    const index = keys.indexOf(document.activeElement);
    if (message.deleted) {
      if (old) old.remove();
    } else {
      const fresh = draw(message, this.context);
      fresh.dataset.day = message.day;
      if (old) old.replaceWith(fresh);
      else this.log.append(fresh);
      const key = hadFocus && fresh.querySelectorAll(".key")[Math.max(index, 0)];
      if (key) return key.focus({ preventScroll: true });
    }
    if (hadFocus) this.focusAnswer();
    return undefined;
  }

  // The pressed button is gone: go to where the conversation goes on.
  focusAnswer() {
    const last = [...this.log.querySelectorAll(".keyboard")].pop();
    (last?.querySelector(".key") || this.input || this.log).focus({ preventScroll: true });
  }

  days() {
    this.log.querySelectorAll(".day").forEach((line) => line.remove());
    let day = null;
    for (const message of [...this.log.children]) {
      if (message.dataset.day !== day) {
        day = message.dataset.day;
        message.before(make("p", { className: "day", textContent: day }));
      }
    }
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  toast({ text, alert }) {
    const note = make("div", { className: "toast" }, make("p", { textContent: text }));
    if (!alert) {
      this.toasts.append(note);
      setTimeout(() => note.remove(), TOAST_MS);
      return;
    }
    const before = document.activeElement;
    const close = make("button", { type: "button", className: "primary", textContent: "Понятно" });
    const done = () => {
      const hadFocus = note.contains(document.activeElement);
      note.remove();
      if (!hadFocus) return;
      if (document.contains(before)) before.focus({ preventScroll: true });
      else this.focusAnswer();
    };
    close.onclick = done;
    note.onkeydown = (event) => {
      if (event.key === "Escape") done();
    };
    note.classList.add("alert");
    note.setAttribute("role", "alertdialog");
    note.setAttribute("aria-label", "Сообщение бота");
    note.append(close);
    this.element.append(note);
    if (this.element.contains(before)) close.focus();
  }
}
