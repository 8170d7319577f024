/* People: accounts and officers against a personnel file, names against names. Everybody here is made up. */
#include "analyze/people/name.h"
#include "analyze/people/people.h"
#include "analyze/people/roster.h"
#include "analyze/people/workstation.h"
#include "tests/check.h"

/* A wrong row is reported and the rest still read. */
#define WRONG(...) (g_test_message(__VA_ARGS__), g_test_fail())

struct member {
  const char *user, *employee, *last, *first;
};

static const struct member department[] = {
    {"jmarsh", "200", "Marsh", "Jordan"},
    {"nokafor", "207", "Okafor", "Nadia"},
    {"elindqvist", "263", "Lindqvist", "Erik"},
    {"rpruitt", "0221", "Pruitt", "Rosalind"},
    {"mnguyen", "230", "Nguyễn", "Minh"},
    {"jnguyen", "231", "Nguyen", "Jade"},
    {"cdelarosa", "240", "De La Rosa", "Carmen"},
    {"soconnor", "251", "O'Connor", "Siobhán"},
    {"NSBPD\\tsmithjones", "T-17", "Smith-Jones", "Tara"},
    {"jgarcia1", "300", "García", "José"},
    {"jgarcia2", "301", "Garcia", "Julia"},
    {"bthornfield@pd.example", "320", "Thornfield", "Beatrix"},
    {"amueller", "330", "Müller", "Anke"},
    {"pwhitcombe", "341", "Whitcombe", "Percival"},
    {"lwhitcombe", "342", "Whitcombe", "Percy"},
    {"gcastellano", NULL, "Castellano", "Gia"},
    {"dup1", "400", "Abernathy", "Wendell"},
    {"dup2", "400", "Underhill", "Marcus"},
    {"hlee", "410", "Lee", "Hana"},
};

static struct db *db_of(const struct member *members, gsize count) {
  struct db *db = db_open(":memory:", DB_CREATE);
  sqlite3_stmt *insert =
      db_prepare(db, "INSERT INTO person (person, user_id, user_key, employee_id, last_name, first_name, source, line)"
                     " VALUES (?1, ?2, lower(?2), ?3, ?4, ?5, 1, ?1 + 1)");
  for (gsize i = 0; i < count; i++) {
    db_bind_int(insert, 1, (gint64)i + 1);
    db_bind_text(insert, 2, members[i].user);
    db_bind_text(insert, 3, members[i].employee);
    db_bind_text(insert, 4, members[i].last);
    db_bind_text(insert, 5, members[i].first);
    db_step(db, insert);
    db_reset(insert);
  }
  sqlite3_finalize(insert);
  return db;
}

static const char *user_of(gint64 person) { return person > 0 ? department[person - 1].user : "nobody"; }

struct meant {
  const char *a, *b;  /* user id and name, or words and id */
  const char *person; /* a user id of the department, NULL: nobody */
  const char *how;    /* begins so; NULL: not looked at */
};

typedef gint64 (*roster_match)(const struct roster *roster, const char *a, const char *b, const char **how);

static void meant_check(const struct meant *rows, gsize count, roster_match match) {
  struct db *db = db_of(department, G_N_ELEMENTS(department));
  struct roster *roster = roster_load(db);
  for (gsize i = 0; i < count; i++) {
    const char *how = "";
    gint64 person = match(roster, rows[i].a, rows[i].b, &how);
    const char *wanted = rows[i].person ? rows[i].person : "nobody";
    if (strcmp(user_of(person), wanted))
      WRONG("\"%s\", \"%s\" is %s (%s), not %s", rows[i].a ? rows[i].a : "", rows[i].b ? rows[i].b : "", user_of(person), how,
            wanted);
    else if (rows[i].how && !g_str_has_prefix(how, rows[i].how))
      WRONG("\"%s\", \"%s\" is found by %s, not by %s", rows[i].a ? rows[i].a : "", rows[i].b ? rows[i].b : "", how, rows[i].how);
    g_assert_cmpint(match(roster, rows[i].a, rows[i].b, NULL), ==, person);
  }
  roster_free(roster);
  db_close(db);
}

