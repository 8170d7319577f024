/* Slots give back what was put there, whatever the keys have in common. */
#include "tests/check.h"
#include "analyze/slots.h"

/* COUNT keys, STEP apart from FROM. */
static void keys_found(guint64 from, guint64 step, guint count) {
  struct slots slots = {NULL, 0, 0};
  for (guint i = 0; i < count; i++) {
    guint32 *held = slots_put(&slots, from + i * step);
    g_assert_cmpuint(*held, ==, 0);
    *held = i + 1;
  }
  g_assert_cmpuint(slots.count, ==, count);
  for (guint i = 0; i < count; i++) {
    g_assert_cmpuint(slots_get(&slots, from + i * step), ==, i + 1);
    g_assert_cmpuint(*slots_put(&slots, from + i * step), ==, i + 1);
    if (step > 1) g_assert_cmpuint(slots_get(&slots, from + i * step + 1), ==, 0);
  }
  g_assert_cmpuint(slots_get(&slots, from + count * step), ==, 0);
  slots_clear(&slots);
  g_assert_cmpuint(slots_get(&slots, from), ==, 0);
}

static void keys_in_a_row(void) {
  for (guint count = 1; count < 200; count++) keys_found(7, 1, count);
  keys_found(G_GUINT64_CONSTANT(0xFFFFFFFF00000000), 1, 100000);
}

static void keys_apart(void) {
  static const guint64 steps[] = {2, 10, 15, 16, 17, 32, 1000, 4096, G_GUINT64_CONSTANT(1) << 37, G_GUINT64_CONSTANT(1) << 44};
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++) keys_found(3, steps[i], 20000);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("slots", "keys that follow one another are found", keys_in_a_row);
  TEST("slots", "keys that lie apart are found", keys_apart);
  return g_test_run();
}
