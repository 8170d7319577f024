"""Holds the program to a second implementation of its rules, on years drawn by chance.

usage: check.py PROGRAM [--years N] [--seed S] [--keep FOLDER]
A year is drawn from its seed; its exports are audited; the findings are compared with those that the drawn facts make necessary.
--seed S --years 1 does one of them again; --keep leaves its exports and audit.db in FOLDER.
"""
import argparse
import collections
import multiprocessing
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing of a test stays in the tree

import draw
import export
import on_access
import on_log
import on_reports
import on_searches
import on_times

# Rules of which the detail is compared, too, for it is a part of what was found.
WITH_DETAIL = ("incomplete-report", "undocumented-use", "unauthorized-purpose")
# What rests on words is found only where two readings agree; else it is a passage to read.
ON_WORDS = ("undocumented-use", "incomplete-report", "unlogged-use", "officer-mismatch", "result-mismatch", "no-corroboration", "notification-not-reported")
# What is not tested where an input is not supplied.
NEED = {"personnel": ("personnel-incomplete", "unauthorized-user", "unapproved-access", "untrained-user", "access-after-separation", "access-after-deactivation",
                      "not-deactivated", "inactive-account", "approver-not-entitled", "personal-connection", "family-name"),
        "incident_reports": ("orphan-search", "undocumented-use", "incomplete-report", "notification-not-reported", "officer-mismatch", "result-mismatch", "unlogged-use",
                             "no-corroboration", "no-supervisor-review", "own-approval", "early-approval", "late-report", "repeat-subject", "isolated-session",
                             "reason-mismatch"),
        "chief_notifications": ("chief-not-notified", "notice-not-to-chief")}
# Clauses that count other than their findings; the rules that are not tested.
COUNTS = """SELECT 'count of findings', rule, exceptions FROM audit_clause c
             WHERE rule NOT NULL AND exceptions <> (SELECT count(*) FROM audit_finding f WHERE f.rule = c.rule)"""
UNTESTED = "SELECT 'not tested', rule, '' FROM audit_clause WHERE rule NOT NULL AND status = 'not tested'"
FINDINGS = """SELECT DISTINCT rule, CASE subject_kind WHEN 'user' THEN lower(subject) ELSE subject END, coalesce(detail, '') FROM audit_finding"""


def wanted(year):
    """(rule, subject, detail) of each finding."""
    found = [finding for part in (on_access, on_times, on_searches, on_reports, on_log) for finding in part.rules(year)]
    lacking = [("not tested", rule) for kind, rules in NEED.items() if kind not in year.supplied for rule in rules]
    return {(f[0], f[1], f[2] if f[0] in WITH_DETAIL else "") for f in found + lacking}


def audited(program, folder):
    """The program's findings in the same form, and (rule, subject) of its passages."""
    done = subprocess.run([program, "run", folder, "-o", folder + "/audit", "--formats", "db"], capture_output=True, text=True, check=False)
    if done.returncode:
        return {("exit status", str(done.returncode), (done.stderr.strip().splitlines() or [""])[-1])}, set()
    with sqlite3.connect(f"file:{folder}/audit/audit.db?mode=ro", uri=True) as db:
        found = {(rule, subject, detail if rule in WITH_DETAIL else "") for rule, subject, detail in db.execute(FINDINGS)}
        found |= set(db.execute(COUNTS)) | set(db.execute(UNTESTED))
        return found, set(db.execute("SELECT DISTINCT rule, subject FROM audit_passage"))


def compare(expected, found, passages):
    """What agrees, what was not found and what was found wrongly. A passage stands for a finding; some elements of a report may be found, the others asked for."""
    doubt = {p for p in passages if p[0] in ON_WORDS}
    part = {f for f in found - expected for e in expected if f[:2] == e[:2] and f[:2] in doubt and set(f[2].split("+")) <= set(e[2].split("+"))}
    strange = {(rule, subject, "a passage to read") for rule, subject in passages - doubt}
    extra = {f for f in found - expected - part if f[0] != "not tested"}  # a rule may have had nothing to test, too
    return expected & found, {e for e in expected - found if e[:2] not in doubt}, extra | strange


def one(task):
    """A year: its seed, what compare says of it, and the number of its passages."""
    program, seed, keep = task
    top = keep or tempfile.mkdtemp(prefix="faceaudit-reference-")
    folder = os.path.join(top, str(seed))
    shutil.rmtree(folder, ignore_errors=True)
    year = draw.year(seed)
    export.folder(year, folder)
    found, passages = audited(program, folder)
    if not keep:
        shutil.rmtree(top)
    return seed, *compare(wanted(year), found, passages), len(passages)


def tell(agreed, wrong):
    for rule in sorted(set(agreed) | {rule for rule, _ in wrong}):
        print(f"{rule:28}{agreed[rule]:7} agreed" + "".join(f", {len(where)} {side}" for (r, side), where in sorted(wrong.items()) if r == rule))
    for (rule, side), where in sorted(wrong.items()):
        print(f"{rule}, {side}: " + "; ".join(where[:12]) + ("; ..." if len(where) > 12 else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--years", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    options = parser.parse_args()
    started, agreed, wrong, same, asked = time.monotonic(), collections.Counter(), collections.defaultdict(list), 0, 0
    with multiprocessing.Pool() as pool:
        for seed, agree, lacking, extra, passages in pool.imap(one, [(options.program, options.seed + n, options.keep) for n in range(options.years)]):
            agreed.update(rule for rule, *_ in agree)
            for side, findings in (("not found", lacking), ("found wrongly", extra)):
                for rule, subject, detail in sorted(findings):
                    wrong[rule, side].append(f"seed {seed}: {subject} {detail}".strip())
            same += not lacking and not extra
            asked += passages
    tell(agreed, wrong)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{same} of {options.years} years agree (seeds {options.seed} to {options.seed + options.years - 1}): {sum(agreed.values())} findings, "
          f"{asked} passages to read, {time.monotonic() - started:.0f} s, no process above {peak:.0f} MiB")
    sys.exit(same != options.years)


if __name__ == "__main__":
    main()
