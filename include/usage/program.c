/* What the man page says about the program as a whole: its purpose, files and exit statuses. The commands are in main.c. */
#include "include/usage/program.h"

const char *const program_about[] = {"faceaudit is run once a year by a police department, to show that facial recognition was "
                                     "used only by the right people, "
                                     "for the right reasons, and on the record. It takes the exports as other systems wrote them "
                                     "(the log of the face-search "
                                     "system, the incident reports, the personnel file, the notices to the Chief, the duty "
                                     "schedule), links every search to "
                                     "the report that documents it, tests every rule of the directive, and writes the reports.",
                                     "A finding is an indicator, not a verdict: it shows its rows, says how it was tested, and "
                                     "names the innocent explanations. "
                                     "What could not be tested is said to be not tested; it never counts as passed.",
                                     "Messages go to standard error as FILE:LINE: what is wrong: what to do.", NULL};

const struct usage_text program_files[] = {
    {"DIR/audit.ini", "what to audit: the agency, the period, the exports. faceaudit init writes a first one, with comments."},
    {"DIR/audit/audit.pdf", "for command staff: a first page that stands alone, then each clause with its exceptions."},
    {"DIR/audit/audit.html", "for reading and drilling: one file that needs no network."},
    {"DIR/audit/audit.xlsx", "for the administrator: findings, searches, reports, users, rejected rows."},
    {"DIR/audit/findings.csv", "for other programs."},
    {"DIR/audit/charts/", "for slides: each chart as SVG and PNG."},
    {"DIR/audit/audit.db", "everything, as an SQLite database; the views named audit_* are its published interface."},
    {"DIR/audit/manifest-sha256.txt", "for whoever checks later: sha256sum -c manifest-sha256.txt in that folder."},
    {0}};

const struct usage_text program_environment[] = {
    {"SOURCE_DATE_EPOCH", "the date of the audit in seconds since 1970, where --as-of is not given."}, {0}};

const struct usage_text program_exits[] = {{"0", "done, whatever was found"},
                                           {"1", "done, and a finding is as severe as --fail-on says"},
                                           {"2", "the command line is wrong"},
                                           {"3", "an input or the configuration cannot be used"},
                                           {"4", "the system failed: disk full, no permission, no memory"},
                                           {0}};
