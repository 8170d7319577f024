// What people answer on audit.html: typed, filtered, saved as the ledger, and read by the next run, which loses nothing of it.
import {execFileSync, spawnSync} from "node:child_process";
import {copyFileSync, readFileSync} from "node:fs";
import {browser, check, close, equal, faults, finish, open} from "./harness.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const [program, year, tests] = process.argv.slice(2), out = `${year}/audit`, file = `${out}/audit.html`, ledger = `${year}/dispositions.csv`;
const run = () => spawnSync(program, ["run", year, "--formats", "db,csv,html,xlsx"], {encoding: "utf8"});
const query = sql => JSON.parse(execFileSync("sqlite3", ["-readonly", "-json", `${out}/audit.db`, sql], {encoding: "utf8"}) || "[]");
const lines = () => JSON.parse(execFileSync("python3", ["-c", "import csv,json,sys; print(json.dumps([list(row) for row in csv.reader(open(sys.argv[1], newline=''))]))", ledger], {encoding: "utf8"}));
const embedded = () => Buffer.from(readFileSync(file, "utf8").match(/<pre id="ledger" hidden>([^<]*)/)[1], "base64").toString("utf8");
const settle = page => page.waitForTimeout(350);
const unsaved = page => page.textContent("#unsaved");
// A field by the words of its label, which stand before it.
const field = (place, name) => place.locator(`xpath=.//label[normalize-space(text()[1])="${name}"]/*`);
const answer = async (place, given) => {
  const opener = place.locator(".answer > button");
  if (await opener.getAttribute("aria-expanded") !== "true") await opener.click();
  for (const [name, text] of Object.entries(given)) {
    const control = field(place.locator(".answer"), name);
    if (await control.evaluate(one => one.localName) === "select") await control.selectOption(text);
    else await control.fill(text);
  }
};
const save = async (page, to = ledger) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#answering button")]);
  copyFileSync(await download.path(), to);
  return download.suggestedFilename();
};

const secret = "Sent to internal affairs.", hostile = `=cmd|' /C calc'!A0, "quoted" </pre><script>document.title='broken'</script>\n\u202Ereversed %41 &amp; ; ünï`;
let page = await open(file);
const before = query("SELECT id, disposition, coalesce(note, '') AS note, coalesce(decided_by, '') AS who, coalesce(decided_on, '') AS day FROM disposition ORDER BY source, line");
const matter = query("SELECT matter_id, covers FROM audit_matter m WHERE findings > 1 AND state = 'open' AND NOT EXISTS (SELECT 1 FROM audit_finding f WHERE f.matter_id = m.matter_id AND f.disposition NOT NULL) ORDER BY rank LIMIT 1")[0];
const finding = query(`SELECT finding_id, severity, facts FROM audit_finding WHERE disposition IS NULL AND matter_id <> '${matter.matter_id}' ORDER BY number LIMIT 1`)[0];
const passage = query("SELECT passage_id, r.question FROM audit_passage r WHERE answer IS NULL ORDER BY number LIMIT 1")[0];
check("the year has a referred note that the page must not show", before.some(one => one.note === secret));
equal("and the page does not have it", [readFileSync(file, "utf8").includes(secret), embedded().includes(secret), (await page.content()).includes("internal affairs.")], [false, false, false]);
equal("before anybody answers nothing asks to be saved", await page.isVisible("#answering"), false);

const [first, reading] = [page.locator(`.matters li[data-m="${matter.matter_id}"]`), page.locator(`.passages li:has-text("${passage.passage_id}")`)];
await answer(first, {Disposition: "explained", Note: "  " + hostile + " ", By: "Lt. Ana Ruiz", On: "2025-09-01", Due: "2025-10-01", "Response of the person": "I was called in."});
check("an answer is said to wait on the page", (await unsaved(page)).startsWith("1 answer is on this page alone"));
check("and stands beside its matter", (await first.textContent()).includes("Here: explained, not saved"));
await page.evaluate(axe);
const seen = await page.evaluate(() => window.axe.run(document, {preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}));
equal("axe finds nothing in an open form", seen.violations.map(fault => [fault.id, fault.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + " " + node.failureSummary)]), []);

