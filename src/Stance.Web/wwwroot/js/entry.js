// What the entry form needs of the browser: Ctrl+Enter saves, a press on Save counts, focus goes to a field, the selected words of the passage.
export function saveOnCtrlEnter(root) {
  root.addEventListener("keydown", e => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    e.stopPropagation();
    root.querySelector("[data-save]")?.click();
  }, true);
}

// Leaving a field can show a message at it, which moves what lies below: a press on Save counts though Save moves from under it.
// Who slides off it has thought better of it.
const slack = 20;
let press = null;

document.addEventListener("pointerdown", e => {
  const save = e.target.closest?.("[data-save]");
  if (!save) return;
  save.setPointerCapture(e.pointerId);
  press = { save, id: e.pointerId, x: e.clientX, y: e.clientY };
});

document.addEventListener("pointermove", e => {
  if (press?.id !== e.pointerId || Math.hypot(e.clientX - press.x, e.clientY - press.y) <= slack) return;
  if (press.save.hasPointerCapture(press.id)) press.save.releasePointerCapture(press.id);
  press = null;
});

document.addEventListener("pointerup", () => press = null);

// What is to have the focus may be on its way still, or locked while a form is saved: it gets the focus once it is there, unless another is asked for.
let awaited = null;

export function focus(id) {
  awaited?.disconnect();
  if (takesFocus(id)) return;
  const drawn = awaited = new MutationObserver(() => takesFocus(id) && drawn.disconnect());
  drawn.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  setTimeout(() => drawn.disconnect(), 5000);
}

function takesFocus(id) {
  const target = document.getElementById(id);
  const control = target?.matches("input, select, textarea, button, a, [tabindex]") ? target : target?.querySelector("input:checked, input, select, textarea");
  const taker = control ?? target;
  if (!taker || taker.matches(":disabled")) return false;
  taker.focus();
  target.scrollIntoView({ block: "nearest" });
  return true;
}

export function selection(id) {
  const field = document.getElementById(id);
  return field ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : [0, 0];
}
