// A caret among the words of an article that nobody may edit: arrows move by word and paragraph, Home and End by sentence, Shift selects, E pins.
const desks = new WeakMap();

export function attach(root, desk) {
  const article = root.querySelector("[data-article]");
  const told = root.querySelector("[data-told]");
  const caret = root.querySelector("[data-caret]");
  let anchor = null, focus = null;

  const blocks = () => [...article.querySelectorAll("[data-from]")];
  const from = b => +b.dataset.from, to = b => +b.dataset.to;
  const blockAt = place => blocks().find(b => from(b) <= place && place <= to(b)) ?? blocks()[0];
  const sentences = b => b.dataset.sentences.split(" ").map(s => s.split("-").map(Number));

  function* texts(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) if (!node.parentElement.closest("[data-apart]")) yield node;
  }
  const words = block => [...texts(block)].map(t => t.data).join("");

  function toDom(place) {
    const block = blockAt(place);
    let left = place - from(block), last = null;
    for (const node of texts(block)) {
      last = node;
      if (left <= node.data.length) return [node, left];
      left -= node.data.length;
    }
    return last ? [last, last.data.length] : [block, 0];
  }

  function toPlace(node, offset) {
    const block = (node instanceof Element ? node : node.parentElement)?.closest("[data-from]");
    if (!block || !article.contains(block)) return null;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    const apart = block.querySelector("[data-apart]")?.textContent.length ?? 0;
    return Math.min(to(block), from(block) + Math.max(0, range.toString().length - apart));
  }

  /** Where words begin and end in a block. */
  function stops(block) {
    const segmenter = new Intl.Segmenter(article.lang || "en", { granularity: "word" });
    return [...segmenter.segment(words(block))].filter(s => s.isWordLike).map(s => [from(block) + s.index, from(block) + s.index + s.segment.length]);
  }

  function word(place, direction, isEnd) {
    const all = blocks(), block = blockAt(place);
    const marks = stops(block).map(s => s[isEnd ? 1 : 0]);
    const next = direction > 0 ? marks.find(m => m > place) : marks.findLast(m => m < place);
    if (next !== undefined) return next;
    const neighbour = all[all.indexOf(block) + direction];
    if (!neighbour) return direction > 0 ? to(block) : from(block);
    const there = stops(neighbour).map(s => s[isEnd ? 1 : 0]);
    return (direction > 0 ? there[0] : there.at(-1)) ?? from(neighbour);
  }

  function paragraph(place, direction, isEnd) {
    const all = blocks(), at = all.indexOf(blockAt(place));
    if (isEnd && direction > 0 && place < to(all[at])) return to(all[at]);
    if (direction < 0 && place > from(all[at])) return from(all[at]);
    const block = all[at + direction];
    return block ? (isEnd && direction > 0 ? to(block) : from(block)) : place;
  }

  function sentence(place, isEnd) {
    const block = blockAt(place), marks = sentences(block).map(s => s[isEnd ? 1 : 0]);
    if (isEnd) return marks.find(m => m > place) ?? to(block);
    return marks.findLast(m => m < place) ?? from(block);
  }

  function tell(isNewBlock) {
    const block = blockAt(focus);
    if (anchor !== focus) {
      const [a, b] = [Math.min(anchor, focus), Math.max(anchor, focus)];
      const chosen = blocks().filter(k => from(k) < b && a < to(k)).map(k => words(k).slice(Math.max(0, a - from(k)), b - from(k))).join(" ").trim();
      told.textContent = `Selected: ${chosen}`;
    } else if (isNewBlock) {
      told.textContent = `${block.dataset.pointer}: ${words(block)}`;
    } else {
      const here = stops(block).find(s => s[0] <= focus && focus < s[1]) ?? stops(block).find(s => s[0] >= focus);
      told.textContent = here ? words(block).slice(here[0] - from(block), here[1] - from(block)) : "";
    }
  }

  function show() {
    const block = blockAt(focus);
    blocks().forEach(b => { b.tabIndex = b === block ? 0 : -1; });
    if (document.activeElement !== block) block.focus({ preventScroll: true });
    const selection = getSelection();
    if (anchor === focus) selection.removeAllRanges();
    else selection.setBaseAndExtent(...toDom(anchor), ...toDom(focus));
    const range = document.createRange();
    const [node, offset] = toDom(focus);
    range.setStart(node, offset);
    range.collapse(true);
    const box = range.getClientRects()[0] ?? block.getBoundingClientRect(), frame = caret.parentElement.getBoundingClientRect();
    Object.assign(caret.style, { left: `${box.left - frame.left}px`, top: `${box.top - frame.top}px`, height: `${box.height || 24}px` });
    caret.scrollIntoView({ block: "nearest" });
  }

  function move(place, isSelecting) {
    const was = focus === null ? null : blockAt(focus);
    focus = place;
    if (!isSelecting || anchor === null) anchor = place;
    show();
    tell(blockAt(focus) !== was);
  }

  function start() {
    if (focus === null) anchor = focus = from(document.activeElement?.closest?.("[data-from]") ?? blocks()[0]);
  }

  function fromMouse() {
    const selection = getSelection();
    if (!selection.rangeCount || !article.contains(selection.anchorNode)) return;
    const [a, b] = [toPlace(selection.anchorNode, selection.anchorOffset), toPlace(selection.focusNode, selection.focusOffset)];
    if (a === null || b === null) return;
    [anchor, focus] = [a, b];
    if (a !== b) tell(false);
  }

  async function pin() {
    fromMouse();
    if (focus === null) return;
    let [a, b] = [Math.min(anchor, focus), Math.max(anchor, focus)];
    if (a === b) [a, b] = sentences(blockAt(focus)).find(s => s[0] <= focus && focus < s[1]) ?? sentences(blockAt(focus)).at(-1);
    anchor = focus = b;
    getSelection().removeAllRanges();
    await desk.invokeMethodAsync("Pin", a, b);
    document.getElementById("take-all")?.focus();
  }

  const isFree = () => { try { return localStorage.getItem("stance-slash") !== "off"; } catch { return true; } };

  async function onKey(e) {
    if (e.altKey && !e.ctrlKey && !e.metaKey && /^Digit\d$/.test(e.code)) {
      e.preventDefault();
      const key = +e.code.at(-1);
      if (key === 9) {
        // Where it is in sight already, the next key must not wait for the server.
        start();
        if (article.offsetParent) show();
        await desk.invokeMethodAsync("ShowArticle");
        show();
        tell(true);
        return;
      }
      await desk.invokeMethodAsync("Take", key);
      if (key === 0) next();
      return;
    }
    if (!(e.target instanceof Element) || !article.contains(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key.toLowerCase() === "e" && isFree()) {
      e.preventDefault();
      await pin();
      return;
    }
    const steps = {
      ArrowRight: () => word(focus, 1, e.shiftKey), ArrowLeft: () => word(focus, -1, false),
      ArrowDown: () => paragraph(focus, 1, e.shiftKey), ArrowUp: () => paragraph(focus, -1, false),
      Home: () => sentence(focus, false), End: () => sentence(focus, true),
    };
    if (!steps[e.key]) return;
    e.preventDefault();
    start();
    move(steps[e.key](), e.shiftKey);
  }

  /** To the first field that is still empty and must not be. */
  function next() {
    const empty = ["f-country", "f-type", "f-from", "f-title", "f-credibility"].map(id => document.getElementById(id)).find(f => f && !f.value);
    (empty ?? root.querySelector("[data-save]"))?.focus();
  }

  const onFocus = e => {
    const block = e.target instanceof Element ? e.target.closest("[data-from]") : null;
    if (!block || !article.contains(block) || e.target !== block) return;
    if (focus === null || blockAt(focus) !== block) { anchor = focus = from(block); tell(true); }
  };
  const onClick = e => { if (e.target.closest?.("[data-pin]")) pin(); else if (e.target.closest?.("#take-all")) desk.invokeMethodAsync("Take", 0).then(next); };

  root.addEventListener("keydown", onKey);
  root.addEventListener("click", onClick);
  article.addEventListener("focusin", onFocus);
  article.addEventListener("mouseup", fromMouse);
  article.dataset.listens = "";
  desks.set(root, () => root.removeEventListener("keydown", onKey));
}

export function detach(root) { desks.get(root)?.(); }
