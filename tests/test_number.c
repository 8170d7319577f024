/* Case numbers against the formats of many agencies: what a cell or a reason cites, keys, supplements, slips. The reports'
   numbers are made up; the strings cited are of the kinds that released logs hold. */
#include "analyze/number/number.h"
#include "tests/check.h"
#include "include/cell/zone.h"

/* A wrong row is reported and the rest still read. */
#define WRONG(...) (g_test_message(__VA_ARGS__), g_test_fail())

enum { KNOWN_MOST = 14 };

struct known {
  const char *number, *cad;
  int day; /* year, month and day as one figure: 20220606 */
};

static const struct agency {
  const char *id, *name, *pattern, *prefixes;
  struct known known[KNOWN_MOST];
} agencies[] = {
    {"beach",
     "New Smyrna Beach Police Department",
     NULL,
     NULL,
     {{"2022-00005619", "P221570112", 20220606},
      {"2022-00009073", "P222570034", 20220914},
      {"2022-00004107", "P221120008", 20220422},
      {"2022-00000243", NULL, 20220108},
      {"2022-00011250", NULL, 20221119},
      {"2022-00003044", NULL, 20220325},
      {"2022-00007788", NULL, 20220801},
      {"2023-00000123", NULL, 20230104},
      {"2023-00002443", NULL, 20230312},
      {"2023-00003044", "P230950777", 20230405}}},
    {"grove",
     "Pine Grove Police Department",
     NULL,
     NULL,
     {{"23-000123", NULL, 20230105},
      {"23-000123A", NULL, 20230109},
      {"23-000123B", NULL, 20230201},
      {"23-004410", NULL, 20230219},
      {"23-017738", NULL, 20230708},
      {"22-031960", NULL, 20221205},
      {"22-031960A", NULL, 20221211},
      {"23-020145", NULL, 20230803}}},
    {"bay",
     "Long Bay Police Department",
     NULL,
     NULL,
     {{"LB2300456", NULL, 20230210},
      {"LB2302210", NULL, 20230601},
      {"LB2311873", NULL, 20231120},
      {"LB2207754", NULL, 20220901},
      {"LB2304071", NULL, 20230714}}},
    {"ridge",
     "Ridge Crossing Police Department",
     NULL,
     NULL,
     {{"2501100169", NULL, 20250110},
      {"2501050160", NULL, 20250105},
      {"2505110002", NULL, 20250511},
      {"2508010019", NULL, 20250801},
      {"2507140025", NULL, 20250714},
      {"2412310007", NULL, 20241231},
      {"2503280112", NULL, 20250328}}},
    {"rowan",
     "Rowan Police Department",
     NULL,
     NULL,
     {{"R19-01-0254", NULL, 20190117},
      {"R19-02-0031", NULL, 20190203},
      {"R19-11-1200", NULL, 20191122},
      {"R18-12-0254", NULL, 20181218},
      {"R19-05-0777", NULL, 20190519}}},
    {"falls",
     "Cedar Falls Township Police",
     NULL,
     NULL,
     {{"000003-2017", NULL, 20170101},
      {"000003-2017-01", NULL, 20170109},
      {"000127-2017", NULL, 20170211},
      {"001480-2017", NULL, 20171002},
      {"001480-2017-01", NULL, 20171004},
      {"000003-2016", NULL, 20160102},
      {"000950-2016", NULL, 20160701}}},
    {"valley",
     "Valley Police Department",
     NULL,
     NULL,
     {{"23S-004512", NULL, 20230501},
      {"23S-001207", NULL, 20230202},
      {"23N-000881", NULL, 20230130},
      {"23N-004512", NULL, 20230611},
      {"22S-009934", NULL, 20221201},
      {"23N-003340", NULL, 20230423}}},
    {"lake",
     "Lakemont Police Department",
     NULL,
     NULL,
     {{"L106668", NULL, 20240203},
      {"L104210", NULL, 20231101},
      {"L099871", NULL, 20230520},
      {"L106702", NULL, 20240204},
      {"L105533", NULL, 20231215}}},
    {"metro",
     "Harlow Metro Police",
     NULL,
     NULL,
     {{"23-PR-00417", NULL, 20230301},
      {"23-TC-00417", NULL, 20230412},
      {"23-PR-01200", NULL, 20230701},
      {"22-TC-00988", NULL, 20221104},
      {"23-DV-00052", NULL, 20230119}}},
    {"serial",
     "Weston Police Department",
     NULL,
     NULL,
     {{"0461220", NULL, 20240101}, {"0461377", NULL, 20240102}, {"0458002", NULL, 20231011}, {"0460019", NULL, 20231203}}},
    {"arden",
     "Port Arden Police Department",
     NULL,
     NULL,
     {{"PA26-9525", NULL, 20260801},
      {"PA26-9410", NULL, 20260728},
      {"PA25-8801", NULL, 20250611},
      {"PA26-0132", NULL, 20260111}}},
    {"carver",
     "Carver Lake Police Department",
     NULL,
     NULL,
     {{"CVL035238", NULL, 20240601},
      {"CVL009130", NULL, 20230301},
      {"CVL111085", NULL, 20250708},
      {"CVL111210", NULL, 20250709}}},
    {"shore",
     "Shorehaven Police Department",
     NULL,
     NULL,
     {{"SH25000089394", NULL, 20250901}, {"SH25000000130", NULL, 20250102}, {"SH24000102233", NULL, 20241117}}},
    {"short",
     "Sanborn Police Department",
     NULL,
     NULL,
     {{"26-01698", NULL, 20260310},
      {"24-01435", NULL, 20240406},
      {"25-02676", NULL, 20250512},
      {"25-01103", NULL, 20250221},
      {"25-01065", NULL, 20250219},
      {"26-00132", NULL, 20260108},
      {"19-00010", NULL, 20190103},
      {"25-13504", NULL, 20251020}}},
    {"sanborn",
     "Sanborn Bay Police",
     NULL,
     NULL,
     {{"SNB25-00274", NULL, 20250207}, {"SNB25-01190", NULL, 20250617}, {"SNB24-00088", NULL, 20240113}}},
    {"region",
     "State Parks Rangers",
     NULL,
     NULL,
     {{"R2-26-0053", NULL, 20260120}, {"R2-26-0061", NULL, 20260122}, {"R2-25-0990", NULL, 20251214}}},
    {"parsons",
     "Parsons Point Police",
     NULL,
     NULL,
     {{"PARS2600487", NULL, 20260301}, {"PARS2600912", NULL, 20260511}, {"PARS2500077", NULL, 20250105}}},
    {"dated",
     "Dale City Police",
     NULL,
     NULL,
     {{"202505250029", NULL, 20250525},
      {"202506010003", NULL, 20250601},
      {"202412240101", NULL, 20241224},
      {"202501030085", NULL, 20250103}}},
    {"narrow",
     "Nash Police Department",
     NULL,
     NULL,
     {{"250103085", NULL, 20250103},
      {"190202020", NULL, 20190202},
      {"250511002", NULL, 20250511},
      {"250714025", NULL, 20250714}}},
    {"singer",
     "Sagan Police Department",
     NULL,
     NULL,
     {{"SGN25-00036", NULL, 20250104}, {"SGN25-00412", NULL, 20250303}, {"SGN24-02121", NULL, 20240909}}},
    {"sheriff",
     "Tamarack County Sheriff's Office",
     NULL,
     NULL,
     {{"25-002676", NULL, 20250512}, {"25-013504", NULL, 20251020}, {"24-000918", NULL, 20240202}}},
    {"joint",
     "Pine Grove Police Department",
     NULL,
     NULL,
     {{"22-005619", NULL, 20220605},
      {"22-006001", NULL, 20220708},
      {"22-006100", NULL, 20220712},
      {"LB22-005619", NULL, 20220605},
      {"LB22-006544", NULL, 20220615},
      {"PG22-007001", NULL, 20220801}}},
    {"told",
     "Quarry Police Department",
     "^(?:QPD)?(?<year>\\d{2})[A-Z](?<number>\\d{3,6})$",
     "QY; Q-PD",
     {{"25K0417", NULL, 20250301}, {"25K0981", NULL, 20250401}, {"24K3305", NULL, 20241208}}},
};

