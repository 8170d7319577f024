// Prints rows of a user log whose names and reasons have broken other programs.
const strings = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "<script>document.title='broken'</script>", "\"><img src=x onerror=alert(1)>",
  "</details></section></main>", "</style><style>*{display:none}</style>", "]]><!-- --!>", "a&b=c%20d#e&open=f", "%E0%A4%A", "\u202Ereversed\u2028line", "عربي", "日本語",
  "x".repeat(120), "javascript:alert(1)", "${7*7}{{7*7}}", "two\nlines", "&lt;b&gt;", "' onmouseover='alert(1)"];
const cell = text => '"' + text.replaceAll('"', '""') + '"';
let id = 60000;
for (const [turn, text] of [...strings, ...strings.map(text => text + " "), ...strings.map(text => "see " + text)].entries())
  for (const user of [text.trim(), "mharlow"])
    console.log([id++, `07/15/2024 ${String(1 + turn % 11).padStart(2, "0")}:${String(turn % 60).padStart(2, "0")}:00 AM`, user, user, "SEARCH", "WS-CIU-01", "", text,
      "p" + id + ".jpg", 3, text].map(value => cell(String(value))).join(",") + "\r");
