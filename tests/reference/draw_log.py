"""Makes a log of what happened: its order and ids, rows that are missing, damaged, doubled, changed or another agency's, and what a time may mean."""
import dataclasses
import datetime as dt
import random

import clock
from year import UNIT, Event, Person, Report, Row
import sentences

STEADY = "ssteady"  # the account of the rows that show which pauses are usual
STYLES = ["%d", "%d", "FG-%06d", "%07d", "A%d"]


def silence(year, searchers):
    """Cuts the rows of a silent stretch out of the log, and the reports that have a row in it; a report whose search is cut
    and whose author searches would be that of another search of theirs."""
    lost = [e.report for e in year.events if year.silence("log", e.day)]
    year.events = [e for e in year.events if not year.silence("log", e.day)]
    kept = [e.report for e in year.events]
    orphans = [r for r in year.reports if r in lost and r not in kept and any(row.author.user in searchers for row in r.rows)]
    cut = orphans + [r for r in year.reports if any(year.silence("reports", row.at.date()) for row in r.rows)]
    year.reports = [r for r in year.reports if r not in cut]
    for event in year.events:
        if event.report in cut:
            event.cited, event.report = event.report.number, None


def background(draft):
    """Where coverage is worked out, every second day has a row of the log and a report: nothing is silent but what is cut out."""
    year = draft.year
    silence(year, draft.users)
    steady = Person(STEADY, "Sam", "Steady", "Officer", [(UNIT, dt.date(2020, 1, 1), None)], dt.date(2020, 1, 1), "Chief", dt.date(2020, 1, 1))
    year.people.append(steady)
    days = [year.first, year.last] + [row.at.date() for report in year.reports for row in report.rows]
    day, last = min(days) - clock.DAY * draft.chance.choice([0, 0, 20]), max(days) + clock.DAY * draft.chance.choice([0, 0, 20])
    while day <= last:
        noon = dt.datetime.combine(day, dt.time(12, 0))
        if year.within(day) and not year.silence("log", day):
            year.events.append(Event(steady.user, clock.moments(noon)[0], search=False))
        row = Row(noon, draft.officer, sentences=[sentences.SILENT[0]], supervisor="Sgt. Harlan Weeks", approved=noon + clock.DAY)
        if not year.silence("reports", day):
            year.reports.append(Report(f"{day.year}-{draft.serial()}", [row], "P%d" % draft.chance.randrange(10 ** 8, 10 ** 9)))
        day += clock.DAY * (1 if day + 2 * clock.DAY > last else 2)


def rows_gone(draft):
    """Ids that the log lacks: never so many that nothing can be said of them."""
    events, chance, gone = draft.year.events, draft.chance, set()
    if len(events) > 15:
        for _ in range(chance.choice([0, 0, 0, 1, 2])):
            at = chance.randrange(2, len(events) - 3)
            gone |= {n for n in range(at, at + chance.choice([1, 1, 2])) if not events[n].report and events[n].user != STEADY}
    return gone


def damage(draft):
    year, chance = draft.year, draft.chance
    for event in year.events:
        if not event.search and event.user != STEADY and draft.maybe(.03):
            event.rejected = True
        if year.probes and year.log_time == "local" and draft.maybe(.03) and event.reason and event.reason.purpose != "health":
            event.timeless = True
    sound = [e for e in year.events if not e.rejected]
    year.doubles = chance.sample(sound, min(2, len(sound))) if draft.maybe(.3) else []
    searches = [e for e in sound if e.search and e not in year.doubles and not e.timeless and not e.foreign]
    year.edited = [chance.choice(searches)] if searches and draft.maybe(.15) else []
    for event in year.edited:
        year.events.insert(year.events.index(event) + 1, dataclasses.replace(event, returned="17"))


def name(year):
    """An event is named by the log's own id; where another row has it already, by file and line."""
    line, named = 1, set()
    for event in year.events:
        line += 1
        own = year.style % event.id
        event.name = f"log.csv:{line}" if own in named else own
        named.add(own)
        line += event in year.doubles


def swap(year):
    """Now and then gives two rows, the later one minutes after the other, each other's id: chance of its own, so that the rest of the year stays."""
    chance = random.Random(f"swap {year.seed}")
    edited = [e.id for e in year.edited]
    plain = [not (e.rejected or e.foreign or e.timeless or e in year.doubles or e.id in edited) and len(possible(year, e)) == 1 and year.within(e.day) for e in year.events]
    pairs = [n for n in range(len(year.events) - 1) if plain[n] and plain[n + 1] and year.events[n + 1].at - year.events[n].at >= 2 * clock.MINUTE]
    pairs = [n for n in pairs if year.events[n + 1].id == year.events[n].id + 1]
    if len(year.events) > 20 and pairs and chance.random() < .12:
        first, second = year.events[chance.choice(pairs):][:2]
        first.id, second.id = second.id, first.id
        year.fallen = True


def foreign(draft):
    """Rows of another agency, which no rule looks at."""
    for _ in range(draft.chance.randint(1, 6)):
        draft.year.events.append(Event(draft.chance.choice(["jsheriff", "kdeputy", draft.users[0]]), draft.moment(), workstation="WS-9", reason=draft.chance.choice(sentences.REASONS),
                                      probe="IMG_%010x.jpg" % draft.chance.getrandbits(40), candidate="Noel Pell", foreign=True))


def possible(year, event):
    """The moments that a row may mean."""
    if event.timeless:
        return list(clock.whole_day(event.day))
    return clock.moments(clock.local(event.at)) if year.log_time == "local" else [event.at]


def fill(draft):
    year = draft.year
    if not year.covered:
        background(draft)
    if year.agencies:
        foreign(draft)
    year.events.sort(key=lambda e: e.at)
    start, year.style = draft.chance.choice([1, 98, 995, 104200]), draft.chance.choice(STYLES)
    gone = rows_gone(draft)
    for n, event in enumerate(year.events):
        event.id = start + n
    year.gaps = [year.style % (start + n) for n in sorted(gone) if n - 1 not in gone]
    year.events = [e for n, e in enumerate(year.events) if n not in gone]
    damage(draft)
    swap(year)
    name(year)
    for event in year.events:
        event.moments = possible(year, event)
    for notice in year.notices:
        notice.moments = clock.moments(clock.local(notice.at)) if year.log_time == "local" else [notice.at]