static const struct agency *agency_named(const char *id) {
  for (gsize i = 0; i < G_N_ELEMENTS(agencies); i++)
    if (!strcmp(agencies[i].id, id)) return &agencies[i];
  g_error("no agency %s", id);
}

static gint32 day_of(int figure) { return day_number(figure / 10000, figure / 100 % 100, figure % 100); }

/* Supplements share the report of the number they extend: the first known number with the same key. */
static guint32 report_of(const struct numbers *numbers, const struct agency *agency, const char *number) {
  g_autofree char *wanted = numbers_key(numbers, number, NULL);
  for (guint32 i = 0; i < KNOWN_MOST && agency->known[i].number; i++) {
    g_autofree char *key = numbers_key(numbers, agency->known[i].number, NULL);
    if (!strcmp(key, wanted)) return i + 1;
  }
  g_error("%s has no report %s", agency->id, number);
}

static struct numbers *numbers_of(const struct agency *agency) {
  struct numbers *numbers = numbers_new(agency->name, agency->pattern, agency->prefixes);
  for (int i = 0; i < KNOWN_MOST && agency->known[i].number; i++)
    numbers_learn(numbers, agency->known[i].number, day_of(agency->known[i].day));
  numbers_settle(numbers);
  for (int i = 0; i < KNOWN_MOST && agency->known[i].number; i++) {
    guint32 report = report_of(numbers, agency, agency->known[i].number);
    numbers_enter(numbers, agency->known[i].number, report, NULL);
    if (agency->known[i].cad) numbers_add_cad(numbers, agency->known[i].cad, report);
  }
  return numbers;
}

static const char *const kind_words[] = {"none", "own", "CAD", "another agency's", "unreadable", "not evaluated"};

/* Kinds that a row allows, as bits. ELSEWHERE: not this agency's, by label or by form. */
enum {
  NONE = 1 << CITE_NONE,
  OWN = 1 << CITE_OWN,
  CAD = 1 << CITE_CAD,
  FOREIGN = 1 << CITE_FOREIGN,
  UNREADABLE = 1 << CITE_UNREADABLE
};
enum { ELSEWHERE = FOREIGN | UNREADABLE };

struct cited {
  const char *agency, *text;
  int day;
  int kinds;
  const char *reports; /* numbers the text means, separated by spaces; NULL: none */
};

static bool report_among(const struct citation *citations, guint count, gint64 report) {
  for (guint i = 0; i < count; i++)
    if (citations[i].report == report) return true;
  return false;
}

static guint reports_counted(const struct citation *citations, guint count) {
  guint found = 0;
  for (guint i = 0; i < count; i++) found += citations[i].report != 0 && citations[i].kind != CITE_FOREIGN;
  return found;
}

static void cited_check(const struct cited *row, bool free_text) {
  const struct agency *agency = agency_named(row->agency);
  struct numbers *numbers = numbers_of(agency);
  struct citation citations[CITATIONS_MOST];
  guint count = numbers_read(numbers, row->text, free_text, day_of(row->day), citations);
  if (!free_text && !count) WRONG("%s: \"%s\" gives nothing at all", row->agency, row->text);
  int kind = count ? 1 << citations[0].kind : NONE;
  const char *said = count ? kind_words[citations[0].kind] : "none";
  if (!(kind & row->kinds))
    WRONG("%s: \"%s\" is taken for %s (%s)", row->agency, row->text, said, count ? citations[0].text : "");
  g_auto(GStrv) wanted = g_strsplit(row->reports ? row->reports : "", " ", -1);
  guint named = row->reports ? g_strv_length(wanted) : 0;
  for (guint i = 0; i < named; i++)
    if (!report_among(citations, count, report_of(numbers, agency, wanted[i])))
      WRONG("%s: \"%s\" is not read as report %s", row->agency, row->text, wanted[i]);
  guint found = reports_counted(citations, count);
  if (found != named) WRONG("%s: \"%s\" means %u reports, not %u", row->agency, row->text, found, named);
  numbers_free(numbers);
}

/* -------------------------------------------------------------------------------------- strings of released logs */

