"""The rules on who has access: 32.6.1, 32.6.10 and 32.6.11."""
from facts import log_accounts, log_spans, unlisted
from year import UNIT

CHIEFS = ("Chief", "Chief Dana Crowe", "Deputy Chief Orrin Vale")
PLACES = ("front_desk", "intake", "records", "admin")


def in_unit(person, day):
    return any(unit == UNIT and (first is None or first <= day) and (last is None or day <= last) for unit, first, last in person.assignments)


def returned(person):
    """The day of the return after a separation: of an assignment, or of access approved anew."""
    days = [first for _, first, _ in person.assignments] + [person.approved]
    return min((day for day in days if day and day > person.separated), default=None)


def restored(person):
    """The day on which a deactivated account was given access anew."""
    days = [first for unit, first, _ in person.assignments if unit == UNIT and first] + ([person.approved] if person.approved else [])
    return min((day for day in days if day > person.deactivated), default=None)


def had_access_before(year, person):
    """Whether the member is no new user: a row, an approval or an assignment from before the directive took effect."""
    if not year.effective:
        return False
    days = [first for unit, first, _ in person.assignments if unit == UNIT and first] + [person.approved] + [e.day for e in year.events if e.user == person.user and not e.rejected and not e.foreign]
    return any(day and day < year.effective for day in days)


def of_searches(year):
    lacking = unlisted(year)
    for user in lacking:
        yield "personnel-incomplete", user
    for event in year.searches():
        person, day = year.person(event.user), event.day
        if not event.user or event.user in lacking:
            continue
        if not person:
            yield "unauthorized-user", event.name
            continue
        approved = person.approved and person.approved <= day
        if not approved and not in_unit(person, day):
            yield "unauthorized-user", event.name
        if not approved and not had_access_before(year, person):
            yield "unapproved-access", event.name
        if not person.trained or person.trained > day:
            yield "untrained-user", event.name


def of_rows(year):
    for event in year.activity():
        person = year.person(event.user)
        if not person:
            continue
        if person.separated and event.day > person.separated and not (returned(person) and event.day >= returned(person)):
            yield "access-after-separation", event.name
        if person.deactivated and event.day > person.deactivated and not (restored(person) and event.day >= restored(person)):
            yield "access-after-deactivation", event.name


def of_members(year):
    for person in year.people:
        if person.separated and person.separated <= year.last and (not person.deactivated or person.deactivated > person.separated):
            yield "not-deactivated", person.user
        if person.user in log_accounts(year) and person.approved and person.approved_by not in CHIEFS and person.approved_by not in year.designees:
            yield "approver-not-entitled", person.user
        if idle(year, person):
            yield "inactive-account", person.user


def idle(year, person):
    """Whether access was held to the end and not used for as many days as the limit."""
    end = min(year.last, max((e.day for e in year.activity()), default=year.last))
    covered = sum((min(z, year.last) - max(a, year.first)).days + 1 for a, z in log_spans(year) if a <= year.last and z >= year.first)
    if any(not e.user for e in year.rows()) or covered * 10 < ((year.last - year.first).days + 1) * 9:  # a row of anybody may be there
        return False
    if person.deactivated and person.deactivated <= end and not (restored(person) and restored(person) <= end):
        return False
    if person.separated and person.separated <= end and not (returned(person) and returned(person) <= end):
        return False
    if not in_unit(person, end) and not (person.approved and person.approved <= end):
        return False
    given = [first for unit, first, _ in person.assignments if unit == UNIT] + [person.approved]
    held = [year.first] + [day for day in given if day and day <= end]
    used = [e.day for e in year.rows() if e.user == person.user and e.day <= year.last]
    if not person.approved and not used:
        return False
    return (end - max(held + used)).days >= year.thresholds["inactive_days"]


def of_names(year):
    for user in log_accounts(year):
        if user in PLACES:
            yield "generic-account", user


def rules(year):
    if "personnel" in year.supplied:
        yield from of_searches(year)
        yield from of_rows(year)
        yield from of_members(year)
    yield from of_names(year)
