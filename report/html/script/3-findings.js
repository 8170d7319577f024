// Filters, opens and saves the findings that stand on the page.
const names = ["q", "from", "to", "severity", "rule", "clause", "user", "report", "detail", "hour", "matter", "event", "answer"];
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const plural = value => counted(value, "finding");

// ---- what stands on the page

const groups = [...document.querySelectorAll(".group")].map((place, at) => ({place, at, ...place.dataset, title: find(".title", place).textContent}));
const findings = groups.flatMap(group => [...group.place.children].filter(child => child.localName === "details")
  .map(place => ({place, group, id: place.id.slice(2), ...place.dataset})));
const byId = new Map(findings.map(finding => [finding.id, finding]));
const status = find("#status"), list = find("#list");
let shown = findings, limit = BATCH;

// The rows of a finding are kept as text: the elements of twenty thousand would take seconds.
const marks = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&apos;": "'"};
const plain = markup => markup.replace(/<[^>]*>/g, " ").replace(/&[a-z]+;|&#39;/g, mark => marks[mark] || mark);
const said = finding => [...finding.place.children].map(child => child.localName === "noscript" ? plain(child.textContent) : child.textContent).join(" ");
const words = finding => finding.words ??= (said(finding) + " " + finding.group.title + " " + finding.group.clause + " " + finding.group.rule).toLowerCase();
const hour = moment => moment && moment[10] === "T" ? days[new Date(moment.slice(0, 10) + "T00:00:00Z").getUTCDay()] + "-" + moment.slice(11, 13) : "";
const day = finding => (finding.t || "").slice(0, 10);
// An answer to the finding goes before one to its matter, and one that was given here before one of the ledger.
const answer = finding => answers.word(finding.id) || (finding.own !== undefined ? finding.z : answers.word(matterIds.get(finding.m)) || finding.z);
const tests = {
  q: (finding, value) => value.toLowerCase().split(/\s+/).every(word => words(finding).includes(word)),
  from: (finding, value) => day(finding) >= value,
  to: (finding, value) => day(finding) !== "" && day(finding) <= value,
  severity: (finding, value) => finding.s === value,
  rule: (finding, value) => finding.group.rule === value,
  clause: (finding, value) => finding.group.main === value,
  user: (finding, value) => folded(finding.u) === folded(value),
  report: (finding, value) => finding.p === value || (finding.k === "report" && finding.j === value),
  detail: (finding, value) => ("+" + finding.d + "+").includes("+" + value + "+"),
  matter: (finding, value) => finding.m === value,
  event: (finding, value) => finding.k === "event" && finding.j === value,
  hour: (finding, value) => finding.k === "event" && hour(finding.t) === value,
  answer: (finding, value) => answers.fits(value, answer(finding), answers.word(finding.id) || answers.word(matterIds.get(finding.m))),
};

// ---- what is shown

const show = block => {
  const asked = names.filter(name => view[name]);
  shown = findings.filter(finding => asked.every(name => tests[name](finding, view[name])));
  sort();
  limit = BATCH;
  const opened = byId.get(view.open);
  if (opened) limit = Math.max(limit, shown.indexOf(opened) + 1);
  place();
  fill();
  for (const finding of findings) if (finding.place.open && finding !== opened) finding.place.open = false;
  if (!opened) return;
  opened.place.hidden = opened.group.place.hidden = false;
  dress(opened);
  opened.place.open = true;
  find("summary", opened.place).scrollIntoView({block});
};

// Of one person the worst comes first; of everybody, the order of the directive.
let worstFirst = false;
const sort = () => {
  const wanted = !!view.user, rank = group => wanted ? order(group.severity) : 0;
  if (wanted !== worstFirst) list.append(...[...groups].sort((a, b) => rank(a) - rank(b) || a.at - b.at).map(group => group.place));
  worstFirst = wanted;
  if (wanted) shown.sort((a, b) => rank(a.group) - rank(b.group));
};

const place = () => {
  const listed = new Set(shown.slice(0, limit)), counts = new Map();
  for (const finding of shown) counts.set(finding.group, (counts.get(finding.group) || 0) + 1);
  const heads = new Set([...listed].map(finding => finding.group));
  for (const finding of findings) if (finding.place.hidden === listed.has(finding)) finding.place.hidden = !listed.has(finding);
  for (const group of groups) {
    group.place.hidden = !heads.has(group);
    find(".count", group.place).textContent = number(counts.get(group) || 0);
  }
  const all = shown.length === findings.length;
  status.textContent = (all ? plural(shown.length) : number(shown.length) + " of " + plural(findings.length)) +
    (shown.length > limit ? ", the first " + number(limit) + " are listed" : "");
  more.hidden = everything.hidden = shown.length <= limit;
  if (shown.length > MOST) everything.hidden = true;
  more.textContent = "Show " + number(Math.min(BATCH, shown.length - limit)) + " more";
  everything.textContent = "Show all " + number(shown.length);
  save.textContent = "Save " + plural(shown.length) + " as CSV";
  save.disabled = !shown.length;
};

const lengthen = limitNow => {
  const next = shown[limit];
  limit = limitNow;
  place();
  if (next) find("summary", next.place).focus();
};

// ---- one finding

const link = (text, asked) => element("a", {href: write(asked), textContent: text});
const term = (name, ...children) => [element("dt", {textContent: name}), element("dd", {}, ...children)];

// Done once, when it is first opened: twenty thousand at once would be slow.
const dress = finding => {
  if (finding.dressed) return;
  finding.dressed = true;
  words(finding);
  const rows = find("noscript", finding.place);
  rows.replaceWith(...document.importNode(new DOMParser().parseFromString(rows.textContent, "text/html").body, true).childNodes);
  const innocent = find(".innocent span", finding.group.place), remedy = find(".remedy span", finding.group.place), facts = find("dl", finding.place);
  facts.prepend(...term("Clause", element("a", {href: "#" + finding.group.place.id.replace("group", "rule"), textContent: finding.group.clause + " " + finding.group.title})));
  if (innocent) facts.append(...term("Rule out first", innocent.textContent));
  if (remedy) facts.append(...term("So that it does not happen again", remedy.textContent));
  const links = element("p", {className: "same"});
  if (finding.u) links.append(link("All findings of " + finding.u, {user: finding.u}));
  const report = finding.p || (finding.k === "report" ? finding.j : "");
  if (report) links.append(link("All findings on report " + report, {report}));
  if (finding.m) links.append(link("All findings of its matter", {matter: finding.m}));
  if (links.childNodes.length) facts.after(links);
  facts.after(answers.asker({id: finding.id, about: "finding", covers: finding.c, what: "this finding: " + find("summary span", finding.place).textContent.slice(0, 80)}));
};

// ---- CSV

const columns = [
  ["finding_id", f => f.id], ["rule", f => f.group.rule], ["clause", f => f.group.clause], ["severity", f => f.s], ["subject_kind", f => f.k],
  ["subject", f => f.j], ["user_id", f => f.u], ["report_number", f => f.p], ["occurred_at", f => f.t], ["detail", f => f.d],
  ["explanation", f => find("summary span", f.place).textContent], ["source_file", f => f.f], ["source_line", f => f.l], ["disposition", f => f.z],
];
const quoted = text => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
// A spreadsheet takes some first characters for the beginning of a formula.
const cell = value => {
  const text = value || "", safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text;
  return quoted(safe);
};
const csv = () => "\ufeff" + [columns.map(([name]) => name), ...shown.map(finding => columns.map(([, value]) => value(finding)))]
  .map(row => row.map(cell).join(",") + "\r\n").join("");

// ---- controls

const people = rows => {
  const spelling = new Map(rows.map(row => [(row.u || "").toLowerCase(), row.u]));
  return count(row => (row.u || "").toLowerCase(), rows).map(([key, total]) => [spelling.get(key), spelling.get(key) + " (" + number(total) + ")"])
    .sort((a, b) => a[1] < b[1] ? -1 : 1);
};
const severities = ["critical", "high", "medium", "low", "info"]; // the worst first
const order = severity => severities.indexOf(severity);
const ofSeverity = (key, rows) => count(key, rows).sort((a, b) => order(a[0]) - order(b[0])).map(([s, total]) => [s, s + " (" + number(total) + ")"]);
const mains = count(group => group.main, groups).filter(([, total]) => total > 1).map(([main]) => main);
const controls = {
  q: element("input", {type: "search", autocomplete: "off", spellcheck: false}),
  from: element("input", {type: "date"}), to: element("input", {type: "date"}),
  severity: choose(ofSeverity(finding => finding.s, findings), "Any severity"),
  test: choose([...mains.map(main => ["clause=" + main, main + " (the whole clause)"]), ...groups.map(group => ["rule=" + group.rule, group.clause + " " + group.title])].sort((a, b) => a[1].localeCompare(b[1], "en", {numeric: true})), "Any clause"),
  answer: choose(answers.choices, "Answered or not"),
  user: choose(people(findings), "Anybody"),
};
const form = filters("Filter the findings", label("Words", controls.q, true), label("Clause or test", controls.test, true),
  label("From", controls.from), label("To", controls.to), label("Severity", controls.severity), label("Answer", controls.answer), label("Person", controls.user));
const clear = button("Clear all filters", () => go({open: view.open}));
const save = button("Save as CSV", () => download("findings-shown.csv", csv()));
const chips = element("div", {className: "chips"});
const more = button("", () => lengthen(limit + BATCH)), everything = button("", () => lengthen(shown.length));

// Sets the controls to the view; filters without a control of their own get a button that takes them away.
const fill = () => {
  for (const name of ["q", "from", "to", "severity", "user", "answer"]) {
    const wanted = view[name] || "";
    if (controls[name].value !== wanted) controls[name].value = wanted;
  }
  controls.test.value = view.rule ? "rule=" + view.rule : view.clause ? "clause=" + view.clause : "";
  const loose = [["hour", value => "Began " + value.replace("-", " ") + ":00 to " + value.slice(-2) + ":59"], ["report", value => "Report " + value], ["detail", value => "Detail: " + value], ["matter", value => "Matter " + value],
    ["event", value => "Log row " + value], ["clause", value => controls.test.value ? "" : "Clause " + value]];
  chips.replaceChildren(...loose.filter(([name, text]) => view[name] && text(view[name])).map(([name, text]) => {
    const chip = button(text(view[name]) + " ×", () => go({...view, [name]: ""}));
    chip.setAttribute("aria-label", "Take away the filter: " + text(view[name]));
    return chip;
  }), clear, save);
  clear.hidden = !names.some(name => view[name]);
};

const change = (asked, replace) => go({...view, ...asked, open: ""}, replace);
let typing;
controls.q.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => change({q: controls.q.value.trim()}, true), 200); });
for (const name of ["from", "to"]) controls[name].addEventListener("change", () => change({[name]: controls[name].value}, true));
for (const name of ["severity", "user", "answer"]) controls[name].addEventListener("change", () => change({[name]: controls[name].value}));
controls.test.addEventListener("change", () => change({rule: "", clause: "", ...read(controls.test.value)}));

list.addEventListener("click", event => {
  const summary = event.target.closest("summary"), finding = summary && byId.get(summary.parentNode.id.slice(2));
  if (!finding) return;
  event.preventDefault();
  go({...view, open: finding.place.open ? "" : finding.id});
});
find("#tools").append(form, chips);
list.after(element("div", {id: "more"}, more, everything));
parts.unshift({id: "findings", names: [...names, "open"], show});
