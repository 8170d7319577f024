// What audit.html must do in a browser: show what the database holds, filter it, keep the view, save it, and be usable by everybody.
import {readFileSync} from "node:fs";
import {browser, check, close, equal, faults, finish, open} from "./harness.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const [plain, hostile] = process.argv.slice(2);
const rows = (folder, what) => JSON.parse(readFileSync(`${folder}/${what}.json`, "utf8") || "[]");

const shown = page => page.evaluate(() => [...document.querySelectorAll(".group:not([hidden]) > details:not([hidden])")].map(one => one.id.slice(2)));
const said = page => page.textContent("#status");
const stated = async page => Number((await said(page)).replaceAll(",", "").match(/^\d+/)[0]);
const hash = page => page.evaluate(() => location.hash);
const settle = page => page.waitForTimeout(350);

const accessible = async (page, sentence) => {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}));
  equal(`axe finds nothing: ${sentence}`, result.violations.map(fault => [fault.id, fault.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + " " + node.failureSummary)]), []);
};

const fits = async (page, sentence) => {
  const wide = await page.evaluate(() => {
    const within = element => element.closest(".wide, details.text pre, .said, .skip");
    return [document.documentElement.scrollWidth - innerWidth, [...document.querySelectorAll("body *")].filter(one => !within(one) && one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(one => one.outerHTML.slice(0, 120))];
  });
  check(`nothing is wider than the window: ${sentence}`, wide[0] <= 0 && !wide[1].length, wide);
};

async function figures(folder, name) {
  const findings = rows(folder, "finding"), page = await open(`${folder}/audit.html`);
  equal(`${name}: the page says how many findings there are`, await stated(page), findings.length);
  equal(`${name}: every finding stands on the page once`, await page.evaluate(() => [...document.querySelectorAll(".group > details")].map(one => one.id.slice(2)).sort()), findings.map(one => one.finding_id).sort());
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(one => one.id));
  equal(`${name}: no id appears twice`, ids.length, new Set(ids).size);
  const clauses = await page.evaluate(() => [...document.querySelectorAll(".glance li")].length);
  equal(`${name}: every clause has its line`, clauses, rows(folder, "clause").length);
  equal(`${name}: the title is text`, (await page.title()).includes("Facial recognition audit"), true);
  await close(page);
}

