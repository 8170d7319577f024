// The list of searches: what figures that count searches lead to. Its rows stand on the page as lines of text, and become a table a hundred at a time.
{
  const place = find("#search-rows"), [heads, ...lines] = place ? place.textContent.split("\n").filter(Boolean).map(line => line.split("\t")) : [[]];
  const [EVENT, MOMENT, USER, PURPOSE, REPORT, LINK, SURE, STATE, UNIT, DUTY, JUDGED, WEAK] = heads.keys();
  const section = find("#searches"), status = counter();
  const documented = row => row[STATE].startsWith("documented");
  const hourOf = row => hour(row[MOMENT].replace(" ", "T"));
  const tests = {
    "s-user": (row, value) => folded(row[USER]) === folded(value),
    "s-month": (row, value) => row[MOMENT].startsWith(value),
    "s-purpose": (row, value) => row[PURPOSE] === value,
    "s-report": (row, value) => row[REPORT] === value,
    "s-link": (row, value) => value === "any" ? row[REPORT] !== "" : value === "none" ? row[REPORT] === "" : value === "weak" ? row[WEAK] !== "" : row[LINK] === value,
    "s-state": (row, value) => row[STATE] === value || (value === "any documented" && documented(row)) || (value === "not documented" && !documented(row) && !row[JUDGED]) || row[JUDGED] === value,
    "s-unit": (row, value) => row[UNIT] === value,
    "s-duty": (row, value) => row[DUTY] === value,
    "s-hour": (row, value) => hourOf(row) === value,
    "s-list": () => true,
  };
  const names = Object.keys(tests), values = at => count(row => row[at], lines).map(([value, total]) => [value, value + " (" + number(total) + ")"]).sort((a, b) => a[1] < b[1] ? -1 : 1);
  const months = count(row => row[MOMENT].slice(0, 7), lines).sort().map(([month, total]) => [month, month + " (" + number(total) + ")"]);
  const controls = {
    "s-user": choose(people(lines.map(row => ({u: row[USER]}))), "Anybody"), "s-month": choose(months, "Any month"), "s-purpose": choose(values(PURPOSE), "Any purpose"),
    "s-link": choose([["any", "linked to a report"], ["none", "linked to none"], ["weak", "on a weak link, below 0.6"], ...values(LINK)], "Any link"),
    "s-state": choose([["any documented", "documented"], ["not documented", "not documented"], ["not judged", "not judged: the reports supplied do not reach it"], ...values(STATE)], "Documented or not"),
    "s-report": element("input", {autocomplete: "off", spellcheck: false}),
  };
  const empty = new Set([USER, PURPOSE, REPORT, LINK].filter(at => lines.every(row => !row[at]))); // a column without a word is left out
  const rows = element("tbody"), more = button("", () => grow()), chips = element("div", {className: "chips"});
  let shown = [], listed = 0;
  const lead = (text, asked) => { const made = link(text, asked); made.dataset.go = write(asked).slice(1); return made; };
  const found = () => found.by ??= new Map(count(finding => finding.k === "event" ? finding.j : "", findings));
  const line = row => {
    const cells = [row[EVENT], row[MOMENT], row[USER], row[PURPOSE], row[REPORT], row[LINK] && row[LINK] + " (" + row[SURE] + ")", row[STATE]];
    const total = found().get(row[EVENT]);
    return element("tr", {}, ...cells.map((text, at) => element("td", {textContent: text, title: text.length > 20 && at !== 5 && at !== 6 ? text : "", hidden: empty.has(at)})), element("td", {className: "count"}, total ? lead(number(total), {event: row[EVENT]}) : "0"));
  };
  const grow = (many = BATCH) => {
    rows.append(...shown.slice(listed, listed + many).map(line));
    listed = Math.min(shown.length, listed + many);
    more.hidden = listed >= shown.length;
    more.textContent = "List " + number(Math.min(BATCH, shown.length - listed)) + " more searches";
  };
  const show = () => {
    const asked = names.filter(name => view[name]);
    shown = lines.filter(row => asked.every(name => tests[name](row, view[name])));
    for (const [name, control] of Object.entries(controls)) if (control.value !== (view[name] || "")) control.value = view[name] || "";
    status.textContent = (shown.length === lines.length ? "" : number(shown.length) + " of ") + counted(lines.length, "search", "searches");
    const loose = names.filter(name => view[name] && name !== "s-list" && (!controls[name] || controls[name].value !== view[name]));
    chips.replaceChildren(...loose.map(name => {
      const chip = button(name.slice(2) + ": " + view[name] + " ×", () => go({...view, [name]: ""}));
      chip.setAttribute("aria-label", "Take away the filter " + name.slice(2) + ": " + view[name]);
      return chip;
    }), ...asked.length ? [button("All searches", () => go(Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name)))))] : []);
    rows.replaceChildren();
    listed = 0;
    grow(20);
  };
  if (lines.length) {
    for (const [name, control] of Object.entries(controls)) control.addEventListener("change", () => go({...view, ...name === "s-month" && {from: "", to: ""}, [name]: control.value.trim()}));
    const table = element("table", {}, element("thead", {}, element("tr", {}, ...["Search", "Began", "Account", "Purpose", "Report", "Link", "Documented", "Findings"].map((text, at) => {
      const made = element("th", {textContent: text, className: at === 7 ? "count" : "", hidden: empty.has(at)});
      made.scope = "col";
      return made;
    }))), rows);
    const wide = element("div", {className: "wide", tabIndex: 0}, table);
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", "Table: searches");
    place.replaceWith(filters("Filter the searches", label("Account", controls["s-user"]), label("Month", controls["s-month"]), label("Purpose", controls["s-purpose"]), label("Report", controls["s-report"]),
      label("Link", controls["s-link"], true), label("Documented", controls["s-state"], true)), chips, status, wide, more);
    parts.push({id: "searches", names, show});
  }
}
