/* Finds the order of day and month from all cells of a column. */
#include "ingest/rows/date_order.h"
#include "include/cell/moment.h"
#include "ingest/rows/fields.h"
#include "ingest/rows/not_kept.h"

static bool column_dated(const struct intake_file *file, int role) {
  const struct kind *kind = file->intake->kind;
  return role < kind->role_count && kind->roles[role].dated && file->columns.of[role] >= 0;
}

/* A column with all cells at 0:00 states no time of day: databases write days like that. */
static void clock_look(struct intake_file *file) {
  const struct role_split *split = file->intake->kind->split;
  const char *cell = split ? cell_of(file, split->whole[0]) : NULL;
  struct cell_time time;
  if (file->clocked || !cell || (!cell_time(cell, ORDER_MONTH_FIRST, &time) && !cell_time(cell, ORDER_DAY_FIRST, &time))) return;
  const struct civil *c = &time.civil;
  file->clocked = time.has_time && (c->hour || c->minute || c->second || c->millisecond);
}

void evidence_add(struct intake_file *file) {
  const struct record *record = file->record;
  if (record->kind != RECORD_DATA) return;
  clock_look(file);
  for (int role = 0; role < file->intake->kind->role_count; role++) {
    guint at = (guint)file->columns.of[role];
    if (column_dated(file, role) && at < record->count && *record->cells[at])
      date_column_add(&file->evidence[role], record->cells[at]);
  }
}

static bool american(const char *zone) {
  return g_str_has_prefix(zone, "America/") || g_str_has_prefix(zone, "US/") || g_str_has_prefix(zone, "Pacific/Honolulu");
}

/* Each column has its own order; one whose cells fit both takes that of the file, and a file that fits both takes that of the
   country. */
void orders_settle(struct intake_file *file) {
  guint votes[3] = {0};
  const char *why;
  for (int role = 0; role < ROLES_MOST; role++)
    if (column_dated(file, role)) votes[date_column_order(&file->evidence[role], ORDER_UNKNOWN, &why)]++;
  bool month_first = votes[ORDER_MONTH_FIRST] || american(file->intake->settings->timezone);
  enum date_order usual = votes[ORDER_DAY_FIRST] <= votes[ORDER_MONTH_FIRST] && month_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
  for (int role = 0; role < ROLES_MOST; role++)
    if (column_dated(file, role)) file->order[role] = date_column_order(&file->evidence[role], usual, &why);
}

static void order_note(struct intake_file *file, int role) {
  const char *name = file->intake->kind->roles[role].name, *why = NULL;
  const struct date_column *seen = &file->evidence[role];
  enum date_order alone = date_column_order(seen, ORDER_UNKNOWN, &why);
  if (seen->month_first_only && seen->day_first_only)
    file_note(file, 0,
              "%s: %" G_GINT64_FORMAT " cells fit only the month first and %" G_GINT64_FORMAT
              " only the day first: the more frequent order is used, the others cannot be read.",
              name, (gint64)seen->month_first_only, (gint64)seen->day_first_only);
  else if (seen->either || seen->month_first_only || seen->day_first_only)
    file_note(file, 0, "%s: read with the %s first: %s.", name, file->order[role] == ORDER_DAY_FIRST ? "day" : "month",
              alone == ORDER_UNKNOWN ? "both orders fit its cells; the file's other columns or the country decide" : why);
}

void orders_note(struct intake_file *file) {
  for (int role = 0; role < ROLES_MOST; role++)
    if (column_dated(file, role)) order_note(file, role);
}
