// The one place that talks to the chart library. `draw` gets the complete picture each time.
import * as steps from "./steps.js";

const charts = new Map();
let library;
// Room the library keeps around its plot, in px. Where it is another, the first chart is drawn twice and later ones fit at once.
let room = { top: 30, right: 0, bottom: 15, left: 0 };

/** Draws `picture.options` over the plot and lets pointer and keys walk `picture.walk`. True once it stands. */
export async function draw(element, probe, picture, dotnet) {
  const old = charts.get(element);
  unpack(picture);
  const mine = { picture, probe, dotnet, chart: old?.chart, turn: (old?.turn ?? 0) + 1 };
  charts.set(element, mine);
  const was = old?.walker?.stop();
  mine.walker = walk(probe, picture.walk, dotnet, was);
  library ??= import("apexcharts");
  const { default: Apex } = await library;
  if (charts.get(element) !== mine) return false;
  await paint(Apex, element, mine);
  return charts.get(element) === mine;
}

export function dispose(element) {
  const mine = charts.get(element);
  charts.delete(element);
  mine?.walker?.stop();
  mine?.chart?.destroy();
}

/** Each number is sent once: the walked lines first, then the library's layers from them. */
function unpack({ options, walk }) {
  for (const line of walk.series) {
    for (const column of ["values", "lifts", "weights", "low90", "high90", "low50", "high50"]) line[column] = steps.values(line[column], walk.digits);
    line.drawn = line.values.map((value, i) => value + line.lifts[i]);
    line.days = steps.days(line.first, line.days, line.values.length);
    line.isThin = line.runs.flatMap((count, run) => Array(count).fill(run % 2 === 1));
  }
  options.series = options.series.map(({ name, type, line, show }) => ({ name, type, data: layer(walk.series[line], show, walk.limit) }));
}

function layer(line, show, limit) {
  const clip = value => Math.max(-limit, Math.min(limit, value));
  const at = (i, y) => ({ x: line.days[i] * 86400000, y });
  if (show.startsWith("band")) {
    const [low, high] = show === "band90" ? [line.low90, line.high90] : [line.low50, line.high50];
    return line.days.map((_, i) => at(i, [clip(low[i]), clip(high[i])]));
  }
  if (show === "all") return line.days.map((_, i) => at(i, clip(line.drawn[i])));
  // A thin stretch reaches to the firm points beside it, so that the line has no holes; what is not shown is a gap.
  return stretches(line).flatMap(s => Array.from({ length: s.to - s.from + 1 }, (_, i) =>
    at(s.from + i, s.isThin === (show === "thin") ? clip(line.drawn[s.from + i]) : null)));
}

function stretches(line) {
  const found = [];
  let start = 0;
  line.runs.forEach((count, run) => {
    const isThin = run % 2 === 1, end = start + count - 1;
    if (count) found.push({ isThin, from: isThin ? Math.max(0, start - 1) : start, to: isThin ? Math.min(line.days.length - 1, end + 1) : end });
    start += count;
  });
  return found;
}

/** One after another: each learns from the one before. */
let queue = Promise.resolve();
function paint(Apex, element, mine) {
  queue = queue.then(() => paintNow(Apex, element, mine), () => paintNow(Apex, element, mine));
  return queue;
}

async function paintNow(Apex, element, mine) {
  for (let turn = 0; turn < 2 && charts.get(element) === mine; turn++) {
    element.style.inset = `${-room.top}px ${-room.right}px ${-room.bottom}px ${-room.left}px`;
    const options = resolve(mine.picture.options, getComputedStyle(document.documentElement));
    // A height in per cent would be taken of the plot, not of this element.
    options.chart.height = mine.height = element.clientHeight;
    mine.chart?.destroy();
    mine.chart = new Apex(element, options);
    charts.get(element).chart = mine.chart;
    await mine.chart.render();
    if (!learn(mine.chart, element)) break;
  }
}