static const struct cited released[] = {
    {"short", "26-0132", 20260109, OWN, "26-00132"},
    {"beach", "26-0132", 20220607, OWN, NULL},
    {"arden", "26-0132", 20260112, OWN, "PA26-0132"},
    {"sheriff", "25-138337", 20250601, OWN, NULL},
    {"bay", "25-138337", 20230601, OWN | ELSEWHERE, NULL},
    {"ridge", "2601050160", 20260106, OWN, NULL},
    {"ridge", "2501050160", 20250106, OWN, "2501050160"},
    {"beach", "2601050160", 20220607, OWN | ELSEWHERE, NULL},
    {"lake", "2601050160", 20240202, ELSEWHERE, NULL},
    {"dated", "202505250029", 20250526, OWN, "202505250029"},
    {"dated", "2505250029", 20250526, OWN, "202505250029"},
    {"ridge", "202505250029", 20250526, OWN, NULL},
    {"ridge", "202501100169", 20250112, OWN, "2501100169"},
    {"narrow", "250103085", 20250104, OWN, "250103085"},
    {"dated", "250103085", 20250104, OWN | ELSEWHERE, "202501030085"},
    {"rowan", "R19-01-0254", 20190118, OWN, "R19-01-0254"},
    {"beach", "R19-01-0254", 20220607, ELSEWHERE, NULL},
    {"short", "R19-01-0254", 20190201, ELSEWHERE, NULL},
    {"sanborn", "SNB25-00274", 20250208, OWN, "SNB25-00274"},
    {"sanborn", "25-00274", 20250208, OWN, "SNB25-00274"},
    {"beach", "SNB25-00274", 20220607, FOREIGN, NULL},
    {"bay", "SNB25-00274", 20230607, FOREIGN, NULL},
    {"short", "19-10", 20190104, OWN, "19-00010"},
    {"beach", "19-10", 20220607, OWN | UNREADABLE, NULL},
    {"narrow", "190202020", 20190203, OWN, "190202020"},
    {"lake", "190202020", 20240203, ELSEWHERE, NULL},
    {"arden", "Pa2026-9525", 20260802, OWN, "PA26-9525"},
    {"arden", "PA26-9525", 20260802, OWN, "PA26-9525"},
    {"arden", "pa26-9525", 20260802, OWN, "PA26-9525"},
    {"beach", "Pa2026-9525", 20220607, FOREIGN, NULL},
    {"lake", "L106668", 20240203, OWN, "L106668"},
    {"lake", "l106668", 20240203, OWN, "L106668"},
    {"beach", "L106668", 20220607, ELSEWHERE, NULL},
    {"carver", "CVL035238", 20240602, OWN, "CVL035238"},
    {"carver", "cvl009130", 20230302, OWN, "CVL009130"},
    {"carver", "Cvl111085", 20250708, OWN, "CVL111085"},
    {"beach", "CVL035238", 20220607, FOREIGN, NULL},
    {"singer", "SGN 25-36", 20250105, OWN, "SGN25-00036"},
    {"short", "SGN 25-36", 20250105, FOREIGN, NULL},
    {"region", "R2-26-0053", 20260121, OWN, "R2-26-0053"},
    {"short", "R2-26-0053", 20260121, ELSEWHERE, NULL},
    {"short", "26–01698", 20260311, OWN, "26-01698"},
    {"short", "26—01698", 20260311, OWN, "26-01698"},
    {"short", "26‑01698", 20260311, OWN, "26-01698"},
    {"shore", "SH25000089394", 20250902, OWN, "SH25000089394"},
    {"short", "SH25000089394", 20250902, FOREIGN, NULL},
    {"short", "EP25000009480", 20250902, FOREIGN, NULL},
    {"shore", "EP25000009480", 20250902, FOREIGN, NULL},
    {"shore", "EP25000089394", 20250902, FOREIGN, NULL},
    {"short", "25SM000522A", 20250902, FOREIGN, NULL},
    {"beach", "25SM000522A", 20220902, FOREIGN, NULL},
    {"grove", "25SF002477A", 20230902, FOREIGN, NULL},
    {"falls", "000003-2017-01", 20170110, OWN, "000003-2017"},
    {"serial", "461220", 20240102, OWN, "0461220"},
    {"ridge", "250511002", 20250512, OWN, "2505110002"},
    {"narrow", "250511002", 20250512, OWN, "250511002"},
    {"ridge", "25080119", 20250802, OWN | UNREADABLE, NULL},
    {"short", "25080119", 20250802, OWN | ELSEWHERE, NULL},
    {"short", "CASE 24-1435", 20240407, OWN, "24-01435"},
    {"short", "S/o 25-2676", 20250513, FOREIGN, NULL},
    {"sheriff", "S/o 25-2676", 20250513, OWN, "25-002676"},
    {"short", "25-013504 (Alameda CO SO)", 20251021, FOREIGN, NULL},
    {"sheriff", "25-013504 (Alameda CO SO)", 20251021, FOREIGN, NULL},
    {"sheriff", "25-013504", 20251021, OWN, "25-013504"},
    {"ridge", "2507140025 smso", 20250715, FOREIGN, NULL},
    {"ridge", "2507140025", 20250715, OWN, "2507140025"},
    {"short", "25-1103 and 25-1065", 20250222, OWN, "25-01103 25-01065"},
    {"parsons", "PARS2600487 \tDoe", 20260302, OWN, "PARS2600487"},
    {"short", "PARS2600487 \tDoe", 20260302, FOREIGN, NULL},
    {"short", "25-060230", 20250601, OWN, NULL},
    {"short", "25-700058", 20250601, OWN, NULL},
    {"short", "DP25000036912", 20250601, FOREIGN, NULL},
    {"short", "26-0000", 20260311, NONE, NULL},
    {"short", "1", 20260311, NONE, NULL},
    {"beach", "1", 20220607, NONE, NULL},
};

static void test_released(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(released); i++) cited_check(&released[i], false);
}

static const char *const blanks[] = {
    "",       " ",       "none", "None", "NONE", "n/a",          "N/A",           "na",     "-",       "--",  "xxx", "x",
    "*",      ".",       "0",    "test", "TEST", "null",         "tbd",           "TBD",    "unknown", "unk", "00",  "26-0000",
    "00-000", "pending", "?",    "#N/A", "n.a.", "Not Assigned", "0000-00000000", "xx-xxxx"};

static void test_blanks(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(agencies); i++)
    for (gsize j = 0; j < G_N_ELEMENTS(blanks); j++) {
      struct cited row = {agencies[i].id, blanks[j], 20230601, NONE, NULL};
      cited_check(&row, false);
    }
}

/* ----------------------------------------------------------------------------------------------- own spellings */