static const struct meant accounts[] = {
    {"jmarsh", NULL, "jmarsh", "user id"},
    {"JMARSH", "Jordan Marsh", "jmarsh", "user id"},
    {"jmarsh ", "", "jmarsh", "user id"},
    {"NSBPD\\jmarsh", NULL, "jmarsh", "user id"},
    {"nsbpd\\JMarsh", NULL, "jmarsh", "user id"},
    {"NSBPD/jmarsh", NULL, "jmarsh", "user id"},
    {"jmarsh@nsbpd.example", NULL, "jmarsh", "user id"},
    {"tsmithjones", NULL, "NSBPD\\tsmithjones", "user id"},
    {"tsmithjones@nsbpd.example", NULL, "NSBPD\\tsmithjones", "user id"},
    {"bthornfield", NULL, "bthornfield@pd.example", "user id"},
    {"BTHORNFIELD@PD.EXAMPLE", NULL, "bthornfield@pd.example", "user id"},
    {"PD\\bthornfield", NULL, "bthornfield@pd.example", "user id"},
    {"200", NULL, "jmarsh", "employee id"},
    {"0200", NULL, "jmarsh", "employee id"},
    {"221", NULL, "rpruitt", "employee id"},
    {"t-17", NULL, "NSBPD\\tsmithjones", "employee id"},
    {"400", NULL, NULL, NULL},
    {"unknown1", "Jordan Marsh", "jmarsh", "name"},
    {"unknown1", "Marsh, Jordan", "jmarsh", "name"},
    {"unknown1", "MARSH JORDAN", "jmarsh", "name"},
    {"unknown1", "Det. Jordan Marsh", "jmarsh", "name"},
    {"unknown1", "Jordan T. Marsh", "jmarsh", "name"},
    {"unknown1", "Minh Nguyen", "mnguyen", "name"},
    {"unknown1", "NGUYỄN, MINH", "mnguyen", "name"},
    {"unknown1", "Jose Garcia", "jgarcia1", "name"},
    {"unknown1", "Julia García", "jgarcia2", "name"},
    {"unknown1", "Anke Muller", "amueller", "name"},
    {"unknown1", "Siobhan OConnor", "soconnor", "name"},
    {"unknown1", "O’Connor, Siobhán", "soconnor", "name"},
    {"unknown1", "Carmen De La Rosa", "cdelarosa", "name"},
    {"unknown1", "De La Rosa, Carmen", "cdelarosa", "name"},
    {"unknown1", "Tara Smith-Jones", "NSBPD\\tsmithjones", "name"},
    {"unknown1", "Tara Smith Jones", "NSBPD\\tsmithjones", "name"},
    {"unknown1", "Jordan, Marsh", "jmarsh", "name, first and last swapped"},
    {"unknown1", "Erik, Lindqvist", "elindqvist", "name, first and last swapped"},
    {"unknown1", "Erik Lindquist", "elindqvist", "name, one letter differs"},
    {"unknown1", "Lindqvist, Eric", "elindqvist", "name, one letter differs"},
    {"unknown1", "Rosalin Pruitt", "rpruitt", "name, one letter differs"},
    {"unknown1", "Nadia Okafor-Bell", "nokafor", "name"},
    {"marsh.jordan", NULL, "jmarsh", "name"},
    {"jordan.marsh@nsbpd.example", NULL, "jmarsh", "name"},
    {"Marsh, Jordan", NULL, "jmarsh", "name"},
    /* a surname, an initial, another first name: nobody */
    {"unknown1", "Marsh", NULL, NULL},
    {"unknown1", "J. Marsh", NULL, NULL},
    {"unknown1", "Nguyen", NULL, NULL},
    {"unknown1", "J. Garcia", NULL, NULL},
    {"unknown1", "Nadia Marsh", NULL, NULL},
    {"unknown1", "Jordan Okafor", NULL, NULL},
    {"unknown1", "Jordan", NULL, NULL},
    {"unknown1", "Hana Li", NULL, NULL},
    {"unknown1", "Detective", NULL, NULL},
    {"marsh", NULL, NULL, NULL},
    {"jmarsh2", NULL, NULL, NULL},
    {"marshj", NULL, NULL, NULL},
    {"Crime Reduction  Unit", "Crime Reduction  Unit", NULL, NULL},
    {"admin", "", NULL, NULL},
    {"", "", NULL, NULL},
    {NULL, NULL, NULL, NULL},
    {"@", NULL, NULL, NULL},
    {"\\", NULL, NULL, NULL},
};

