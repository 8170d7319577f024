#!/usr/bin/env python3
"""Runs the program on sample years that were damaged by chance: cells, rows, columns, bytes, settings, answers. Usage:
fuzz_years.py PROGRAM SECONDS [SEED]. Each run ends with an exit status that is meant, a message where it is not 0, without a word of
a sanitizer, and leaves the whole set of outputs or none. What an audit came out of goes through the other commands, too."""
import csv
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

program, seconds = os.path.abspath(sys.argv[1]), float(sys.argv[2])
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
samples = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "samples")
COMMANDS = (["explain", "review"], ["dossier", "--user", "mharlow"], ["records", "--request", "1", "--findings"],
            ["sample", "--size", "5", "--seed", "7"], ["verify"])
HOSTILE = ["", " ", "\u00a0", "x" * 33, "b" * 70, "see " + "q" * 300, "ab " * 3000, "9" * 400, "-1", "1e308", "=1+1", "@SUM(A1)", "'", '"',
           "\"\"", ",", ";;", "\t", "a\nb", "\u202eabc", "\u200b", "e\u0301" * 60, "ß", "İstanbul", "ﬁ", "\ufeff", "\U0001f600" * 20, "%s%n", "<b>",
           "]]>", "NULL", "n/a", "***", "[119.071(2)(h)]", "1900-01-00", "2023-02-30", "99/99/9999", "24:61", "12:00:60", "0.5", "45123.9999",
           "O'Brien-van der Berg, Maria-José de la Cruz III", "A.", "Dr. Det. Sgt.", "(", "((((((((((", "a" * 31 + "é" * 40, "../../etc/passwd"]


def cells_of(text):
    return list(csv.reader(io.StringIO(text)))


def text_of(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def cell_spoil(chance, rows):
    row = chance.choice(rows[1:] or rows)
    if row:
        row[chance.randrange(len(row))] = chance.choice(HOSTILE)


def column_spoil(chance, rows):
    column, value = chance.randrange(len(rows[0])), chance.choice(HOSTILE)
    for row in rows[chance.randrange(2):]:
        if column < len(row) and chance.random() < 0.9:
            row[column] = value


def column_drop(chance, rows):
    column = chance.randrange(len(rows[0]))
    for row in rows:
        del row[column:column + 1]


def rows_mix(chance, rows):
    at, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    rows[at], rows[other] = rows[other], list(rows[at])


def rows_cut(chance, rows):
    at = chance.randrange(len(rows))
    del rows[at:at + chance.choice((1, 3, len(rows)))]


def cell_join(chance, rows):
    row = chance.choice(rows)
    if len(row) > 1:
        row[0:2] = [row[0] + row[1]]


TABLE = (cell_spoil, cell_spoil, cell_spoil, column_spoil, column_drop, rows_mix, rows_cut, cell_join)


def bytes_spoil(chance, data):
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 40))):
        if data:
            data[chance.randrange(len(data))] = chance.choice((0, 10, 13, 34, 44, 255, 0xC3, chance.randrange(256)))
    return bytes(data)


def bytes_cut(chance, data):
    at = chance.randrange(len(data) + 1)
    return chance.choice((data[:at], data[at:], data[:at] + data[at // 2:], data + data[:at]))


def recoded(chance, data):
    return data.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-16-le", "latin-1", "cp1252")), "replace")


def line_spoil(chance, data):
    lines = data.decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    name = lines[at].split("=")[0]
    lines[at] = chance.choice((name + "= " + chance.choice(HOSTILE).replace("\n", " "), "", lines[at] * 2, "[" + name + "]", name))
    return "\n".join(lines).encode()


def table_spoil(chance, data):
    rows = cells_of(data.decode("utf-8", "replace").replace("\0", ""))
    for _ in range(chance.choice((1, 2, 6))):
        if rows and rows[0]:
            chance.choice(TABLE)(chance, rows)
    return text_of(rows).encode("utf-8", "surrogatepass")


def folder_spoil(chance, folder):
    names = sorted(name for name in os.listdir(folder) if name.endswith((".csv", ".ini")))
    for _ in range(chance.choice((1, 1, 2, 4))):
        path = os.path.join(folder, chance.choice(names))
        with open(path, "rb") as file:
            data = file.read()
        ways = (line_spoil,) if path.endswith(".ini") else (table_spoil,) * 6 + (bytes_spoil, bytes_cut, recoded)
        data = chance.choice(ways)(chance, data)
        with open(path, "wb") as file:
            file.write(data)


def complain(words, folder, said):
    kept = os.path.join(os.path.dirname(program), "fuzz_year")
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept)
    sys.exit(f"{words}\n{said[-3000:]}\nthe folder is kept in {kept}")


def run(folder, *arguments):
    """Ends everything where the run does not end as it should; else its exit status."""
    try:
        done = subprocess.run([program, *arguments], capture_output=True, timeout=300)
    except subprocess.TimeoutExpired:
        complain(f"{arguments} does not end", folder, "")
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode not in (0, 1, 2, 3) or "Sanitizer" in said or "runtime error" in said or "CRITICAL" in said:
        complain(f"{arguments} ends with {done.returncode}", folder, said)
    if done.returncode and not said.strip():
        complain(f"{arguments} ends with {done.returncode} and says nothing", folder, said)
    return done.returncode


def turn(chance):
    with tempfile.TemporaryDirectory() as place:
        folder, out = os.path.join(place, "in"), os.path.join(place, "out")
        shutil.copytree(samples, folder, ignore=shutil.ignore_patterns("audit", "gallery"))
        folder_spoil(chance, folder)
        status = run(folder, "run", folder, "-o", out, "--formats", chance.choice(("db,csv,html", "db,csv", "db,csv,xlsx", "db,csv,pdf")))
        if os.path.exists(os.path.join(out, "audit.db")) != (status == 0):
            complain(f"exit status {status}, and audit.db is there or not", folder, "")
        for command in COMMANDS if status == 0 else ():
            if chance.random() < 0.5:
                run(folder, command[0], out, *command[1:])
        return status


os.environ.setdefault("ASAN_OPTIONS", "detect_leaks=0:allocator_may_return_null=0")
begun, counts, at = time.monotonic(), {}, seed
while time.monotonic() - begun < seconds or at == seed:
    status = turn(random.Random(at))
    counts[status] = counts.get(status, 0) + 1
    at += 1
print(f"{at - seed} damaged years from seed {seed}: " + ", ".join(f"exit {status}: {count}" for status, count in sorted(counts.items())))
