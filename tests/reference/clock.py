"""Local time: which moments a date and time of day may mean. Says nothing of how a file spells them."""
import datetime as dt
import zoneinfo

ZONE = zoneinfo.ZoneInfo("America/New_York")
UTC = dt.timezone.utc
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


def moments(naive):
    """The moments in UTC that a local date and time may be: none where the clock jumps over it, two where it repeats."""
    found = []
    for fold in (0, 1):
        moment = naive.replace(tzinfo=ZONE, fold=fold).astimezone(UTC)
        if local(moment) == naive and moment not in found:
            found.append(moment)
    return found


def first(naive):
    """The moment that a local date and time is at the earliest; what stands in a jump is as far behind it."""
    return naive.replace(tzinfo=ZONE).astimezone(UTC)


def last(naive):
    return max(moments(naive), default=first(naive))


def local(moment):
    """The local date and time, without an offset."""
    return moment.astimezone(ZONE).replace(tzinfo=None)


def whole_day(day):
    """The first and the last moment of a local day."""
    return first(dt.datetime.combine(day, dt.time())), last(dt.datetime.combine(day, dt.time(23, 59, 59)))
