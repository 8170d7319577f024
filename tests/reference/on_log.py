"""The rules on the log itself: 32.6.8."""


def rules(year):
    for name in year.gaps:
        yield "log-gap", name
    for event in year.edited:
        if year.within(event.day) and not event.foreign:
            yield "log-edited", event.name
