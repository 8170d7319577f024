"""Writes an audit folder in which the exemptions of the table occur, and prints, for each search, which outcome its cells must have. Usage: make.py FOLDER

The people are invented. The day of the release is 2026-12-01."""
import csv
import sys

W, R, P = "withheld", "released", "person"
folder = sys.argv[1]
log, reports, wanted = [], [], []


def case(event, candidate, outcome, type="Burglary", status="Open", reason="burglary suspect", text="", report=True, day="2026-06-03", user="mmarsh", name="Marsh, Mona", second=None, cite="", probe="", column="Candidate selected", number=None, typed=None, desk="WS-1", parts=False, ip=""):
    """One search of its own case; TEXT goes into the narrative after the sentence that documents the search; SECOND: the status of a supplement."""
    number = number or f"2026-{event:08d}"
    log.append([event, f"{day} 10:00:00", user, name, "SEARCH", desk, (typed or number) if report else "", reason, probe or f"img_{event}.jpg", "1" if candidate else "0", candidate, ip])
    if report:
        say = f"I searched the photograph in FACESNXT to identify the person, and {candidate or 'nobody'} was returned. {text}"
        reports.append([number, "", "", f"{day} 12:00", type, status, "Marsh, Mona", "101", "Sgt. Amy Lane", f"{day} 15:00", say])
        if second:
            reports.append([number, "1", "", f"{day} 18:00", type, second, "Marsh, Mona", "101", "Sgt. Amy Lane", f"{day} 19:00", "Follow-up."])
    wanted.append((event, column, "part" if parts else outcome, cite))


case(1, "Ortega, Lia", W, cite="119.071(2)(c)1.")
case(2, "Brandt, Otis", R, type="Theft", status="Closed", reason="theft suspect")
case(3, "Vega, Ana", R, type="Robbery", status="Inactive", reason="robbery suspect")
case(4, "Lund, Per", R, type="Fraud", status="Cleared by arrest", reason="fraud suspect", text="Lund was arrested.")
case(5, "Rao, Dev", P, type="Assault", status="Cleared by arrest", reason="assault suspect", text="Another man, Karl Stein, was arrested.")
case(6, "Hale, Joy", P, status="Open", second="Closed")
case(7, "Mott, Ed", P, reason="roommate's ex", report=False)
case(8, "Sato, Ken", P, type="Missing Person", reason="unconscious male, no ID")
case(13, "Quill, Dana", W, type="Sexual Battery", status="Closed", reason="ID victim sexual battery Dana Quill", cite="119.071(2)(h)1.b.")
case(15, "Pike, Sam", R, type="Robbery", reason="identify victim of robbery", text="Pike is the victim.")
case(17, "Cole, Uma", W, type="Homicide", status="Closed", reason="identify witness, homicide", day="2025-08-01", cite="119.071(2)(m)1.")
case(18, "Gray, Ira", R, type="Homicide", status="Closed", reason="identify witness, homicide", day="2024-05-01")
case(19, "Wynn, K. (15)", W, type="Petit Theft", status="Closed", reason="petit theft suspect", text="Wynn was taken into custody.", cite="985.04(1)")
case(20, "Boyd, J. (16)", R, type="Armed Burglary", status="Closed", reason="armed burglary suspect", text="Boyd was taken into custody.")
case(23, "Tull, Bo", W, type="Theft", status="Closed", reason="theft suspect, SSN 900-12-3456", cite="119.071(5)(a)5.", column="Reason")
case(24, "Kerr, Al", W, type="Theft", status="Closed", reason="theft suspect", user="nfalk", name="Falk, Nils", cite="119.071(4)(c)", column="User name")
case(25, "***", "source", column="Candidate selected")
case(26, "", "blank")
case(27, "Ames, Joan", P, status="Held for lab", reason="burglary suspect")
case(28, "Fenn, Roy", P, status="", reason="burglary suspect")
case(29, "Rowe, Cal", P, type="Burglary", status="Open", reason="burglary suspect", text="A warrant for the arrest of Rowe was obtained. This case is closed.")
case(30, "Dorn, Max", R, type="Burglary", status="Closed", second="Inactive")
case(31, "Ivey, Pam", W, type="Theft", status="Open", reason="theft suspect", probe="ivey_pam_dl.jpg", cite="119.071(2)(c)1.", column="Probe image")
case(32, "Noll, Eve", W, type="Theft", status="Open", reason="theft suspect Noll at the mall", cite="119.071(2)(c)1.", column="Reason")
case(33, "Ortega, Lia", R, type="Theft", status="Closed", reason="theft suspect")
case(34, "Sims, Abe", P, type="Theft", status="Closed", reason="theft suspect Zorbano", column="Reason")
case(35, "Yates, Kim", P, type="Health Hazard", status="Closed", reason="TB exposure", column="Reason")
case(36, "Beck, Tim", P, type="Sexual Battery", status="Closed", reason="sexual battery suspect")
case(37, "Cobb, Lee", P, type="Theft", status="Closed", reason="juvenile theft suspect")
case(38, "Hobbs, Ray", R, type="Theft", status="Closed", reason="card fraud, acct 12345678", column="Case number")
case(39, "Marsh, Mona", R, type="Theft", status="Closed", reason="theft suspect", column="User name")


