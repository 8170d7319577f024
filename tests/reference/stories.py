"""What happened: searches that come alone, again, in a burst or by many accounts, each set about a limit of a rule."""
import datetime as dt

import clock
import draw_reports
import sentences
from year import Event

OUTSIDERS = ["Noel Pell", "Ivan Muir", "Wanda Stroud", "Otto Yates", "Petra Quill", "Silas Brook", "Ursula Thorne", "Victor Lamb"]
STATIONS = ["WS-1", "WS-1", "WS-2", "ws-2", ""]


def subject(draft, user):
    """Nobody, somebody of no roster, a member, or a bearer of the user's surname."""
    person, chance = draft.year.person(user), draft.chance
    which = chance.random()
    if which < .3:
        return ""
    if which < .4:
        return chance.choice(draft.year.people).name
    if which < .5 and person:
        return f"{chance.choice(['Zelda', 'Quentin', 'Barnaby'])} {person.last}"
    return chance.choice(OUTSIDERS)


def search(draft, user, at, **facts):
    facts = {"workstation": draft.chance.choice(STATIONS), "reason": draft.chance.choice(sentences.REASONS), "probe": "IMG_%010x.jpg" % draft.chance.getrandbits(40), **facts}
    event = Event(user, at, **facts)
    draft.year.events.append(event)
    return event


def account(draft):
    return draft.chance.choice(draft.users + draft.users + draft.ghosts + draft.shared)


def cite(draft, events, documented=.7):
    """Gives a session its report, a number that nobody knows, or none."""
    which = draft.chance.random()
    if which < documented:
        draw_reports.report(draft, events)
    elif which < documented + .15:
        number = f"{events[0].day.year}-{draft.serial()}"
        for event in events:
            event.cited = number


def single(draft):
    reason = draft.chance.choice(sentences.REASONS + sentences.LESSER + sentences.HEALTH)
    user = account(draft) if draft.maybe(.95) else ""
    event = search(draft, user, draft.moment(), reason=reason, candidate=subject(draft, user))
    events = [event]
    if draft.maybe(.2) and draft.year.probes:  # the same image again
        events.append(search(draft, user, event.at + clock.MINUTE * draft.chance.choice([1, 31, 60 * 24]), reason=reason, probe=event.probe, candidate=event.candidate))
    cite(draft, events)
    if reason.purpose == "health":
        draw_reports.notices(draft, event)


def other_row(draft):
    """A row that is no search, or one more search, a limit of time beside another."""
    if not draft.year.events:
        return
    near = draft.chance.choice(draft.year.events)
    limit = clock.MINUTE * draft.year.thresholds["shared_minutes"]
    at = near.at + draft.chance.choice([limit, limit + clock.SECOND, limit - clock.SECOND, -limit, 0 * limit, clock.HOUR, clock.DAY])
    user = near.user or draft.users[0]
    if draft.maybe(.7):
        draft.year.events.append(Event(user, at, search=False, workstation=draft.chance.choice(STATIONS)))
    else:
        cite(draft, [search(draft, user, at, candidate=subject(draft, user))])


def repeated(draft):
    """One account, one subject, as often as the limit or once less; now and then a report, or a session that goes on another day."""
    limit = draft.year.thresholds["repeat_searches"]
    user, name = draft.chance.choice(draft.users), draft.chance.choice(OUTSIDERS)
    for _ in range(limit + draft.chance.choice([-1, 0, 0, 1])):
        event = search(draft, user, draft.moment(), candidate=name)
        cite(draft, [event], .15)


def by_many(draft):
    """One subject, as many accounts as the limit or one less; now and then all of them for one report."""
    everybody = draft.users + draft.ghosts
    wanted = draft.year.thresholds["subject_accounts"] + draft.chance.choice([-1, 0, 0])
    name, at = draft.chance.choice(OUTSIDERS), draft.moment()
    events = [search(draft, user, at + clock.MINUTE * 40 * n, candidate=name) for n, user in enumerate(draft.chance.sample(everybody, min(wanted, len(everybody))))]
    if events and draft.maybe(.3):
        draw_reports.report(draft, events)


def burst(draft):
    """As many sessions as the limit, or one less, over the time of the limit or a second more."""
    limits = draft.year.thresholds
    count = limits["burst_sessions"] + draft.chance.choice([-1, 0, 0])
    span = clock.MINUTE * limits["burst_minutes"] + clock.SECOND * draft.chance.choice([-1, 0, 1])
    user, start = draft.chance.choice(draft.users), draft.moment()
    for n in range(count):
        at = start + (span if n == count - 1 else span * n / (count + 1))
        search(draft, user, at.replace(microsecond=0))


def daily(draft):
    """A session on each of as many days as the limit, or one less."""
    days = draft.year.thresholds["consecutive_days"] + draft.chance.choice([-1, 0, 0])
    user, start, time = draft.chance.choice(draft.users), draft.near_day(), draft.time()
    for n in range(days):
        found = clock.moments(dt.datetime.combine(start + n * clock.DAY, time))
        if found:
            search(draft, user, found[0])


def overused(draft):
    """One number in as many sessions as the limit, or one less."""
    count = draft.year.thresholds["overused_sessions"] + draft.chance.choice([-1, 0, 0])
    user, start = draft.chance.choice(draft.users), draft.moment()
    events = [search(draft, user, start + n * 2 * clock.HOUR) for n in range(count)]
    if draft.maybe(.5):
        draw_reports.report(draft, events)
    else:
        number = f"{start.year}-{draft.serial()}"
        for event in events:
            event.cited = number


def lonely(draft):
    """Many sessions by day, one at night, about the limit of hours from the others."""
    user, limit = draft.chance.choice(draft.users), draft.year.thresholds["isolated_hours"]
    start = draft.near_day()
    for n in range(draft.chance.choice([18, 19, 20])):
        search(draft, user, clock.moments(dt.datetime.combine(start + n // 3 * clock.DAY, dt.time(12 + n % 3 * 2, 10)))[0])
    night = dt.datetime.combine(start + clock.DAY, dt.time(16, 10)) + clock.HOUR * limit + draft.chance.choice([-clock.SECOND, 0 * clock.SECOND, clock.MINUTE])
    if clock.moments(night):
        search(draft, user, clock.moments(night)[0])


def fill(draft):
    for _ in range(draft.chance.randint(4, 14)):
        single(draft)
    for _ in range(draft.chance.randint(2, 12)):
        other_row(draft)
    for story, share in ((repeated, .5), (by_many, .3), (burst, .2), (daily, .2), (overused, .2), (lonely, .2), (draw_reports.unlogged, .5), (draw_reports.unlogged, .3)):
        if draft.maybe(share):
            story(draft)
    draw_reports.others(draft)
