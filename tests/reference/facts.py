"""What rules have in common: sessions, the report of each search, which use a report documents, what an input covers."""
import functools

import clock

NO_APPROVAL = ("", "Pending", "REJECTED", "Awaiting approval")


@functools.cache
def sessions(year):
    """All searches in sessions: one account and one image; where no images are exported the same reason and case, half an hour apart at most."""
    found, current = {}, {}
    pause = clock.MINUTE * year.thresholds["session_minutes"]
    for event in sorted((e for e in year.rows() if e.search), key=lambda e: e.at):
        alike = (event.user or event.name, event.probe if year.probes else (event.reason.text, event.report.number if event.report else event.cited))
        if alike not in current or not year.probes and event.at - current[alike][-1].at > pause:
            current[alike] = found[event.name] = []
        current[alike].append(event)
    return list(found.values())


@functools.cache
def session_of(year, event):
    return next(session for session in sessions(year) if event in session)


def report_of(year, event):
    return event.report if "incident_reports" in year.supplied else None


def linked(year, report):
    """The searches of a report, also those outside the period."""
    return [e for e in year.rows() if e.search and e.report is report]


def documents(report):
    return report is not None and any(row.use for row in report.rows)


def undocumented(year, event):
    """Whether no report documents a search that the reports supplied reach."""
    return not documents(report_of(year, event)) and reports_reach(year, event)


def reports_reach(year, event):
    """Whether a report of a search would be among those supplied: it may follow the last search of the session."""
    day = max(e.day for e in session_of(year, event))
    if not any(first <= day <= last for first, last in reports_spans(year)):
        return False
    return event.user or event.report or event.cited or not any(near(event, row) for row in unlinked_uses(year))


def spans(days):
    """Days in stretches: a row every second day is usual, three times as long is silence."""
    days, found = sorted(set(days)), []
    for day in days:
        if not found or (day - found[-1][1]).days > 6:
            found.append([day, day])
        found[-1][1] = day
    return found


@functools.cache
def reports_spans(year):
    """The days of which the searches would have their report among those supplied."""
    if year.covered:
        return [(year.first, year.last)]
    return [(first - 3 * clock.DAY, last - 14 * clock.DAY) for first, last in spans(row.at.date() for report in year.reports for row in report.rows)]


@functools.cache
def log_spans(year):
    if year.covered:
        return [(year.first, year.last)]
    found = spans(e.day for e in year.events if not e.rejected)
    if (found[0][0] - year.first).days <= 2:
        found[0][0] = min(year.first, found[0][0])
    if (year.last - found[-1][1]).days <= 2:
        found[-1][1] = max(year.last, found[-1][1])
    return found


def log_reaches(year, row):
    """Whether the log has every day on which the search of a row that tells of a use may lie."""
    if year.covered:
        return True
    first, last = max(row.at.date() - 3 * clock.DAY, year.first), min(row.at.date() + 14 * clock.DAY, year.last)
    return any(a <= first and last <= z for a, z in log_spans(year))


def near(event, row):
    """Whether a row is dated where the report of a search may be."""
    return event.day - 14 * clock.DAY <= row.at.date() <= event.day + 3 * clock.DAY


def searches_of_nobody(year):
    """Searches without a user and a number: each may be that of any report near it."""
    return [e for e in year.searches() if not e.user and not e.report and not e.cited]


@functools.cache
def unlinked_uses(year):
    return [row for report in year.reports if documents(report) and not linked(year, report) for row in report.rows]


def duty_reaches(year, user, day):
    if year.covered:
        return True
    shifts = [s for s in year.shifts if s.user == user]
    return min(s.start for s in shifts).date() <= day <= max(s.end for s in shifts).date()


def log_accounts(year):
    return sorted({e.user for e in year.activity() if e.user})


def unlisted(year):
    """The accounts without a personnel record, where they are so many that the file may be incomplete."""
    accounts = log_accounts(year)
    without = [a for a in accounts if not year.person(a)]
    return without if len(without) > 3 and len(without) * 10 > len(accounts) else []