// By the keyboard alone.
await page.goto("file://" + file + "#open=" + finding.finding_id);
await settle(page);
await page.locator(`#f-${finding.finding_id} .answer > button`).focus();
await page.keyboard.press("Enter");
equal("Enter opens the form, and the keyboard stands on its first field", await page.evaluate(() => [document.activeElement.localName, document.activeElement.closest("details").id]), ["select", "f-" + finding.finding_id]);
await page.keyboard.press("Tab");
await page.keyboard.type("A note without a disposition.");
await page.click("#answering button");
check("an answer without a disposition is not saved, and that is said", (await unsaved(page)).includes("has no disposition yet"));
equal("and the keyboard stands where it is to be chosen", await page.evaluate(() => document.activeElement.closest("details").id), "f-" + finding.finding_id);
await page.locator(`#f-${finding.finding_id} select`).selectOption("sustained");
equal("who decided is not asked again", await field(page.locator(`#f-${finding.finding_id}`), "By").inputValue(), "Lt. Ana Ruiz");
await answer(reading, {Answer: {index: 1}, Note: "Read it."});
const given = await reading.locator("select").inputValue();

// Filters see what was answered here.
await page.selectOption("#matters label:has-text('Answer') select", "explained");
await settle(page);
check("matters are filtered by an answer that was given here", (await page.locator(".matters li:visible").evaluateAll(all => all.map(one => one.dataset.m))).includes(matter.matter_id));
await page.selectOption("#matters label:has-text('Answer') select", "open");
await settle(page);
equal("and it is open no more", (await page.locator(".matters li:visible").evaluateAll(all => all.map(one => one.dataset.m))).includes(matter.matter_id), false);
equal("open matters are those of the database", Number((await page.textContent("#matters .status")).match(/\d+/)[0]), query("SELECT count(*) AS n FROM audit_matter WHERE findings AND state <> 'answered' AND disposition IS NOT 'unfounded'")[0].n - 1);
for (const [word, sql] of [["open", "disposition IS NULL OR disposition IN ('referred', 'pending')"], ["answered", "disposition NOT IN ('referred', 'pending')"], ["sustained", "disposition = 'sustained'"], ["referred", "disposition = 'referred'"]]) {
  await page.goto("file://" + file + "#answer=" + word);
  await settle(page);
  const here = word === "open" ? -1 - query(`SELECT count(*) AS n FROM audit_finding WHERE matter_id = '${matter.matter_id}'`)[0].n : word === "answered" ? 1 + query(`SELECT count(*) AS n FROM audit_finding WHERE matter_id = '${matter.matter_id}'`)[0].n : word === "sustained" ? 1 : 0;
  equal(`findings that are ${word}: those of the database and those answered here`, Number((await page.textContent("#status")).replaceAll(",", "").match(/^\d+/)[0]), query(`SELECT count(*) AS n FROM audit_finding WHERE ${sql}`)[0].n + here);
}

// Leaving is asked about, and nothing is lost by it.
const asked = [];
page.removeAllListeners("dialog");
page.on("dialog", dialog => { asked.push(dialog.type()); dialog.dismiss(); });
await page.evaluate(() => setTimeout(() => location.reload(), 0));
await page.waitForTimeout(700);
equal("a reload is asked about while answers wait", asked, ["beforeunload"]);
check("and does nothing when it is refused", (await unsaved(page)).startsWith("3 answers are on this page alone"));
copyFileSync(ledger, `${year}/ledger-before`);
equal("the file is named as the ledger is", await save(page), "dispositions.csv");
check("that it was saved, and where it goes, is said", (await unsaved(page)).includes("with 3 new answers. Put it into the audit folder in the place of dispositions.csv, and run"));

// Another answer after that: the file that is saved then has all of them.
await answer(first, {Disposition: "policy failure"});
await save(page);
await page.evaluate(() => setTimeout(() => location.reload(), 0));
await page.waitForTimeout(1000);
equal("when all is saved nothing is asked", [asked.length, await page.isVisible("#answering")], [1, false]);
await close(page);

const strip = hostile.trim();
equal("the file is the ledger as it was, but for the notes that are not on the page, and the new lines", lines(), [
  ["id", "disposition", "note", "decided_by", "decided_on", "due", "response", "covers"],
  ...before.map(one => [one.id, one.disposition, one.note === secret ? "(this note is not on the page: the next run puts it back)" : one.note, one.who, one.day, "", "", ""]),
  [matter.matter_id, "explained", strip, "Lt. Ana Ruiz", "2025-09-01", "2025-10-01", "I was called in.", matter.covers.split(" ").sort().join(" ")],
  [finding.finding_id, "sustained", "A note without a disposition.", "Lt. Ana Ruiz", lines().at(-3)[4], "", "", finding.facts],
  [passage.passage_id, given, "Read it.", "Lt. Ana Ruiz", lines().at(-2)[4], "", "", ""],
  [matter.matter_id, "policy failure", strip, "Lt. Ana Ruiz", "2025-09-01", "2025-10-01", "I was called in.", matter.covers.split(" ").sort().join(" ")]]);

