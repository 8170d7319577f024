/* Rows seen before are found, whatever the order they come in; ids that come again are reported. */
#include "tests/check.h"
#include "ingest/rows/duplicates.h"

struct world {
  struct duplicates *seen;
  GHashTable *rows, *ids; /* what a plain table says: text -> place */
};

static struct place *place_new(guint source, guint line) {
  struct place *place = g_new(struct place, 1);
  *place = (struct place){source, line};
  return place;
}

static void place_agrees(bool found, struct place got, const struct place *want, const char *text) {
  if (found != (want != NULL)) g_error("%s is %s", text, found ? "found, but new" : "not found");
  if (found && (got.source != want->source || got.line != want->line)) g_error("%s is found elsewhere", text);
}

/* A row: its id, or "" for none, and the rest of it. */
static void row_try(struct world *world, const char *id, const char *rest, guint source, guint line) {
  g_autofree char *text = g_strdup_printf("%s|%s", id, rest);
  struct row_print print = {.row = print_of(world->seen, text, strlen(text))};
  struct place place = {0, 0};
  if (*id) print.id = print_of(world->seen, id, strlen(id)), print.named = true;
  bool found = duplicates_find(world->seen, &print, &place);
  place_agrees(found, place, g_hash_table_lookup(world->rows, text), text);
  if (found) return;
  g_hash_table_insert(world->rows, g_steal_pointer(&text), place_new(source, line));
  if (*id) {
    const struct place *first = g_hash_table_lookup(world->ids, id);
    found = duplicates_find_id(world->seen, &print, &place);
    place_agrees(found, place, first, id);
    if (first) print.named = false;
    else g_hash_table_insert(world->ids, g_strdup(id), place_new(source, line));
  }
  duplicates_add(world->seen, &print, (struct place){source, line});
}

static struct world world_new(void) {
  return (struct world){duplicates_new(), g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
}

static void world_clear(struct world *world) {
  duplicates_free(world->seen);
  g_hash_table_unref(world->rows);
  g_hash_table_unref(world->ids);
}

/* ORDER: every how many rows one comes out of order; 0: none does. */
static void rows_agree(guint order, guint rows, guint sources) {
  GRand *random = g_rand_new_with_seed(order);
  struct world world = world_new();
  char id[16], rest[16];
  for (guint source = 1; source <= sources; source++) {
    for (guint line = 2; line < rows; line++) {
      guint number = order && line % order == 0 ? (guint)g_rand_int_range(random, 0, (gint32)rows) : line - line % 7 % 3 / 2;
      g_snprintf(id, sizeof id, number % 11 ? "%u" : number % 2 ? "" : "7", number);
      g_snprintf(rest, sizeof rest, "%u", g_rand_int_range(random, 0, 4) ? number : line);
      row_try(&world, id, rest, source * 3, line);
    }
  }
  world_clear(&world);
  g_rand_free(random);
}

static void in_order(void) { rows_agree(0, 9000, 1); }
static void out_of_order(void) {
  for (guint order = 1; order < 2000; order = order * 3 + 1) rows_agree(order, 6000, 2);
}

static void one_id(void) {
  struct world world = world_new();
  char rest[16];
  for (guint line = 1; line < 3000; line++) {
    g_snprintf(rest, sizeof rest, "%u", line / 2);
    row_try(&world, "1", rest, 1, line);
  }
  world_clear(&world);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("duplicates", "rows in the order of their ids are told apart", in_order);
  TEST("duplicates", "rows in any order are found where they stood first", out_of_order);
  TEST("duplicates", "an id that all rows share hides nothing", one_id);
  return g_test_run();
}