/** Remembers how far the library's grid stands from its own edges; true when it was thought to be otherwise. */
function learn(chart, element) {
  const g = chart.w.globals;
  if (!g.gridWidth) return false;
  const found = {
    left: g.translateX, top: g.translateY,
    right: element.clientWidth - g.translateX - g.gridWidth,
    bottom: element.clientHeight - g.translateY - g.gridHeight,
  };
  const isNew = Object.keys(found).some(side => Math.abs(found[side] - room[side]) > 0.6);
  room = found;
  return isNew;
}

/** Options name tokens as "var(--ink)"; the library wants colours. */
function resolve(value, style) {
  if (typeof value === "string") {
    const name = /^var\((--[a-z0-9-]+)\)$/.exec(value);
    return name ? style.getPropertyValue(name[1]).trim() : value;
  }
  if (Array.isArray(value)) return value.map(v => resolve(v, style));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v, style)]));
  return value;
}

async function repaint(isWanted) {
  if (!library) return;
  const { default: Apex } = await library;
  for (const [element, mine] of charts) if (isWanted(element, mine)) await paint(Apex, element, mine);
}

// A theme is other colours; a phone turned on its side is another height.
new MutationObserver(() => repaint(() => true)).observe(document.documentElement, { attributeFilter: ["class"] });
let resized;
addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => repaint((element, mine) => element.clientHeight > 0 && element.clientHeight !== mine.height), 120);
});

// ---- what follows the pointer and the keys: text nodes only

const minus = "\u2212";
const dayWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const sayDay = day => dayWords.format(day * 86400000);
const isoDay = day => new Date(day * 86400000).toISOString().slice(0, 10);
const signed = (value, digits = 2) => {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : (value < 0 ? minus : "+") + text;
};
const make = (css, text) => Object.assign(document.createElement("div"), { className: css, textContent: text ?? "" });

const zooms = { z: "", Z: "", "+": "in", "=": "in", "-": "out", [minus]: "out", 0: "whole" };

function nearest(days, day) {
  let low = 0, high = days.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle; else high = middle;
  }
  return Math.abs(days[low] - day) <= Math.abs(days[high] - day) ? low : high;
}