static const struct cited own[] = {
    {"beach", "2022-00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "2022-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "22-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "22-005619", 20220607, OWN, "2022-00005619"},
    {"beach", "NSB22-005619", 20220607, OWN, "2022-00005619"},
    {"beach", "nsb22-005619", 20220607, OWN, "2022-00005619"},
    {"beach", "NSBPD 22-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "NSBPD#2022-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "202200005619", 20220607, OWN, "2022-00005619"},
    {"beach", "22 5619", 20220607, OWN, "2022-00005619"},
    {"beach", "2022/00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "2022_00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "2022.5619", 20220607, OWN, "2022-00005619"},
    {"beach", "2022 - 00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "  2022-00005619\t", 20220607, OWN, "2022-00005619"},
    {"beach", "2022-00005619-01", 20220607, OWN, "2022-00005619"},
    {"beach", "5619", 20220607, OWN, "2022-00005619"},
    {"beach", "00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "7788", 20230104, OWN, "2022-00007788"},
    {"beach", "3044", 20220607, OWN, "2022-00003044"},
    {"beach", "3044", 20230607, OWN, "2023-00003044"},
    {"beach", "Case #22-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "case no. 2022-00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "IR 22-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "OIR: 2022-00005619", 20220607, OWN, "2022-00005619"},
    {"beach", "#22-5619.", 20220607, OWN, "2022-00005619"},
    {"beach", "(22-5619)", 20220607, OWN, "2022-00005619"},
    {"beach", "22-5619 / 22-9073", 20220607, OWN, "2022-00005619 2022-00009073"},
    {"beach", "22-5619; 22-9073", 20220607, OWN, "2022-00005619 2022-00009073"},
    {"beach", "22-5619, 23-123", 20230107, OWN, "2022-00005619 2023-00000123"},
    {"beach", "2022-00005619\n2022-00009073", 20220607, OWN, "2022-00005619 2022-00009073"},
    {"beach", "P221570112", 20220607, CAD, "2022-00005619"},
    {"beach", "p221570112", 20220607, CAD, "2022-00005619"},
    {"beach", "P22-157-0112", 20220607, CAD, "2022-00005619"},
    {"beach", "221570112", 20220607, CAD | OWN, "2022-00005619"},
    {"beach", "CAD P222570034", 20220915, CAD, "2022-00009073"},
    {"beach", "2022-00009999", 20220607, OWN, NULL},
    {"grove", "23-000123", 20230106, OWN, "23-000123"},
    {"grove", "23-123", 20230106, OWN, "23-000123"},
    {"grove", "23-000123A", 20230106, OWN, "23-000123"},
    {"grove", "23-000123 B", 20230206, OWN, "23-000123"},
    {"grove", "2023-000123", 20230106, OWN, "23-000123"},
    {"grove", "23000123", 20230106, OWN, "23-000123"},
    {"grove", "PGPD 23-4410", 20230306, OWN, "23-004410"},
    {"grove", "17738", 20230709, OWN, "23-017738"},
    {"bay", "LB2300456", 20230211, OWN, "LB2300456"},
    {"bay", "lb2300456", 20230211, OWN, "LB2300456"},
    {"bay", "LB 2300456", 20230211, OWN, "LB2300456"},
    {"bay", "LB-23-00456", 20230211, OWN, "LB2300456"},
    {"bay", "2300456", 20230211, OWN, "LB2300456"},
    {"bay", "23-456", 20230211, OWN, "LB2300456"},
    {"bay", "23-00456", 20230211, OWN, "LB2300456"},
    {"bay", "LBPD 23-2210", 20230602, OWN, "LB2302210"},
    {"bay", "LB202300456", 20230211, OWN, "LB2300456"},
    {"ridge", "2501100169", 20250111, OWN, "2501100169"},
    {"ridge", "RCPD 2501100169", 20250111, OWN, "2501100169"},
    {"ridge", "25-01100169", 20250111, OWN, "2501100169"},
    {"ridge", "250110-0169", 20250111, OWN, "2501100169"},
    {"ridge", "250110 0169", 20250111, OWN, "2501100169"},
    {"ridge", "25-0110-0169", 20250111, OWN, "2501100169"},
    {"rowan", "r19-01-0254", 20190118, OWN, "R19-01-0254"},
    {"rowan", "R19010254", 20190118, OWN, "R19-01-0254"},
    {"rowan", "19-01-0254", 20190118, OWN, "R19-01-0254"},
    {"rowan", "R19-1-254", 20190118, OWN, "R19-01-0254"},
    {"rowan", "R 19-01-0254", 20190118, OWN, "R19-01-0254"},
    {"rowan", "R2019-01-0254", 20190118, OWN, "R19-01-0254"},
    {"falls", "000003-2017", 20170102, OWN, "000003-2017"},
    {"falls", "3-2017", 20170102, OWN, "000003-2017"},
    {"falls", "3-17", 20170102, OWN, "000003-2017"},
    {"falls", "000127-17", 20170212, OWN, "000127-2017"},
    {"falls", "001480-2017-02", 20171006, OWN, "001480-2017"},
    {"falls", "2017-001480", 20171006, OWN, "001480-2017"},
    {"valley", "23S-004512", 20230502, OWN, "23S-004512"},
    {"valley", "23s-4512", 20230502, OWN, "23S-004512"},
    {"valley", "23 S 004512", 20230502, OWN, "23S-004512"},
    {"valley", "23N004512", 20230612, OWN, "23N-004512"},
    {"valley", "S23-004512", 20230502, OWN, "23S-004512"},
    {"valley", "23-001207", 20230203, OWN, "23S-001207"},
    {"valley", "23-004512", 20230502, OWN, NULL},
    {"valley", "23N-001207", 20230203, OWN, NULL},
    {"lake", "106668", 20240203, OWN, "L106668"},
    {"lake", "L-106668", 20240203, OWN, "L106668"},
    {"lake", "L 99871", 20230521, OWN, "L099871"},
    {"lake", "case L106702", 20240205, OWN, "L106702"},
    {"metro", "23-PR-00417", 20230302, OWN, "23-PR-00417"},
    {"metro", "23-pr-417", 20230302, OWN, "23-PR-00417"},
    {"metro", "23PR00417", 20230302, OWN, "23-PR-00417"},
    {"metro", "2023-TC-417", 20230413, OWN, "23-TC-00417"},
    {"metro", "23-1200", 20230702, OWN, "23-PR-01200"},
    {"metro", "23-417", 20230302, OWN, NULL},
    {"serial", "0461377", 20240103, OWN, "0461377"},
    {"serial", "#461377", 20240103, OWN, "0461377"},
    {"carver", "CVL 35238", 20240602, OWN, "CVL035238"},
    {"carver", "111085", 20250709, OWN, "CVL111085"},
    {"told", "25K0417", 20250302, OWN, "25K0417"},
    {"told", "25k417", 20250302, OWN, "25K0417"},
    {"told", "QPD25K0417", 20250302, OWN, "25K0417"},
    {"joint", "22-005619", 20220606, OWN, "22-005619"},
    {"joint", "22-5619", 20220606, OWN, "22-005619"},
    {"joint", "LB22-005619", 20220606, OWN, "LB22-005619"},
    {"joint", "LB22-5619", 20220606, OWN, "LB22-005619"},
    {"joint", "22-006544", 20220616, OWN, "LB22-006544"},
    {"joint", "22-007001", 20220802, OWN, "PG22-007001"},
    {"joint", "PG22-006100", 20220802, OWN, "22-006100"},
    {"told", "25K9999", 20250302, OWN, NULL},
};

static void test_own(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(own); i++) cited_check(&own[i], false);
}

/* --------------------------------------------------------------------------------------------- other agencies' */

static const struct cited elsewhere[] = {
    {"beach", "VCSO 22-5619", 20220607, FOREIGN, NULL},
    {"beach", "Volusia County Sheriff 22-5619", 20220607, FOREIGN, NULL},
    {"beach", "22-5619 (Daytona PD)", 20220607, FOREIGN, NULL},
    {"beach", "EPD 22-9073", 20220607, FOREIGN, NULL},
    {"beach", "FDLE 2022-4107", 20220607, FOREIGN, NULL},
    {"beach", "OCSO2022-00004107", 20220607, FOREIGN, NULL},
    {"beach", "SO 22-5619", 20220607, FOREIGN, NULL},
    {"beach", "DP25000036912", 20220607, FOREIGN, NULL},
    {"beach", "FHP22OFF012345", 20220607, FOREIGN, NULL},
    {"beach", "2022CF001234A", 20220607, FOREIGN, NULL},
    {"beach", "2022-CF-001234", 20220607, FOREIGN, NULL},
    {"beach", "22-CR-00123", 20220607, FOREIGN, NULL},
    {"grove", "23-CF-000123", 20230106, FOREIGN, NULL},
    {"bay", "EC2300456", 20230211, FOREIGN, NULL},
    {"bay", "RCPD 2501100169", 20230211, FOREIGN, NULL},
    {"bay", "MB2300456", 20230211, FOREIGN, NULL},
    {"ridge", "LBPD LB2300456", 20250111, FOREIGN, NULL},
    {"ridge", "2501100169 hcso", 20250111, FOREIGN, NULL},
    {"lake", "KCSO 106668", 20240203, FOREIGN, NULL},
    {"valley", "HPD 23-004512", 20230502, FOREIGN, NULL},
    {"serial", "WCSO 0461220", 20240103, FOREIGN, NULL},
    {"falls", "VCPD 000127-2017", 20170212, FOREIGN, NULL},
    {"carver", "CVX035238", 20240602, FOREIGN, NULL},
    {"beach", "06/07/2022", 20220607, NONE | UNREADABLE, NULL},
    {"beach", "2022-06-07", 20220607, NONE | UNREADABLE, NULL},
    {"beach", "6-7-22", 20220607, NONE | UNREADABLE, NULL},
    {"grove", "02/19/2023", 20230220, NONE | UNREADABLE, NULL},
    {"beach", "386-555-0142", 20220607, ELSEWHERE | NONE, NULL},
    {"beach", "99999999999999999999", 20220607, ELSEWHERE, NULL},
    {"beach", "22-99999999999999999999", 20220607, ELSEWHERE, NULL},
    {"beach", "follow up", 20220607, NONE, NULL},
    {"beach", "see notes", 20220607, NONE, NULL},
    {"beach", "Ж22–ж", 20220607, NONE | OWN | ELSEWHERE, NULL},
};

static void test_elsewhere(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(elsewhere); i++) cited_check(&elsewhere[i], false);
}

/* -------------------------------------------------------------------------------------------------- free text */

static const struct cited reasons[] = {
    {"beach", "robbery 22-3044", 20220607, OWN, "2022-00003044"},
    {"beach", "case 2022-5619", 20220607, OWN, "2022-00005619"},
    {"beach", "Ref NSB22-005619 theft suspect", 20220607, OWN, "2022-00005619"},
    {"beach", "burglary, see 22-005619 and 22-009073", 20220607, OWN, "2022-00005619 2022-00009073"},
    {"beach", "Homicide 202200005619", 20220607, OWN, "2022-00005619"},
    {"beach", "22-4107", 20220607, OWN, "2022-00004107"},
    {"beach", "ID of shoplifter (22-11250)", 20221120, OWN, "2022-00011250"},
    {"beach", "P221570112 - ped struck, no ID", 20220607, CAD, "2022-00005619"},
    {"beach", "theft suspect 23-123", 20230105, OWN, "2023-00000123"},
    {"beach", "Assist VCSO 22-4107", 20220607, FOREIGN, NULL},
    {"beach", "Agency assist, Daytona PD 22-5619", 20220607, FOREIGN, NULL},
    {"bay", "fraud LB2300456", 20230211, OWN, "LB2300456"},
    {"bay", "unknown male, 23-456", 20230211, OWN, "LB2300456"},
    {"ridge", "robbery 2501100169 suspect 1", 20250111, OWN, "2501100169"},
    {"rowan", "R19-01-0254 larceny", 20190118, OWN, "R19-01-0254"},
    {"falls", "arson 000127-2017", 20170212, OWN, "000127-2017"},
    {"valley", "burg 23S-004512", 20230502, OWN, "23S-004512"},
    {"lake", "shoplift L106668", 20240203, OWN, "L106668"},
    {"metro", "23-PR-00417 fraud", 20230302, OWN, "23-PR-00417"},
    {"told", "theft 25K0417 suspect", 20250302, OWN, "25K0417"},
    {"beach", "theft 4107", 20220607, NONE, NULL},
    {"beach", "245(a)(2)PC", 20220607, NONE, NULL},
    {"beach", "10851(a)CVC", 20220607, NONE, NULL},
    {"beach", "812.014(2)", 20220607, NONE, NULL},
    {"beach", "F.S.S. 812.014(2)(c)1", 20220607, NONE, NULL},
    {"beach", "784.03 battery", 20220607, NONE, NULL},
    {"beach", "11-6-25 Lululemon Fraud", 20220607, NONE, NULL},
    {"beach", "6/7/22 theft at Walmart", 20220607, NONE, NULL},
    {"beach", "2022-06-07 robbery", 20220607, NONE, NULL},
    {"beach", "06-07-2022 robbery", 20220607, NONE, NULL},
    {"beach", "20220607 robbery", 20220607, NONE, NULL},
    {"beach", "06.07.2022", 20220607, NONE, NULL},
    {"beach", "June 7, 2022 robbery", 20220607, NONE, NULL},
    {"beach", "7 Jun 2022 1405 hrs", 20220607, NONE, NULL},
    {"beach", "occurred 2022 1405 hours", 20220607, NONE, NULL},
    {"beach", "386-555-0142", 20220607, NONE, NULL},
    {"beach", "(386) 555-0142", 20220607, NONE, NULL},
    {"beach", "3865550142", 20220607, NONE, NULL},
    {"beach", "call 22-555-0142", 20220607, NONE, NULL},
    {"beach", "robbery at 14:05", 20220607, NONE, NULL},
    {"beach", "robbery at 1405 hrs", 20220607, NONE, NULL},
    {"beach", "tag ABC1234", 20220607, NONE, NULL},
    {"beach", "FL tag 22 ABC", 20220607, NONE, NULL},
    {"beach", "plate 7KJN225", 20220607, NONE, NULL},
    {"beach", "2022 Ford F150", 20220607, NONE, NULL},
    {"beach", "22 year old male", 20220607, NONE, NULL},
    {"beach", "DOB 01/02/1990", 20220607, NONE, NULL},
    {"beach", "$2,200 stolen", 20220607, NONE, NULL},
    {"beach", "10-56 and 10-15", 20220607, NONE, NULL},
    {"beach", "18 USC 1028", 20220607, NONE, NULL},
    {"beach", "SSN 123-45-6789", 20220607, NONE, NULL},
    {"beach", "IP 10.22.4.107", 20220607, NONE, NULL},
    {"beach", "zip 32168-5619", 20220607, NONE, NULL},
    {"beach", "Suspect 1 of 3", 20220607, NONE, NULL},
    {"grove", "245(a)(2)PC", 20230601, NONE, NULL},
    {"grove", "2-19-23 retail theft", 20230601, NONE, NULL},
    {"grove", "555-0142", 20230601, NONE, NULL},
    {"ridge", "10851(a)CVC", 20250111, NONE, NULL},
    {"ridge", "11-6-25 Lululemon Fraud", 20251111, NONE, NULL},
    {"ridge", "2505550142 called in", 20250111, NONE | OWN, NULL},
    {"rowan", "11-6-19 fraud", 20191111, NONE, NULL},
    {"rowan", "01/17/2019 larceny", 20190118, NONE, NULL},
    {"lake", "245(a)(2)PC", 20240203, NONE, NULL},
    {"lake", "DOB 01/02/1990", 20240203, NONE, NULL},
    {"lake", "call 555-0142", 20240203, NONE, NULL},
    {"serial", "812.014(2)", 20240203, NONE, NULL},
    {"falls", "02-11-2017 theft", 20170212, NONE, NULL},
    {"valley", "812.014(2)", 20230502, NONE, NULL},
    {"beach", "", 20220607, NONE, NULL},
    {"beach", "test", 20220607, NONE, NULL},
    {"beach", "investigation", 20220607, NONE, NULL},
};

static void test_reasons(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) cited_check(&reasons[i], true);
}

/* ------------------------------------------------------------------------------------------------------- keys */

static const struct {
  const char *agency, *a, *b;
  bool equal;
  const char *supplement; /* of B */
} keys[] = {
    {"beach", "2022-00005619", "2022-5619", true, NULL},
    {"beach", "2022-00005619", "2022 00005619", true, NULL},
    {"beach", "2022-00005619", "2022-00005619-01", true, "01"},
    {"beach", "2022-00005619", "2022-00005619-A", true, "A"},
    {"beach", "2022-00005619", "2023-00005619", false, NULL},
    {"beach", "2022-00005619", "2022-00005691", false, NULL},
    {"grove", "23-000123", "23-000123A", true, "A"},
    {"grove", "23-000123", "23-000123-B", true, "B"},
    {"grove", "23-000123", "23-123", true, NULL},
    {"grove", "23-000123", "23-000124A", false, "A"},
    {"grove", "23-000123", "22-000123", false, NULL},
    {"bay", "LB2300456", "lb2300456", true, NULL},
    {"bay", "LB2300456", "LB-2300456", true, NULL},
    {"bay", "LB2300456", "LB2300457", false, NULL},
    {"ridge", "2501100169", "2501100169-2", true, "2"},
    {"ridge", "2501100169", "2501110169", false, NULL},
    {"rowan", "R19-01-0254", "r19-01-0254", true, NULL},
    {"rowan", "R19-01-0254", "R19-1-254", true, NULL},
    {"rowan", "R19-01-0254", "R19-10-0254", false, NULL},
    {"falls", "000003-2017", "000003-2017-01", true, "01"},
    {"falls", "000003-2017", "3-2017", true, NULL},
    {"falls", "000003-2017", "000003-2016", false, NULL},
    {"falls", "000003-2017-01", "000003-2017-02", true, "02"},
    {"valley", "23S-004512", "23s-4512", true, NULL},
    {"valley", "23S-004512", "23N-004512", false, NULL},
    {"metro", "23-PR-00417", "23-pr-417", true, NULL},
    {"metro", "23-PR-00417", "23-TC-00417", false, NULL},
    {"lake", "L106668", "l-106668", true, NULL},
    {"lake", "L099871", "L99871", true, NULL},
    {"serial", "0461220", "461220", true, NULL},
    {"told", "25K0417", "25k417", true, NULL},
    {"told", "25K0417", "24K0417", false, NULL},
};

static void test_keys(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    struct numbers *numbers = numbers_of(agency_named(keys[i].agency));
    char *supplement = NULL;
    g_autofree char *a = numbers_key(numbers, keys[i].a, NULL), *b = numbers_key(numbers, keys[i].b, &supplement);
    if (!strcmp(a, b) != keys[i].equal)
      WRONG("%s: keys of \"%s\" and \"%s\" are %s and %s", keys[i].agency, keys[i].a, keys[i].b, a, b);
    if (g_strcmp0(supplement, keys[i].supplement))
      WRONG("%s: the supplement of \"%s\" is %s", keys[i].agency, keys[i].b, supplement ? supplement : "none");
    g_free(supplement);
    numbers_free(numbers);
  }
}

static void test_citation_keys(void) {
  static const char *const spellings[] = {"2022-00008888", "22-8888", "NSBPD 22-8888", "2022/8888", "202200008888", "8888"};
  struct numbers *numbers = numbers_of(agency_named("beach"));
  struct citation citations[CITATIONS_MOST];
  g_autofree char *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++) {
    numbers_read(numbers, spellings[i], false, day_of(20220607), citations);
    char *key = citation_key(&citations[0]);
    g_assert_nonnull(key);
    if (!first) first = g_strdup(key);
    g_assert_cmpstr(key, ==, first);
    g_free(key);
  }
  numbers_read(numbers, "none", false, day_of(20220607), citations);
  g_assert_null(citation_key(&citations[0]));
  numbers_read(numbers, "22-8889", false, day_of(20220607), citations);
  g_autofree char *other = citation_key(&citations[0]);
  g_assert_cmpstr(other, !=, first);
  numbers_free(numbers);
}

