"""Draws the members, their access and their duty."""
import datetime as dt

import clock
from year import OTHER_UNIT, UNIT, Person, Shift

FIRST = "Alice Bruno Clara Derek Elena Felix Greta Hugo Irene Jonas Karla Lamar Mavis Nolan".split()
LAST = "Abbott Brandt Calder Dorsey Ellery Fenwick Gorham Hallam Ibarra Jessup Kimball Landry Morrow Norwood".split()
LONG_AGO = [dt.date(2020, 2, 29), dt.date(2021, 1, 1), dt.date(2021, 3, 31)]
AWAY = ["Vacation", "Sick leave", "Suspended"]


def assignments(draft):
    found = []
    for _ in range(draft.chance.choice([0, 1, 1, 1, 1, 2, 3])):
        first, last = sorted((draft.near_day(40), draft.near_day(40)))
        found.append((draft.chance.choice([UNIT, UNIT, UNIT, OTHER_UNIT]), draft.chance.choice([first, None] + LONG_AGO), draft.chance.choice([last, None, None])))
    return found


def leave(draft, person):
    person.separated = draft.chance.choice([draft.near_day(), draft.near_day(), draft.year.last, draft.year.last + clock.DAY])
    person.deactivated = draft.chance.choice([None, person.separated, person.separated, person.separated + clock.DAY, person.separated - clock.DAY, person.separated + 60 * clock.DAY])
    if draft.maybe(.3):  # hired again
        person.assignments.append((UNIT, person.separated + clock.DAY * draft.chance.choice([1, 2, 10, 60]), None))


def member(draft, first, last):
    choice = draft.chance.choice
    person = Person((first[0] + last).lower(), first, last)
    if draft.maybe(.5):
        person.assignments = [(UNIT, choice(LONG_AGO), None)]
        person.approved = person.trained = LONG_AGO[1]
    else:
        person.assignments = assignments(draft)
        person.approved = choice([None, draft.near_day(), draft.near_day()] + LONG_AGO)
        person.trained = choice([None, draft.near_day(), draft.near_day()] + LONG_AGO)
    person.approved_by = choice(["Chief"] * 6 + ["Chief Dana Crowe", "Deputy Chief Orrin Vale", "Sgt. Harlan Weeks", "self", ""])
    if draft.maybe(.3):
        leave(draft, person)
    elif draft.maybe(.1):
        person.deactivated = draft.near_day()
    return person


def duty(draft, user):
    for _ in range(draft.chance.randint(1, 5)):
        hour, minute, length = draft.chance.choice([(7, 0, 12), (19, 0, 12), (22, 0, 8), (1, 0, 1), (0, 0, 24), (23, 0, 3), (1, 30, 6), (2, 30, 8), (17, 0, 10)])
        start = dt.datetime.combine(draft.near_day() if draft.maybe(.7) else draft.any_day(), dt.time(hour, minute))
        away = draft.maybe(.25)
        draft.year.shifts.append(Shift(user, start, start + clock.HOUR * length, draft.chance.choice(AWAY if away else ["REG", "REG", "OT", "Court"]), away))


def clock_time(draft):
    return draft.chance.choice([(7, 0), (19, 0), (22, 0), (6, 0), (0, 0), (1, 30), (15, 30), (23, 59)])


def hours(draft):
    """Where there is no duty schedule: a shift in the personnel file, [hours], both or neither."""
    year, mode = draft.year, draft.chance.choice(["shift", "hours", "both", "neither"])
    for person in year.people:
        start, end = clock_time(draft), clock_time(draft)
        if mode in ("shift", "both") and start != end and draft.maybe(.8):
            person.shift = (start, end)
    start, end = clock_time(draft), clock_time(draft)
    if mode in ("hours", "both") and start != end:
        year.hours = (start, end, draft.chance.choice([None, "Mon Tue Wed Thu Fri", "Sat Sun", "Mon Wed Sun"]))


def fill(draft):
    year, chance = draft.year, draft.chance
    first, last = chance.sample(FIRST, 8), chance.sample(LAST, 8)
    year.people = [member(draft, f, l) for f, l in zip(first[:chance.randint(3, 6)], last)]
    draft.users = [p.user for p in year.people]
    draft.ghosts = chance.sample(["kvoss", "mreyl", "otarn", "pquist", "zhelm"], chance.choice([0, 0, 0, 1, 1, 3, 4, 5]))
    draft.shared = chance.sample(["front_desk", "intake", "records", "admin"], chance.choice([0, 0, 0, 1, 1]))
    # Members without access, who write and approve reports and are looked for.
    year.people += [Person((f[0] + l).lower(), f, l, rank, [(OTHER_UNIT, LONG_AGO[0], None)])
                    for f, l, rank in zip(first[6:], last[6:], ("Officer", "Sergeant"))]
    draft.officer, draft.sergeant = year.people[-2:]
    if "duty_schedule" in year.supplied:
        for user in draft.users + draft.ghosts:
            if draft.maybe(.6):
                duty(draft, user)
        if not year.shifts:
            duty(draft, draft.users[0])
    else:
        hours(draft)
    if draft.maybe(.3):
        year.administrator = chance.choice(draft.users)
    if draft.maybe(.3):
        year.designees = ["Sgt. Harlan Weeks"]
    if draft.maybe(.15):
        year.effective = draft.near_day(30)
