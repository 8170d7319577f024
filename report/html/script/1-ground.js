// What every part of the page stands on: elements, numbers, and the address bar, which keeps the view: #severity=high&open=ID.
// html.c puts these files into one function, in the order of their names.
const BATCH = 100, MOST = 2000; // listing more than MOST at once would take seconds
const find = (selector, from = document) => from.querySelector(selector);
const number = value => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const counted = (value, one, many = one + "s") => number(value) + " " + (value === 1 ? one : many);

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const button = (text, click) => { const made = element("button", {type: "button", textContent: text}); made.addEventListener("click", click); return made; };
const label = (text, control, wide) => element("label", {className: wide ? "most" : ""}, text, control);
const options = (pairs, any) => [["", any], ...pairs].map(([value, text]) => element("option", {value, textContent: text}));
const choose = (pairs, any) => element("select", {}, ...options(pairs, any));
const count = (key, rows) => [...rows.reduce((seen, row) => seen.set(key(row), (seen.get(key(row)) || 0) + 1), new Map())].filter(([value]) => value);
const folded = text => (text || "").toLowerCase().replace(/\s+/g, " "); // as one line shows it
const shared = text => { try { return decodeURIComponent(text); } catch { return text; } };

// A form of filters that is never sent; what is in it is read when it changes.
const filters = (name, ...labels) => {
  const form = element("form", {className: "filters"}, ...labels);
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", name);
  form.addEventListener("submit", event => event.preventDefault());
  return form;
};

// A file that the browser keeps: nothing is sent anywhere.
const download = (name, text) => {
  const address = URL.createObjectURL(new Blob([text], {type: "text/csv;charset=utf-8"}));
  element("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};

// ---- the address bar

const parts = []; // each: the id of its section, the names that its view has in the address, and how it shows it
let view = {};
const known = name => parts.some(part => part.names.includes(name));
const read = text => {
  const asked = {};
  for (const piece of text.replace(/^#/, "").split("&")) {
    const at = piece.indexOf("="), name = piece.slice(0, at), value = shared(piece.slice(at + 1));
    if (value && known(name)) asked[name] = value;
  }
  return asked;
};
const write = asked => "#" + (parts.flatMap(part => part.names).filter(name => asked[name]).map(name => name + "=" + encodeURIComponent(asked[name])).join("&") || "findings");
const go = (asked, replace) => {
  const address = write(asked);
  if (address === location.hash) return;
  if (replace) { history.replaceState(null, "", address); follow(true); } else location.hash = address;
};
// A month leads to its searches, and narrows the findings beside them: the findings are the part of what no other part asks for.
const partOf = asked => parts.slice(1).find(part => part.names.some(name => asked[name])) || parts[0];
const same = (part, before) => part.names.every(name => before[name] === view[name]);
const follow = event => {
  const hash = location.hash, before = view;
  if (hash.startsWith("#f-") && byId.has(hash.slice(3))) view = {open: hash.slice(3)};
  else if (hash.includes("=")) view = read(hash);
  else if (hash === "" || hash === "#findings" || !event) view = {};
  else return; // a place on the page, and the view stays
  for (const part of parts) if (!event || part.names.includes("open") || !same(part, before)) part.show(event ? "nearest" : "start");
};

// A figure leads to what it counts: its part of the page shows that, and the keyboard goes on there.
const leadTo = (go_to, focus) => {
  const asked = read(go_to), section = find("#" + partOf(asked).id);
  go(asked);
  section.scrollIntoView();
  if (focus) section.focus({preventScroll: true});
};
