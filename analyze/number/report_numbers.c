/* Looks up reports by their numbers: by year and sequence, by text, by CAD event number. */
#include "analyze/number/report_numbers.h"
#include <string.h>

static gpointer number_slot(int year, guint64 sequence, guint16 series) {
  return GSIZE_TO_POINTER(((guint64)series << 48) ^ ((guint64)(guint)year << 37) ^ (sequence & G_GUINT64_CONSTANT(0x1FFFFFFFFF)));
}

static guint slot_hash(gconstpointer slot) { return (guint)((gsize)slot ^ (gsize)slot >> 32); }

void report_numbers_begin(struct numbers *numbers) {
  numbers->by_text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  numbers->by_cad = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  numbers->by_number = g_hash_table_new(slot_hash, NULL);
  numbers->by_bare = g_hash_table_new(slot_hash, NULL);
  numbers->years = g_hash_table_new(NULL, NULL);
  numbers->series = g_hash_table_new(NULL, NULL);
}

void report_numbers_end(struct numbers *numbers) {
  GHashTable *const tables[] = {numbers->by_number, numbers->by_bare, numbers->by_text,
                                numbers->by_cad,    numbers->years,   numbers->series};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) g_hash_table_unref(tables[i]);
}

guint32 report_numbers_number(const struct numbers *numbers, int year, guint64 sequence, guint16 series) {
  gpointer slot = number_slot(year, sequence, series);
  guint32 held = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_number, slot));
  return held || series ? held : GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_bare, slot));
}

gint64 report_numbers_report(const struct numbers *numbers, int year, guint64 sequence, guint16 series) {
  guint32 held = report_numbers_number(numbers, year, sequence, series);
  return held == AMBIGUOUS ? 0 : (gint64)held;
}

/* People leave out the letters of a series; the number then means a report only if no other series has it. */
static void bare_enter(struct numbers *numbers, const struct number_reading *reading, guint32 report) {
  gpointer slot = number_slot(reading->year, reading->sequence, 0);
  guint32 held = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_bare, slot));
  g_hash_table_insert(numbers->by_bare, slot, GUINT_TO_POINTER(held && held != report ? AMBIGUOUS : report));
  g_hash_table_add(numbers->series, GUINT_TO_POINTER(reading->series));
}

guint32 report_numbers_enter(struct numbers *numbers, const struct number_reading *reading, guint32 report) {
  gpointer slot = number_slot(reading->year, reading->sequence, reading->series);
  guint32 known = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_number, slot));
  if (known) return known;
  g_hash_table_insert(numbers->by_number, slot, GUINT_TO_POINTER(report));
  numbers->greatest = MAX(numbers->greatest, reading->sequence);
  if (reading->series) bare_enter(numbers, reading, report);
  g_hash_table_add(numbers->years, GINT_TO_POINTER(reading->year));
  return report;
}

guint32 report_numbers_text_enter(struct numbers *numbers, const char *text, guint32 report) {
  g_autofree char *plain = number_plain(text);
  gpointer other = g_hash_table_lookup(numbers->by_text, *plain ? plain : text);
  if (other) return GPOINTER_TO_UINT(other);
  g_hash_table_insert(numbers->by_text, *plain ? g_steal_pointer(&plain) : g_strdup(text), GUINT_TO_POINTER(report));
  return report;
}

gint64 report_numbers_text(const struct numbers *numbers, const char *text) {
  if (!g_hash_table_size(numbers->by_text)) return 0;
  g_autofree char *plain = number_plain(text);
  return GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_text, plain));
}

guint32 report_numbers_cad(const struct numbers *numbers, const char *key) {
  return GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_cad, key));
}

void report_numbers_cad_enter(struct numbers *numbers, const char *key, guint32 report) {
  guint32 held = report_numbers_cad(numbers, key);
  g_hash_table_insert(numbers->by_cad, g_strdup(key), GUINT_TO_POINTER(held && held != report ? AMBIGUOUS : report));
}
