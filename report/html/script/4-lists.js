// The shorter lists: matters and passages, which can be answered and filtered, and the tests with exceptions.

// Shows those of ITEMS that fit, LIMIT at most, and says how many; a list of which nothing is left goes with its heading.
const narrow = (items, fits, status, one, many, limit = Infinity) => {
  const left = items.filter(fits), listed = new Set(left.slice(0, limit));
  for (const item of items) if (item.place.hidden === listed.has(item)) item.place.hidden = !listed.has(item);
  for (const block of new Set(items.map(item => item.place.parentNode))) {
    const empty = ![...block.children].some(child => !child.hidden);
    block.hidden = empty;
    if (block.previousElementSibling && block.previousElementSibling.localName === "h3") block.previousElementSibling.hidden = empty;
  }
  status.textContent = (left.length === items.length ? "" : number(left.length) + " of ") + counted(items.length, one, many) + (left.length > limit ? ", the first " + number(limit) + " are listed" : "");
  return left;
};
// An element that says how many there are, as a live region.
const counter = () => { const made = element("p", {className: "status"}); made.setAttribute("role", "status"); return made; };

{
  const section = find("#matters"), items = [...document.querySelectorAll(".matters li")].map(place => ({place, severity: place.className, ...place.dataset}));
  const choices = {
    "m-answer": choose(answers.choices, "Answered or not"),
    "m-severity": choose(ofSeverity(item => item.severity, items), "Any"),
    "m-user": choose(people(items), "Anybody"),
  };
  const status = counter(), names = Object.keys(choices);
  const tests = {
    "m-answer": (item, value) => {
      const here = answers.word(matterIds.get(item.m));
      return here ? answers.fits(value, here, here) : value === "open" ? item.a !== "answered" : value === "answered" ? item.a === "answered" : value === item.z;
    },
    "m-severity": (item, value) => item.severity === value,
    "m-user": (item, value) => folded(item.u) === folded(value),
  };
  const first = 25; // nobody's keyboard should pass hundreds before it comes to the next part
  let limit = first, left = [];
  const list_them = () => {
    left = narrow(items, item => names.every(name => !view[name] || tests[name](item, view[name])), status, "matter", "matters", limit);
    more.hidden = left.length <= limit;
    more.textContent = "List " + number(Math.min(BATCH, left.length - limit)) + " more matters";
  };
  const more = button("", () => {
    const next = left[limit];
    limit += BATCH;
    list_them();
    if (next) find("a", next.place).focus();
  });
  const show = () => {
    for (const name of names) choices[name].value = view[name] || "";
    limit = first;
    list_them();
  };
  for (const item of items)
    item.place.append(answers.asker({id: matterIds.get(item.m), about: "finding", covers: item.c, what: "matter " + item.place.value + ": " + find("p", item.place).textContent.slice(0, 80)}));
  if (items.length) {
    for (const name of names) choices[name].addEventListener("change", () => go({...view, [name]: choices[name].value}));
    find("h3", section).before(filters("Filter the matters", label("Answer", choices["m-answer"]), label("Its worst finding", choices["m-severity"]), label("Account", choices["m-user"])), status);
    section.append(more);
    parts.push({id: "matters", names, show});
  }
}

{
  const items = [...document.querySelectorAll(".passages:not(.answered) li")].map(place => ({place, id: find("code", place).textContent, matters: JSON.parse(shared(place.dataset.m)), about: place.dataset.about}));
  const status = counter(), all = button("All passages", () => go({...view, reading: ""}));
  const show = () => {
    all.hidden = !view.reading;
    narrow(items, item => !view.reading || item.matters.includes(matterIds.get(view.reading)), status, "passage");
  };
  // What was answered can be answered anew: the later answer of the same person counts.
  for (const place of document.querySelectorAll(".passages li")) {
    const id = find("code", place).textContent;
    place.append(answers.asker({id, about: place.dataset.about, what: "passage " + id + ": " + find("b", place).textContent}));
  }
  if (items.length) find(".passages").before(element("div", {className: "chips"}, status, all));
  parts.push({id: "to-read", names: ["reading"], show});
}

{
  const items = [...document.querySelectorAll(".card")].map(place => ({place}));
  const status = counter(), all = button("All tests", () => go({...view, tests: ""}));
  const show = () => {
    all.hidden = view.tests !== "exceptions";
    narrow(items, item => view.tests !== "exceptions" || item.place.classList.contains("fired"), status, "test");
  };
  if (items.length) items[0].place.before(element("div", {className: "chips"}, status, all));
  parts.push({id: "clauses", names: ["tests"], show});
}
