"""The rules on a search: its reason, its subject, its notice, its report."""
import dataclasses

import clock
from draw_reports import SERGEANT
from facts import report_of, reports_reach, sessions, undocumented


def of_reasons(year):
    for event in year.searches():
        if event.reason.purpose == "unstated":
            yield "unstated-purpose", event.name
        if event.reason.purpose == "unauthorized":
            yield "unauthorized-purpose", event.name, event.reason.detail


def counts(year, event, notice, certain=False):
    """Whether a notification is of this search; by any of the moments that two local times may be, or by all."""
    case = event.report.number if event.report else event.cited
    if notice.subject == "press inquiry":
        return False
    if not (notice.case == case if notice.case else event.user and notice.user == event.user):
        return False
    limit = clock.HOUR * year.thresholds["notice_hours"]
    return (all if certain else any)(m - limit <= n <= m for m in event.moments for n in notice.moments)


def another_case(year, event):
    """Whether a notification of those hours names a case of which no report is there, where that of the search would not be there either."""
    known = [r.number for r in year.reports] if "incident_reports" in year.supplied else []
    limit = clock.HOUR * year.thresholds["notice_hours"]
    return "incident_reports" in year.supplied and not reports_reach(year, event) and not event.report and any(
        n.case and n.case not in known and event.at - limit <= n.at <= event.at for n in year.notices)


def perhaps(year, event, notice):
    """Whether a notification that names no case may be of a search whose user is withheld."""
    return not event.user and not notice.case and counts(year, dataclasses.replace(event, user="anybody"), dataclasses.replace(notice, user="anybody"))


def of_notices(year):
    for event in year.searches():
        if event.reason.purpose != "health" or another_case(year, event):
            continue
        if not any(counts(year, event, n) or perhaps(year, event, n) for n in year.notices):
            yield "chief-not-notified", event.name
        notices = [n for n in year.notices if counts(year, event, n) or perhaps(year, event, n)]
        if notices and all(counts(year, event, n, True) and n.who and (n.who == SERGEANT and SERGEANT not in year.designees or n.method == "voicemail, not reached") for n in notices):
            yield "notice-not-to-chief", event.name


def of_reports(year):
    for event in year.searches():
        report = report_of(year, event)
        if undocumented(year, event):
            if not report:
                yield "orphan-search", event.name
            else:  # a report that denies the use that the log shows says more than one that is silent
                yield "undocumented-use", event.name, "said not used" if any(row.denied for row in report.rows) else "not mentioned"


def of_members_and_family(year):
    names = {p.name for p in year.people}
    selected = [e for e in year.searches() if e.candidate]
    people = {e.candidate for e in year.rows() if e.candidate}
    for event in selected:
        person = year.person(event.user)
        if event.candidate in names:
            yield "personal-connection", event.name
        elif person and event.candidate.split()[-1] == person.last:
            bearers = sum(p.split()[-1] == person.last for p in people)
            if bearers <= 2 or bearers * 100 <= len(people):
                yield "family-name", event.name


def of_repeats(year):
    """One account and one subject; a session that goes on another day counts anew."""
    seen = {}
    for session in sessions(year):
        for event in session:
            if event.user and event.candidate and year.within(event.day) and undocumented(year, event):
                seen.setdefault((event.user, event.candidate), set()).add((session[0].name, event.day))
    for (user, name), times in sorted(seen.items()):
        if len(times) >= year.thresholds["repeat_searches"]:
            yield "repeat-subject", user, name


def of_many(year):
    subjects = {}
    for event in year.searches():
        if event.candidate and event.user:
            subjects.setdefault(event.candidate, []).append(event)
    for events in subjects.values():
        reports = {e.report.number if report_of(year, e) and not undocumented(year, e) else e.name for e in events}
        if len({e.user for e in events}) >= year.thresholds["subject_accounts"] and len(reports) > 1:
            yield "subject-by-many", min(events, key=lambda e: e.moments[0]).name


def of_numbers(year):
    cited = {}
    for session in sessions(year):
        first = next((e for e in session if year.within(e.day)), None)
        number = first and first.user and (first.report.number if first.report else first.cited)
        if number:
            cited.setdefault(number, []).append(first)
    for events in cited.values():
        if len(events) >= year.thresholds["overused_sessions"]:
            yield "number-overused", min(events, key=lambda e: e.moments[0]).name


def rules(year):
    yield from of_reasons(year)
    yield from of_many(year)
    yield from of_numbers(year)
    if "chief_notifications" in year.supplied:
        yield from of_notices(year)
    if "personnel" in year.supplied:
        yield from of_members_and_family(year)
    if "incident_reports" in year.supplied:
        yield from of_reports(year)
        yield from of_repeats(year)