static void test_accounts(void) { meant_check(accounts, G_N_ELEMENTS(accounts), roster_account); }

static const struct meant officers[] = {
    {"Marsh, Jordan", "200", "jmarsh", "employee id"},
    {"", "200", "jmarsh", "employee id"},
    {NULL, "00200", "jmarsh", "employee id"},
    {"Lindqvist, Erik", "263", "elindqvist", "employee id"},
    {"Pruitt", "221", "rpruitt", "employee id"},
    {"whoever", "jmarsh", "jmarsh", "employee id"},
    {"jmarsh", "", "jmarsh", "user id"},
    {"Det. Marsh", NULL, "jmarsh", "surname"},
    {"Detective J. Marsh", NULL, "jmarsh", "surname and initial"},
    {"MARSH, J", NULL, "jmarsh", "surname and initial"},
    {"J Marsh #200", NULL, "jmarsh", "surname and initial"},
    {"Sgt. Rosalind Pruitt", NULL, "rpruitt", "name"},
    {"Pruitt, Rosalind (Sgt)", NULL, "rpruitt", "name"},
    {"PRUITT/ROSALIND", NULL, "rpruitt", "name"},
    {"Lt Okafor", NULL, "nokafor", "surname"},
    {"Ofc Okafor 207", NULL, "nokafor", "surname"},
    {"Okafor, N.", NULL, "nokafor", "surname and initial"},
    {"Cpl Siobhan O'Connor", NULL, "soconnor", "name"},
    {"Ofc. OConnor", NULL, "soconnor", "surname"},
    {"Inv. De La Rosa", NULL, "cdelarosa", "surname"},
    {"C. De La Rosa", NULL, "cdelarosa", "surname and initial"},
    {"Det Smith-Jones", NULL, "NSBPD\\tsmithjones", "surname"},
    {"Müller", NULL, "amueller", "surname"},
    {"Ofc Muller, A", NULL, "amueller", "surname and initial"},
    {"Jade Nguyen", NULL, "jnguyen", "name"},
    {"J. Nguyen", NULL, "jnguyen", "surname and initial"},
    {"M Nguyen", NULL, "mnguyen", "surname and initial"},
    {"Det. Garcia 301", NULL, "jgarcia2", "badge"},
    {"#230", NULL, "mnguyen", "badge"},
    {"Badge 263", NULL, "elindqvist", "badge"},
    {"P.O. Erik Lindqvist 263", NULL, "elindqvist", "name"},
    {"Det. Whitcombe (ID 342)", NULL, "lwhitcombe", "badge"},
    {"Erik Lindquist", NULL, "elindqvist", "name, one letter differs"},
    {"Jordan, Marsh", NULL, "jmarsh", "name, first and last swapped"},
    {"Lee", NULL, "hlee", "surname"},
    /* two who fit, or none */
    {"Nguyen", NULL, NULL, NULL},
    {"Det. García", NULL, NULL, NULL},
    {"J. Garcia", NULL, NULL, NULL},
    {"P. Whitcombe", NULL, NULL, NULL},
    {"Whitcombe", NULL, NULL, NULL},
    {"Badge 400", NULL, NULL, NULL},
    {"", "400", NULL, NULL},
    {"Nadia Marsh", NULL, NULL, NULL},
    {"K. Marsh", NULL, NULL, NULL},
    {"Det. Harlan Weeks", NULL, NULL, NULL},
    {"Det. Weeks 200", NULL, NULL, NULL},
    {"Sgt. Jordan", NULL, NULL, NULL},
    {"Det.", NULL, NULL, NULL},
    {"", "", NULL, NULL},
    {NULL, NULL, NULL, NULL},
    {"999", NULL, NULL, NULL},
    {"Marshall", NULL, NULL, NULL},
    {"Leeds", NULL, NULL, NULL},
};

static void test_officers(void) { meant_check(officers, G_N_ELEMENTS(officers), roster_officer); }

