// Runs before the first paint, so it is no module. Works on pages with and without a circuit.
(() => {
  const root = document.documentElement;
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const held = {};
  const read = (key, otherwise) => {
    try { return localStorage.getItem(key) || held[key] || otherwise; } catch { return held[key] || otherwise; }
  };
  const write = (key, value) => {
    held[key] = value;
    try { localStorage.setItem(key, value); } catch { /* storage refused: the choice holds for this page */ }
  };
  const theme = () => read("stance-theme", "system");
  const slashWorks = () => read("stance-slash", "on") === "on";

  function apply() {
    root.classList.toggle("dark", theme() === "dark" || (theme() === "system" && systemIsDark.matches));
    document.querySelectorAll("[data-theme-choice]").forEach(b => b.setAttribute("aria-pressed", b.dataset.themeChoice === theme()));
    document.querySelectorAll("[data-slash-choice]").forEach(b => b.setAttribute("aria-pressed", slashWorks()));
  }

  /** A single key is a command only while nobody types, and only if it was not switched off. */
  function isFree(e) {
    return slashWorks() && !e.ctrlKey && !e.metaKey && !e.altKey && !e.isComposing
      && !(e.target instanceof Element && e.target.closest("input,textarea,select,[contenteditable],[role=textbox],[role=combobox]"));
  }

  function closeMenus(except) {
    document.querySelectorAll("details[data-menu][open]").forEach(d => { if (d !== except) d.open = false; });
  }

  apply();
  systemIsDark.addEventListener("change", apply);
  addEventListener("storage", apply);
  document.addEventListener("DOMContentLoaded", apply);

  document.addEventListener("click", e => {
    if (!(e.target instanceof Element)) return;
    const choice = e.target.closest("[data-theme-choice]");
    if (choice) write("stance-theme", choice.dataset.themeChoice);
    if (e.target.closest("[data-slash-choice]")) write("stance-slash", slashWorks() ? "off" : "on");
    apply();
    e.target.closest("[data-palette-item]")?.closest("dialog").close();
    if (e.target instanceof HTMLDialogElement && e.target.matches("[data-palette], [data-shortcuts]")) e.target.close();
    closeMenus(e.target.closest("a") ? null : e.target.closest("details[data-menu]"));
    if (e.target.closest("a[data-skip]")) {
      const goal = document.getElementById("chart") || document.getElementById("content");
      if (goal) { e.preventDefault(); goal.focus(); goal.scrollIntoView(); }
    }
  });

  document.addEventListener("toggle", e => {
    if (e.target instanceof HTMLDetailsElement && e.target.open && "menu" in e.target.dataset) { apply(); closeMenus(e.target); }
  }, true);

  // The list may still answer earlier letters: a key waits until it answers these, and is forgotten when more are typed.
  let waiting, wanted;
  const whenAnswered = (box, go) => {
    const palette = box.closest("[data-palette]");
    const letters = box.value;
    const tryNow = () => {
      const isAnswered = palette.dataset.answered === letters;
      if (isAnswered || box.value !== letters || !palette.open) waiting.disconnect();
      if (isAnswered && box.value === letters && palette.open) { const first = palette.querySelector("[data-palette-item]"); if (first) go(first); }
    };
    wanted = { letters, go };
    waiting?.disconnect();
    waiting = new MutationObserver(tryNow);
    waiting.observe(palette, { attributes: true });
    tryNow();
  };

  // When the circuit starts, the whole page is put in anew: the focus, and what was opened, typed and asked for in the palette, come along.
  const isAlive = () => document.querySelector("main[data-interactive]");
  let focused;
  document.addEventListener("focusin", e => { if (!isAlive()) focused = e.target; });
  document.addEventListener("DOMContentLoaded", () => {
    const reborn = new MutationObserver(() => {
      if (focused && !focused.isConnected) { comeAlong(focused); focused = null; }
      if (isAlive()) reborn.disconnect();
    });
    reborn.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-interactive"] });
  });

  function comeAlong(old) {
    const early = old.closest("[data-palette]");
    if (!early?.open) {
      const twin = old.id ? document.getElementById(old.id)
        : [...document.querySelectorAll(old.tagName)].find(e => e.getAttribute("href") === old.getAttribute("href") && e.textContent === old.textContent);
      if (document.activeElement === document.body) twin?.focus();
      return;
    }
    const palette = document.querySelector("[data-palette]");
    const box = palette.querySelector("input");
    if (!palette.open) palette.showModal();
    box.focus();
    box.value = early.querySelector("input").value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    if (wanted?.letters === box.value) whenAnswered(box, wanted.go);
  }

  document.addEventListener("keydown", e => {
    if (e.key === "Escape") {
      const open = document.querySelector("details[data-menu][open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
    } else if (e.key.toLowerCase() === "k" && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey) {
      const palette = document.querySelector("dialog[data-palette]");
      if (palette && !document.querySelector("dialog[open], [role=dialog]")) {
        e.preventDefault();
        wanted = undefined;
        palette.showModal();
        palette.querySelector("input").select();
      }
    } else if (["ArrowDown", "Enter"].includes(e.key) && e.target instanceof Element && e.target.matches("[data-palette] input")) {
      e.preventDefault();
      whenAnswered(e.target, first => e.key === "Enter" ? first.click() : first.focus());
    } else if (["ArrowDown", "ArrowUp"].includes(e.key) && e.target instanceof Element && e.target.matches("[data-palette-item]")) {
      const stops = [...e.target.closest("[data-palette]").querySelectorAll("input, [data-palette-item]")];
      const next = stops[stops.indexOf(e.target) + (e.key === "ArrowDown" ? 1 : -1)];
      if (next) { e.preventDefault(); next.focus(); }
    } else if (e.key === "?" && isFree(e)) {
      const keys = document.querySelector("dialog[data-shortcuts]");
      if (keys && !keys.open) { e.preventDefault(); keys.showModal(); }
    } else if (e.key === "/" && isFree(e)) {
      const box = [...document.querySelectorAll("input[data-search]")].find(i => i.offsetParent);
      if (box) { e.preventDefault(); box.focus(); }
    }
  });
})();
