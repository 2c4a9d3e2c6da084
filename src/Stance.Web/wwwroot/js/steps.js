// Numbers of a chart come as steps from one to the next, in units of the last digit shown (Steps.cs).
export function values(steps, digits) {
  const unit = 10 ** digits;
  let sum = 0;
  return steps.map(step => (sum += step) / unit);
}

/** The days of `count` points; without steps one a day. */
export function days(first, steps, count) {
  let day = first;
  return Array.from({ length: count }, (_, i) => day += steps.length ? steps[i] : i ? 1 : 0);
}
