// One cursor for the time charts of a page: whichever is pointed at or walked, all others show the same day.
// Charts bring their days and values along (data-cursor); text nodes only. The line that is walked by chart.js hears and says the same event.
import * as steps from "./steps.js";

const dayWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const say = day => dayWords.format(day * 86400000);
const make = (css, text) => Object.assign(document.createElement("div"), { className: css, textContent: text ?? "" });

const known = new WeakMap();
function read(element) {
  const text = element.dataset.cursor;
  let mine = known.get(element);
  if (mine?.text !== text) known.set(element, mine = { text, data: unpack(JSON.parse(text)) });
  return mine.data;
}

function unpack(data) {
  for (const s of data.series) {
    s.values = steps.values(s.values, data.digits);
    s.days = steps.days(s.first, s.days, s.values.length);
  }
  return data;
}

function signed(value, digits) {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : (value < 0 ? "\u2212" : "+") + text;
}

/** The values of a chart on a day; none where a line has no point near it. */
function valuesOn(data, day) {
  const near = Math.max(1, (data.to - data.from) / 60);
  return data.series.flatMap(s => {
    let low = 0, high = s.days.length - 1;
    while (high - low > 1) { const middle = (low + high) >> 1; if (s.days[middle] <= day) low = middle; else high = middle; }
    const at = Math.abs(s.days[low] - day) <= Math.abs(s.days[high] - day) ? low : high;
    return Math.abs(s.days[at] - day) <= near ? [{ name: s.name, colour: s.colour, value: s.values[at], words: signed(s.values[at], data.digits) }] : [];
  });
}

const across = (data, day) => data.to === data.from ? 50 : 100 * (day - data.from) / (data.to - data.from);

function draw(element, day) {
  const data = read(element);
  if (day === null || day < data.from || day > data.to) return void element.replaceChildren();
  const x = across(data, day);
  const hair = make("day-hair");
  hair.style.left = `${x}%`;
  const parts = [hair];
  const values = valuesOn(data, day);
  for (const v of data.limit ? values : []) {
    const disc = make("probe-disc");
    disc.style.left = `${x}%`;
    disc.style.top = `${50 - 50 * Math.max(-1, Math.min(1, v.value / data.limit))}%`;
    disc.style.background = v.colour;
    parts.push(disc);
  }
  if (values.length) {
    const label = make("day-label");
    if (data.limit) label.append(make("", say(day)));
    const several = values.length > 1;
    if (several) values.sort((a, b) => b.value - a.value);
    label.append(...values.map(v => make("day-value", several ? `${v.name} ${v.words}` : v.words)));
    label.style[x > 50 ? "right" : "left"] = `calc(${x > 50 ? 100 - x : x}% + 8px)`;
    parts.push(label);
  }
  element.replaceChildren(...parts);
  if (element.role === "slider") {
    element.setAttribute("aria-valuenow", day - data.from);
    element.setAttribute("aria-valuetext", [say(day), ...values.map(v => `${v.name} ${v.words}`)].join(", "));
  }
}

let [today, isDrawing] = [null, 0];
/** Pointers move faster than screens: one drawing a frame. */
document.addEventListener("stance-day", e => {
  today = e.detail.day;
  isDrawing ||= requestAnimationFrame(() => {
    isDrawing = 0;
    for (const element of document.querySelectorAll("[data-cursor]")) draw(element, today);
  });
});

const tell = (day, by) => document.dispatchEvent(new CustomEvent("stance-day", { detail: { day, by } }));

/** The chart under a pointer: its days lie across any of its cursors. The walked line tells for itself. */
let pointed = null;
function point(e) {
  if (!(e.target instanceof Element) || e.target.closest(".probe")) return void (pointed = null);
  const frame = e.target.closest(".line-chart .frame, .line-chart.small");
  const element = frame?.querySelector("[data-cursor]");
  if (!element) return leave();
  const [data, box] = [read(element), element.getBoundingClientRect()];
  const part = (e.clientX - box.left) / box.width;
  if (part < -0.02 || part > 1.02) return leave();
  pointed = frame;
  tell(Math.round(data.from + Math.max(0, Math.min(1, part)) * (data.to - data.from)), null);
}

function leave() {
  // Whoever walks by keys keeps the day.
  if (pointed && !document.activeElement?.matches(".day-cursor[role=slider]")) tell(null, null);
  pointed = null;
}

document.addEventListener("pointermove", point);
document.addEventListener("pointerdown", point);
document.documentElement.addEventListener("pointerleave", leave);

document.addEventListener("keydown", e => {
  const element = e.target;
  if (!(element instanceof Element) || !element.matches(".day-cursor[role=slider]") || e.ctrlKey || e.altKey || e.metaKey) return;
  const data = read(element);
  const page = Math.max(7, Math.round((data.to - data.from) / 12));
  const moves = { ArrowRight: 1, ArrowLeft: -1, PageDown: page, PageUp: -page, Home: data.from - data.to, End: data.to - data.from };
  if (e.key in moves) {
    const from = today === null || today < data.from || today > data.to ? data.to : today;
    tell(Math.max(data.from, Math.min(data.to, from + moves[e.key])), element);
  } else if (e.key === "ArrowDown" || e.key === "ArrowUp") neighbour(element, e.key === "ArrowDown" ? 1 : -1);
  else if (e.key === "Escape") tell(null, element);
  else return;
  e.preventDefault();
});

/** Of charts side by side one is a tab stop; the arrows go on from it. */
function neighbour(element, step) {
  const all = [...element.closest(".multiples")?.querySelectorAll("[role=slider]") ?? []];
  const next = all[all.indexOf(element) + step];
  if (!next) return;
  element.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

document.addEventListener("focusin", e => {
  if (!(e.target instanceof Element) || !e.target.matches(".day-cursor[role=slider]:focus-visible")) return;
  const data = read(e.target);
  tell(today !== null && today >= data.from && today <= data.to ? today : data.to, e.target);
});
document.addEventListener("focusout", e => {
  if (e.target instanceof Element && e.target.matches(".day-cursor[role=slider]")) tell(null, e.target);
});