/* ------------------------------------------------------------------------------------------------------ slips */

static const struct slipped {
  const char *agency, *text;
  int day;
  const char *report; /* NULL: no slip leads to a report */
  const char *slip;
} slips[] = {
    {"beach", "2022-00009703", 20220915, "2022-00009073", "transposed"},
    {"beach", "2022-00005691", 20220607, "2022-00005619", "transposed"},
    {"beach", "22-6519", 20220607, "2022-00005619", "transposed"},
    {"beach", "2022-00005618", 20220607, "2022-00005619", "one digit"},
    {"beach", "NSB22-005919", 20220607, "2022-00005619", "one digit"},
    {"beach", "2021-00005619", 20220607, "2022-00005619", "wrong year"},
    {"beach", "2023-00005619", 20220607, "2022-00005619", "wrong year"},
    {"beach", "22-123", 20230105, "2023-00000123", "wrong year"},
    {"beach", "22-12150", 20221120, "2022-00011250", "transposed"},
    {"beach", "2022-00015619", 20220607, "2022-00005619", "one digit"},
    {"beach", "2022-00001965", 20220607, NULL, NULL},
    {"beach", "2022-00005628", 20220607, NULL, NULL},
    {"beach", "2022-00006159", 20220607, NULL, NULL},
    {"beach", "2023-00005618", 20220607, NULL, NULL},
    {"beach", "2022-561", 20220607, NULL, NULL},
    {"beach", "2022-56190", 20220607, NULL, NULL},
    {"beach", "none", 20220607, NULL, NULL},
    {"beach", "VCSO 22-5618", 20220607, NULL, NULL},
    {"grove", "23-004401", 20230220, "23-004410", "transposed"},
    {"grove", "23-017788", 20230709, "23-017738", "one digit"},
    {"grove", "23-031960", 20221206, "22-031960", "wrong year"},
    {"bay", "LB2300465", 20230211, "LB2300456", "transposed"},
    {"bay", "LB2400456", 20230211, "LB2300456", "wrong year"},
    {"bay", "LB2302211", 20230602, "LB2302210", "one digit"},
    {"ridge", "2501100196", 20250111, "2501100169", "transposed"},
    {"ridge", "2501110169", 20250111, "2501100169", "one digit"},
    {"ridge", "2401100169", 20250111, "2501100169", "wrong year"},
    {"ridge", "2501120961", 20250111, NULL, NULL},
    {"rowan", "R19-01-0245", 20190118, "R19-01-0254", "transposed"},
    {"rowan", "R19-05-0778", 20190520, "R19-05-0777", "one digit"},
    {"rowan", "R18-11-1200", 20191123, "R19-11-1200", "wrong year"},
    {"falls", "000172-2017", 20170212, "000127-2017", "transposed"},
    {"falls", "001480-2016", 20171003, "001480-2017", "wrong year"},
    {"valley", "23S-001270", 20230203, "23S-001207", "transposed"},
    {"valley", "23S-004521", 20230502, "23S-004512", "transposed"},
    {"valley", "23N-004521", 20230612, "23N-004512", "transposed"},
    {"metro", "23-PR-00471", 20230302, "23-PR-00417", "transposed"},
    {"metro", "22-PR-01200", 20230702, "23-PR-01200", "wrong year"},
    {"lake", "L106686", 20240203, "L106668", "transposed"},
    {"lake", "L106669", 20240203, "L106668", "one digit"},
    {"lake", "L166066", 20240203, NULL, NULL},
    {"serial", "0461202", 20240102, "0461220", "transposed"},
    {"told", "25K0471", 20250302, "25K0417", "transposed"},
};

