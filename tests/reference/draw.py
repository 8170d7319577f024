"""Draws a year: its period, its settings, then people, log, reports and notices, each in its own file."""
import datetime as dt
import random

import clock
import draw_log
import draw_people
import stories
from year import Year

PERIODS = [(dt.date(2022, 6, 1), dt.date(2023, 5, 31)), (dt.date(2023, 9, 1), dt.date(2024, 8, 31)), (dt.date(2022, 11, 1), dt.date(2022, 11, 30)),
           (dt.date(2023, 3, 1), dt.date(2023, 3, 31)), (dt.date(2024, 2, 1), dt.date(2024, 3, 31)), (dt.date(2022, 10, 1), dt.date(2022, 12, 31)),
           (dt.date(2024, 2, 29), dt.date(2024, 2, 29)), (dt.date(2022, 11, 6), dt.date(2022, 11, 6))]
CLOCK_CHANGES = [dt.date(2022, 11, 6), dt.date(2023, 3, 12), dt.date(2023, 11, 5), dt.date(2024, 3, 10)]
LOWER = {"notice_hours": [1, 24], "shared_minutes": [1, 5], "repeat_searches": [2], "late_report_days": [1, 5], "overused_sessions": [2, 3], "subject_accounts": [2, 3],
         "burst_sessions": [2, 3], "burst_minutes": [10, 30], "consecutive_days": [2, 3], "isolated_hours": [4], "inactive_days": [10, 30]}


class Draft:
    """A year being drawn: chance, and the few days about which everything happens, so that limits are met."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        first, last = self.chance.choice(PERIODS)
        self.year = Year(seed, first, last)
        edges = [first, last] + [d for d in CLOCK_CHANGES + [dt.date(2024, 2, 29), dt.date(2023, 2, 28)] if first <= d <= last]
        self.days = [self.chance.choice(edges + [self.any_day()] * 2) for _ in range(4)]
        self.numbers = []

    def maybe(self, share):
        return self.chance.random() < share

    def any_day(self):
        return self.year.first + clock.DAY * self.chance.randint(0, (self.year.last - self.year.first).days)

    def near_day(self, spread=1):
        """One of the days about which things happen, or a neighbour."""
        return self.chance.choice(self.days) + clock.DAY * self.chance.choice([0, 0, 0, 1, -1, self.chance.randint(-spread, spread)])

    def time(self):
        c = self.chance
        return c.choice([dt.time(0, 0), dt.time(23, 59, 59), dt.time(1, 30), dt.time(1, 0), dt.time(2, 0), dt.time(3, 0), dt.time(7, 0), dt.time(6, 59, 59), dt.time(19, 0),
                         dt.time(18, 59, 59)] + [dt.time(c.randint(0, 23), c.randint(0, 59), c.randint(0, 59)) for _ in range(5)])

    def moment(self):
        while True:
            found = clock.moments(dt.datetime.combine(self.near_day() if self.maybe(.6) else self.any_day(), self.time()))
            if found:
                return self.chance.choice(found)

    def serial(self):
        """Eight digits that are no slip of any others."""
        while True:
            new = "%08d" % self.chance.randrange(10 ** 5, 10 ** 6)
            if all(sum(a != b for a, b in zip(new, old)) > 2 for old in self.numbers):
                self.numbers.append(new)
                return new


def settings(draft):
    year = draft.year
    year.covered = draft.maybe(.6)
    if not year.covered and (year.last - year.first).days > 300:
        for kind, share in (("log", .4), ("reports", .4)):
            start = draft.chance.choice([year.first - 20 * clock.DAY, year.first + 100 * clock.DAY, year.last - 60 * clock.DAY])
            if draft.maybe(share):
                year.silent[kind] = (start, start + 80 * clock.DAY)
    year.log_time = draft.chance.choice(["local", "local", "offset", "utc"])
    year.probes = draft.maybe(.8)
    year.agencies = draft.maybe(.3)
    for key, values in LOWER.items():
        if draft.maybe(.3):
            year.lowered[key] = draft.chance.choice(values)
    year.thresholds.update(year.lowered)
    for kind in sorted(year.supplied):
        if draft.maybe(.07):
            year.supplied.remove(kind)


def year(seed):
    draft = Draft(seed)
    settings(draft)
    draw_people.fill(draft)
    stories.fill(draft)
    draw_log.fill(draft)
    return draft.year
