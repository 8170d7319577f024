/* Heads of rules and sections: keys and values, needs, severities, the order of clauses. */
#include "tests/check.h"
#include "include/choices.h"
#include "include/sql_head.h"

struct head {
  char *rule, *says, *needs;
};
static const struct head_key keys[] = {{"rule", G_STRUCT_OFFSET(struct head, rule)},
                                       {"says", G_STRUCT_OFFSET(struct head, says)},
                                       {"needs", G_STRUCT_OFFSET(struct head, needs)}};

static const char good[] = "-- rule:  late-report\n-- says:  The report: without\n--    delay,\n--    in writing.\n-- needs:\n"
                           "SELECT 1; -- rule: no\n";

static void head_is_read(void) {
  struct head told = {0};
  const char *body = head_read("x.sql", good, keys, G_N_ELEMENTS(keys), &told);
  g_assert_cmpstr(body, ==, "SELECT 1; -- rule: no\n");
  g_assert_cmpstr(told.rule, ==, "late-report");
  g_assert_cmpstr(told.says, ==, "The report: without delay, in writing.");
  g_assert_cmpstr(told.needs, ==, "");
  head_require("x.sql", keys, 2, &told);
  head_clear(keys, G_N_ELEMENTS(keys), &told);
  g_assert_null(told.says);
  g_assert_cmpstr(head_read("x.sql", "SELECT 1", keys, G_N_ELEMENTS(keys), &told), ==, "SELECT 1");
  g_assert_cmpstr(head_read("x.sql", "-- rule: a", keys, G_N_ELEMENTS(keys), &told), ==, "");
  head_clear(keys, G_N_ELEMENTS(keys), &told);
}

static void one_value(void) {
  g_autofree char *says = head_value(good, "says"), *none = head_value(good, "severity"), *needs = head_value(good, "needs");
  g_assert_cmpstr(says, ==, "The report: without delay, in writing.");
  g_assert_cmpstr(needs, ==, "");
  g_assert_null(none);
  g_assert_null(head_value("SELECT 1", "rule"));
}

static const struct {
  const char *text, *message;
} faults[] = {{"-- rule: a\n-- rul: b\n", "x.sql:2: unknown key \"rul\" in the head: use rule, says, needs"},
              {"-- rule: a\n-- says: b\n-- rule: c\n", "x.sql:3: \"rule\" appears twice in the head"},
              {"-- rule\n", "x.sql:1: this line of the head has no key"},
              {"--    more\n", "x.sql:1: this line of the head has no key"},
              {"-- rule: a\n-- needs:\n", "x.sql: the head has no \"says\": add the line"}};

static void faults_refused(void) {
  if (g_test_subprocess()) {
    struct head told = {0};
    const char *text = faults[g_ascii_strtoull(g_getenv("FAULT"), NULL, 10)].text;
    head_read("x.sql", text, keys, G_N_ELEMENTS(keys), &told);
    head_require("x.sql", keys, G_N_ELEMENTS(keys), &told);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
    g_autofree char *number = g_strdup_printf("%zu", i), *pattern = g_strdup_printf("*%s*", faults[i].message);
    g_setenv("FAULT", number, TRUE);
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
    g_test_trap_assert_stderr(pattern);
  }
}

static void needs_are_cut(void) {
  g_autoptr(GPtrArray) all = needs_read("user_log, personnel.shift start | hours");
  g_assert_cmpuint(all->len, ==, 2);
  const GPtrArray *first = all->pdata[0], *second = all->pdata[1];
  g_assert_cmpuint(first->len, ==, 1);
  g_assert_cmpuint(second->len, ==, 2);
  const struct need *log = first->pdata[0], *shift = second->pdata[0], *hours = second->pdata[1];
  g_assert_cmpstr(log->kind, ==, "user_log");
  g_assert_null(log->role);
  g_assert_cmpstr(shift->kind, ==, "personnel");
  g_assert_cmpstr(shift->role, ==, "shift start");
  g_assert_cmpstr(hours->kind, ==, "hours");
  g_assert_null(hours->role);
}

static void severities_ranked(void) {
  g_assert_cmpuint(severity_rank("critical"), ==, 0);
  g_assert_cmpuint(severity_rank("info"), ==, SEVERITY_COUNT - 1);
  g_assert_cmpuint(severity_rank("High"), ==, SEVERITY_COUNT);
  g_assert_cmpuint(severity_rank(NULL), ==, SEVERITY_COUNT);
  g_assert_null(severities[SEVERITY_COUNT]);
}

static void clauses_ordered(void) {
  static const char *const order[] = {"C", "32.6.1", "32.6.2", "32.6.5", "32.6.5(1)", "32.6.10", "32.6.11(1)", "32.6.11(2)"};
  for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(order); k++) g_assert_cmpint(clause_compare(order[i], order[k]), ==, i < k ? -1 : i > k);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("head", "keys get their values, continued lines too", head_is_read);
  TEST("head", "one value is found whatever the other keys are", one_value);
  TEST("head", "a fault is refused with its place", faults_refused);
  TEST("head", "needs are alternatives of kinds and roles", needs_are_cut);
  TEST("head", "severities have their ranks", severities_ranked);
  TEST("head", "clauses are ordered by their numbers", clauses_ordered);
  return g_test_run();
}
