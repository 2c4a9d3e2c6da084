// Opened by its property: show() would take the focus from whoever is typing.
const notice = document.getElementById("components-reconnect-modal");
notice.addEventListener("components-reconnect-state-changed", e => {
  if (e.detail.state === "show") { awaySince ??= Date.now(); notice.open = true; }
  else if (e.detail.state === "hide") { notice.open = false; tellAgain(); awaySince = undefined; }
  else if (e.detail.state === "failed") document.addEventListener("visibilitychange", retryWhenVisible);
  else if (e.detail.state === "rejected") location.reload();
});
document.getElementById("components-reconnect-button").addEventListener("click", retry);
document.getElementById("components-resume-button").addEventListener("click", resume);

// What is typed into a form while the line is away, or into one that is dead and not yet known to be, never reaches the server.
// It is told again once the line is back, or by the page that is loaded anew.
const HELD = "stance-words";
// A line is known to be dead after half a minute of silence.
const SILENCE = 30_000;
const typed = new Map();
let awaySince;

for (const kind of ["input", "change"])
  document.addEventListener(kind, e => {
    if (e.isTrusted && e.target.id && e.target.matches("main fieldset.bare :is(input:not([type=radio], [type=checkbox], [type=file]), textarea, select)"))
      typed.set(e.target.id, { value: e.target.value, at: Date.now() });
  }, true);

// A field that holds something else by now was emptied or corrected from the server: what was typed there has arrived.
const unheard = () => [...typed].filter(([id, { value, at }]) => {
  const field = document.getElementById(id);
  return at > awaySince - SILENCE && field?.matches(":enabled") && field.value === value;
}).map(([id, { value }]) => [id, value]);

function tell(field, value) {
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

const keeper = () => document.querySelector("main[data-interactive] [data-words-of]");

function tellAgain() {
  for (const [id, value] of unheard()) tell(document.getElementById(id), value);
}

addEventListener("pagehide", () => {
  const form = awaySince && keeper();
  if (!form) return;
  try { sessionStorage.setItem(HELD, JSON.stringify({ of: form.dataset.wordsOf, words: unheard() })); } catch { /* storage refused */ }
});

function giveBack() {
  const form = keeper();
  if (!form) return false;
  const held = JSON.parse(sessionStorage.getItem(HELD));
  sessionStorage.removeItem(HELD);
  if (held.of === form.dataset.wordsOf)
    for (const [id, value] of held.words) {
      const field = document.getElementById(id);
      if (field?.matches(":enabled") && field.value !== value) tell(field, value);
    }
  return true;
}

let isHeld = false;
try { isHeld = sessionStorage.getItem(HELD) !== null; } catch { /* storage refused */ }
if (isHeld && !giveBack()) {
  const waiting = new MutationObserver(() => { if (giveBack()) waiting.disconnect(); });
  waiting.observe(document.body, { subtree: true, childList: true, attributes: true });
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) notice.open = false;
    else location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  try {
    if (!(await Blazor.resumeCircuit())) location.reload();
  } catch {
    notice.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") await retry();
}
