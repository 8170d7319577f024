/* Makes an audit folder of any size for tests/bench, where no other data is at hand: generate SEARCHES FOLDER. The same number
   gives the same bytes. Half as many reports as searches; an officer for every thousand searches. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t state = 20230601;

static unsigned below(unsigned most) { /* Knuth's MMIX generator, its high bits */
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)((state >> 33) % most);
}

#define ONE_OF(words) words[below(sizeof words / sizeof *words)]

static const char *const first_names[] = {"Ada", "Ben", "Cleo", "Drew", "Eli", "Fay", "Gus", "Hana", "Ira", "June"};
static const char *const last_names[] = {"Abbot",  "Barlow", "Cutter", "Dorsey", "Easton",
                                         "Farrow", "Gentry", "Holt",   "Ives",   "Jessup"};
static const char *const types[] = {"Burglary", "Theft", "Fraud", "Robbery", "Missing Person", "Death Investigation"};
static const char *const reasons[] = {"Burglary suspect on video",
                                      "Shoplifting suspect, store still",
                                      "Missing juvenile",
                                      "Unidentified decedent",
                                      "Fraud at the bank, ATM image",
                                      "investigation",
                                      "test",
                                      "Man detained, gives no name"};
static const char *const opening[] = {"I took the report at the scene. ", "The owner showed me the recording. ",
                                      "On arrival I spoke with the clerk. "};
static const char *const use[] = {"I ran the still through FACESNXT to learn who the man is. ",
                                  "The image was submitted to FACESNXT to identify the suspect. ",
                                  "No facial recognition was used. "};
static const char *const result[] = {"It returned no candidate. ", "FACESNXT returned Kip Moreno as a possible candidate. ", ""};
static const char *const closing[] = {"A photo lineup confirmed him. ", "The case stays open. ", "He was arrested. "};

static FILE *file_open(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "w");
  if (!file) perror(path), exit(4);
  return file;
}

static void settings_write(const char *folder) {
  FILE *file = file_open(folder, "audit.ini");
  fputs("[agency]\nname = Bench Harbor Police Department\ntimezone = America/New_York\nauthorized_units = "
        "Investigations\n\n[period]\n"
        "from = 2019-01-01\nto = 2023-12-31\n\n[inputs]\nuser_log = searches.csv\nincident_reports = incidents.csv\npersonnel = "
        "roster.csv\n",
        file);
  fclose(file);
}

static void roster_write(const char *folder, unsigned officers) {
  FILE *file = file_open(folder, "roster.csv");
  fputs("User ID,Last Name,First Name,Unit,Access Approved,Training Completed,Shift Start,Shift End\n", file);
  for (unsigned i = 0; i < officers; i++)
    fprintf(file, "user%05u,%s,%s,%s,%s,2018-%02u-15,%02u:00,%02u:00\n", i, last_names[i % 10], first_names[i / 10 % 10],
            i % 9 ? "Investigations" : "Patrol", i % 20 ? "2018-06-01" : "", 1 + i % 12, i % 3 * 8, (i % 3 * 8 + 8) % 24);
  fclose(file);
}

/* SECONDS since the beginning of 2019, as the exports write it. */
static const char *moment(uint64_t seconds) {
  static char text[40];
  time_t at = (time_t)(1546300800 + seconds);
  strftime(text, sizeof text, "%m/%d/%Y %I:%M:%S %p", gmtime(&at));
  return text;
}

int main(int count, char **arguments) {
  if (count != 3) return fputs("usage: generate SEARCHES FOLDER\n", stderr), 2;
  unsigned long searches = strtoul(arguments[1], NULL, 10), reports = searches / 2;
  unsigned officers = (unsigned)(searches / 1000) + 10;
  double step = 157680000.0 / (double)(searches + 1); /* five years */
  settings_write(arguments[2]);
  roster_write(arguments[2], officers);
  FILE *log = file_open(arguments[2], "searches.csv"), *cases = file_open(arguments[2], "incidents.csv");
  fputs("Event ID,Time,User ID,Workstation,Case Number,Reason,Candidate Selected\n", log);
  fputs("Report Number,Reported,Type,Officer,Supervisor,Narrative\n", cases);
  for (unsigned long i = 0; i < reports; i++) {
    unsigned officer = below(officers);
    uint64_t at = (uint64_t)((double)(2 * i) * step);
    fprintf(cases, "BH-%07lu,%s,%s,\"%s, %s\",Sgt. Lowe,\"%s", i + 1, moment(at), ONE_OF(types), last_names[officer % 10],
            first_names[officer / 10 % 10], ONE_OF(opening));
    fprintf(cases, "%s%s%s\"\n", ONE_OF(use), ONE_OF(result), ONE_OF(closing));
    for (unsigned k = 0; k < 2; k++) {
      char number[24] = "";
      if (below(10)) snprintf(number, sizeof number, "BH-%07lu", below(50) ? i + 1 : i + 1000000);
      fprintf(log, "%lu,%s,user%05u,WS-%02u,%s,\"%s\",%s\n", 100000 + 2 * i + k, moment(at + 3600 + k * 60), officer, below(40),
              number, ONE_OF(reasons), below(3) ? "" : "\"Moreno, Kip\"");
    }
  }
  return fclose(log) || fclose(cases) ? 4 : 0;
}
