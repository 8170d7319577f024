// Joins the parts to the page, and shows what the address asks for.
document.addEventListener("click", event => {
  const mark = event.target.closest("[data-go]");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leadTo(mark.dataset.go, mark.localName === "a");
});
for (const mark of document.querySelectorAll("a[data-go]")) mark.href = "#" + mark.dataset.go;
for (const part of parts) find("#" + part.id).tabIndex = -1;
addEventListener("hashchange", follow);
follow();
if (location.hash.includes("=") && !view.open) find("#" + partOf(view).id).scrollIntoView();
