"""Writes a year as a folder to audit: the exports and audit.ini."""
import csv
import os
import random

import clock
from year import UNIT

OUTPUTS = {"personnel": "personnel.csv", "duty_schedule": "duty.csv", "incident_reports": "reports.csv", "chief_notifications": "notices.csv"}


def stamp(year, moment):
    if year.log_time == "local":
        return clock.local(moment).strftime("%Y-%m-%d %H:%M:%S")
    if year.log_time == "utc":
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.astimezone(clock.ZONE).isoformat()


def said_time(year, event):
    if event.rejected:
        return "unknown"
    return event.day.isoformat() if event.timeless else stamp(year, event.at)


def spelled(event):
    """The cell of the case number and the words that stand after the reason."""
    if not event.report:
        return event.cited, ""
    year, serial = event.report.number.split("-")
    return {"number": (event.report.number, ""), "short": (f"{year[2:]}-{serial}", ""), "plain": (f"{year}{serial}", ""),
            "cad": (event.report.cad, ""), "reason": ("", f", case {event.report.number}")}[event.way]


def name_cell(chance, name):
    first, _, last = name.partition(" ")
    return chance.choice([name, f"{last}, {first}", f"{last.upper()}, {first.upper()}"]) if name else ""


def log_row(year, chance, event):
    case, after = spelled(event)
    user = chance.choice([event.user, event.user, event.user.upper()]) or "***"
    row = [year.style % event.id, said_time(year, event), user, "SEARCH" if event.search else "LOGIN", event.workstation, case, event.reason.text + after if event.reason else ""]
    row += [event.probe] if year.probes else []
    row += [event.returned or ("5" if event.candidate else "0") if event.search else "", name_cell(chance, event.candidate)]
    return row + (["Coast County Sheriff" if event.foreign else "Harbor Police Department"] if year.agencies else [])


def log(year, chance):
    header = ["Log ID", "Date/Time", "User ID", "Action", "Workstation", "Case Number", "Reason for Search"] + (["Probe Image"] if year.probes else [])
    header += ["Candidates Returned", "Candidate Selected"] + (["Agency"] if year.agencies else [])
    rows = []
    for event in year.events:
        rows.append(log_row(year, chance, event))
        if event in year.doubles:
            rows.append(list(rows[-1]))
    return header, rows


def iso(day):
    return day.isoformat() if day else ""


def minute(moment):
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""


def personnel(year, chance):
    header = ["User ID", "Last Name", "First Name", "Rank", "Unit", "Unit From", "Unit To", "Access Approved", "Approved By", "Training Completed", "Separation Date", "Access Deactivated"]
    shifts = any(p.shift for p in year.people)
    rows = []
    for p in year.people:
        by = p.name if p.approved_by == "self" else p.approved_by
        for unit, first, last in p.assignments or [("", None, None)]:
            row = [chance.choice([p.user, p.user.upper()]), p.last, p.first, p.rank, unit, iso(first), iso(last), iso(p.approved), by if p.approved else "", iso(p.trained), iso(p.separated), iso(p.deactivated)]
            rows.append(row + (["%02d:%02d" % t for t in p.shift or ()] or ["", ""] if shifts else []))
    chance.shuffle(rows)
    return header + (["Shift Start", "Shift End"] if shifts else []), rows


def duty(year, chance):
    return ["User ID", "Start", "End", "Duty"], [[chance.choice([s.user, s.user.upper()]), minute(s.start), minute(s.end), s.kind] for s in year.shifts]


def reports(year, chance):
    header = ["Report Number", "Supplement", "CAD Event", "Date Reported", "Incident Type", "Officer", "Supervisor", "Supervisor Approved", "Narrative"]
    return header, [[r.number, w.supplement, r.cad, minute(w.at), w.type, f"{w.author.last}, {w.author.first}", w.supervisor, minute(w.approved), " ".join(w.sentences)]
                    for r in year.reports for w in r.rows]


def notices(year, chance):
    return ["Notified At", "Notified", "Method", "By User ID", "Case Number", "Subject"], [[stamp(year, n.at), n.who, n.method, n.user, n.case, n.subject] for n in year.notices]


def ini(year):
    lines = ["[agency]", "name = Harbor Police Department", "timezone = America/New_York", f"authorized_units = {UNIT}"]
    lines += [f"administrator = {year.administrator}"] if year.administrator else []
    lines += ["designees = " + "; ".join(year.designees)] if year.designees else []
    lines += [f"effective = {year.effective}"] if year.effective else []
    lines += ["[period]", f"from = {year.first}", f"to = {year.last}", "[inputs]", "user_log = log.csv"] + [f"{kind} = {OUTPUTS[kind]}" for kind in sorted(year.supplied)]
    if year.covered:
        lines += ["[coverage]"] + [f"{kind} = {year.first} to {year.last}" for kind in ["user_log"] + sorted(year.supplied)]
    lines += ["[thresholds]"] + [f"{key} = {value}" for key, value in year.lowered.items()]
    if year.hours:
        start, end, days = year.hours
        lines += ["[hours]", "start = %02d:%02d" % start, "end = %02d:%02d" % end] + (["days = " + "; ".join(days.split())] if days else [])
    return "\n".join(lines) + "\n"


def folder(year, path):
    chance = random.Random(year.seed)
    os.makedirs(path)
    tables = {"log.csv": log, **{OUTPUTS[kind]: {"personnel": personnel, "duty_schedule": duty, "incident_reports": reports, "chief_notifications": notices}[kind] for kind in year.supplied}}
    for name in sorted(tables):
        header, rows = tables[name](year, chance)
        with open(os.path.join(path, name), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header] + rows)
    with open(os.path.join(path, "audit.ini"), "w", encoding="utf-8") as file:
        file.write(ini(year))