const done = run();
equal("the next run takes the file", [done.status, done.stderr.includes("rejected")], [0, false]);
const state = id => query(`SELECT group_concat(disposition || ' ' || state, ', ') AS said FROM audit_disposition WHERE id = '${id}'`)[0].said;
equal("its answers are applied", [state(matter.matter_id), state(finding.finding_id), state(passage.passage_id)], ["explained superseded, policy failure applied", "sustained applied", given + " applied"]);
equal("word for word", query(`SELECT note, decided_by, decided_on, due, response FROM audit_disposition WHERE id = '${matter.matter_id}' AND state = 'applied'`), [{note: strip, decided_by: "Lt. Ana Ruiz", decided_on: "2025-09-01", due: "2025-10-01", response: "I was called in."}]);
check("the note of what was referred is put back", query(`SELECT note FROM audit_disposition WHERE note = '${secret}'`).length === 1 && readFileSync(ledger, "utf8").includes(secret));
const book = execFileSync("python3", [`${tests}/sheets.py`, `${out}/audit.xlsx`], {encoding: "utf8", maxBuffer: 1 << 28});
const after = query(`SELECT finding_id FROM audit_finding WHERE matter_id = '${matter.matter_id}'`);
for (const part of ["policy failure", "A note without a disposition.", "I was called in.", "cmd|' /C calc'!A0, \"quoted\" </pre>"]) check(`audit.xlsx has: ${part.slice(0, 30)}`, book.includes(part));

page = await open(file, "#matter=" + encodeURIComponent(matter.matter_id));
await settle(page);
check("the page says the answer at its matter", (await page.locator(`.matters li[data-m="${matter.matter_id}"]`).textContent()).includes("Answer: policy failure"));
equal("and at each of its findings", [await page.locator(".group > details:visible").count(), await page.locator(".group > details[data-z='policy failure']:visible").count()], [after.length, after.length]);
await page.goto("file://" + file + "#open=" + finding.finding_id);
await settle(page);
check("the note of a finding stands on it", (await page.textContent(`#f-${finding.finding_id}`)).includes("sustained on " + lines().at(-3)[4] + ", decided by: Lt. Ana Ruiz: \"A note without a disposition.\""));
equal("the page has no referred note, in any form", [(await page.content()).includes("internal affairs."), embedded().includes("internal affairs.")], [false, false]);
equal("the passage is asked no more", await page.locator(`.passages:not(.answered) li:has-text("${passage.passage_id}")`).count(), 0);
equal("and stands, folded, with its answer among those answered", await page.locator(`details.answered:not([open]) .answered li:has-text("${passage.passage_id}"):has-text("Answered: ")`).count(), 1);

// A page that was open for long has an older ledger.
const second = query("SELECT matter_id FROM audit_matter WHERE findings AND state = 'open' ORDER BY rank LIMIT 1")[0];
await answer(page.locator(`.matters li[data-m="${second.matter_id}"]`), {Disposition: "unfounded", By: "Chief Dale"});
const third = query("SELECT matter_id FROM audit_matter WHERE findings AND state = 'open' ORDER BY rank LIMIT 1 OFFSET 3")[0];
execFileSync("sh", ["-c", `printf '%s,explained,from elsewhere,Sgt. Poe,2025-09-02,,,\\n' '${third.matter_id}' >> '${ledger}'`]);
equal("a line that somebody adds meanwhile is read", [run().status, state(third.matter_id)], [0, "explained applied"]);
copyFileSync(ledger, `${year}/ledger-now`);
await save(page);
const refused = run();
equal("an older ledger with new answers stops the run: nothing is lost", [refused.status, refused.stderr.includes(third.matter_id), refused.stderr.includes("nothing was replaced"), state(third.matter_id)], [3, true, true, "explained applied"]);
copyFileSync(`${year}/ledger-now`, ledger);
equal("with the ledger put back it goes on", run().status, 0);
await close(page);

equal("no message, no error, no request in all of this", faults, []);
await browser.close();
finish();
