// What the entry form needs of the browser: Ctrl+Enter saves, focus goes to a field, the selected words of the passage.
export function saveOnCtrlEnter(root) {
  root.addEventListener("keydown", e => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    e.stopPropagation();
    root.querySelector("[data-save]")?.click();
  }, true);
}

export function focus(id) {
  const target = document.getElementById(id);
  if (!target) return;
  const control = target.matches("input, select, textarea, button, a, [tabindex]") ? target : target.querySelector("input:checked, input, select, textarea");
  (control ?? target).focus();
  target.scrollIntoView({ block: "nearest" });
}

export function selection(id) {
  const field = document.getElementById(id);
  return field ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : [0, 0];
}
