// Talking to the sandbox: nothing here knows how anything looks.

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.ok && answer.status === 204) return null;
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok && !said.said) throw new Error(said.description || `HTTP ${answer.status}`);
  return said;
}

export const say = (user, text) => post("/page/say", { user, text });
export const press = (user, message, data) => post("/page/press", { user, message, data });
export const block = (user, blocked) => post("/page/block", { user, blocked });
export const addPerson = (name) => post("/page/people", { name });
export const advance = (step) => post("/page/clock", { advance: step });

export async function sendFile(user, file) {
  const query = new URLSearchParams({ user, name: file.name });
  const answer = await fetch(`/page/send?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
}

// Everything that changed after `since`.
export async function changes(since) {
  const answer = await fetch(`/page/state?since=${since}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

// Calls `changed` at every change and `online` when the line breaks or comes back.
export function listen(changed, online) {
  const events = new EventSource("/page/events");
  events.onmessage = changed;
  events.onopen = () => online(true);
  events.onerror = () => online(false);
}