struct slips_found {
  gint64 report;
  guint count;
  const char *slip;
};

static void slip_note(gint64 report, const char *slip, void *data) {
  struct slips_found *found = data;
  if (report != found->report) found->count++;
  found->report = report;
  found->slip = slip;
}

static void slip_check(const struct slipped *row) {
  const struct agency *agency = agency_named(row->agency);
  struct numbers *numbers = numbers_of(agency);
  struct citation citations[CITATIONS_MOST];
  guint count = numbers_read(numbers, row->text, false, day_of(row->day), citations);
  struct slips_found found = {0, 0, NULL};
  for (guint i = 0; i < count; i++) numbers_slips(numbers, &citations[i], slip_note, &found);
  if (count && citations[0].report && citations[0].kind == CITE_OWN)
    WRONG("%s: \"%s\" is found without a slip", row->agency, row->text);
  bool wanted = row->report && row->slip;
  if (wanted && (found.count != 1 || found.report != report_of(numbers, agency, row->report) || !strstr(found.slip, row->slip)))
    WRONG("%s: \"%s\": %u reports a slip away (%s), not %s", row->agency, row->text, found.count, found.slip ? found.slip : "",
          row->report);
  if (!wanted && found.count) WRONG("%s: \"%s\" is said to be a slip (%s)", row->agency, row->text, found.slip);
  numbers_free(numbers);
}

