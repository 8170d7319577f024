/* Whose arrest a narrative tells, and who is a child, as a release must know them. */
#include "tests/check.h"
#include "report/release/role.h"

static bool arrested(const char *candidate, const char *narrative) {
  struct facts facts = {.candidate = candidate, .narrative = narrative};
  return role_arrested(&facts);
}

static void test_arrested(void) {
  g_assert_true(arrested("Orten, Lia", "Lia Orten was arrested."));
  g_assert_true(arrested("Orten, Lia", "Orten was arrested at the store."));
  g_assert_true(arrested("Orten, Lia", "I arrested Ms. Orten."));
  g_assert_true(arrested("Orten, Lia", "L. Orten was later booked."));
  g_assert_true(arrested("Orten, Lia Marie", "Marie Orten was arrested."));
}

static void test_relative(void) {
  g_assert_false(arrested("Orten, Lia", "Marco Orten was arrested."));
  g_assert_false(arrested("Orten, Lia", "M. Orten was arrested."));
  g_assert_false(arrested("Orten, Lia", "MARCO ORTEN WAS ARRESTED"));
  g_assert_false(arrested("Orten, Lia", "Officers arrested Marco Orten."));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("role", "an arrest of the person is told in several wordings", test_arrested);
  TEST("role", "the arrest of another of the same surname is not the person's", test_relative);
  return g_test_run();
}
