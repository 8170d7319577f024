"""What a year is made of: plain records, from which the exports are written and the findings are worked out."""
import datetime as dt
from dataclasses import dataclass, field

import clock

UNIT, OTHER_UNIT = "Criminal Investigations Unit", "Patrol Division"
THRESHOLDS = {"notice_hours": 72, "session_minutes": 30, "shared_minutes": 15, "repeat_searches": 3, "late_report_days": 14, "overused_sessions": 10,
              "subject_accounts": 4, "burst_sessions": 10, "burst_minutes": 60, "consecutive_days": 10, "isolated_hours": 8, "inactive_days": 90, "audit_days": 396}


@dataclass(eq=False)
class Person:
    user: str
    first: str
    last: str
    rank: str = "Detective"
    assignments: list = field(default_factory=list)  # (unit, first day or None, last day or None)
    approved: dt.date = None
    approved_by: str = "Chief"  # "self": the person
    trained: dt.date = None
    separated: dt.date = None
    deactivated: dt.date = None
    shift: tuple = None  # (hour, minute) twice

    @property
    def name(self):
        return f"{self.first} {self.last}"


@dataclass(eq=False)
class Shift:
    user: str
    start: dt.datetime  # local, without an offset
    end: dt.datetime
    kind: str
    away: bool


@dataclass(eq=False)
class Reason:
    text: str
    purpose: str
    detail: str = ""


@dataclass(eq=False)
class Event:
    user: str  # "" where it is withheld
    at: dt.datetime  # UTC
    search: bool = True
    workstation: str = ""
    reason: Reason = None
    probe: str = ""
    candidate: str = ""  # "First Last"
    report: "Report" = None  # whose number it cites, in whatever way
    cited: str = ""  # a number that is no report's
    way: str = "number"  # how it cites the report
    timeless: bool = False
    rejected: bool = False
    foreign: bool = False  # another agency's row
    returned: str = ""  # how many candidates, where it is not told by the candidate
    id: int = 0
    name: str = ""
    moments: list = field(default_factory=list)  # that the export may mean

    @property
    def day(self):
        return clock.local(self.at).date()

    @property
    def doubtful(self):
        """Whether the export does not tell the moment: it has no time of day, or one that the clock repeated."""
        return len(self.moments) > 1


@dataclass(eq=False)
class Row:
    """A row of a report and what its sentences say."""
    at: dt.datetime  # local
    author: Person
    supplement: str = ""
    type: str = "Theft"
    supervisor: str = ""
    approved: dt.datetime = None
    sentences: list = field(default_factory=list)
    use: bool = False
    denied: bool = False
    searcher: str = ""  # "author", a name, or nobody
    reason: bool = False
    result: str = ""  # "none", "candidate" or nothing
    candidate: str = ""  # who, where it is said
    action: bool = False
    corroborated: bool = False
    notice: str = ""  # "before", "after", "denied" or nothing


@dataclass(eq=False)
class Report:
    number: str
    rows: list = field(default_factory=list)
    cad: str = ""


@dataclass(eq=False)
class Notice:
    at: dt.datetime  # UTC
    user: str = ""
    case: str = ""
    subject: str = ""
    who: str = "Chief"
    method: str = "phone"
    moments: list = field(default_factory=list)


@dataclass(eq=False)
class Year:
    seed: int
    first: dt.date
    last: dt.date
    people: list = field(default_factory=list)
    shifts: list = field(default_factory=list)
    events: list = field(default_factory=list)  # in the order of the log
    style: str = "%d"  # of the log's ids
    gaps: list = field(default_factory=list)  # the first id of each piece that the log lacks
    doubles: list = field(default_factory=list)  # events whose row stands twice
    fallen: bool = False  # whether a later row bears a lower id
    edited: list = field(default_factory=list)  # events whose id stands on a second row of other contents
    reports: list = field(default_factory=list)
    notices: list = field(default_factory=list)
    thresholds: dict = field(default_factory=lambda: dict(THRESHOLDS))
    lowered: dict = field(default_factory=dict)  # what audit.ini says of them
    hours: tuple = None  # (start, end, days or None)
    supplied: set = field(default_factory=lambda: {"personnel", "duty_schedule", "incident_reports", "chief_notifications"})
    covered: bool = True  # [coverage] says that every input covers the period
    silent: dict = field(default_factory=dict)  # "log", "reports": the first and the last day of a stretch without rows
    log_time: str = "offset"  # "local", "offset" or "utc"
    probes: bool = True  # whether the log exports them
    agencies: bool = False
    administrator: str = ""
    designees: list = field(default_factory=list)
    effective: dt.date = None

    def within(self, day):
        return self.first <= day <= self.last

    def silence(self, kind, day):
        return kind in self.silent and self.silent[kind][0] <= day <= self.silent[kind][1]

    def person(self, user):
        return next((p for p in self.people if p.user == user), None)

    def rows(self):
        """The rows of this agency that could be read."""
        return [e for e in self.events if not e.rejected and not e.foreign]

    def activity(self):
        """Those of the period."""
        return [e for e in self.rows() if self.within(e.day)]

    def searches(self):
        return [e for e in self.activity() if e.search]
