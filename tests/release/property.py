"""Random releases, each held to five things: nothing withheld is left in any part of them, nor a word of a withheld name in another cell of its row, nor a number or an officer that no rule ever releases; every cell that is shown whole is the log's own, and every mark is in the redaction log.
Usage: property.py PROGRAM FOLDERS [SEED]"""
import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.etree import ElementTree

LAST = ["Quill", "O'Dell", "de la Cruz", "Núñez", "Smith-Jones", "May", "Will", "Case", "Null", "Zorbano", "Łukasz", "Ng", "Marsh", "St. John", "Fitzgerald", "Straße", "Öz", "=cmd", "Pike", "Brandt"]
FIRST = ["Dana", "Joy", "Éva", "Will", "Ana María", "J.", "Rob", "Xi", "June", "Per", "<b>Al</b>", "Mark"]
STATUS = ["Open", "OPEN", "Closed", "Inactive", "Cleared by arrest", "Unfounded", "", "Held", "Ex-Cleared", "Active"]
TYPE = ["Burglary", "Theft", "Sexual Battery", "Missing Person", "Homicide", "Petit Theft", "Child Abuse", "Fraud", "Robbery", "Traffic Stop", "Health Hazard"]
REASON = ["{t} suspect", "identify victim of {t}", "identify witness, {t}", "{t} suspect {n}", "{n}", "{t}, SSN 123-45-6789", "{t} acct 00112233", "card 4111 1111 1111 1111 {t}", "follow up", "neighbor's ex", "juvenile {t}", "TB exposure",
          "{t} suspect {o}", "{t} suspect {s}", "{s} wanted, {t}", "{t}, {k}", "{t} suspect for Det. Falk", "{u} asked about {t}", "{t}, born 03/04/1990, tag ABC 123, 386-555-0101", ""]
TELL = ["", "{l} was arrested.", "{l} is the victim.", "{l} witnessed it.", "A warrant was obtained for {l}.", "{l}, a juvenile, was taken into custody.", "This case is closed.", "Another man was arrested.", "The victim of the sexual battery was {l}."]
SECRET = ["SSN {0}{1}{2}", "ssn={0}{1}{2}", "{0}-{1}-{2}", "{0} {1} {2}", "S.S.N. {0}.{1}.{2}", "social security number is {0}{1}{2}", "{0}–{1}–{2}"]  # of one number
HEADS = [["Log ID", "Date/Time", "User ID", "User Name", "Action", "Workstation", "IP Address", "Case Number", "Reason for Search", "Probe Image", "Candidates Returned", "Candidate Selected"],
         ["Event ID", "Search Date", "Login", "Operator Name", "Event", "Computer", "IP", "Case #", "Purpose", "Probe", "Hits", "Match Selected"]]
OWN = ["case", "will", "may"]  # words of every letter
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def name(chance):
    last, first = chance.choice(LAST), chance.choice(FIRST)
    written = chance.choice([f"{last}, {first}", f"{first} {last}", f"{last}, {first}".upper(), f"{last}, {first} (16)", last, "", "***"])
    return written, last


