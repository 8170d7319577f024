/* TABLE: the ranks, offices and suffixes that accompany names. name.c decides whether one of them is a name after all. */
#include "analyze/people/rank.h"
#include <string.h>

/* Ranks and offices that are nobody's name; some of them only before a name ("Major Ann Ruiz", "Ann Major"). */
static const char *const ranks[] = {"1lt",          "2lt",          "adm",
                                    "agt",          "asac",         "asst",
                                    "atf",          "bc",           "bcso",
                                    "capt",         "cmdr",         "cmd",
                                    "comdr",        "cpl",          "cpt",
                                    "csi",          "cso",          "cst",
                                    "cpd",          "c/o",          "d/c",
                                    "d/cst",        "d/i",          "d/insp",
                                    "d/lt",         "d/ofc",        "d/s",
                                    "d/sgt",        "d/sheriff",    "d/sup",
                                    "dcpl",         "dcst",         "dep",
                                    "dept",         "det",          "dets",
                                    "detective",    "detectives",   "dfc",
                                    "dpty",         "dsgt",         "dt",
                                    "dtl",          "fto",          "f/sgt",
                                    "gysgt",        "insp",         "inv",
                                    "invest",       "investigator", "lcpl",
                                    "lt",           "ltc",          "ltcol",
                                    "lieut",        "lieutenant",   "m/dep",
                                    "m/ofc",        "m/o",          "m/p/o",
                                    "m/sgt",        "m/tpr",        "maj",
                                    "mdep",         "mofc",         "mpo",
                                    "msgt",         "mstr",         "nco",
                                    "ofc",          "ofcr",         "offc",
                                    "offr",         "p/a",          "p/det",
                                    "p/o",          "p/i",          "p/s",
                                    "pfc",          "po1",          "po2",
                                    "po3",          "ppo",          "psgt",
                                    "pso",          "ptl",          "ptlm",
                                    "ptlmn",        "ptlw",         "ptrl",
                                    "ptrlmn",       "pvt",          "rac",
                                    "r/o",          "r/d",          "s/a",
                                    "s/agt",        "s/d",          "s/det",
                                    "s/i",          "s/inv",        "s/o",
                                    "s/sgt",        "s/tpr",        "sac",
                                    "sdet",         "sfc",          "sgm",
                                    "sgt",          "sgts",         "sinv",
                                    "spc",          "spec",         "spl",
                                    "spo",          "sro",          "ssa",
                                    "ssgt",         "sso",          "supt",
                                    "supv",         "supvr",        "t/sgt",
                                    "t/o",          "tech",         "tfa",
                                    "tfc",          "tfd",          "tfo",
                                    "tpr",          "tpr1",         "tsgt",
                                    "undersheriff", "patrolman",    "patrolwoman",
                                    "policeman",    "policewoman",  "sargeant",
                                    "sergeants",    "officers",     "deputies",
                                    "technician",   "criminalist",  "probationary",

                                    "corporal",     "inspector",    "superintendent",
                                    "mrs",          "ms",           "mr",
                                    "esq",          "phd",          NULL};
static const char *const offices[] = {
    "officer",    "sergeant",    "acting",      "agent",        "analyst",  "assigned",   "assistant", "badge",    "by",
    "captain",    "case",        "cell",        "chief",        "civilian", "class",      "clerk",     "co",       "col",
    "colonel",    "commander",   "constable",   "corp",         "crime",    "deputy",     "director",  "dr",       "emp",
    "employee",   "examiner",    "first",       "force",        "forensic", "fusion",     "gang",      "grade",    "homicide",
    "i",          "id",          "intel",       "intelligence", "lead",     "major",      "marshal",   "master",   "member",
    "miss",       "mo",          "narcotics",   "no",           "off",      "operator",   "patrol",    "pid",      "po",
    "police",     "private",     "property",    "ranger",       "real",     "records",    "reserve",   "resource", "sa",
    "school",     "second",      "senior",      "sheriff",      "special",  "specialist", "staff",     "star",     "state",
    "supervisor", "supervising", "supervisory", "task",         "the",      "third",      "time",      "trooper",  "unit",
    "us",         NULL};
static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv", NULL};

bool word_is_rank(const char *word) { return g_strv_contains(ranks, word); }
bool word_is_office(const char *word) { return g_strv_contains(offices, word); }

const char *word_suffix(const char *word) {
  for (const char *const *suffix = suffixes; *suffix; suffix++)
    if (!strcmp(word, *suffix)) return *suffix;
  return NULL;
}

bool name_title(const char *word) { return word_is_rank(word) || word_is_office(word) || word_suffix(word); }

gsize name_dotted(const char *at) {
  static const char *const dotted_ranks[] = {"p.o.",   "s.a.",   "t.f.o.", "s.r.o.", "m.p.o.", "c.s.o.",
                                             "c.s.i.", "p.f.c.", "f.t.o.", "m.o.",   "c.p.l.", NULL};
  for (const char *const *rank = dotted_ranks; *rank; rank++)
    if (g_str_has_prefix(at, *rank)) return strlen(*rank);
  return 0;
}