/* Jordan Marsh and Marsh Jordan: only the comma or the order tells them apart. */
static void test_mirrored(void) {
  static const struct member twins[] = {{"jmarsh", "1", "Marsh", "Jordan"}, {"mjordan", "2", "Jordan", "Marsh"}};
  struct db *db = db_of(twins, 2);
  struct roster *roster = roster_load(db);
  g_assert_cmpint(roster_account(roster, "x", "Marsh, Jordan", NULL), ==, 1);
  g_assert_cmpint(roster_account(roster, "x", "Jordan, Marsh", NULL), ==, 2);
  g_assert_cmpint(roster_officer(roster, "Jordan Marsh", "2", NULL), ==, 2);
  g_assert_cmpint(roster_officer(roster, "Det. Marsh", NULL, NULL), ==, 1);
  roster_free(roster);
  db_close(db);
}

/* One name twice in the file: neither can be accused by it. */
static void test_namesakes(void) {
  static const struct member same[] = {
      {"jmarsh", "1", "Marsh", "Jordan"}, {"jmarsh2", "2", "MARSH", "JORDAN"}, {"kvale", "3", "Vale", "Kim"}};
  struct db *db = db_of(same, 3);
  struct roster *roster = roster_load(db);
  g_assert_cmpint(roster_account(roster, "x", "Jordan Marsh", NULL), ==, 0);
  g_assert_cmpint(roster_officer(roster, "Marsh, Jordan", NULL, NULL), ==, 0);
  g_assert_cmpint(roster_officer(roster, "Marsh, Jordan 2", NULL, NULL), ==, 2);
  g_assert_cmpint(roster_account(roster, "jmarsh2", "Jordan Marsh", NULL), ==, 2);
  roster_free(roster);
  db_close(db);
}

/* Two accounts that are one without their domains are nobody's once the domain is left out. */
static void test_domains(void) {
  static const struct member two[] = {{"east\\dvale", "1", "Vale", "Dana"}, {"west\\dvale", "2", "Vale", "Doris"}};
  struct db *db = db_of(two, 2);
  struct roster *roster = roster_load(db);
  g_assert_cmpint(roster_account(roster, "east\\dvale", NULL, NULL), ==, 1);
  g_assert_cmpint(roster_account(roster, "WEST\\dvale", NULL, NULL), ==, 2);
  g_assert_cmpint(roster_account(roster, "dvale", NULL, NULL), ==, 0);
  g_assert_cmpint(roster_account(roster, "dvale", "Doris Vale", NULL), ==, 2);
  roster_free(roster);
  db_close(db);
}

static void person_note(gint64 person, void *data) { *(guint64 *)data |= G_GUINT64_CONSTANT(1) << person; }

static void test_named(void) {
  struct db *db = db_of(department, G_N_ELEMENTS(department));
  struct roster *roster = roster_load(db);
  guint64 found = 0;
  roster_named(roster, "Det. Marsh and Ofc. OKAFOR spoke to Mr. Marshall; Sgt. Pruitt's report follows.", person_note, &found);
  g_assert_cmpuint(found, ==, 1 << 1 | 1 << 2 | 1 << 4);
  found = 0;
  roster_named(roster, "Det. Nguyen", person_note, &found);
  g_assert_cmpuint(found, ==, 1 << 5 | 1 << 6);
  /* With and without a letter that is no ASCII: two ways through the text, one answer. */
  static const char *const written[] = {"Marsh's and O'Kafor's", "'Marsh'", "MARSH/OKAFOR", "marshs", "Marsh'sin",
                                        "s'Marsh, Pruitt'S"};
  for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
    guint64 plain = 0, other = 0;
    g_autofree char *accented = g_strconcat(written[i], " é", NULL);
    roster_named(roster, written[i], person_note, &plain);
    roster_named(roster, accented, person_note, &other);
    g_assert_cmpuint(plain, ==, other);
  }
  found = 0;
  roster_named(roster, "", person_note, &found);
  g_assert_cmpuint(found, ==, 0);
  roster_free(roster);
  db_close(db);
}

static void test_known(void) {
  struct db *db = db_of(department, 3);
  db_run(db, "INSERT INTO candidate (name) VALUES ('Gaines, Stella M.')");
  candidates_match(db);
  GHashTable *known = roster_known_names(db);
  static const char *const in[] = {"marsh", "jordan", "okafor", "gaines", "stella"}, *const out[] = {"m", "", "det"};
  for (gsize i = 0; i < G_N_ELEMENTS(in); i++) g_assert_true(g_hash_table_contains(known, in[i]));
  for (gsize i = 0; i < G_N_ELEMENTS(out); i++) g_assert_false(g_hash_table_contains(known, out[i]));
  g_hash_table_unref(known);
  db_close(db);
}