# What a person is, by words that speak of others too: a suspect whom the victim identified is no victim.
case(40, "Adair, Lia", W, type="Robbery", reason="robbery suspect", text="The victim identified Adair as the robber.", cite="119.071(2)(c)1.")
case(41, "Bloom, Ty", W, type="Fraud", reason="suspect who used victim's card", cite="119.071(2)(c)1.")
case(42, "Crane, Vi", P, type="Fraud", reason="identify victim's uncle, fraud")
case(43, "Dyer, Al", R, type="Homicide", status="Closed", reason="homicide suspect", text="A witness saw Dyer at the door.")
# An arrest that did not take place.
for number, text in enumerate(["I applied for an arrest affidavit for Egan.", "A capias for the arrest of Egan was issued.", "Egan was nearly arrested at the scene.", "Egan has not been arrested.", "Egan will be arrested when located."], 44):
    case(number, "Egan, Ros", W, text=text, cite="119.071(2)(c)1.")
case(49, "Fry, Dot", R, text="Fry was arrested for burglary.")
# A sexual offense, a child, an informant, told in the narrative alone.
for number, text in enumerate(["He fondled the woman.", "He exposed himself at the window.", "The man forced her into sex acts.", "A SANE exam was conducted."], 50):
    case(number, "Gorse, Uma", P, type="Battery", status="Closed", reason="battery suspect", text=text)
for number, text in enumerate(["Hatch, 15, was taken into custody.", "Hatch (15) was taken into custody.", "Hatch, a student, was taken into custody.", "Hatch, born 03/04/2011, was taken into custody.", "The 15-year-old was taken into custody.", "The boy was taken into custody."], 54):
    case(number, "Hatch, Bo", P, type="Petit Theft", status="Closed", reason="petit theft suspect", text=text)
case(60, "Wynn, K. (15)", W, type="Unarmed Trespass", status="Closed", reason="trespass suspect", text="Wynn was taken into custody.", cite="985.04(1)")
for number, text in enumerate(["Ibsen is working as a CI.", "Ibsen is a confidential source.", "A C.I. named Ibsen told me."], 61):
    case(number, "Ibsen, Max", P, type="Theft", status="Closed", reason="theft suspect", text=text)
case(64, "Jarvis, Di", P, type="Theft", status="Closed", reason="theft suspect per CI.", column="Reason")
case(65, "Keane, Lu", R, type="Theft", status="Closed", reason="theft suspect", text="The paint was scraped off, and the man was unarmed.")
# A name in every spelling, in every column that people type in.
for number, (name, words) in enumerate([("Ng, Bo", "Ng"), ("Smith-Jonez, Ann", "Jonez"), ("Núñez, Ana", "Nunez"), ("Nunez, Ana", "Núñez"), ("O'Dell, Pat", "ODell"), ("ODell, Pat", "O’Dell"), ("Orten, Lia", "L. Orten"), ("Orten, Lia", "the Ortens"), ("Orten, Lia", "LiaOrten"), ("Orten, Lia", "Orten2"),
                                        ("Núñez, Ana", "Nun\u0303ez"), ("de la Kruz, Ana", "de la Kruz"), ("Will, May", "May Will"), ("Prinz", "PRINZ"), ("Do, An", "An Do")], 70):
    case(number, name, W, type="Theft", reason=f"theft suspect {words}", cite="119.071(2)(c)1.", column="Reason")
