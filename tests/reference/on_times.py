"""The rules on when: 32.6.9, workstations too near in time, and the notice before a search for health."""
import clock
from facts import duty_reaches, sessions, undocumented


def covers(shift, moment):
    """Whether a duty record may hold a moment: where the clock repeats an hour, the record is as long as it can have been."""
    return clock.first(shift.start) <= moment < clock.last(shift.end)


def in_hours(start, end, time):
    return start <= time < end if start < end else time >= start or time < end


def by_hours(year, event):
    """Whether hours of duty hold a search where there is no schedule; None where there are no hours for its user."""
    person, now = year.person(event.user), clock.local(event.at)
    time = (now.hour, now.minute)
    if person and person.shift and "personnel" in year.supplied:
        return in_hours(*person.shift, time)
    if not year.hours:
        return None
    start, end, days = year.hours
    began = now - clock.DAY if start > end and time < end else now
    return in_hours(start, end, time) and (not days or began.strftime("%a") in days.split())


def on_duty(year, event):
    """Whether the user was on duty, as far as the records tell; None where they do not."""
    if event.timeless or not event.user:
        return None
    if "duty_schedule" not in year.supplied:
        return by_hours(year, event)
    shifts = [s for s in year.shifts if s.user == event.user]
    if not shifts or not duty_reaches(year, event.user, event.day):
        return None
    return any(covers(s, m) for s in shifts if not s.away for m in event.moments)


def of_duty(year):
    for event in year.searches():
        duty = on_duty(year, event)
        if duty is False:
            yield "off-hours", event.name
            if any(s.away and s.user == event.user and all(covers(s, m) for m in event.moments) for s in year.shifts):
                yield "searched-while-away", event.name


def of_workstations(year):
    limit = clock.MINUTE * year.thresholds["shared_minutes"]
    rows = {}
    for event in year.activity():
        if event.user and event.workstation and not event.doubtful:
            rows.setdefault(event.user, []).append(event)
    for user, own in rows.items():
        if any(a.workstation.upper() != b.workstation.upper() and abs(a.at - b.at) <= limit for a in own for b in own):
            yield "shared-credentials", user


def own_sessions(year):
    """The sessions of each account, by their searches in the period."""
    found = {}
    for session in sessions(year):
        within = [e for e in session if year.within(e.day)]
        if within and within[0].user:
            found.setdefault(within[0].user, []).append(within)
    return found


def timed(own):
    """The sessions of an account whose times are certain, in their order."""
    return sorted((s for s in own if not any(e.doubtful for e in s)), key=lambda s: s[0].at)


def of_bursts(year):
    """Of bursts that overlap the first search alone."""
    count, span = year.thresholds["burst_sessions"], clock.MINUTE * year.thresholds["burst_minutes"]
    for own in own_sessions(year).values():
        own = [session[0] for session in timed(own)]
        begins = [a for a, z in zip(own, own[count - 1:]) if z.at - a.at <= span]
        for before, event in zip([None] + begins, begins):
            if before is None or event.at - before.at > span:
                yield "burst", event.name


def of_stretches(year):
    for user, own in own_sessions(year).items():
        days = {session[0].day for session in own}
        if any(all(day + n * clock.DAY in days for n in range(year.thresholds["consecutive_days"])) for day in days):
            yield "consecutive-days", user


def of_lonely_sessions(year):
    limit = clock.HOUR * year.thresholds["isolated_hours"]
    for own in own_sessions(year).values():
        own = timed(own)
        if len(own) < 20:
            continue
        for session in own:
            first, others = session[0], [s for s in own if s is not session]
            apart = all(first.at - s[-1].at >= limit or s[0].at - session[-1].at >= limit for s in others)
            if apart and not any(near_time_of_day(s[0], first) for s in others) and on_duty(year, first) is not True and undocumented(year, first):
                yield "isolated-session", first.name


def near_time_of_day(a, b):
    """In the same hour of the clock, or one of the two before and after it."""
    apart = (clock.local(a.at).hour - clock.local(b.at).hour) % 24
    return min(apart, 24 - apart) <= 2


def of_administrator(year):
    if year.administrator and any(e.user == year.administrator for e in year.searches()):
        yield "audited-by-self", year.administrator


def rules(year):
    yield from of_duty(year)
    yield from of_workstations(year)
    yield from of_bursts(year)
    yield from of_stretches(year)
    yield from of_administrator(year)
    if "incident_reports" in year.supplied:
        yield from of_lonely_sessions(year)
