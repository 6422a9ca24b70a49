// The page as a whole: keeps what the server told, opens and closes cards, moves the clock.

import * as server from "./server.js";
import { Card } from "./card.js";
import { drawList, drawTabs } from "./people.js";
import { make } from "./message.js";

const at = (id) => document.getElementById(id);
const phone = matchMedia("(max-width: 720px)");
const chats = new Map();
const cards = new Map();
let bot = "";
let revision = 0;
let open = [];
let active = null;
let syncing = null;
let isStale = false;

const isVisible = (id) => open.includes(id) && (!phone.matches || id === active);

function remember() {
  sessionStorage.setItem("open", JSON.stringify({ open, active }));
}

const LIST_WIDTH = 268;
const CARD_WIDTH = 354;

// At the first look: what was open before a reload, else every channel and as many people as fit beside.
function chooseOpen() {
  const all = [...chats.values()];
  const kept = JSON.parse(sessionStorage.getItem("open") || "null");
  const channels = all.filter((chat) => chat.kind === "channel");
  const room = Math.floor((innerWidth - LIST_WIDTH) / CARD_WIDTH) - channels.length;
  const people = all.filter((chat) => chat.kind === "person").slice(0, Math.max(room, 2));
  const wanted = kept?.open || [...people, ...channels].map((chat) => chat.id);
  open = wanted.filter((id) => chats.has(id));
  active = open.includes(kept?.active) ? kept.active : open[0] ?? null;
}

function show(id) {
  if (!open.includes(id)) open.push(id);
  active = id;
  at("people").classList.remove("open");
  at("people-toggle").setAttribute("aria-expanded", "false");
  render();
  const card = cards.get(id);
  card.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  (card.input || card.log).focus({ preventScroll: true });
}

function close(id) {
  const place = open.indexOf(id);
  open = open.filter((other) => other !== id);
  if (active === id) active = open[Math.max(place - 1, 0)] ?? null;
  render();
  at("people-list").querySelector(`[data-id="${id}"]`)?.focus();
}

function toggle(id) {
  if (open.includes(id) && !phone.matches) close(id);
  else show(id);
}

function render() {
  for (const [id, card] of cards) {
    if (!open.includes(id)) {
      card.element.remove();
      cards.delete(id);
    }
  }
  for (const id of open) {
    const chat = chats.get(id);
    if (!cards.has(id)) {
      const card = new Card(chat, bot, { close });
      cards.set(id, card);
      at("cards").append(card.element);
      card.toEnd();
    }
    const { element } = cards.get(id);
    if (element.hidden !== !isVisible(id)) {
      element.hidden = !isVisible(id);
      cards.get(id).toEnd();
    }
    if (isVisible(id)) chat.unread = 0;
  }
  at("nobody").hidden = open.length > 0;
  drawLists();
  remember();
}

function drawLists() {
  const isPerson = (chat) => Number(chat.kind === "person");
  const all = [...chats.values()].sort((one, other) => isPerson(one) - isPerson(other));
  drawList(at("people-list"), all, { search: at("search").value, isOpen: (id) => open.includes(id), toggle });
  drawTabs(at("tabs"), open.map((id) => chats.get(id)), active, (id) => {
    active = id;
    render();
  });
}

function take(fresh, isFirst) {
  const known = chats.get(fresh.id);
  const chat = { ...fresh, messages: known?.messages || new Map(), unread: known?.unread || 0 };
  for (const message of fresh.messages) {
    if (!isFirst && !message.deleted && message.side !== "person" && !chat.messages.has(message.id)) chat.unread += 1;
    if (message.deleted) chat.messages.delete(message.id);
    else chat.messages.set(message.id, message);
  }
  chats.set(chat.id, chat);
  cards.get(chat.id)?.update(chat, fresh.messages);
}

function drawHints(hints) {
  at("hints").hidden = hints.length === 0;
  at("hints").replaceChildren(...hints.map((hint) => make("li", { textContent: hint })));
}

function drawClock(clock) {
  at("clock").hidden = !clock;
  if (!clock) return;
  at("clock-words").textContent = clock.words;
  at("clock-zone").textContent = clock.zone;
}

async function look() {
  try {
    const news = await server.changes(revision);
    if (news.revision < revision) return location.reload(); // The sandbox was started anew.
    const isFirst = revision === 0;
    ({ revision, bot } = news);
    news.chats.forEach((chat) => take(chat, isFirst));
    if (isFirst) chooseOpen();
    drawHints(news.hints);
    drawClock(news.clock);
    render();
    news.toasts.forEach((toast) => cards.get(toast.chat)?.toast(toast));
  } catch {
    at("offline").hidden = false;
  }
  return undefined;
}

// One look at a time; who asks during one gets another after it, and waits until that one is over.
function sync() {
  isStale = true;
  syncing ??= (async () => {
    while (isStale) {
      isStale = false;
      await look();
    }
    syncing = null;
  })();
  return syncing;
}

at("search").oninput = drawLists;
at("people-toggle").onclick = () => {
  const isOpen = at("people").classList.toggle("open");
  at("people-toggle").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) at("search").focus();
};
at("add-person").onsubmit = async (event) => {
  event.preventDefault();
  const field = event.target.elements.name;
  if (!field.value.trim()) return;
  const { id } = await server.addPerson(field.value.trim());
  field.value = "";
  await sync();
  if (chats.has(id)) show(id);
};
for (const button of document.querySelectorAll("[data-step]")) {
  button.onclick = async () => {
    at("clock").classList.add("busy");
    at("clock-said").textContent = "Время идёт…";
    try {
      const { said, clock } = await server.advance(button.dataset.step);
      at("clock-said").textContent = said;
      drawClock(clock);
    } catch (error) {
      at("clock-said").textContent = `Не получилось: ${error.message}`;
    }
    at("clock").classList.remove("busy");
  };
}
phone.onchange = render;
server.listen(sync, (isOnline) => {
  at("offline").hidden = isOnline;
});