static void test_empty(void) {
  struct db *db = db_of(department, 0);
  struct roster *roster = roster_load(db);
  g_assert_cmpint(roster_account(roster, "jmarsh", "Jordan Marsh", NULL), ==, 0);
  g_assert_cmpint(roster_officer(roster, "Det. Marsh", "200", NULL), ==, 0);
  roster_free(roster);
  db_close(db);
}

/* ---------------------------------------------------------------------------------------------- name to name */

static const struct {
  const char *a, *b;
  enum name_match match;
} pairs[] = {
    {"Gaines, Stella", "Stella Gaines", NAME_SAME},
    {"GAINES, STELLA", "stella gaines", NAME_SAME},
    {"Gaines, Stella M.", "Stella Gaines", NAME_SAME},
    {"Stella Marie Gaines", "Gaines, Stella", NAME_SAME},
    {"Stella M. Gaines", "Stella Marie Gaines", NAME_SAME},
    {"Mr. Stella Gaines", "Stella Gaines", NAME_SAME},
    {"Gaines Stella", "Stella Gaines", NAME_SAME},
    {"Stella  Gaines ", "Stella Gaines", NAME_SAME},
    {"José García", "Jose Garcia", NAME_SAME},
    {"JOSÉ GARCÍA", "garcía, josé", NAME_SAME},
    {"Müller, Anke", "Anke Muller", NAME_SAME},
    {"Nguyễn, Minh", "Minh Nguyen", NAME_SAME},
    {"O'Connor, Siobhan", "Siobhan OConnor", NAME_SAME},
    {"O’Connor, Siobhan", "Siobhan O'Connor", NAME_SAME},
    {"Smith-Jones, Tara", "Tara Smith Jones", NAME_SAME},
    {"De La Rosa, Carmen", "Carmen De La Rosa", NAME_SAME},
    {"Det. Jordan Marsh", "Marsh, Jordan", NAME_SAME},
    {"Jordan Marsh Jr.", "Jordan Marsh", NAME_SAME},
    {"Jordan Marsh III", "Marsh, Jordan", NAME_SAME},
    {"MARSH,JORDAN", "Jordan Marsh", NAME_SAME},
    {"Marsh , Jordan", "Jordan Marsh", NAME_SAME},
    {"Jordan \"JJ\" Marsh", "Jordan Marsh", NAME_SAME},
    {"Juan Carlos Ruiz Ortega", "Juan Ruiz", NAME_SAME},
    {"Gaines", "Stella Gaines", NAME_PARTLY},
    {"Gaines", "Gaines, Stella", NAME_PARTLY},
    {"S. Gaines", "Stella Gaines", NAME_PARTLY},
    {"Gaines, S", "Stella Gaines", NAME_PARTLY},
    {"Mr. Gaines", "Stella Gaines", NAME_PARTLY},
    {"Gaines", "Gaines", NAME_PARTLY},
    {"S. Gaines", "S. Gaines", NAME_PARTLY},
    {"", "Stella Gaines", NAME_PARTLY},
    {"", "", NAME_PARTLY},
    {"Mr.", "Stella Gaines", NAME_PARTLY},
    {"Stella Gaynes", "Stella Gaines", NAME_PARTLY},
    {"Stela Gaines", "Gaines, Stella", NAME_PARTLY},
    {"Erik Lindquist", "Lindqvist, Erik", NAME_PARTLY},
    {"Stella", "Stella Gaines", NAME_PARTLY},
    {"Cagle, Billy (DOB 06/14/1972)", "Billy J. Cagle", NAME_SAME},
    {"CAGLE BILLY W/M 06/14/1972", "Billy J. Cagle", NAME_SAME},
    {"CAGLE, BILLY WM", "Billy Cagle", NAME_SAME},
    {"Candidate 1: Cagle, Billy - 98.2%", "Billy Cagle", NAME_SAME},
    {"Cagle, Billy [SID 443121]", "Billy Cagle", NAME_SAME},
    {"CAGLE, BILLY SID: 443121", "Billy Cagle", NAME_SAME},
    {"Cagle, Robert \"Billy\"", "Billy Cagle", NAME_SAME},
    {"Robert (Billy) Cagle", "Cagle, Billy", NAME_SAME},
    {"Cagle, Robert aka Billy Cagle", "Billy Cagle", NAME_SAME},
    {"Cagle, Robert; Pell, Noel", "Noel Pell", NAME_SAME},
    {"Thomas Vance Jr", "Thomas Vance III", NAME_DIFFERENT},
    {"Thomas Vance Jr.", "Thomas Vance", NAME_SAME},
    {"Thomas Vance II", "Vance, Thomas Jr", NAME_SAME},
    {"Samir Delacruz", "de la Cruz, Samir", NAME_SAME},
    {"Ann Major", "Major, Ann", NAME_SAME},
    {"Det. Ann Major", "Major, Ann", NAME_SAME},
    {"Anna Null", "NULL, ANNA", NAME_SAME},
    {"Jin No", "No, Jin", NAME_SAME},
    {"Stella Gaines", "Stella Harmon", NAME_DIFFERENT},
    {"Stella Gaines", "Marcus Gaines", NAME_DIFFERENT},
    {"Gaines, Stella", "Gaines, Marcus", NAME_DIFFERENT},
    {"S. Gaines", "Marcus Gaines", NAME_DIFFERENT},
    {"S. Gaines", "M. Gaines", NAME_DIFFERENT},
    {"Gaines", "Harmon", NAME_DIFFERENT},
    {"Gaines", "Stella Harmon", NAME_DIFFERENT},
    {"Stella Gaines", "Wendell Abernathy", NAME_DIFFERENT},
    {"Jade Nguyen", "Minh Nguyen", NAME_DIFFERENT},
    {"José García", "Julia Garcia", NAME_DIFFERENT},
    {"J. Garcia", "Minh Garcia", NAME_DIFFERENT},
    {"Ann Lee", "Dan Lee", NAME_DIFFERENT},
    {"Ann Lee", "Ann Leeds", NAME_DIFFERENT},
    {"Kim Vale", "Tim Vale", NAME_DIFFERENT},
    {"Jordan Marsh", "Jordan Marshall", NAME_DIFFERENT},
    {"Stella Gaines", "Gail Staines", NAME_DIFFERENT},
    {"Tara Smith-Jones", "Tara Brown", NAME_DIFFERENT},
    {"Juan Ruiz", "Juan Ortega", NAME_DIFFERENT},
    {"Carmen De La Rosa", "Carmen De La Cruz", NAME_DIFFERENT},
    {"Robert Hale", "Roberta Hall", NAME_DIFFERENT},
    {"unknown", "Stella Gaines", NAME_DIFFERENT},
    {"Marcus Gaines", "Stella M. Gaines", NAME_DIFFERENT},
    {"Stella Marie Gaines", "Stella Louise Gaines", NAME_DIFFERENT},
    {"Stella M. Gaines", "Stella L. Gaines", NAME_PARTLY},
    {"Daniel Harmon", "Danielle Harmon", NAME_DIFFERENT},
    {"Иван Петров", "Петров, Иван", NAME_SAME},
    {"Иван Петров", "Stella Gaines", NAME_DIFFERENT},
};

