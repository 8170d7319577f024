"""The rules on a report: 32.6.4, 32.6.6, 32.6.7, and a use that the log does not have."""
from facts import NO_APPROVAL, linked, log_reaches, near, searches_of_nobody


def lacking(report):
    """The elements that a report of a use lacks."""
    rows = [row for row in report.rows if row.use]
    if any(row.result == "candidate" for row in rows) and not any(row.candidate for row in rows):
        yield "name"
    if not any(row.searcher for row in rows):
        yield "officer"
    if not any(row.reason for row in rows):
        yield "reason"
    if not any(row.result for row in rows):
        yield "result"
    if not any(row.type for row in report.rows):
        yield "type"


def of_contents(year, report, row, events):
    elements = "+".join(lacking(report))
    if elements:
        yield "incomplete-report", report.number, elements
    if any(e.reason.purpose == "health" and year.within(e.day) for e in events) and row.notice != "before":
        yield "notification-not-reported", report.number
    if row.candidate and row.action and not row.corroborated:
        yield "no-corroboration", report.number


def of_type(year, report, events):
    """Every incident type that is drawn is a crime."""
    purposes = {e.reason.purpose for e in events if year.within(e.day)} & {"health", "criminal"}
    if purposes == {"health"} and any(row.type for row in report.rows):
        yield "reason-mismatch", report.number


def of_searcher(year, report, row, events):
    """A search of the report is of an account that is another's, or is in no personnel record: whoever searched is a member and has one."""
    searcher = row.author.name if row.searcher == "author" else row.searcher
    owners = [year.person(e.user) for e in events if e.user]
    if searcher and any(not owner or owner.name != searcher for owner in owners):
        yield "officer-mismatch", report.number


def of_result(year, report, row, events):
    """A candidate that no search selected may be that of a search where the log is silent."""
    selected = {e.candidate for e in events if e.candidate}
    if row.result == "candidate" and (not selected or row.candidate and row.candidate not in selected) and (log_reaches(year, row) or not year.within(row.at.date())):
        yield "result-mismatch", report.number
    if row.result == "none" and selected:
        yield "result-mismatch", report.number


def of_review(year, report, row, events):
    owners = {year.person(e.user).name for e in events if year.person(e.user)}
    if row.result == "candidate" and row.supervisor in NO_APPROVAL:
        yield "no-supervisor-review", report.number
    if row.supervisor == row.author.name or row.supervisor in owners:
        yield "own-approval", report.number
    if row.approved and events and row.approved.date() < min(e.day for e in events):
        yield "early-approval", report.number


def of_dates(year, report, row, events):
    if events and (row.at.date() - max(e.day for e in events)).days > year.thresholds["late_report_days"]:
        yield "late-report", report.number
    if not events and year.within(row.at.date()) and log_reaches(year, row) and not any(near(e, w) for e in searches_of_nobody(year) for w in report.rows):
        yield "unlogged-use", report.number


def rules(year):
    if "incident_reports" not in year.supplied:
        return
    for report in year.reports:
        events = linked(year, report)
        row = next((row for row in report.rows if row.use), None)
        if not row or not any(year.within(e.day) for e in events) and not year.within(row.at.date()):
            continue
        yield from of_contents(year, report, row, events)
        yield from of_type(year, report, events)
        yield from of_review(year, report, row, events)
        yield from of_dates(year, report, row, events)
        if events:
            yield from of_result(year, report, row, events)
        if events and "personnel" in year.supplied:
            yield from of_searcher(year, report, row, events)