static void test_slips(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(slips); i++) slip_check(&slips[i]);
}

/* --------------------------------------------------------------------------------------------------- formats */

static void test_formats(void) {
  static const struct {
    const char *agency, *words;
  } rows[] = {{"beach", "the year in 4 digits and a sequence of up to 8 digits"},
              {"grove", "the year in 2 digits and a sequence of up to 6 digits"},
              {"bay", "the year in 2 digits and a sequence of up to 5 digits"},
              {"ridge", "the year in 2 digits and a sequence of up to 8 digits"},
              {"rowan", "the year in 2 digits and a sequence of up to 6 digits"},
              {"falls", "the year in 4 digits and a sequence of up to 6 digits"},
              {"valley", "the year in 2 digits and a sequence of up to 6 digits"},
              {"lake", "up to 6 digits without a year"},
              {"serial", "up to 7 digits without a year"},
              {"dated", "the year in 4 digits and a sequence of up to 8 digits"},
              {"told", "as [case_numbers] pattern says"}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    struct numbers *numbers = numbers_of(agency_named(rows[i].agency));
    g_autofree char *words = numbers_format(numbers);
    if (g_strcmp0(words, rows[i].words)) WRONG("%s: the format is \"%s\"", rows[i].agency, words);
    numbers_free(numbers);
  }
}

