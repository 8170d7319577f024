"""Draws the incident reports of searches, reports of no search, and the notifications to the Chief."""
import datetime as dt

import clock
import sentences
from year import Notice, Report, Row

STRANGERS = ["Hector Wynn", "Lorna Beech", "Percy Holt", "Mabel Finch"]
SERGEANT = "Sgt. Harlan Weeks"


def written(draft, events):
    """When the row is written: soon, or about the limit of days after the last search."""
    limit = draft.year.thresholds["late_report_days"]
    last = clock.local(max(e.at for e in events))
    wait = draft.chance.choice([2 * clock.HOUR] * 5 + [clock.DAY, 3 * clock.DAY, limit * clock.DAY, (limit + 1) * clock.DAY])
    return (last + wait).replace(second=0)


def approval(draft, row, events):
    """A supervisor, a member, nobody, a word for nobody, the author; mostly after the search, now and then the day before it."""
    chance = draft.chance
    row.supervisor = chance.choice([SERGEANT] * 6 + [draft.sergeant.name, "", "", "Pending", "REJECTED", "Awaiting approval", row.author.name])
    if row.supervisor in ("", "Pending", "REJECTED", "Awaiting approval"):
        return
    first = clock.local(min(e.at for e in events)) if events else row.at
    row.approved = (first - clock.DAY if draft.maybe(.1) else max(first, row.at) + chance.choice([clock.HOUR, clock.DAY])).replace(second=0)


def tell(draft, row, purpose, outcome, name):
    """The sentences of a use; where they are not whole, what is left out is left to chance."""
    whole = draft.maybe(.5)
    def keep():
        return whole or draft.maybe(.7)
    searcher = "author"
    if not whole:
        searcher = draft.chance.choice(["author", "author", "", row.author.name, draft.officer.name])
    sentences.use(row, searcher, purpose, keep())
    named = searcher not in ("author", "")  # beside one name the second reader takes less for silence
    if named or keep():
        if not whole and draft.maybe(.2):
            outcome, name = draft.chance.choice([("none", ""), ("candidate", draft.chance.choice(STRANGERS))])
        sentences.result(row, outcome, name if named or not row.reason or keep() else "")
    if row.candidate:
        if keep():
            sentences.corroboration(row)
        if draft.maybe(.4):
            sentences.action(row, row.candidate)
    if purpose == "health" and keep():
        sentences.notice(row, "before" if whole else draft.chance.choice(["before", "after", "denied"]))
    if not keep():
        row.type = ""


def plain(draft, like):
    """A row beside another that says nothing of faces."""
    row = Row(like.at, like.author, type=like.type, sentences=[draft.chance.choice(sentences.SILENT)])
    approval(draft, row, [])
    return row


def add(draft, row, day):
    """A report of this row, now and then with another one before or after it."""
    rows = [row]
    if draft.maybe(.25):
        rows.insert(draft.chance.choice([0, 1]), plain(draft, row))
    for n, each in enumerate(rows):
        each.supplement = str(n) if n else ""
    report = Report(f"{day.year}-{draft.serial()}", rows, "P%d" % draft.chance.randrange(10 ** 8, 10 ** 9))
    draft.year.reports.append(report)
    return report


def report(draft, events):
    """A report that the searches cite: of the use, or one that is silent or denies it."""
    first = events[0]
    author = draft.year.person(first.user) or draft.officer
    row = Row(written(draft, events), author)
    kind = draft.chance.random()
    if kind < .8:
        tell(draft, row, first.reason.purpose, "candidate" if first.candidate else "none", first.candidate)
    elif kind < .9:
        row.at = (clock.local(first.at) + 2 * clock.HOUR).replace(second=0)
        row.sentences.append(draft.chance.choice(sentences.SILENT))
    else:
        row.at = (clock.local(first.at) + 2 * clock.HOUR).replace(second=0)
        sentences.denial(row)
    approval(draft, row, events)
    made = add(draft, row, first.day)
    # Another spelling is known by the reports; a CAD event number is weaker, and beside a far day and another author no link.
    ways = ["number", "number", "number"]
    if "incident_reports" in draft.year.supplied:
        ways += ["short", "plain"] + ["cad"] * (row.at.date() <= first.day + 3 * clock.DAY) + ["reason"] * (first.reason in sentences.REASONS)
    way = draft.chance.choice(ways)
    for event in events:
        event.report, event.way = made, way


def unlogged(draft):
    """A report of a use of which the log has no search: in the period, or a day beside it."""
    day = draft.chance.choice([draft.year.first - clock.DAY, draft.year.first, draft.year.last, draft.year.last + clock.DAY, draft.any_day(), draft.any_day()])
    row = Row(dt.datetime.combine(day, dt.time(12, 0)), draft.officer)
    tell(draft, row, "criminal", *draft.chance.choice([("none", ""), ("candidate", draft.chance.choice(STRANGERS))]))
    approval(draft, row, [])
    add(draft, row, day)


def others(draft):
    """Reports and notifications that concern no search, so that no file is empty."""
    row = Row(dt.datetime.combine(draft.any_day(), dt.time(9, 30)), draft.officer, sentences=[sentences.SILENT[2]], supervisor=SERGEANT)
    row.approved = row.at + clock.DAY
    add(draft, row, row.at.date())
    start = clock.moments(dt.datetime.combine(draft.year.first, dt.time(12, 0)))[0]
    draft.year.notices.append(Notice(start - 60 * clock.DAY, draft.users[0]))


def notices(draft, event):
    """Notifications about the limit of hours before a search, of its case, its user, or something else."""
    chance, limit = draft.chance, draft.year.thresholds["notice_hours"] * clock.HOUR
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        at = event.at - chance.choice([limit, limit + clock.SECOND, limit - clock.SECOND, 0 * limit, -clock.SECOND, limit / 2])
        case = event.report.number if event.report else event.cited
        notice = Notice(at.replace(microsecond=0), chance.choice([event.user, event.user, draft.users[0]]), chance.choice([case, "", f"{event.day.year}-{draft.serial()}"]))
        # "press inquiry", which would be about something else, is not drawn: the program does not read the subject yet.
        notice.subject = chance.choice(["", "", "public health search"])
        notice.who, notice.method = chance.choice([("Chief", "phone")] * 4 + [("Deputy Chief Orrin Vale", "radio"), (SERGEANT, "phone"), ("Chief", "voicemail, not reached"), ("", "phone")])
        draft.year.notices.append(notice)
