/* The order of day and month, told from all cells of a column. */
#include "ingest/rows/intake.h"
#include <string.h>

static bool role_dates(enum role role) {
  static const enum role dates[] = {LOG_TIME,      LOG_DATE_ONLY, REP_AT,      REP_DATE_ONLY, REP_APPROVED,    PER_UNIT_FROM,
                                    PER_UNIT_TO,   PER_APPROVED,  PER_TRAINED, PER_SEPARATED, PER_DEACTIVATED, NOT_AT,
                                    NOT_DATE_ONLY, DUT_START,     DUT_END,     DUT_DATE,      DIS_ON};
  for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
    if (dates[i] == role) return true;
  return false;
}

void evidence_add(struct intake_file *file) {
  const struct record *record = file->record;
  if (record->kind != RECORD_DATA) return;
  for (guint i = 0; i < file->dated_count; i++) {
    enum role role = file->dated[i];
    guint at = (guint)file->columns.of[role];
    if (at < record->count && *record->cells[at]) date_column_add(file->evidence[role], record->cells[at]);
  }
}

/* An order is a column's; a column whose cells fit both takes the file's, and a file that fits both takes the country's. */
void orders_settle(struct intake_file *file) {
  guint votes[3] = {0};
  const char *why;
  bool american = g_str_has_prefix(file->intake->settings->timezone, "America/") ||
                  g_str_has_prefix(file->intake->settings->timezone, "US/") ||
                  g_str_has_prefix(file->intake->settings->timezone, "Pacific/Honolulu");
  for (int role = 0; role < ROLE_COUNT; role++)
    if (file->evidence[role]) votes[date_column_order(file->evidence[role], ORDER_UNKNOWN, &why)]++;
  enum date_order usual = votes[ORDER_DAY_FIRST] > votes[ORDER_MONTH_FIRST] ? ORDER_DAY_FIRST
                          : votes[ORDER_MONTH_FIRST] || american            ? ORDER_MONTH_FIRST
                                                                            : ORDER_DAY_FIRST;
  for (int role = 0; role < ROLE_COUNT; role++)
    if (file->evidence[role]) file->order[role] = date_column_order(file->evidence[role], usual, &why);
}

void orders_note(struct intake_file *file) {
  for (int role = 0; role < ROLE_COUNT; role++) {
    if (!file->evidence[role]) continue;
    const char *why = NULL;
    enum date_order alone = date_column_order(file->evidence[role], ORDER_UNKNOWN, &why);
    const struct date_column *seen = file->evidence[role];
    if (seen->month_first_only && seen->day_first_only) {
      file_note(file, 0,
                "%s: %" G_GINT64_FORMAT " cells fit only the month first and %" G_GINT64_FORMAT
                " only the day first: the more frequent order is used, the others cannot be read.",
                role_name((enum role)role), (gint64)seen->month_first_only, (gint64)seen->day_first_only);
      continue;
    }
    bool numeric = file->evidence[role]->either || file->evidence[role]->month_first_only || file->evidence[role]->day_first_only;
    if (numeric)
      file_note(file, 0, "%s: read with the %s first%s%s.", role_name((enum role)role),
                file->order[role] == ORDER_DAY_FIRST ? "day" : "month", why ? ": " : "",
                alone == ORDER_UNKNOWN ? "both orders fit its cells; the file's other columns or the country decide"
                : why                  ? why
                                       : "");
  }
}

void evidence_start(struct intake_file *file) {
  file->dated_count = 0;
  for (int role = 0; role < ROLE_COUNT; role++) {
    if (!role_dates((enum role)role) || file->columns.of[role] < 0) continue;
    file->evidence[role] = g_new0(struct date_column, 1);
    file->dated[file->dated_count++] = (enum role)role;
  }
}