static void test_no_reports(void) {
  struct numbers *numbers = numbers_new("Anywhere Police", NULL, NULL);
  struct citation citations[CITATIONS_MOST];
  numbers_settle(numbers);
  g_assert_null(numbers_format(numbers));
  g_assert_cmpuint(numbers_read(numbers, "22-5619", false, day_of(20220607), citations), ==, 1);
  g_assert_cmpint(citations[0].report, ==, 0);
  g_assert_cmpint(citations[0].kind, !=, CITE_NONE);
  g_assert_cmpuint(numbers_read(numbers, "robbery 22-5619", true, day_of(20220607), citations), ==, 0);
  numbers_free(numbers);
}

static void test_ambiguous_cad(void) {
  struct numbers *numbers = numbers_of(agency_named("beach"));
  struct citation citations[CITATIONS_MOST];
  numbers_add_cad(numbers, "P229990001", 1);
  numbers_add_cad(numbers, "P229990001", 2);
  numbers_add_cad(numbers, "E229990002", 1);
  numbers_add_cad(numbers, "P229990002", 2);
  numbers_read(numbers, "P229990001", false, day_of(20220607), citations);
  g_assert_cmpint(citations[0].report, ==, 0);
  numbers_read(numbers, "229990002", false, day_of(20220607), citations);
  g_assert_cmpint(citations[0].report, ==, 0);
  numbers_read(numbers, "E229990002", false, day_of(20220607), citations);
  g_assert_cmpint(citations[0].report, ==, 1);
  numbers_free(numbers);
}

/* 23-004512 is a report of both series: said to be ambiguous, and none is meant. */
static void test_ambiguous_number(void) {
  struct numbers *numbers = numbers_of(agency_named("valley"));
  struct citation citations[CITATIONS_MOST];
  numbers_read(numbers, "23-004512", false, day_of(20230502), citations);
  g_assert_true(citations[0].ambiguous);
  g_assert_cmpint(citations[0].report, ==, 0);
  numbers_read(numbers, "23S-004512", false, day_of(20230502), citations);
  g_assert_false(citations[0].ambiguous);
  numbers_read(numbers, "23-999999", false, day_of(20230502), citations);
  g_assert_false(citations[0].ambiguous);
  numbers_free(numbers);
}

/* What comes to the limit is neither a number nor none; a cell that does not is read, until too many did. */
static void test_limit(void) {
  struct numbers *numbers = numbers_new("Anywhere Police", "^(?<number>(?:\\d|\\d\\d)+)[xyz]$", NULL);
  struct citation citations[CITATIONS_MOST];
  static const char endless[] = "1111111111111111111111111111111111111111";
  numbers_settle(numbers);
  numbers_enter(numbers, "17x", 1, NULL);
  for (int i = 0; i < 3; i++) {
    g_assert_cmpuint(numbers_read(numbers, endless, false, day_of(20220607), citations), ==, 1);
    g_assert_cmpint(citations[0].kind, ==, CITE_UNEVALUATED);
    g_assert_cmpint(citations[0].report, ==, 0);
    numbers_read(numbers, "17x", false, day_of(20220607), citations);
    g_assert_cmpint(citations[0].report, ==, 1);
  }
  for (int i = 0; i < 200; i++) numbers_read(numbers, endless, false, day_of(20220607), citations);
  numbers_read(numbers, "17x", false, day_of(20220607), citations);
  g_assert_cmpint(citations[0].kind, ==, CITE_UNEVALUATED);
  numbers_free(numbers);
}

static void test_hostile(void) {
  struct numbers *numbers = numbers_of(agency_named("beach"));
  struct citation citations[CITATIONS_MOST];
  GString *text = g_string_new(NULL);
  for (int i = 0; i < 4000; i++) g_string_append(text, i % 3 ? "22-5619;" : "22-9é");
  guint count = numbers_read(numbers, text->str, false, day_of(20220607), citations);
  g_assert_cmpuint(count, <=, CITATIONS_MOST);
  for (guint i = 0; i < count; i++) g_assert_true(g_utf8_validate(citations[i].text, -1, NULL));
  g_string_assign(text, "");
  for (int i = 0; i < 100000; i++) g_string_append_c(text, '9');
  g_assert_cmpuint(numbers_read(numbers, text->str, false, day_of(20220607), citations), >=, 1);
  g_assert_cmpint(citations[0].report, ==, 0);
  numbers_read(numbers, text->str, true, day_of(20220607), citations);
  g_autofree char *key = numbers_key(numbers, text->str, NULL);
  g_assert_nonnull(key);
  g_string_free(text, TRUE);
  numbers_free(numbers);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("number", "strings of released logs are read for what they are", test_released);
  TEST("number", "placeholders are no number in any format", test_blanks);
  TEST("number", "every spelling of an own number means its report", test_own);
  TEST("number", "numbers from elsewhere are not taken for one's own", test_elsewhere);
  TEST("number", "a reason cites only what plainly is a number", test_reasons);
  TEST("number", "keys are equal over spellings and supplements", test_keys);
  TEST("number", "citations of an unknown case have one key", test_citation_keys);
  TEST("number", "a slip leads to its report and a stranger to none", test_slips);
  TEST("number", "the format is learnt and said in words", test_formats);
  TEST("number", "without reports a number is stated but means nothing", test_no_reports);
  TEST("number", "a CAD number of two reports means neither", test_ambiguous_cad);
  TEST("number", "a number of two series is said to be ambiguous", test_ambiguous_number);
  TEST("number", "a pattern that comes to its limit is not evaluated, which is no \"no match\"", test_limit);
  TEST("number", "long and odd cells are read without harm", test_hostile);
  return g_test_run();
}