async function filters(folder, name) {
  const findings = rows(folder, "finding"), page = await open(`${folder}/audit.html`);
  const holds = async (sentence, test) => {
    await settle(page);
    const wanted = findings.filter(test).map(one => one.finding_id).sort();
    while (await page.isVisible("text=/^Show all /")) await page.click("text=/^Show all /");
    equal(`${name}: ${sentence}`, [await stated(page), (await shown(page)).sort()], [wanted.length, wanted]);
    if (await page.isVisible("text=Clear all filters")) await page.click("text=Clear all filters");
    await settle(page);
  };
  const day = one => (one.occurred_at || "").slice(0, 10);
  for (const severity of new Set(findings.map(one => one.severity))) {
    await page.selectOption("label:has-text('Severity') select", severity);
    await holds(`severity ${severity} as in the database`, one => one.severity === severity);
  }
  for (const rule of [...new Set(findings.map(one => one.rule))].slice(0, 6)) {
    await page.selectOption("label:has-text('Clause or test') select", "rule=" + rule);
    await holds(`rule ${rule} as in the database`, one => one.rule === rule);
  }
  for (const user of [...new Set(findings.map(one => one.user_id).filter(Boolean))].filter((user, at) => at < 3 || /[&%<]/.test(user))) {
    await page.evaluate(wanted => { const select = [...document.querySelectorAll("select")].at(-1); select.value = wanted; select.dispatchEvent(new Event("change")); }, user);
    if (user !== user.trim() || /[\n\u2028\u202e]/.test(user)) continue;
    await holds(`person ${JSON.stringify(user).slice(0, 40)} as in the database`, one => (one.user_id || "").toLowerCase() === user.toLowerCase());
  }
  const worst = ["critical", "high", "medium", "low", "info"], most = findings.map(one => one.user_id).filter((user, at, all) => /^[a-z]+$/.test(user || "") && all.indexOf(user) === at)
    .sort((a, b) => new Set(findings.filter(one => one.user_id === b).map(one => one.severity)).size - new Set(findings.filter(one => one.user_id === a).map(one => one.severity)).size)[0];
  await page.evaluate(user => { location.hash = "user=" + user; }, most);
  await settle(page);
  const ranks = (await page.evaluate(() => [...document.querySelectorAll(".group:not([hidden]) > details:not([hidden])")].map(one => one.dataset.s))).map(one => worst.indexOf(one));
  equal(`${name}: of one person the worst comes first`, [ranks, new Set(ranks).size > 1], [[...ranks].sort((a, b) => a - b), true]);
  await page.click("text=Clear all filters");
  await settle(page);
  check(`${name}: a matter has ticks for its months, and says them`, await page.evaluate(() => /^Findings by month: \w{3} \d{4}: \d/.test(document.querySelector(".matters .ticks").getAttribute("aria-label"))));
  await page.fill("label:has-text('From') input", "2024-08-01");
  await page.locator("label:has-text('From') input").dispatchEvent("change");
  await page.fill("label:has-text('To') input", "2024-10-31");
  await page.locator("label:has-text('To') input").dispatchEvent("change");
  await holds("days from and to as in the database", one => day(one) >= "2024-08-01" && day(one) && day(one) <= "2024-10-31");
  await page.fill("input[type=search]", "mharlow unstated");
  await settle(page);
  check(`${name}: words find their findings`, (await shown(page)).length > 0 && (await stated(page)) < findings.length);
  await page.fill("input[type=search]", "no such word anywhere");
  await settle(page);
  equal(`${name}: words that stand nowhere find none, and that is said`, await stated(page), 0);
  await page.click("text=Clear all filters");
  await page.locator("#chart-searches-by-month .on-wide [data-go]").first().click();
  await settle(page);
  const [, from, to] = (await hash(page)).match(/from=([\d-]+)&to=([\d-]+)/) || [];
  check(`${name}: a month of the chart leads to its searches`, /s-month=\d{4}-\d\d/.test(await hash(page)) && /^\d+ of \d+ searches/.test(await page.textContent("#searches .status")));
  await holds("and narrows the findings to that month", one => day(one) >= from && day(one) <= to);
  await page.locator("#chart-findings-by-clause .on-wide [data-go]").first().click();
  await settle(page);
  const clause = (await hash(page)).match(/clause=([\d.A-Z]+)/)[1];
  await holds("a bar of a clause leads to its findings", one => one.clause.split(/[(,]/)[0] === clause);
  for (const matter of rows(folder, "matter").filter(one => one.findings && one.disposition !== "unfounded").slice(0, 12)) {
    const said = page.locator(".matters li").nth(matter.rank - 1);
    check(`${name}: matter ${matter.rank} stands in its place, with what speaks for the person`, (await said.textContent()).includes("Speaks for the person"));
    await said.locator("[data-go]").click();
    await holds(`matter ${matter.rank} leads to exactly its ${matter.findings} findings`, one => one.matter_id === matter.matter_id);
  }
  await page.locator("#people td a").first().click();
  await settle(page);
  check(`${name}: a person leads to their findings`, (await hash(page)).startsWith("#user=") && (await stated(page)) > 0);
  await close(page);
}

async function view(folder) {
  const findings = rows(folder, "finding"), file = `${folder}/audit.html`, wanted = findings.find(one => one.rule === "orphan-search");
  const page = await open(file);
  await page.selectOption("label:has-text('Severity') select", wanted.severity);
  await settle(page);
  await page.click(`#f-${wanted.finding_id} summary`);
  await settle(page);
  const address = await hash(page), list = await shown(page);
  equal("the address keeps filters and the open finding", address, `#severity=${wanted.severity}&open=${wanted.finding_id}`);
  const again = await open(file, address);
  equal("the address opened again gives the same list", await shown(again), list);
  equal("and the same finding open", await again.evaluate(() => [...document.querySelectorAll(".group > details[open]")].map(one => one.id.slice(2))), [wanted.finding_id]);
  const text = await again.textContent(`#f-${wanted.finding_id}`);
  for (const part of ["Rule out first", "Link reason", `${wanted.source_file}:${wanted.source_line}`, "Reason", wanted.explanation])
    check(`an open finding shows: ${part.slice(0, 30)}`, text.includes(part), text);
  await close(again);
  await page.goBack();
  equal("back closes the finding", await page.evaluate(() => document.querySelectorAll(".group > details[open]").length), 0);
  await page.goBack();
  equal("back again takes the filter away", await stated(page), findings.length);
  await page.goForward();
  equal("forward brings it back", await stated(page), findings.filter(one => one.severity === wanted.severity).length);
  await close(page);
}

// A reader of its own for RFC 4180.
const parse = text => {
  const table = [[""]];
  for (const [, quoted, plainText, mark] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    table.at(-1).splice(-1, 1, quoted === undefined ? plainText : quoted.replaceAll('""', '"'));
    if (mark === ",") table.at(-1).push("");
    else if (mark) table.push([""]);
    else break;
  }
  return table.filter(row => row.length > 1);
};

async function saved(folder, name) {
  const page = await open(`${folder}/audit.html`, "#severity=critical"), findings = rows(folder, "finding").filter(one => one.severity === "critical");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=/^Save .* as CSV/")]);
  const text = readFileSync(await download.path(), "utf8"), [head, ...body] = parse(text.slice(1));
  equal(`${name}: the CSV begins with a byte order mark`, text.charCodeAt(0), 0xfeff);
  const guarded = body.flat().filter(cell => /^[=+\-@\t\r\n＝＋－＠]/.test(cell));
  equal(`${name}: no cell of the CSV begins a formula`, guarded, []);
  equal(`${name}: the CSV has the rows shown`, body.map(row => row[0]).sort(), findings.map(one => one.finding_id).sort());
  const whole = parse(readFileSync(`${folder}/findings.csv`, "utf8").replace(/(?<!\r)\n(?=[0-9a-f]{12},|$)/g, "\r\n")), at = new Map(whole.map(row => [row[0], row]));
  const differing = body.filter(row => row.some((cell, column) => cell !== at.get(row[0])[column] && !/^\s|^'\s/.test(at.get(row[0])[column])));
  equal(`${name}: its cells are those of findings.csv`, [head, differing.slice(0, 2).map(row => [row, at.get(row[0])])], [whole[0].slice(0, 14), []]);
  await close(page);
}

async function keyboard(folder) {
  const page = await open(`${folder}/audit.html`, "#rule=orphan-search"), stops = [];
  await page.evaluate(() => { scrollTo(0, 0); document.activeElement.blur(); });
  await page.keyboard.press("Tab");
  equal("the first stop of the keyboard skips to the report", await page.evaluate(() => document.activeElement.className), "skip");
  for (let turn = 0; turn < 400; turn++) {
    const stop = await page.evaluate(() => {
      const one = document.activeElement, style = getComputedStyle(one), place = one.getBoundingClientRect();
      // The button inside a date field is the browser's own: the field is its active element, and styles of it cannot be asked for.
      return {what: one.localName, outline: one.type === "date" || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, seen: place.width > 0 && place.height > 0, finding: !!one.closest(".group")};
    });
    stops.push(stop);
    if (stop.finding) break;
    await page.keyboard.press("Tab");
  }
  equal("every stop of the keyboard can be seen", stops.filter(stop => !stop.outline || !stop.seen), []);
  const kinds = new Set(stops.map(stop => stop.what));
  for (const kind of ["a", "input", "select", "button", "summary"]) check(`the keyboard reaches: ${kind}`, kinds.has(kind), [...kinds]);
  await page.keyboard.press("Enter");
  await settle(page);
  equal("Enter opens a finding", await page.evaluate(() => document.querySelectorAll(".group > details[open]").length), 1);
  equal("and the keyboard stays on it", await page.evaluate(() => document.activeElement.localName), "summary");
  await close(page);
}

async function without(folder, name) {
  const page = await open(`${folder}/audit.html`, "", {javaScriptEnabled: false});
  const findings = rows(folder, "finding");
  equal(`${name}: without JavaScript every finding is there`, await page.locator(".group > details:visible").count(), findings.length);
  const one = page.locator(".group > details").first();
  await one.locator("summary").click();
  check(`${name}: and opens`, await one.locator("dl").first().isVisible());
  equal(`${name}: and nothing offers what only a script can do`, await page.locator("form, button").count(), 0);
  await close(page);
}

async function batches(folder) {
  const page = await open(`${folder}/audit.html`), all = rows(folder, "finding").length;
  check("the test has more findings than one batch", all > 100, all);
  equal("a hundred findings are listed first", (await shown(page)).length, 100);
  check("and that is said", (await said(page)).includes("the first 100"));
  await page.click("text=/^Show \\d+ more/");
  check("more can be asked for", (await shown(page)).length > 100);
  equal("the keyboard goes on at the first new one", await page.evaluate(() => document.activeElement.localName), "summary");
  await close(page);
}

async function everybody(folder, name) {
  const one = rows(folder, "finding").find(finding => finding.rule === "orphan-search");
  for (const width of [1280, 768, 375, 320]) {
    const page = await open(`${folder}/audit.html`, "", {viewport: {width, height: 900}});
    await accessible(page, `${name}, ${width} wide`);
    await fits(page, `${name}, ${width} wide`);
    await page.evaluate(() => { for (const details of document.querySelectorAll("details.data, details.text")) details.open = true; });
    await page.evaluate(hash => { location.hash = hash; }, `rule=orphan-search&hour=Mon-10&open=${one.finding_id}`);
    await settle(page);
    await accessible(page, `${name}, ${width} wide, filtered and opened`);
    await fits(page, `${name}, ${width} wide, filtered and opened`);
    await close(page);
  }
}

async function print(folder) {
  const page = await open(`${folder}/audit.html`);
  await page.emulateMedia({media: "print"});
  equal("the filters are not printed", await page.isVisible("#tools"), false);
  equal("the first screen is", await page.isVisible(".glance"), true);
  await accessible(page, "as printed");
  check("it prints", (await page.pdf({preferCSSPageSize: true})).length > 20000);
  await close(page);
}

async function closed(folder) {
  const page = await open(`${folder}/audit.html`), before = faults.length;
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    const asked = await fetch("https://example.org/").then(() => "answered", () => "refused");
    return [asked, window.ran === undefined];
  });
  equal("the policy forbids the network and any other script", ran, ["refused", true]);
  faults.splice(before);
  equal("every chart has its words", await page.evaluate(() => [...document.querySelectorAll("figure svg")].every(svg => svg.getAttribute("role") === "img" && svg.getAttribute("aria-labelledby").split(" ").every(id => document.getElementById(id).textContent.length > 5))), true);
  equal("the status is a live region", await page.getAttribute("#status", "role"), "status");
  await close(page);
}

for (const [folder, name] of [[plain, "plain"], [hostile, "hostile"]]) {
  await figures(folder, name);
  await filters(folder, name);
  await saved(folder, name);
  await without(folder, name);
  await everybody(folder, name);
}
await view(plain);
await keyboard(plain);
await batches(hostile);
await print(plain);
await closed(plain);
equal("no message, no error, no request, no dialog in all of this", faults, []);
await browser.close();
finish();