for number, words in enumerate(["Hunter Case", "Grace Park", "JOHN BROWN", "Stone, Bill", "Mr. Brown", "Nu\u0301n\u0303ez"], 85):
    case(number, "", P, type="Theft", reason=f"theft suspect {words}", column="Reason")
for number, file in enumerate(["rao_dev.jpg", "LiaOrten.png", "zorbano.png", "900-12-3456.png"], 91):
    case(number, "Rao, Dev" if number == 91 else "Orten, Lia", W if number != 93 else P, probe=file, cite="119.071(5)(a)5." if number == 94 else "119.071(2)(c)1.", column="Probe image")
for number, file in enumerate(["still_lobby_cam3.png", "ATM frame 12.bmp", "IMG-20260603-WA0001.jpg"], 95):
    case(number, "Orten, Lia", R, probe=file, column="Probe image")
case(98, "Orten, Lia", P, typed="Dana Quill domestic", column="Case number")
case(99, "Orten, Lia", R, typed="HPD 26-00000099", number="2026-00000099", column="Case number")
case(100, "Orten, Lia 900-12-3456", W, status="Closed", cite="119.071(5)(a)5.")
case(101, "Orten, Lia", W, type="Burglary - Orten, Lia", cite="119.071(2)(c)1.", column="Incident type")
case(102, "Falk, Nils", W, type="Theft", status="Closed", reason="theft suspect", cite="119.071(4)(c)")
case(103, "Brandt, Otis", W, type="Theft", status="Closed", reason="theft suspect", desk="FALK-LAPTOP", cite="119.071(4)(c)", column="Workstation")
# Numbers, however they are written; what names nobody stays.
for number, words in enumerate(["SSN=900123456", "S.S.N. 900 12 3456", "social security number is 900123456", "SSN 900–12–3456"], 104):
    case(number, "Brandt, Otis", W, type="Theft", status="Closed", reason=f"theft suspect {words}", cite="119.071(5)(a)5.", column="Reason")
for number, words in enumerate(["Visa 4111 1111 1111 1112", "bank account 0011-2233-44", "savings 00112233445"], 108):
    case(number, "Brandt, Otis", W, type="Fraud", status="Closed", reason=f"fraud suspect {words}", cite="119.071(5)(b)", column="Reason")
for number, words in enumerate(["tag ABC 123", "phone 386-555-0101", "born 03/04/1990", "case 2026-00001234", "for Det. Marsh"], 111):
    case(number, "Brandt, Otis", R, type="Theft", status="Closed", reason=f"theft suspect, {words}", column="Reason")
case(116, "Brandt, Otis", P, type="Theft", status="Closed", reason="theft suspect 900123456", parts=True, column="Reason")
# What leads to the victim of such an offense.
case(117, "Quill, Dana", P, type="Sexual Battery", status="Closed", reason="identify victim sexual battery 2026-00000117", parts=True, column="Reason")
for number, words in enumerate(["uncle of the victim, sexual battery", "sexual battery unit 4B"], 118):
    case(number, "Brandt, Otis", P, type="Sexual Battery", status="Closed", reason=words, column="Reason")
# What waits, and stands on a page of the PDF as two cells that follow each other.
case(120, "Orten, Lia", P, status="Closed", typed="Brandt, Otis Theft", column="Case number")
# An officer who is listed by name alone, and one by id alone.
case(121, "Brandt, Otis", W, type="Theft", status="Closed", reason="theft suspect", user="qq7", name="", cite="119.071(4)(c)", column="User")
case(122, "Brandt, Otis", W, type="Theft", status="Closed", reason="theft suspect", user="rr8", name="Stout, Hal", cite="119.071(4)(c)", column="User name")
case(123, "Brandt, Otis", W, type="Theft", status="Closed", reason="theft suspect for Det. Stout", cite="119.071(4)(c)", column="Reason")
# What a spreadsheet would run, and a column that is decided once.
case(124, '=HYPERLINK("x")', P, status="Held for lab")
case(125, "Brandt, Otis", P, type="Theft", status="Closed", reason="theft suspect", ip="10.1.2.3", column="Address")
case(126, "Brandt, Otis", P, type="Theft", status="Closed", reason="theft suspect", ip="10.1.2.4", column="Address")
case(127, "Upham, Gil", P, type="Theft", status="Held for lab", reason="theft suspect Upham seen by Zorbano", column="Reason")
# Nor is one of whom a victim speaks, or who is beside one.
for number, text in enumerate(["The victim identified Lia Vance.", "The victim named Vance as the robber.", "Vance is the victim's uncle.", "The victim was Vance's neighbor."], 130):
    case(number, "Vance, Lia", P, type="Robbery", reason="robbery", text=text)
