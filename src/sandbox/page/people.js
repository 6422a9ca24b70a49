// The list of everybody and the tabs of the open chats.

import { make } from "./message.js";
import { subtitle } from "./card.js";

export function initials(title) {
  return title.split(/\s+/).slice(0, 2).map((word) => [...word][0] || "").join("").toUpperCase();
}

function face(chat) {
  const hue = chat.kind === "person" ? `hue${Math.abs(chat.id) % 6}` : "place";
  const circle = make("span", { className: `face ${hue}`, textContent: chat.kind === "person" ? initials(chat.title) : "#" });
  circle.setAttribute("aria-hidden", "true");
  return circle;
}

function dot(unread) {
  if (!unread) return null;
  return make("span", { className: "unread" }, String(unread), make("span", { className: "hidden", textContent: " новых" }));
}

// Every chat whose title has the words searched for; a press opens or closes it.
export function drawList(list, chats, { search, isOpen, toggle }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = chats.filter((chat) => words.every((word) => chat.title.toLowerCase().includes(word)));
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  list.replaceChildren(...found.map((chat) => {
    const last = [...chat.messages.values()].pop();
    const about = last?.text ? last.text.split("\n")[0] : subtitle(chat);
    const names = make("span", { className: "names" },
      make("span", { className: "name", textContent: chat.title }), make("span", { className: "last", textContent: about }));
    const line = make("button", { type: "button", className: "entry" }, face(chat), names, dot(chat.unread));
    line.dataset.id = chat.id;
    line.setAttribute("aria-pressed", isOpen(chat.id) ? "true" : "false");
    line.onclick = () => toggle(chat.id);
    return make("li", {}, line);
  }));
  if (!found.length) list.append(make("li", { className: "nothing", textContent: "Никого не нашлось" }));
  if (focused) list.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
}

// One tab for each open chat; arrows move between them.
export function drawTabs(bar, chats, active, choose) {
  const hadFocus = bar.contains(document.activeElement);
  const tabs = chats.map((chat) => {
    const tab = make("button", { type: "button", className: "tab" }, chat.title, dot(chat.unread));
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", chat.id === active ? "true" : "false");
    tab.setAttribute("aria-controls", `card-${chat.id}`);
    tab.tabIndex = chat.id === active ? 0 : -1;
    tab.onclick = () => choose(chat.id);
    return tab;
  });
  bar.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !chats.length) return;
    const at = chats.findIndex((chat) => chat.id === active);
    choose(chats[(at + step + chats.length) % chats.length].id);
  };
  bar.replaceChildren(...tabs);
  const selected = tabs.find((tab) => tab.tabIndex === 0);
  if (hadFocus) selected?.focus();
  selected?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
