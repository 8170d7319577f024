// Every figure on audit.html that leads somewhere leads to exactly what it counts.
import {browser, check, close, equal, faults, finish, open} from "./harness.mjs";

// What a link says it counts, and where the part that it leads to says how many it shows.
const links = page => page.evaluate(() => {
  const first = text => Number((text.replaceAll(",", "").match(/\d+/) || [NaN])[0]);
  return [...document.querySelectorAll("a[data-go], .figures a")].filter(link => !link.closest(".group, #searches, .banner")).map(link => {
    const figure = link.closest(".figures li"), cell = link.closest("td"), name = figure && figure.querySelector("span").textContent;
    const text = figure ? (name === "Documented" ? figure.querySelector("small") : figure.querySelector("b")).textContent : link.textContent;
    // The name of a person leads to all of that person's findings, which stand in the same row.
    const named = cell && !cell.classList.contains("count"), row = cell && [...cell.closest("table").querySelectorAll("thead th")].findIndex(head => head.textContent === "Findings");
    const said = named ? cell.parentNode.children[row].textContent : text;
    return {go: link.dataset.go || link.getAttribute("href").slice(1), said, wanted: /^See its finding$/.test(said.trim()) ? 1 : first(said), words: link.textContent.trim().slice(0, 40)};
  });
});
const shows = (page, go) => page.evaluate(async go => {
  location.hash = "#" + go;
  await new Promise(done => setTimeout(done, 0));
  await new Promise(done => setTimeout(done, 0));
  const number = selector => Number(document.querySelector(selector).textContent.replaceAll(",", "").match(/\d+/)[0]);
  if (go.startsWith("s-")) return number("#searches .status");
  if (go.startsWith("reading=") || go === "to-read") return document.querySelector("#to-read .status") ? number("#to-read .status") : 0;
  if (go.startsWith("tests=")) return number("#clauses .status");
  if (go === "people") return document.querySelectorAll("#people table:first-of-type tbody tr").length && document.querySelector("#people table").tBodies[0].rows.length;
  if (go === "findings" || go.includes("=")) return number("#status");
  return NaN;
}, go);

for (const folder of process.argv.slice(2)) {
  const name = folder.split("/").at(-1), page = await open(`${folder}/audit.html`), all = await links(page), wrong = [];
  // By a click first: the address, the part, the keyboard.
  await page.locator(".figures a[data-go]").first().click();
  await page.waitForTimeout(200);
  equal(`${name}: a click leads to the part, and the keyboard goes on there`, await page.evaluate(() => [document.activeElement.id, Math.abs(document.querySelector("#searches").getBoundingClientRect().top) < 200]), ["searches", true]);
  const tried = new Set();
  for (const link of all) {
    if (!link.go.includes("=") && !["people", "findings", "to-read"].includes(link.go)) continue; // a card, a part
    if (/^rule-\d+$/.test(link.go)) continue;
    const got = await shows(page, link.go);
    tried.add(link.go);
    if (got !== link.wanted) wrong.push({...link, got});
  }
  equal(`${name}: ${all.length} figures lead to exactly what they count`, wrong.slice(0, 12), []);
  check(`${name}: and there are many of them`, tried.size > 60, tried.size);
  equal(`${name}: every mark of a chart leads where a figure of its table does`, await page.evaluate(() => [...document.querySelectorAll("figure svg [data-go]")].filter(mark =>
    ![...mark.closest("figure").querySelectorAll("details a[data-go]")].some(link => link.dataset.go === mark.dataset.go)).map(mark => mark.dataset.go)), []);
  await close(page);
}
// On a phone every picture is laid anew: nothing of it lies outside, and nothing scrolls sideways.
for (const width of [1280, 768, 375]) {
  const page = await open(`${process.argv[2]}/audit.html`, "", {viewport: {width, height: 900}});
  equal(`no chart runs out of its picture, ${width} wide`, await page.evaluate(() => [...document.querySelectorAll("figure")].flatMap(figure => {
    const svg = [...figure.querySelectorAll("svg")].find(one => one.getBoundingClientRect().width), edge = svg.getBoundingClientRect(), holder = svg.parentNode;
    const out = [...svg.querySelectorAll("text, rect, line")].filter(one => { const box = one.getBoundingClientRect(); return box.right > edge.right + 2 || box.left < edge.left - 2 || box.bottom > edge.bottom + 2; });
    return [...out.slice(0, 2).map(one => figure.id + " " + (one.textContent || one.outerHTML.slice(0, 60))), ...holder.scrollWidth > holder.clientWidth ? [figure.id + " scrolls"] : []];
  })), []);
  equal(`and the page does not scroll sideways, ${width} wide`, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  equal(`every bar of a chart is there, ${width} wide`, await page.evaluate(() => [...document.querySelectorAll("figure svg")].filter(svg => svg.getBoundingClientRect().width && /more, not shown/.test(svg.textContent)).map(svg => svg.closest("figure").id)), []);
  await close(page);
}
equal("no message, no error, no request in all of this", faults, []);
await browser.close();
finish();
