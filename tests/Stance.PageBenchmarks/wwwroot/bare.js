export async function draw(element, data) {
  const { default: Apex } = await import("/lib/apexcharts.esm.js");
  await new Apex(element, {
    chart: { type: "line", height: 340, animations: { enabled: false } },
    series: [{ name: "Line", data }],
    xaxis: { type: "datetime" },
  }).render();
}