/** `was`: the day a walk stood on before the line was drawn anew, so that whoever zooms walks on from there. */
function walk(probe, data, dotnet, was) {
  const series = data.series.filter(s => s.days.length > 0);
  if (series.length === 0) return { stop: () => was };
  const span = Math.max(1, data.to - data.from);
  const across = day => 100 * (day - data.from) / span;
  const down = value => 100 * (data.limit - Math.max(-data.limit, Math.min(data.limit, value))) / (2 * data.limit);
  const stretch = make("probe-span");
  const hair = make("probe-hair");
  const box = make("probe-box");
  const discs = series.map(s => { const disc = make("probe-disc"); disc.style.background = s.colour; return disc; });
  probe.append(stretch, hair, ...discs, box);
  // `mark` is the day on which a stretch to explain starts; `pressed` where a pointer went down.
  // The walk begins on the longest line: from a shorter one its first days could not be reached.
  const longest = series.reduce((best, s, i) => s.days.length > series[best].days.length ? i : best, 0);
  // `isOwn`: walked here, not only shown what another chart is walked for.
  let [chosen, at, isShown, isOwn, mark, pressed, hasDragged] = [longest, series[longest].days.length - 1, false, false, null, null, false];

  const today = () => series[chosen].days[at];
  const valueAt = (i, day) => series[i].values[nearest(series[i].days, day)];

  const tell = day => document.dispatchEvent(new CustomEvent("stance-day", { detail: { day, by: probe } }));

  function show() {
    isOwn = true;
    paintDay(words(today()), "");
    tell(today());
  }

  /** Another chart of the page is walked: the same day here, without what is said of one line alone. */
  function follow(e) {
    const { day, by } = e.detail;
    if (by === probe || mark !== null) return;
    if (day !== null && day >= data.from && day <= data.to) {
      at = nearest(series[chosen].days, day);
      paintDay([["probe-day", sayDay(day)], ...values(day)], "quiet");
    } else if (document.activeElement === probe && isOwn) show();
    else conceal();
  }

  function paintDay(lines, how) {
    const day = today();
    isShown = true;
    probe.dataset.shown = how;
    hair.style.left = `${across(day)}%`;
    series.forEach((s, i) => {
      const k = nearest(s.days, day);
      const isNear = Math.abs(s.days[k] - day) * 60 <= span;
      discs[i].style.display = isNear ? "" : "none";
      discs[i].style.left = `${across(s.days[k])}%`;
      discs[i].style.top = `${down(s.drawn[k])}%`;
    });
    stretch.hidden = mark === null;
    if (mark !== null) {
      stretch.style.left = `${across(Math.min(mark, day))}%`;
      stretch.style.width = `${Math.abs(across(day) - across(mark))}%`;
    }
    box.replaceChildren(...lines.map(([css, text]) => make(css, text)));
    box.style.left = across(day) > 55 ? "auto" : `calc(${across(day)}% + 14px)`;
    box.style.right = across(day) > 55 ? `calc(${100 - across(day)}% + 14px)` : "auto";
    say(lines);
  }

  /** The slider's values, as a screen reader hears them. */
  function say(lines) {
    probe.setAttribute("aria-valuenow", at);
    probe.setAttribute("aria-valuemax", series[chosen].days.length - 1);
    probe.setAttribute("aria-valuetext", lines.map(l => l[1]).join(", "));
  }

  function values(day) {
    const lines = [];
    const order = series.length === 1 ? [0] : series.map((_, i) => i).sort((a, b) => valueAt(b, day) - valueAt(a, day));
    for (const i of order) {
      const s = series[i], k = nearest(s.days, day);
      if (Math.abs(s.days[k] - day) * 60 > span) continue;
      if (series.length === 1) lines.push(["probe-value", signed(s.values[k])]);
      else lines.push([i === chosen ? "probe-chosen" : "", `${s.name} ${signed(s.values[k])}${s.isThin[k] ? ", thin" : ""}`]);
    }
    return lines;
  }

  function words(day) {
    const lines = [["probe-day", sayDay(day)], ...values(day)];
    if (series.length === 1 && lines.length > 1) {
      const s = series[0], k = nearest(s.days, day);
      lines.push(["", `90% band ${signed(s.low90[k])} to ${signed(s.high90[k])}`]);
      lines.push(["", `50% band ${signed(s.low50[k])} to ${signed(s.high50[k])}`]);
      lines.push(["", `evidence weight ${s.weights[k].toFixed(2)}${s.isThin[k] ? ", thin" : ""}`]);
    }
    return mark === null ? [...lines, ...nearAct(day)] : [...lines, ["probe-mark", sinceMark(day)]];
  }

  function nearAct(day) {
    const acts = data.acts.filter(a => Math.abs(a.day - day) * 40 <= span);
    const act = acts.sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day) || Math.abs(b.score) - Math.abs(a.score))[0];
    return act ? [["probe-act", `${act.when}: ${act.title} (${signed(act.score, Number.isInteger(act.score) ? 0 : 1)})`]] : [];
  }

  function sinceMark(day) {
    if (mark === day) return "First day marked: walk on, then Enter";
    const change = (valueAt(chosen, day) - valueAt(chosen, mark)) * Math.sign(day - mark);
    return `${series[chosen].name} from ${sayDay(Math.min(mark, day))} to ${sayDay(Math.max(mark, day))}: ${signed(change)}. ${pressed ? "Let go to explain it" : "Enter explains it, Z zooms to it"}`;
  }

  function conceal() {
    [isShown, isOwn, mark, pressed] = [false, false, null, null];
    delete probe.dataset.shown;
  }

  function hide() {
    const wasShown = isShown;
    conceal();
    if (wasShown) tell(null);
  }

  const ask = (method, ...words) => void dotnet.invokeMethodAsync(method, ...words).catch(() => {});

  /** The stretch that is marked becomes the period; without one the period is halved, doubled or all there is, around this day. */
  function zoom(key) {
    const [day, first] = [today(), mark];
    if (zooms[key]) return ask("Zoomed", zooms[key], isoDay(day));
    if (first === null || first === day) return;
    mark = null;
    ask("SpanZoomed", series[chosen].code, isoDay(Math.min(first, day)), isoDay(Math.max(first, day)));
  }

  /** A day opens its acts; a stretch of days is explained. */
  function choose() {
    const [code, day, first] = [series[chosen].code, today(), mark];
    if (first === null || first === day) return ask("Selected", code, isoDay(day));
    mark = null;
    show();
    ask("Spanned", code, isoDay(Math.min(first, day)), isoDay(Math.max(first, day)));
  }

  function point(e) {
    const r = probe.getBoundingClientRect();
    const day = data.from + span * Math.max(0, Math.min(1, (e.clientX - r.left) / r.width));
    if (!pressed) {
      const value = data.limit - 2 * data.limit * (e.clientY - r.top) / r.height;
      chosen = series.reduce((best, _, i) => Math.abs(valueAt(i, day) - value) < Math.abs(valueAt(best, day) - value) ? i : best, 0);
    } else if (Math.abs(e.clientX - pressed.x) >= 6) {
      // The line a drag began on is the one that is explained.
      [hasDragged, mark] = [true, pressed.day];
    }
    at = nearest(series[chosen].days, day);
    show();
  }

  function press(e) {
    if (e.button !== 0) return;
    [hasDragged, mark] = [false, null];
    point(e);
    pressed = { x: e.clientX, day: today() };
    probe.setPointerCapture(e.pointerId);
  }

  function release(isKept) {
    if (!pressed) return;
    pressed = null;
    if (hasDragged && isKept) choose();
    mark = null;
    if (isShown) show();
  }

  function type(e) {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const last = series[chosen].days.length - 1;
    const page = Math.max(7, Math.round(last / 12));
    const moves = { ArrowRight: 1, ArrowLeft: -1, PageDown: page, PageUp: -page, Home: -last, End: last };
    if (e.key in moves) {
      if (e.shiftKey) mark ??= today();
      at = Math.max(0, Math.min(last, at + moves[e.key]));
    } else if (e.key === "ArrowUp" || e.key === "ArrowDown") {
      const day = today();
      chosen = (chosen + (e.key === "ArrowDown" ? 1 : series.length - 1)) % series.length;
      at = nearest(series[chosen].days, day);
    } else if (e.key === "s" || e.key === "S") mark = today();
    else if (e.key in zooms) { zoom(e.key); e.preventDefault(); return; }
    else if (e.key === "Enter" && isShown) { choose(); e.preventDefault(); return; }
    else if (e.key === "Escape" && mark !== null) mark = null;
    else if (e.key === "Escape") { hide(); return; }
    else return;
    e.preventDefault();
    show();
  }

  const stop = new AbortController();
  const on = (name, act) => probe.addEventListener(name, act, { signal: stop.signal });
  on("pointermove", point);
  on("pointerdown", press);
  on("pointerup", () => release(true));
  on("pointercancel", () => release(false));
  on("pointerleave", e => { if (e.pointerType === "mouse" && !pressed && document.activeElement !== probe) hide(); });
  on("click", () => { if (!hasDragged) choose(); });
  on("keydown", type);
  on("focus", () => { if (probe.matches(":focus-visible")) show(); });
  on("blur", hide);
  document.addEventListener("stance-day", follow, { signal: stop.signal });
  // Only now that it answers is it a slider.
  for (const [name, value] of Object.entries({ role: "slider", tabindex: 0, "aria-label": "Walk the line day by day", "aria-valuemin": 0 }))
    probe.setAttribute(name, value);
  if (was) at = nearest(series[chosen].days, was.day);
  if (was && document.activeElement === probe) show(); else say(words(today()));
  return {
    /** Answers where the walk stood. */
    stop() {
      const stood = { day: today() };
      stop.abort();
      hide();
      probe.replaceChildren();
      return stood;
    },
  };
}
