// Filters, opens and saves the findings that stand on the page. The address bar keeps the view: #severity=high&open=ID.
"use strict";
(() => {
  const BATCH = 100, MOST = 2000; // listing more than MOST at once would take seconds
  const names = ["q", "from", "to", "severity", "rule", "clause", "user", "report", "detail", "hour", "matter"];
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const find = (selector, from = document) => from.querySelector(selector);
  const number = value => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const plural = value => number(value) + (value === 1 ? " finding" : " findings");

  // ---- what stands on the page

  const groups = [...document.querySelectorAll(".group")].map(place => ({place, ...place.dataset, title: find(".title", place).textContent}));
  const findings = groups.flatMap(group => [...group.place.children].filter(child => child.localName === "details")
    .map(place => ({place, group, id: place.id.slice(2), ...place.dataset})));
  const byId = new Map(findings.map(finding => [finding.id, finding]));
  const status = find("#status"), list = find("#list");
  let shown = findings, limit = BATCH, state = {};

  const words = finding => finding.words ??= (finding.place.textContent + " " + finding.group.title + " " + finding.group.clause + " " + finding.group.rule).toLowerCase();
  const hour = moment => moment && moment[10] === "T" ? days[new Date(moment.slice(0, 10) + "T00:00:00Z").getUTCDay()] + "-" + moment.slice(11, 13) : "";
  const day = finding => (finding.t || "").slice(0, 10);
  const tests = {
    q: (finding, value) => value.toLowerCase().split(/\s+/).every(word => words(finding).includes(word)),
    from: (finding, value) => day(finding) >= value,
    to: (finding, value) => day(finding) !== "" && day(finding) <= value,
    severity: (finding, value) => finding.s === value,
    rule: (finding, value) => finding.group.rule === value,
    clause: (finding, value) => finding.group.main === value,
    user: (finding, value) => (finding.u || "").toLowerCase() === value.toLowerCase(),
    report: (finding, value) => finding.p === value || (finding.k === "report" && finding.j === value),
    detail: (finding, value) => ("+" + finding.d + "+").includes("+" + value + "+"),
    matter: (finding, value) => finding.m === value,
    hour: (finding, value) => finding.k === "event" && hour(finding.t) === value,
  };

  // ---- the address bar

  const decode = text => { try { return decodeURIComponent(text); } catch { return text; } };
  const read = text => {
    const view = {};
    for (const part of text.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      const name = part.slice(0, at), value = decode(part.slice(at + 1));
      if (value && (names.includes(name) || name === "open")) view[name] = value;
    }
    return view;
  };
  const write = view => "#" + ([...names, "open"].filter(name => view[name]).map(name => name + "=" + encodeURIComponent(view[name])).join("&") || "findings");
  const go = (view, replace) => {
    const address = write(view);
    if (address === location.hash) return;
    if (replace) { history.replaceState(null, "", address); follow(true); } else location.hash = address;
  };
  const follow = event => {
    const hash = location.hash;
    if (hash.startsWith("#f-") && byId.has(hash.slice(3))) state = {open: hash.slice(3)};
    else if (hash.includes("=")) state = read(hash);
    else if (hash === "" || hash === "#findings") state = {};
    else return;
    show(event ? "nearest" : "start");
  };

  // ---- what is shown

  const show = block => {
    const asked = names.filter(name => state[name]);
    shown = findings.filter(finding => asked.every(name => tests[name](finding, state[name])));
    limit = BATCH;
    const opened = byId.get(state.open);
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

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // "Label<TAB>value" lines become a list of terms.
  const terms = pre => element("dl", {}, ...pre.textContent.split("\n").filter(Boolean).map(line => {
    const at = line.indexOf("\t");
    return element("div", {}, element("dt", {textContent: line.slice(0, at)}), element("dd", {textContent: line.slice(at + 1)}));
  }));

  const link = (text, view) => element("a", {href: write(view), textContent: text});

  // Done once, when it is first opened: twenty thousand at once would be slow.
  const dress = finding => {
    if (finding.dressed) return;
    finding.dressed = true;
    words(finding);
    const blocks = [...finding.place.querySelectorAll("pre")];
    for (const block of blocks) block.replaceWith(terms(block));
    const innocent = find(".innocent span", finding.group.place), remedy = find(".remedy span", finding.group.place), facts = find("dl", finding.place);
    facts.prepend(element("div", {}, element("dt", {textContent: "Clause"}), element("dd", {}, element("a", {href: "#" + finding.group.place.id.replace("group", "rule"), textContent: finding.group.clause + " " + finding.group.title}))));
    if (innocent) facts.append(element("div", {}, element("dt", {textContent: "Rule out first"}), element("dd", {textContent: innocent.textContent})));
    if (remedy) facts.append(element("div", {}, element("dt", {textContent: "So that it does not happen again"}), element("dd", {textContent: remedy.textContent})));
    const same = element("p", {className: "same"});
    if (finding.u) same.append(link("All findings of " + finding.u, {user: finding.u}));
    const report = finding.p || (finding.k === "report" ? finding.j : "");
    if (report) same.append(link("All findings on report " + report, {report}));
    if (same.childNodes.length) facts.after(same);
  };

  // ---- CSV

  const columns = [
    ["finding_id", f => f.id], ["rule", f => f.group.rule], ["clause", f => f.group.clause], ["severity", f => f.s], ["subject_kind", f => f.k],
    ["subject", f => f.j], ["user_id", f => f.u], ["report_number", f => f.p], ["occurred_at", f => f.t], ["detail", f => f.d],
    ["explanation", f => find("summary span", f.place).textContent], ["source_file", f => f.f], ["source_line", f => f.l], ["disposition", f => f.z],
  ];
  // A spreadsheet takes some first characters for the beginning of a formula.
  const cell = value => {
    const text = value || "", safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const csv = () => "\ufeff" + [columns.map(([name]) => name), ...shown.map(finding => columns.map(([, value]) => value(finding)))]
    .map(row => row.map(cell).join(",") + "\r\n").join("");
  const download = () => {
    const address = URL.createObjectURL(new Blob([csv()], {type: "text/csv;charset=utf-8"}));
    element("a", {href: address, download: "findings-shown.csv"}).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  // ---- controls

  const options = (pairs, any) => [["", any], ...pairs].map(([value, text]) => element("option", {value, textContent: text}));
  const count = (key, rows = findings) => [...rows.reduce((seen, row) => seen.set(key(row), (seen.get(key(row)) || 0) + 1), new Map())].filter(([value]) => value);
  const people = () => {
    const spelling = new Map(findings.map(finding => [(finding.u || "").toLowerCase(), finding.u]));
    return count(finding => (finding.u || "").toLowerCase()).map(([key, total]) => [spelling.get(key), spelling.get(key) + " (" + number(total) + ")"])
      .sort((a, b) => a[1] < b[1] ? -1 : 1);
  };
  const severities = [...document.querySelectorAll(".severities [data-go]")].map(link => read(link.dataset.go).severity); // the worst first
  const order = severity => severities.indexOf(severity);
  const mains = count(group => group.main, groups).filter(([, total]) => total > 1).map(([main]) => main);
  const controls = {
    q: element("input", {type: "search", autocomplete: "off", spellcheck: false}),
    from: element("input", {type: "date"}), to: element("input", {type: "date"}),
    severity: element("select", {}, ...options(count(finding => finding.s).sort((a, b) => order(a[0]) - order(b[0])).map(([s, total]) => [s, s + " (" + number(total) + ")"]), "Any severity")),
    test: element("select", {}, ...options([...mains.map(main => ["clause=" + main, main + " (the whole clause)"]), ...groups.map(group => ["rule=" + group.rule, group.clause + " " + group.title])].sort((a, b) => a[1].localeCompare(b[1], "en", {numeric: true})), "Any clause")),
    user: element("select", {}, ...options(people(), "Anybody")),
  };
  const label = (text, control, wide) => element("label", {className: wide ? "most" : ""}, text, control);
  const form = element("form", {className: "filters"}, label("Words", controls.q, true), label("Clause or test", controls.test, true),
    label("From", controls.from), label("To", controls.to), label("Severity", controls.severity), label("Person", controls.user));
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the findings");
  const button = (text, click) => { const made = element("button", {type: "button", textContent: text}); made.addEventListener("click", click); return made; };
  const clear = button("Clear all filters", () => go({open: state.open}));
  const save = button("Save as CSV", download);
  const chips = element("div", {className: "chips"});
  const more = button("", () => lengthen(limit + BATCH)), everything = button("", () => lengthen(shown.length));

  // Sets the controls to the view; filters without a control of their own get a button that takes them away.
  const fill = () => {
    for (const name of ["q", "from", "to", "severity", "user"]) {
      const wanted = state[name] || "";
      if (controls[name].value !== wanted) controls[name].value = wanted;
    }
    controls.test.value = state.rule ? "rule=" + state.rule : state.clause ? "clause=" + state.clause : "";
    const loose = [["hour", value => "Began " + value.replace("-", " ") + ":00 to " + value.slice(-2) + ":59"], ["report", value => "Report " + value], ["detail", value => "Detail: " + value], ["matter", value => "Matter " + value],
      ["clause", value => controls.test.value ? "" : "Clause " + value]];
    chips.replaceChildren(...loose.filter(([name, text]) => state[name] && text(state[name])).map(([name, text]) => {
      const chip = button(text(state[name]) + " ×", () => go({...state, [name]: ""}));
      chip.setAttribute("aria-label", "Take away the filter: " + text(state[name]));
      return chip;
    }), clear, save);
    clear.hidden = !names.some(name => state[name]);
  };

  const change = (view, replace) => go({...state, ...view, open: ""}, replace);
  let typing;
  controls.q.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => change({q: controls.q.value.trim()}, true), 200); });
  for (const name of ["from", "to"]) controls[name].addEventListener("change", () => change({[name]: controls[name].value}, true));
  for (const name of ["severity", "user"]) controls[name].addEventListener("change", () => change({[name]: controls[name].value}));
  controls.test.addEventListener("change", () => change({rule: "", clause: "", ...read(controls.test.value)}));
  form.addEventListener("submit", event => event.preventDefault());

  list.addEventListener("click", event => {
    const summary = event.target.closest("summary"), finding = summary && byId.get(summary.parentNode.id.slice(2));
    if (!finding) return;
    event.preventDefault();
    go({...state, open: finding.place.open ? "" : finding.id});
  });
  const leadTo = value => { go(read(value)); find("#findings").scrollIntoView(); };
  document.addEventListener("click", event => {
    const mark = event.target.closest("[data-go]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leadTo(mark.dataset.go);
    if (mark.localName === "a") find("#findings").focus({preventScroll: true});
  });
  for (const mark of document.querySelectorAll("a[data-go]")) mark.href = "#" + mark.dataset.go;
  find("#findings").tabIndex = -1;
  find("#tools").append(form, chips);
  list.after(element("div", {id: "more"}, more, everything));
  addEventListener("hashchange", follow);
  show();
  follow();
  if (location.hash.includes("=") && !state.open) find("#findings").scrollIntoView();
})();