for number, words in enumerate(["victim recognized man, robbery", "ID male following victim, robbery", "identify friend of victim, robbery", "identify victim's car, robbery"], 134):
    case(number, "Vance, Lia", P, type="Robbery", reason=words)
for number, text in enumerate(["Wills was the victim.", "The victim, Lia Wills, was hurt.", "I met the victim Wills.", "The victim was identified as Lia Wills."], 138):
    case(number, "Wills, Lia", R, type="Robbery", reason="robbery", text=text)
for number, words in enumerate(["identify robbery victim", "ID victim of robbery", "victim ID, robbery", "identify unidentified male victim, robbery"], 142):
    case(number, "Wills, Lia", R, type="Robbery", reason=words)
# Nor is one arrested beside whom an arrest was made.
for number, text in enumerate(["Officers arrested Egan's roommate.", "The man with Egan was taken into custody.", "We want Egan arrested.", "Egan is in custody in another county.", "Unless Egan is arrested, the case stays open.", "Egan was detained but released; Smith was arrested.", "Smith was arrested near Egan."], 150):
    case(number, "Egan, Ros", "hidden", text=text)
for number, text in enumerate(["I arrested Ros Egan at the door.", "Egan was then arrested.", "Egan was taken into custody.", "Officers placed Egan under arrest."], 157):
    case(number, "Egan, Ros", R, text=text)
case(161, "Boyd, J. (16)", P, type="Armed Burglary", status="Closed", reason="armed burglary suspect", text="Smith was taken into custody near Boyd.")


def table(name, head, rows):
    with open(f"{folder}/{name}", "w", newline="") as file:
        csv.writer(file).writerows([head, *rows])


table("log.csv", ["Log ID", "Date/Time", "User ID", "User Name", "Action", "Workstation", "Case Number", "Reason for Search", "Probe Image", "Candidates Returned", "Candidate Selected", "IP Address"], log)
table("reports.csv", ["Report Number", "Supplement", "CAD Event", "Date Reported", "Incident Type", "Case Status", "Officer", "Officer ID", "Supervisor", "Supervisor Approved", "Narrative"], reports)
table("personnel.csv", ["User ID", "Employee ID", "Last Name", "First Name", "Rank", "Unit", "Unit From", "Unit To", "Access Approved", "Approved By", "Training Completed", "Separation Date", "Access Deactivated"],
      [["mmarsh", "101", "Marsh", "Mona", "Detective", "Criminal Investigations Unit", "2019-01-01", "", "2019-01-01", "Chief", "2019-02-01", "", ""],
       ["nfalk", "102", "Falk", "Nils", "Detective", "Criminal Investigations Unit", "2019-01-01", "", "2019-01-01", "Chief", "2019-02-01", "", ""],
       ["qq7", "103", "Lindqvist", "Bo", "Detective", "Criminal Investigations Unit", "2019-01-01", "", "2019-01-01", "Chief", "2019-02-01", "", ""]])
with open(f"{folder}/audit.ini", "w") as file:
    file.write("""[agency]
name = Harbor Police Department
timezone = America/New_York
authorized_units = Criminal Investigations Unit

[period]
from = 2024-01-01
to = 2026-11-30

[inputs]
user_log = log.csv
incident_reports = reports.csv
personnel = personnel.csv

[redactions]
undercover = nfalk; Nils Falk; Bo Lindqvist; rr8
statuses_on = 2026-11-28
""")
for row in wanted:
    print("\t".join(map(str, row)))