static const char *const matches[] = {"different", "partly", "same"};

static void test_pairs(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    enum name_match one = name_compare(pairs[i].a, pairs[i].b), other = name_compare(pairs[i].b, pairs[i].a);
    if (one != pairs[i].match)
      WRONG("\"%s\" and \"%s\" are %s, not %s", pairs[i].a, pairs[i].b, matches[one], matches[pairs[i].match]);
    if (one != other)
      WRONG("\"%s\" and \"%s\" are %s one way and %s the other", pairs[i].a, pairs[i].b, matches[one], matches[other]);
  }
}

static void test_keys(void) {
  static const struct {
    const char *name, *key;
  } rows[] = {{"Gaines, Stella M.", "gaines stella"},
              {"STELLA GAINES", "gaines stella"},
              {"Det. José García #301", "garcia jose"},
              {"O'Connor, Siobhán", "oconnor siobhan"},
              {"", ""},
              {"Sgt.", ""},
              {"M. T.", ""}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *key = name_key(rows[i].name);
    if (strcmp(key, rows[i].key)) WRONG("the key of \"%s\" is \"%s\", not \"%s\"", rows[i].name, key, rows[i].key);
  }
}

static void test_officer_words(void) {
  static const struct {
    const char *words, *last, *first;
    enum name_match match;
  } rows[] = {
      {"TFO Haddad", "Haddad", "Samir", NAME_SAME},
      {"Zz/Qq Haddad", "Haddad", "Samir", NAME_SAME},
      {"Det. I Haddad", "Haddad", "Samir", NAME_SAME},
      {"Det. Marsh and Bell", "Marsh", "Jordan", NAME_SAME},
      {"Dep. Cst. de la Cruz", "de la Cruz", "Samir", NAME_SAME},
      {"Det. Delacruz", "de la Cruz", "Samir", NAME_SAME},
      {"Det. Cruz", "de la Cruz", "Samir", NAME_SAME},
      {"Det. de la Rosa", "de la Cruz", "Samir", NAME_DIFFERENT},
      {"Ofc. Saint John", "St. John", "Ada", NAME_SAME},
      {"Det. Loewe", "Löwe", "Anna", NAME_SAME},
      {"Det. Lowe", "Löwe", "Anna", NAME_SAME},
      {"Det. O Neil", "O'Neil", "Pat", NAME_SAME},
      {"Det. Jones", "Smith-Jones", "Tara", NAME_SAME},
      {"Det. Smith-Jones", "Jones", "Tara", NAME_SAME},
      {"Major Major", "Major", "Ann", NAME_SAME},
      {"Det. Lindquist", "Lindqvist", "Erik", NAME_PARTLY},
      {"Det. Erik", "Lindqvist", "Erik", NAME_PARTLY},
      {"Det. Marsh", NULL, "Jordan Marsh", NAME_SAME},
      {"Det. Marsh", NULL, "MARSH, JORDAN", NAME_SAME},
      {"Det. Erik Bell", "Lindqvist", "Erik", NAME_DIFFERENT},
      {"Det. Bell", "Marsh", "Jordan", NAME_DIFFERENT},
      {"Det. Marshall", "Marsh", "Jordan", NAME_DIFFERENT},
      {"Det. Bell", NULL, "Jordan Marsh", NAME_DIFFERENT},
      {"Det. Marsh", NULL, "MARSH JORDAN", NAME_SAME},
      {"Det. J. Smith-Jones", NULL, "SMITH-JONES JORDAN", NAME_SAME},
      {"Det. Jordan Bell", NULL, "Jordan Marsh", NAME_PARTLY},
      {"Det. Bell", NULL, "MARSH JORDAN", NAME_DIFFERENT},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    enum name_match match = officer_compare(rows[i].words, rows[i].last, rows[i].first);
    if (match != rows[i].match)
      WRONG("\"%s\" and %s %s are %s, not %s", rows[i].words, rows[i].first, rows[i].last ? rows[i].last : "", matches[match],
            matches[rows[i].match]);
  }
}

