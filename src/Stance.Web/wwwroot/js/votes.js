// The grid of votes by keyboard: arrow keys walk, Y N A X set a vote and go on, Delete takes it back, other letters jump.
const far = 10;

const rows = root => [...root.querySelectorAll("tr[data-code]")];

function focus(root, row) {
  if (!row) return;
  for (const each of rows(root)) each.tabIndex = each === row ? 0 : -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export function go(root, code) {
  focus(root, root.querySelector(`tr[data-code="${code}"]`));
}

export function keys(root, net) {
  root.addEventListener("keydown", e => {
    const row = e.target.closest("tr[data-code]");
    if (!row || e.ctrlKey || e.metaKey || e.altKey) return;
    const all = rows(root), at = all.indexOf(row), last = all.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + far, PageUp: at - far }[e.key];
    const letter = e.key.length === 1 ? e.key.toUpperCase() : "";
    if (to !== undefined) focus(root, all[Math.min(last, Math.max(0, to))]);
    else if (!e.shiftKey && letter && "YNAX".includes(letter)) {
      net.invokeMethodAsync("SetVote", row.dataset.code, letter);
      focus(root, all[Math.min(last, at + 1)]);
    }
    else if (e.key === "Delete" || e.key === "Backspace") net.invokeMethodAsync("SetVote", row.dataset.code, "");
    else if (/^\p{L}$/u.test(letter)) focus(root, [...all.slice(at + 1), ...all.slice(0, at)].find(r => r.dataset.name.toUpperCase().startsWith(letter)));
    else return;
    // No shortcut of the page may take a letter meant for the grid.
    e.preventDefault();
    e.stopPropagation();
  });
  root.addEventListener("click", e => {
    const row = e.target.closest("tr[data-code]"), choice = e.target.closest("[data-choice]");
    if (!row) return;
    focus(root, row);
    if (choice) net.invokeMethodAsync("SetVote", row.dataset.code, choice.dataset.choice);
  });
}
