"""The rules on the log itself: 32.6.8."""

import clock
from facts import log_spans


def of_coverage(year):
    """Where a row every second day is usual."""
    spans = [(a, z) for a, z in log_spans(year) if a <= year.last and z >= year.first]
    if (spans[0][0] - year.first).days > 6:
        yield "log-coverage", "begins late"
    if (year.last - spans[-1][1]).days > 6:
        yield "log-coverage", "ends early"
    for before, after in zip(spans, spans[1:]):
        yield "log-coverage", f"silent from {before[1] + clock.DAY}"


def rules(year):
    if not year.covered:
        yield from of_coverage(year)
    if year.fallen:
        yield "log-coverage", "ids fall"
    for name in year.gaps:
        yield "log-gap", name
    for event in year.edited:
        if year.within(event.day) and not event.foreign:
            yield "log-edited", event.name