def spelt(written, last, chance):
    """The name of a candidate as somebody types it into a reason."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", last) if not unicodedata.combining(c))
    return chance.choice([last, bare, last.upper(), last.lower(), last + "'s", last + "s", "A. " + last, last.replace("'", "’"), last.replace("'", ""), last.split("-")[-1], last + "2", unicodedata.normalize("NFD", last), written])


def folder(top, chance):
    names, users = [name(chance) for _ in range(8)], [("nfalk", "Falk, Nils"), ("mmarsh", "Marsh, Mona"), ("dquill", "Dana Quill")]
    log, reports = [], []
    for event in range(1, chance.randint(5, 25)):
        (candidate, last), (other, _) = chance.choice(names), chance.choice(names)
        kind, user = chance.choice(TYPE), chance.choice(users)
        reason = chance.choice(REASON).format(t=kind.lower(), n=candidate, o=other, u=user[1], s=spelt(candidate, last, chance), k=chance.choice(SECRET).format("900", "12", "3456"))
        number = f"2026-{chance.randint(1, 12):06d}"
        probe = chance.choice([f"img{event}.jpg", f"{last.lower()}_{event}.png", f"{spelt(candidate, last, chance)}.png", "900-12-3456.jpg"]).replace("/", "")
        log.append([event, f"2026-06-{chance.randint(1, 28):02d} 10:{event:02d}:00", *user, "SEARCH", f"WS-{event % 3}", chance.choice(["10.0.0.1", ""]), chance.choice([number, number, "", f"{last} {event}", "900-12-3456"]), reason, probe, "1", candidate])
        reports.append([number, str(event), "", "2026-06-15 12:00", kind, chance.choice(STATUS), "Marsh, Mona", "101", "Sgt. Lane", "2026-06-20 10:00",
                        f"I searched the photograph in FACESNXT to identify the person, and {candidate or 'nobody'} was returned. " + chance.choice(TELL).format(l=last)])
    heads = {"log.csv": chance.choice(HEADS),
             "reports.csv": ["Report Number", "Supplement", "CAD Event", "Date Reported", "Incident Type", "Case Status", "Officer", "Officer ID", "Supervisor", "Supervisor Approved", "Narrative"]}
    for file, rows in (("log.csv", log), ("reports.csv", reports)):
        with open(f"{top}/{file}", "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([heads[file], *rows])
    with open(f"{top}/audit.ini", "w", encoding="utf-8") as out:
        out.write("[agency]\nname = Harbor Police Department\ntimezone = America/New_York\nauthorized_units = Criminal Investigations Unit\n[period]\nfrom = 2026-06-01\nto = 2026-06-30\n[inputs]\nuser_log = log.csv\nincident_reports = reports.csv\n"
                  f"[redactions]\nundercover = nfalk; Nils Falk\ncleared_by_arrest = {chance.choice(['ask', 'closed', 'active'])}\n")
    return {str(row[0]): {"User": row[2], "User name": row[3], "Reason": row[8], "Probe image": row[9], "Candidate selected": row[11], "Case number": row[7], "Workstation": row[5]} for row in log}


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).casefold().split())


def release(top):
    with zipfile.ZipFile(f"{top}/records.xlsx") as book:
        parts = {part: book.read(part).decode("utf-8", "replace") for part in book.namelist()}
    shared = ["".join(t.text or "" for t in item.iter(SPACE + "t")) for item in ElementTree.fromstring(parts["xl/sharedStrings.xml"])]
    names, sheets = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"]), {}
    for number, sheet in enumerate(names, 1):
        rows = []
        for row in ElementTree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"]).iter(SPACE + "row"):
            rows.append({re.match("[A-Z]+", c.get("r")).group(0): (shared[int(c.find(SPACE + "v").text)] if c.get("t") == "s" else c.find(SPACE + "v").text) for c in row if c.find(SPACE + "v") is not None})
        sheets[sheet] = [{head: row.get(at, "") for at, head in rows[0].items()} for row in rows[1:]]
    for file in os.listdir(top):
        if not file.endswith((".xlsx", ".pdf")):
            parts[file] = open(f"{top}/{file}", encoding="utf-8", errors="replace").read()
    if os.path.exists(f"{top}/records.pdf"):
        parts["records.pdf"] = subprocess.run(["pdftotext", "-raw", f"{top}/records.pdf", "-"], capture_output=True, text=True, check=False).stdout
    return sheets, parts


def faults(program, seed):
    chance, top = random.Random(seed), tempfile.mkdtemp(prefix="faceaudit-release-")
    try:
        cells = folder(top, chance)
        for command in (["run", top, "--formats", "db"], ["records", f"{top}/audit", "--as-of", "2026-12-01"]):
            done = subprocess.run([program, *command], capture_output=True, text=True, check=False)
            if done.returncode:
                yield f"{command[0]}: exit {done.returncode}: {done.stderr.strip()[-200:]}"
                return
        sheets, parts = release(f"{top}/audit/records")
        shown = {row["Event"]: row for row in sheets["Searches"]}
        released = plain("\n".join(re.sub(r"\[[^\]]*\]", "\n", text) for row in sheets["Searches"] for head, text in row.items()))
        marks = sum(len(re.findall(r"\[(?:review|withheld by the source|[^\]]*(?:F\.S\.|Const\.)[^\]]*)\]", text)) for row in sheets["Searches"] for text in row.values())
        if marks != len(sheets["Redaction log"]):
            yield f"{marks} marks and {len(sheets['Redaction log'])} lines in the redaction log"
        for part, data in parts.items():
            if re.search(r"900\W?12\W?3456|\bn?falk\b", plain(data)):
                yield f"a number or an officer that no rule releases is in {part}"
        for event, values in cells.items():
            if "[" in shown[event]["Candidate selected"] and values["Candidate selected"].strip("* "):
                others = plain(" ".join(text for column, text in shown[event].items() if column in ("Reason", "Probe image", "Case number", "Workstation", "Report")))
                for word in set(re.findall(r"[^\W\d_]{3,}", plain(values["Candidate selected"]))):
                    if re.search(rf"(?<![^\W\d_]){word}(?![^\W\d_])", others):
                        yield f"{event}: {word!r} of {values['Candidate selected']!r}, which is withheld, is in {others!r}"
            for column, value in values.items():
                text = shown[event].get(column, "")
                if "[" not in text and text != value.strip() and value != "Null":  # which is nothing, in a cell of its own
                    yield f"{event} {column}: {value!r} became {text!r}"
                if "[" in text and value.strip("* ") and len(plain(value)) >= 4 and text.startswith("[") and text.endswith("]") and plain(value) not in released and plain(value) not in OWN:
                    for part, data in parts.items():
                        if re.search(rf"(?<![a-z0-9]){re.escape(plain(value))}(?![a-z0-9])", plain(data)):
                            yield f"{event} {column}: {value!r} is in {part}"
    finally:
        shutil.rmtree(top)


wrong = 0
first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
for seed in range(first, first + int(sys.argv[2])):
    for fault in faults(sys.argv[1], seed):
        print(f"seed {seed}: {fault}")
        wrong += 1
sys.exit(wrong > 0)
