"""Sentences whose meaning nobody doubts: what is tested is what the rules make of a meaning, not how words are read."""
from year import Reason

REASONS = [Reason("theft suspect", "criminal"), Reason("burglary suspect", "criminal"), Reason("robbery victim", "criminal"), Reason("witness to assault", "criminal")]
HEALTH = [Reason("public health - measles exposure", "health"), Reason("public health, TB contact", "health")]
LESSER = [Reason("", "unstated"), Reason("test", "unstated"), Reason("investigation", "unstated"), Reason("follow up", "unstated"), Reason("...", "unstated"),
          Reason("my daughter's new boyfriend", "unauthorized", "personal"), Reason("identify people at the protest march", "unauthorized", "protected activity"),
          Reason("deceased person, unidentified", "unable"), Reason("detained, refuses to give name", "detained"), Reason("threat to public safety", "safety")]

SILENT = ["The scene was secured and photographs were taken.", "The victim was contacted again.", "A bicycle was found and stored."]


def use(row, searcher, purpose, why=True):
    """searcher: "author", "Detective First Last" or ""."""
    to = (" to identify the patient" if purpose == "health" else " to identify the suspect") if why else ""
    row.use, row.searcher, row.reason = True, searcher, why
    if searcher == "author":
        row.sentences.append(f"I searched the image in FACESNXT{to}.")
    elif searcher:
        row.sentences.append(f"Detective {searcher} searched the image in FACESNXT{to}.")
    else:
        row.sentences.append(f"The image was searched in FACESNXT{to}.")


def result(row, outcome, name=""):
    row.result, row.candidate = outcome, name
    if outcome == "none":
        row.sentences.append("No candidates were returned.")
    elif outcome == "candidate":
        row.sentences.append(f"The search returned a candidate, {name}." if name else "The search returned a candidate.")


def corroboration(row):
    row.corroborated = True
    row.sentences.append("The victim identified him in a photo line-up.")


def action(row, name):
    row.action = True
    row.sentences.append(f"I arrested {name} on a warrant.")


def notice(row, when):
    row.notice = when
    row.sentences.append({"before": "The Chief was notified before the search.", "after": "The Chief was notified the day after the search.",
                          "denied": "The Chief was not notified."}[when])


def denial(row):
    row.denied = True
    row.sentences.append("Facial recognition was not used in this case.")
