// What people answer on the page: kept here until it is saved as the ledger, the file that the next run reads. Nothing is sent anywhere.
const ledger = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(find("#ledger").textContent), byte => byte.charCodeAt(0))));
const matterIds = new Map([...document.querySelectorAll(".matters li")].map(place => [place.dataset.m, place.dataset.id ? shared(place.dataset.id) : place.dataset.m])); // shown -> as it is
const answers = (() => {
  const head = ["id", "disposition", "note", "decided_by", "decided_on", "due", "response", "covers"];
  const drafts = new Map(), kept = new Map(), lines = []; // not saved yet; saved, the last of each id; saved, in their order
  const marks = new Map(); // of an id: the places that say that it was answered here
  let by = "";
  const today = () => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-"); };
  const word = id => (drafts.get(id) || kept.get(id) || {}).disposition || "";

  // ---- the bar at the foot of the window: how many wait, and the button that saves them

  const said = element("p", {id: "unsaved"});
  said.setAttribute("role", "status");
  const save = button("Save the ledger", () => keep());
  const bar = element("div", {id: "answering", hidden: true}, said, save);
  const tell = text => {
    bar.hidden = !drafts.size && !lines.length;
    document.documentElement.classList.toggle("answering", !bar.hidden);
    said.textContent = text || (drafts.size ? counted(drafts.size, "answer is", "answers are") + " on this page alone: save the ledger before you leave." : "Saved.");
  };
  const mark = id => {
    const draft = drafts.get(id), saved = kept.get(id);
    const text = draft ? "Here: " + (draft.disposition || "no disposition chosen yet") + ", not saved" : saved ? "Here: " + saved.disposition + ", saved" : "";
    for (const place of marks.get(id) || []) place.textContent = text;
  };

  // ---- the form of one answer

  const fields = asked => [
    ["disposition", asked.about === "finding" ? "Disposition" : "Answer", choose(ledger.words[asked.about].map(one => [one, one]), "Choose")],
    ["note", "Note", element("textarea", {rows: 2})], ["decided_by", "By", element("input", {autocomplete: "off", value: by})],
    ["decided_on", "On", element("input", {type: "date", value: today()})],
    ...asked.about === "finding" ? [["due", "Due", element("input", {type: "date"})], ["response", "Response of the person", element("textarea", {rows: 2})]] : [],
  ];
  const take = (asked, given) => {
    const answer = {id: asked.id, covers: asked.covers || ""};
    for (const [name, , control] of given) answer[name] = control.value.trim();
    by = answer.decided_by || by;
    // Who and when alone are no answer; a date that is half typed is not dropped.
    const typed = answer.disposition || answer.note || answer.due || answer.response || given.some(([, , control]) => control.validity.badInput);
    if (typed) drafts.set(asked.id, {...answer, given});
    else drafts.delete(asked.id);
    mark(asked.id);
    tell();
  };
  const asker = asked => {
    const state = element("span", {className: "here"}), place = element("div", {className: "answer"});
    marks.set(asked.id, [...marks.get(asked.id) || [], state]);
    let form;
    const open = button("Answer", () => {
      const opens = !form || form.hidden;
      if (!form) {
        const given = fields(asked);
        form = element("div", {className: "filters"}, ...given.map(([name, text, control]) => label(text, control, name === "note" || name === "response")));
        form.setAttribute("role", "group");
        form.setAttribute("aria-label", "Answer to " + asked.what);
        for (const [, , control] of given) for (const kind of ["input", "change"]) control.addEventListener(kind, () => take(asked, given));
        place.append(form);
      }
      form.hidden = !opens;
      name(opens);
      if (opens) find("select", form).focus();
    });
    const name = opens => {
      open.textContent = opens ? "Close the answer" : "Answer";
      open.setAttribute("aria-label", open.textContent + ": " + asked.what);
      open.setAttribute("aria-expanded", String(opens));
    };
    name(false);
    place.append(open, " ", state);
    mark(asked.id);
    return place;
  };

  // ---- the file

  const wanting = () => [...drafts.values()].find(draft => !draft.disposition || draft.given.some(([, , control]) => !control.validity.valid));
  const keep = () => {
    const lacking = wanting();
    if (lacking) {
      const control = lacking.given.map(([, , one]) => one).find(one => !one.validity.valid) || lacking.given[0][2];
      for (let place = control.parentNode; place; place = place.parentNode) if (place.hidden) place.hidden = false;
      tell(lacking.disposition ? "A date is not whole: finish it, then save." : "An answer has no disposition yet: choose one, then save.");
      control.scrollIntoView({block: "center"});
      control.focus();
      return;
    }
    for (const draft of drafts.values()) {
      lines.push(head.map(name => draft[name] || ""));
      kept.set(draft.id, draft);
    }
    const text = row => row.map(quoted).join(",") + "\n", before = [head, ...ledger.rows].map(text), stand = new Set(before);
    drafts.clear();
    download(ledger.file, [...before, ...new Set(lines.map(text).filter(line => !stand.has(line)))].join(""));
    for (const id of kept.keys()) mark(id);
    tell("Saved as " + ledger.file + ", with " + counted(lines.length, "new answer") + ". " + (ledger.whole
      ? "Put it into the audit folder" + (ledger.path ? " in the place of " + ledger.path : "") + ", and run the audit again."
      : "Your ledger holds what this page cannot write again: add these lines to it, and run the audit again."));
  };
  addEventListener("beforeunload", event => { if (drafts.size) { event.preventDefault(); event.returnValue = true; } });
  find("main").append(bar);

  const final = text => text && text !== "referred" && text !== "pending";
  return {
    asker, word,
    choices: [["open", "open"], ["answered", "answered"], ["here", "answered on this page"], ...ledger.words.finding.map(one => [one, one])],
    // Whether an answer (HERE: one that was given on this page) fits what was chosen of CHOICES.
    fits: (value, text, here) => value === "open" ? !final(text) : value === "answered" ? !!final(text) : value === "here" ? !!here : text === value,
  };
})();
