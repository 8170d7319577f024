"""Writes an audit folder of officers: each report names one of them as the one who searched, with a rank, in one of a dozen wordings.
Usage: tests/names.py FOLDER own|other [EVERY]. own: the log row is of the officer named; other: of another with another surname.
EVERY: of all surnames by ranks by wordings, one in so many (100); 1 takes some minutes. What each report says stands in FOLDER/said.csv."""
import csv, datetime, sys

FOLDER, KIND, EVERY = sys.argv[1], sys.argv[2], int((sys.argv + ["100"])[3])
RANKS = ("Det.|Detective|Ofc.|Officer|P/O|PO|P.O.|TFO|Agt.|Agent|S/A|SA|Special Agent|Dep.|Deputy|Dep. Cst.|Cst.|D/Sgt.|Sgt.|PFC|Det. I|Det. II|"
         "Detective Sergeant|Inv.|Investigator|Cpl.|Lt.|M/Ofc.|MPO|SRO|Tpr.|Trooper|Analyst|Crime Analyst|D/S|DFC|Ptl.|Insp.|Rsv. Ofc.|"
         "Sgt. 1st Class|Master Deputy|DUSM|Det. Const.").split("|")
WORDINGS = ("{} ran the image through FACESNXT to identify the suspect.|The image was run through FACESNXT by {} to identify the suspect.|"
            "{}, who is trained, submitted the still to FACESNXT to identify the suspect.|I gave the still to {}, who ran it through FACESNXT to identify the suspect.|"
            "At my request {} searched the photo in FACESNXT to identify the suspect.|Searched by: {}. The image was run through FACESNXT to identify the suspect.|"
            "{} and I ran the image through FACESNXT to identify the suspect.|A FACESNXT search was conducted by {} to identify the suspect.|"
            "With the assistance of {}, the still was run through FACESNXT to identify the suspect.|On 10/03/2022 {} uploaded a still to FACESNXT to identify the suspect.|"
            "My partner, {}, ran the image in FACESNXT to identify the suspect.|The still was searched in FACESNXT by {} to identify the suspect.").split("|")
FIRSTS = "Samir Nadia Erik Rosa Minh Jade Carmen Tara Jose Julia Beatrix Anke Rahel".split()
SURNAMES = [line.strip() for line in open("tests/data/surnames.txt", encoding="utf-8") if line[0] != "#"]
FORMS = ["{rank} {last}", "{rank} {first} {last}", "{rank} {first[0]}. {last}", "{rank} {last} #{badge}"]
UNIT = "Criminal Investigations Unit"


def first(member):
    return FIRSTS[member % len(FIRSTS)]


def words(surname):
    return set(surname.lower().replace("-", " ").split())


def other(member, step):
    """Another officer, of whose surname no word is in this one's."""
    at = (member + 1 + step * 7) % len(SURNAMES)
    while words(SURNAMES[at]) & words(SURNAMES[member]):
        at = (at + 1) % len(SURNAMES)
    return at


def table(name, header):
    out = csv.writer(open(f"{FOLDER}/{name}", "w", newline="", encoding="utf-8"))
    out.writerow(header.split(","))
    return out


open(f"{FOLDER}/audit.ini", "w").write(f"""[agency]
name = Harbor Police Department
timezone = America/New_York
authorized_units = {UNIT}

[period]
from = 2022-06-01
to = 2023-05-31

[inputs]
user_log = log.csv
personnel = personnel.csv
incident_reports = reports.csv
""")
personnel = table("personnel.csv", "User ID,Employee ID,Last Name,First Name,Unit,Unit From,Access Approved,Training Completed,Separation Date,Access Deactivated")
log = table("log.csv", "Log ID,Date/Time,User ID,Action,Workstation,Case Number,Reason for Search,Probe Image,Candidate Selected")
reports = table("reports.csv", "Report Number,Date Reported,Incident Type,Officer,Officer ID,Supervisor,Supervisor Approved,Narrative")
said = table("said.csv", "number,surname,rank,narrative")
personnel.writerow(["pferreira", "2999", "Ferreira", "Paula", UNIT, "2019-01-01", "2021-01-01", "2021-02-01", "", ""])
for member, last in enumerate(SURNAMES):
    personnel.writerow([f"u{member:04}", 3000 + member, last, first(member), UNIT, "2019-01-01", "2021-01-01", "2021-02-01", "", ""])

total = len(SURNAMES) * len(RANKS) * len(WORDINGS)
for number, place in enumerate(range(0, total, EVERY)):
    scattered = place * 7919 % total  # a step that has no divisor in common with any of the three
    member, rank, wording = scattered % len(SURNAMES), RANKS[scattered // len(SURNAMES) % len(RANKS)], WORDINGS[scattered // len(SURNAMES) // len(RANKS)]
    last, case, day = SURNAMES[member], f"2022-{100000 + number}{100000 + number}", datetime.date(2022, 7, 1) + datetime.timedelta(days=number * EVERY * 200 // total)
    officer = FORMS[number % len(FORMS)].format(rank=rank, last=last, first=first(member), badge=3000 + member)
    narrative = WORDINGS[WORDINGS.index(wording)].format(officer) + " No candidates were returned."
    if number % 17 == 0: narrative = narrative.upper()
    owner = member if KIND == "own" else other(member, number)
    log.writerow([number + 1, f"{day} 10:00:00", f"u{owner:04}", "SEARCH", "WS-1", case, "theft suspect", f"IMG_{number}.jpg", ""])
    reports.writerow([case, f"{day} 12:00", "Theft", "Ferreira, Paula", "2999", "Sgt. Harlan Weeks", "2022-12-30 10:00", narrative])
    said.writerow([case, last, rank, narrative])
print(number + 1)