static void test_mentions(void) {
  static const struct {
    const char *text, *words, *last;
    enum officer_mention mention;
  } rows[] = {
      {"Det. Marsh and I ran it.", "I", "Marsh", MENTION_JOINED},
      {"I and Det. Marsh ran it.", "I", "Marsh", MENTION_JOINED},
      {"Sgt. Bell and TFO J. Marsh ran it.", "Sgt. Bell", "Marsh", MENTION_JOINED},
      {"Sgt. Bell & Det. Marsh ran it.", "Sgt. Bell", "Marsh", MENTION_JOINED},
      {"I gave it to Det. Marsh, who ran it.", "I", "Marsh", MENTION_SOMEWHERE},
      {"It was Det. Marsh's search. I ran it.", "I ran", "Marsh", MENTION_SOMEWHERE},
      {"Det. Van der Berg and I ran it.", "I", "van der Berg", MENTION_JOINED},
      {"I ran it in the white van.", "I", "White", MENTION_NONE},
      {"I ran it near the marsh.", "I", "Marsh", MENTION_NONE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    gsize start = (gsize)(strstr(rows[i].text, rows[i].words) - rows[i].text);
    enum officer_mention mention = officer_mentioned(rows[i].text, rows[i].last, "", start, strlen(rows[i].words));
    if (mention != rows[i].mention)
      WRONG("\"%s\" for %s is %d, not %d", rows[i].text, rows[i].last, (int)mention, (int)rows[i].mention);
  }
}

static void test_bearers(void) {
  static const struct {
    const char *name, *last, *first;
    bool bears;
  } rows[] = {
      {"Smith, James Robert", "Smith", "James", true},
      {"SMITH,JAMES,ROBERT", "Smith", "James", true},
      {"James Robert Smith", "Smith", "James", true},
      {"SMITH JAMES ROBERT", "Smith", "James", true},
      {"Smith, James R", "Smith", "James", true},
      {"Smith, Robert James", "Smith", "James", false},
      {"James Smith Roberts", "Smith", "James", false},
      {"NÚÑEZ, JOSÉ", "Núñez", "José R.", true},
      {"Smith, James Lee", "Smith", "James Roy", false},
      {"VAN DER HOOF, CURT", "Van der Hoof", "Curt", true},
      {"Curt Vanderhoof", "Van der Hoof", "Curt", true},
      {"James, Smith", "Smith", "James", false},
      {"Smith", "Smith", "James", false},
      {"Pell, Noel aka Smith, James", "Smith", "James", true},
      {"", "Smith", "James", false},
      {"Smith, James (DOB 01/02/1970)", "Smith", "James", true},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    if (name_bears(rows[i].name, rows[i].last, rows[i].first) != rows[i].bears)
      WRONG("\"%s\" is %s %s: %s expected", rows[i].name, rows[i].first, rows[i].last, rows[i].bears ? "yes" : "no");
}

static void test_workstations(void) {
  static const char *const machines[][3] = {{"WS-CIU-01", "ws-ciu-01.police.local", "POLICE\\WS_CIU_1"},

                                            {"CID-PC010", "cid pc10", "CID_PC-010"},
                                            {"10.0.0.7", "10.0.0.7", "10.0.0.07"},
                                            {"Front Desk", "FRONT-DESK", "frontdesk"},
                                            {"WS.2", "WS-2", "ws2"},
                                            {"L-100", "L100", "L-0100"},
                                            {"WS-1-12", "ws1-12", "WS 01/12"},
                                            {"WS-11-2", "ws11-2", "WS 11.02"},
                                            {"Ñandú-3", "nandu 3", "NANDU03"},
                                            {"10.0.0.70", "10.0.0.70", "10.0.0.70"},
                                            {"--", "--", "--"}};
  g_autoptr(GHashTable) others = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(machines); i++) {
    char *key = workstation_key(machines[i][0]);
    for (gsize k = 1; k < 3; k++) {
      g_autofree char *same = workstation_key(machines[i][k]);
      if (strcmp(key, same)) WRONG("\"%s\" is %s and \"%s\" is %s", machines[i][0], key, machines[i][k], same);
    }
    if (!g_hash_table_add(others, key)) WRONG("\"%s\" is another machine's name", machines[i][0]);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("roster", "an account is its owner's by id, number or whole name", test_accounts);
  TEST("roster", "an officer is known by id, name, initial or badge", test_officers);
  TEST("roster", "two whose names mirror each other are told apart", test_mirrored);
  TEST("roster", "two of one name are nobody without a number", test_namesakes);
  TEST("roster", "an account of two domains is nobody's without its domain", test_domains);
  TEST("roster", "surnames in a narrative name everybody who bears them", test_named);
  TEST("roster", "known names come from the file and the candidates", test_known);
  TEST("roster", "an empty personnel file knows nobody", test_empty);
  TEST("roster", "names are the same, partly or different, whichever comes first", test_pairs);
  TEST("roster", "a name's key is its words in order", test_keys);
  TEST("roster", "an equal surname never contradicts, whatever rank stands before it", test_officer_words);
  TEST("roster", "an owner who is named beside the searcher is found", test_mentions);
  TEST("roster", "a candidate bears a member's name by its order, with or without middle names", test_bearers);
  TEST("roster", "a workstation is one machine in every spelling", test_workstations);
  return g_test_run();
}
