/* Every form of a date and a time, what is none, states of cells, and the order of a column. */
#include "tests/check.h"
#include "include/cell/date_column.h"
#include "include/cell/moment.h"
#include "include/cell/cell_state.h"

struct time_case {
  const char *text;
  char order;       /* m month first, d day first, ? unknown */
  const char *want; /* "2022-06-02 15:43:08.000 utc month first", or NULL where it is not a time */
};

static const char *written(const struct cell_time *t, char *buffer, gsize size) {
  const struct civil *c = &t->civil;
  char date[24] = "-", clock[24] = "-", mark[16] = "";
  if (t->has_date) g_snprintf(date, sizeof date, "%04d-%02d-%02d", c->year, c->month, c->day);
  if (t->has_time) g_snprintf(clock, sizeof clock, "%02d:%02d:%02d", c->hour, c->minute, c->second);
  if (t->has_time && c->millisecond) g_snprintf(clock + 8, sizeof clock - 8, ".%03d", c->millisecond);
  if (t->mark == MARK_UTC) g_snprintf(mark, sizeof mark, " utc");
  if (t->mark == MARK_OFFSET) g_snprintf(mark, sizeof mark, " %+d", t->offset);
  g_snprintf(buffer, size, "%s %s%s", date, clock, mark);
  return buffer;
}

static const struct time_case time_cases[] = {
    /* month first and day first */
    {"06/02/2022 03:43:08 PM", 'm', "2022-06-02 15:43:08"},
    {"06/02/2022 03:43:08 PM", 'd', "2022-02-06 15:43:08"},
    {"06/02/2022 03:43:08 PM", '?', NULL},
    {"06/06/2022 03:43:08 PM", '?', "2022-06-06 15:43:08"},
    {"06/22/2022 03:43:08 PM", '?', "2022-06-22 15:43:08"},
    {"22/06/2022 03:43:08 PM", '?', "2022-06-22 15:43:08"},
    {"22/06/2022", 'm', NULL},
    {"06/22/2022", 'd', NULL},
    {"03/14/23 1405", 'm', "2023-03-14 14:05:00"},
    {"03/14/23  1405", 'm', "2023-03-14 14:05:00"},
    {"12/31/16 0:00", 'm', "2016-12-31 00:00:00"},
    {"3/10/2025", 'm', "2025-03-10 -"},
    {"3/10/2025 0:00", 'm', "2025-03-10 00:00:00"},
    {"01/03/25", 'm', "2025-01-03 -"},
    {"1/4/2025", 'm', "2025-01-04 -"},
    {"1-4-2025 7:05", 'm', "2025-01-04 07:05:00"},
    {"07-03-2023 14.05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 14.05.30", 'm', "2023-07-03 14:05:30"},
    {"3.7.2023 14:05", 'd', "2023-07-03 14:05:00"},
    {"07/03/2023 @ 1405", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 @1405 hrs", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 at 2:05 p.m.", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023, 2:05PM", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 - 14:05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023-14:05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 905 hrs", 'm', "2023-07-03 09:05:00"},
    {"07/03/2023 2 PM", 'm', "2023-07-03 14:00:00"},
    {"07/03/2023 2:05:07 P", 'm', "2023-07-03 14:05:07"},
    {"07/03/2023 12:00 AM", 'm', "2023-07-03 00:00:00"},
    {"07/03/2023 12:00 pm", 'm', "2023-07-03 12:00:00"},
    {"07/03/2023 12:30:01 am", 'm', "2023-07-03 00:30:01"},
    {"07/03/2023 13:45 PM", 'm', "2023-07-03 13:45:00"},
    {"07/03/2023 00:15 AM", 'm', "2023-07-03 00:15:00"},
    {"07/03/2023 14:05 AM", 'm', NULL},
    {"07/03/2023 0:15 PM", 'm', NULL},
    {"07/03/2023 140506", 'm', "2023-07-03 14:05:06"},
    {"07/03/2023\n14:05", 'm', "2023-07-03 14:05:00"},
    {"  07/03/2023\t14:05  ", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023\xc2\xa0"
     "2:05\xe2\x80\xafPM",
     'm', "2023-07-03 14:05:00"},
    {"07\xe2\x80\x93"
     "03\xe2\x80\x93"
     "2023 14:05",
     'm', "2023-07-03 14:05:00"},
    {"07/03/69", 'm', "2069-07-03 -"},
    {"07/03/70", 'm', "1970-07-03 -"},
    {"07/03/00", 'm', "2000-07-03 -"},
    {"Mon 07/03/2023 14:05", 'm', "2023-07-03 14:05:00"},
    {"Monday, 07/03/2023 14:05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 Mon 14:05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 (Mon) 14:05", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 14:05 (Mon)", 'm', "2023-07-03 14:05:00"},
    {"14:05 07/03/2023", 'm', "2023-07-03 14:05:00"},
    {"1405 hrs, 07/03/2023", 'm', "2023-07-03 14:05:00"},
    {"2:05 PM on July 3, 2023", 'm', "2023-07-03 14:05:00"},
    {"07/03/2023 24:00", 'm', "2023-07-04 00:00:00"},
    {"12/31/2023 2400", 'm', "2024-01-01 00:00:00"},
    {"07/03/2023 24:01", 'm', NULL},
    /* marks of the zone */
    {"11/14/2025, 09:53:36 AM UTC", 'm', "2025-11-14 09:53:36 utc"},
    {"11/14/2025 09:53 GMT", 'm', "2025-11-14 09:53:00 utc"},
    {"11/14/2025 09:53 z", 'm', "2025-11-14 09:53:00 utc"},
    {"11/14/2025 09:53 Zulu", 'm', "2025-11-14 09:53:00 utc"},
    {"11/14/2025 09:53 EST", 'm', "2025-11-14 09:53:00 -300"},
    {"07/14/2025 09:53 edt", 'm', "2025-07-14 09:53:00 -240"},
    {"07/14/2025 09:53 AM (PDT)", 'm', "2025-07-14 09:53:00 -420"},
    {"07/14/2025 09:53 HST", 'm', "2025-07-14 09:53:00 -600"},
    {"07/14/2025 09:53 Eastern Daylight Time", 'm', "2025-07-14 09:53:00 -240"},
    {"01/14/2025 09:53 Central Standard Time", 'm', "2025-01-14 09:53:00 -360"},
    {"07/14/2025 09:53 ET", 'm', "2025-07-14 09:53:00 -240"},
    {"01/14/2025 09:53 ET", 'm', "2025-01-14 09:53:00 -300"},
    {"03/09/2025 01:59 PT", 'm', "2025-03-09 01:59:00 -480"},
    {"03/09/2025 03:00 PT", 'm', "2025-03-09 03:00:00 -420"},
    {"11/02/2025 02:00 Mountain Time", 'm', "2025-11-02 02:00:00 -420"},
    {"11/01/2025 23:00 CT", 'm', "2025-11-01 23:00:00 -300"},
    {"07/14/2025 09:53 local time", 'm', "2025-07-14 09:53:00"},
    {"07/14/2025 09:53 UTC-4", 'm', "2025-07-14 09:53:00 -240"},
    {"07/14/2025 09:53:00 -0400", 'm', "2025-07-14 09:53:00 -240"},
    {"07/14/2025 09:53 XYZ", 'm', NULL},
    /* ISO 8601 */
    {"2022-06-02", '?', "2022-06-02 -"},
    {"2022-06-02T15:43:08", '?', "2022-06-02 15:43:08"},
    {"2022-06-02 15:43:08", '?', "2022-06-02 15:43:08"},
    {"2022-06-02 15:43", '?', "2022-06-02 15:43:00"},
    {"2022-06-02t15:43:08z", '?', "2022-06-02 15:43:08 utc"},
    {"2026-03-10T04:31:52.901Z", '?', "2026-03-10 04:31:52.901 utc"},
    {"2025-06-18 00:02:04.789", '?', "2025-06-18 00:02:04.789"},
    {"2025-06-18 00:02:04,789", '?', "2025-06-18 00:02:04.789"},
    {"2025-06-18 00:02:04.7891234", '?', "2025-06-18 00:02:04.789"},
    {"2025-06-18 00:02:04.5", '?', "2025-06-18 00:02:04.500"},
    {"2023-07-03T14:05:00-0400", '?', "2023-07-03 14:05:00 -240"},
    {"2023-07-03T14:05:00-04:00", '?', "2023-07-03 14:05:00 -240"},
    {"2023-07-03T14:05-04:00", '?', "2023-07-03 14:05:00 -240"},
    {"2023-07-03T14:05-04", '?', "2023-07-03 14:05:00 -240"},
    {"2023-07-03T14:05:00+05:30", '?', "2023-07-03 14:05:00 +330"},
    {"2023-07-03T14:05:00+00:00", '?', "2023-07-03 14:05:00 utc"},
    {"2023-07-03 14:05:00.123456 +0000 UTC", '?', "2023-07-03 14:05:00.123 utc"},
    {"2023-07-03T14:05:00-17:00", '?', NULL},
    {"2023/07/03 14:05", '?', "2023-07-03 14:05:00"},
    {"2023/7/3 2:05 PM", '?', "2023-07-03 14:05:00"},
    {"2023.07.03", '?', "2023-07-03 -"},
    {"20230703T140500Z", '?', "2023-07-03 14:05:00 utc"},
    {"20230703T1405", '?', "2023-07-03 14:05:00"},
    {"20230703", '?', "2023-07-03 -"},
    {"20230703 14:05:00", '?', "2023-07-03 14:05:00"},
    {"20230703140500", '?', "2023-07-03 14:05:00"},
    {"202307031405", '?', "2023-07-03 14:05:00"},
    {"20230703256100", '?', NULL},
    {"09252011", 'm', "2011-09-25 -"},
    {"09252011", '?', "2011-09-25 -"},
    {"25092011", 'd', "2011-09-25 -"},
    {"09102011", '?', NULL},
    {"09102011", 'm', "2011-09-10 -"},
    /* named months */
    {"03-Jul-2023", '?', "2023-07-03 -"},
    {"3-Jul-23 14:05", '?', "2023-07-03 14:05:00"},
    {"03JUL23", '?', "2023-07-03 -"},
    {"03JUL2023 1405", '?', "2023-07-03 14:05:00"},
    {"3 July 2023", '?', "2023-07-03 -"},
    {"3rd of July, 2023", '?', "2023-07-03 -"},
    {"July 3, 2023 2:05 pm", '?', "2023-07-03 14:05:00"},
    {"Jul 3 2023 2:05PM", '?', "2023-07-03 14:05:00"},
    {"Jul  3 2023  2:05PM", '?', "2023-07-03 14:05:00"},
    {"JULY 3RD, 2023 AT 1405 HRS", '?', "2023-07-03 14:05:00"},
    {"Sept. 9, 2023", '?', "2023-09-09 -"},
    {"May 5 2023", '?', "2023-05-05 -"},
    {"2023-Jul-03 14:05", '?', "2023-07-03 14:05:00"},
    {"Mon, 03 Jul 2023 14:05:00 GMT", '?', "2023-07-03 14:05:00 utc"},
    {"Mon Jul  3 14:05:00 2023", '?', "2023-07-03 14:05:00"},
    {"Mon Jul  3 14:05:00 EDT 2023", '?', "2023-07-03 14:05:00 -240"},
    {"Mon Jul 03 2023 14:05:00 GMT-0400 (Eastern Daylight Time)", '?', "2023-07-03 14:05:00 -240"},
    {"03/Jul/2023:14:05:00 -0400", '?', "2023-07-03 14:05:00 -240"},
    {"Monday, July 3, 2023 2:05:06 PM", '?', "2023-07-03 14:05:06"},
    {"Jul 3 '23", '?', "2023-07-03 -"},
    {"Jly 3 2023", '?', NULL},
    {"Feb 30 2023", '?', NULL},
    {"Jul 3 14:05", '?', NULL},
    /* spreadsheets */
    {"45660", '?', "2025-01-03 -"},
    {"45661.457743055660220091469196", '?', "2025-01-04 10:59:09"},
    {"45661.5", '?', "2025-01-04 12:00:00"},
    {"45661.0", '?', "2025-01-04 -"},
    {"45661.99999999999", '?', "2025-01-05 00:00:00"},
    {"0.89583333333333537", '?', "- 21:30:00"},
    {"0.8958", '?', "- 21:29:57.120"},
    {"0.5", '?', "- 12:00:00"},
    {"6.25E-2", '?', "- 01:30:00"},
    {"1.5", '?', NULL},
    {"12/31/1899 9:30:00 PM", '?', "- 21:30:00"},
    {"12/30/1899 21:30", 'm', "- 21:30:00"},
    {"1/0/1900 21:30", 'm', "- 21:30:00"},
    {"32874", '?', "1990-01-01 -"},
    {"32873", '?', NULL},
    {"54788", '?', "2049-12-31 -"},
    {"54789", '?', NULL},
    {"45660 x", '?', NULL},
    /* times alone */
    {"21:30", '?', "- 21:30:00"},
    {"6:25:00 AM", '?', "- 06:25:00"},
    {"1405", '?', "- 14:05:00"},
    {"1405 hrs", '?', "- 14:05:00"},
    {"1405h", '?', "- 14:05:00"},
    {"0905 HRS.", '?', "- 09:05:00"},
    {"905 hrs", '?', "- 09:05:00"},
    {"014000", '?', "- 01:40:00"},
    {"2PM", '?', "- 14:00:00"},
    {"2:05p", '?', "- 14:05:00"},
    {"14h05", '?', "- 14:05:00"},
    {"24:00", '?', "- 24:00:00"},
    {"14.05", '?', NULL},
    {"905", '?', NULL},
    {"14", '?', NULL},
    {"2460", '?', NULL},
    {"25:00", '?', NULL},
    {"14:60", '?', NULL},
    {"14:05:60", '?', NULL},
    /* ranges: the start counts */
    {"12/25/2020  21:41 - 12/25/2020 22:45", 'm', "2020-12-25 21:41:00"},
    {"12/25/2020 21:41\n12/25/2020 22:45", 'm', "2020-12-25 21:41:00"},
    {"12/25/2020 21:41 to 12/25/2020 22:45", 'm', "2020-12-25 21:41:00"},
    {"12/25/2020 - 12/26/2020", 'm', "2020-12-25 -"},
    {"12/25/2020 07:00-11:00", 'm', "2020-12-25 07:00:00"},
    {"07:00-15:00", '?', "- 07:00:00"},
    {"0700 - 1500", '?', "- 07:00:00"},
    {"7:00 AM - 3:00 PM", '?', "- 07:00:00"},
    {"12/25/2020 21:41 - whenever", 'm', NULL},
    {"12/25/2020 21:41 to", 'm', NULL},
    {"2022-0912", '?', NULL},
    /* no dates at all */
    {"13/45/2022 25:61", 'm', NULL},
    {"13/45/2022", '?', NULL},
    {"0000-00-00", '?', NULL},
    {"0000-00-00 00:00:00", '?', NULL},
    {"00/00/0000", 'm', NULL},
    {"not recorded", 'm', NULL},
    {"02/30/2023", 'm', NULL},
    {"02/29/2023", 'm', NULL},
    {"02/29/2024", 'm', "2024-02-29 -"},
    {"2023-02-29", '?', NULL},
    {"2023-13-01", '?', NULL},
    {"07/03/0023", 'm', NULL},
    {"07/03/123", 'm', NULL},
    {"07/03", 'm', NULL},
    {"07-03/2023", 'm', NULL},
    {"07/03/2023x", 'm', NULL},
    {"07/03/2023 25:61", 'm', NULL},
    {"07/03/2023 abc", 'm', NULL},
    {"07/03/2023 14:05 and later", 'm', NULL},
    {"about 07/03/2023", 'm', NULL},
    {"", 'm', NULL},
    {"   ", 'm', NULL},
    {"Monday", 'm', NULL},
    {"***", 'm', NULL},
    {"10.20.4.24", 'm', NULL},
    {"555-123-4567", 'm', NULL},
    {"2022-00005619", 'm', NULL},
    {"NSB22-005619", 'm', NULL},
    {"P220090242", 'm', NULL},
    {"104200", 'm', "- 10:42:00"},
    {"99999999999999999999999999999999999", 'm', NULL},
    {"07/03/2023 14:05:00 \xd9\xa1", 'm', NULL},
    {"07/03/2023\x01 14:05", 'm', NULL},
};

static enum date_order order_of(char c) { return c == 'm' ? ORDER_MONTH_FIRST : c == 'd' ? ORDER_DAY_FIRST : ORDER_UNKNOWN; }

static void time_table(void) {
  for (guint i = 0; i < G_N_ELEMENTS(time_cases); i++) {
    const struct time_case *c = &time_cases[i];
    struct cell_time time;
    char got[80] = "";
    bool read = cell_time(c->text, order_of(c->order), &time);
    if (read) written(&time, got, sizeof got);
    if (read != (c->want != NULL) || (read && strcmp(got, c->want)))
      g_test_message("'%s' (%c): got '%s', want '%s'", c->text, c->order, read ? got : "nothing", c->want ? c->want : "nothing");
    if (read != (c->want != NULL) || (read && strcmp(got, c->want))) g_test_fail();
  }
}

/* Every possible minute of a leap year in the forms of the contract comes back as it was. */
static void round_trip(void) {
  static const char *const forms[] = {"%m/%d/%Y %I:%M:%S %p", "%m/%d/%y %H%M",       "%m/%d/%Y, %I:%M:%S %p",
                                      "%Y-%m-%dT%H:%M:%SZ",   "%d-%b-%Y %H:%M",      "%B %d, %Y %I:%M %p",
                                      "%Y%m%dT%H%M%S",        "%a %b %d %H:%M:%S %Y"};
  for (gint64 at = 1704067200; at < 1704067200 + 366 * 86400; at += 4271 * 60) {
    GDateTime *time = g_date_time_new_from_unix_utc(at);
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
      char *text = g_date_time_format(time, forms[i]);
      struct cell_time got;
      g_assert_true(cell_time(text, ORDER_MONTH_FIRST, &got));
      g_assert_cmpint(got.civil.year, ==, g_date_time_get_year(time));
      g_assert_cmpint(got.civil.month, ==, g_date_time_get_month(time));
      g_assert_cmpint(got.civil.day, ==, g_date_time_get_day_of_month(time));
      g_assert_cmpint(got.civil.hour, ==, g_date_time_get_hour(time));
      g_assert_cmpint(got.civil.minute, ==, g_date_time_get_minute(time));
      g_free(text);
    }
    g_date_time_unref(time);
  }
}

static void shapes_told(void) {
  static const char *const cases[][2] = {{"06/02/2022", "month first"}, {"2022-06-02", "year first"},
                                         {"3 Jul 2022", "named month"}, {"45660.5", "serial"},
                                         {"20220602", "basic"},         {"06022022", "basic"}};
  struct cell_time time;
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_assert_true(cell_time(cases[i][0], ORDER_MONTH_FIRST, &time));
    g_assert_cmpstr(time.shape, ==, cases[i][1]);
  }
  g_assert_true(cell_time("06/02/2022", ORDER_DAY_FIRST, &time));
  g_assert_cmpstr(time.shape, ==, "day first");
}

static const struct {
  const char *date, *time;
  char order;
  const char *want;
} pairs[] = {
    {"09252011", "014000", 'm', "2011-09-25 01:40:00"},
    {"09252011", "14000", 'm', "2011-09-25 01:40:00"},
    {"06/02/2022", "21:30", 'm', "2022-06-02 21:30:00"},
    {"06/02/2022", "905", 'm', "2022-06-02 09:05:00"},
    {"06/02/2022", "0", 'm', "2022-06-02 00:00:00"},
    {"6/2/2022 0:00", "6:25:00 AM", 'm', "2022-06-02 06:25:00"},
    {"45660", "0.89583333333333537", '?', "2025-01-03 21:30:00"},
    {"45660", "12/31/1899 9:30:00 PM", 'm', "2025-01-03 21:30:00"},
    {"2025-12-01", "04:31:52.901Z", '?', "2025-12-01 04:31:52.901 utc"},
    {"2025-12-01", "04:31 EST", '?', "2025-12-01 04:31:00 -300"},
    {"12/31/2023", "2400", 'm', "2024-01-01 00:00:00"},
    {"02/06/2022", "2:05 PM", 'd', "2022-06-02 14:05:00"},
    {"2025-12-01", "2025-12-01 04:31", '?', "2025-12-01 04:31:00"},
    {"06/02/2022", "", 'm', "2022-06-02 -"},
    {"06/02/2022", "unknown", 'm', "2022-06-02 -"},
    {"06/02/2022", "25:61", 'm', "2022-06-02 -"},
    {"06/02/2022", "961", 'm', "2022-06-02 -"},
    {"", "21:30", 'm', NULL},
    {"21:30", "21:30", 'm', NULL},
    {"02/30/2022", "21:30", 'm', NULL},
    {"06/02/2022", "14", 'm', "2022-06-02 -"},
    {"06/02/2022", "06/02/2022", 'm', "2022-06-02 -"},
};

static void pair_table(void) {
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    struct cell_time time;
    char got[80];
    bool read = cell_date_and_time(pairs[i].date, pairs[i].time, order_of(pairs[i].order), &time);
    g_test_message("'%s' + '%s'", pairs[i].date, pairs[i].time);
    g_assert_cmpstr(read ? written(&time, got, sizeof got) : NULL, ==, pairs[i].want);
  }
}

static void state_table(void) {
  static const char *const withheld[] = {"***",
                                         "****",
                                         "**",
                                         "* * *",
                                         " *** ",
                                         "###",
                                         "#####",
                                         "# # #",
                                         "REDACTED",
                                         " REDACTED",
                                         "[REDACTED]",
                                         "redacted",
                                         "(Redacted)",
                                         "<REDACTED>",
                                         "**REDACTED**",
                                         "XXX REDACTED",
                                         "XXXXX REDACTED",
                                         "REDACTED - 119.071(2)(c)",
                                         "[Redacted per F.S. 119.071]",
                                         "REDACTED PURSUANT TO 119.071(2)(c)1., F.S.",
                                         "(b)(6)",
                                         "(b)(7)",
                                         "(b)(7)(C)",
                                         "(b) (6), (b) (7)(C)",
                                         "[119.071(2)(c)1.]",
                                         "119.071(2)(c)1.",
                                         "s. 119.071(4)(d), F.S.",
                                         "7923.600 GC",
                                         "GC 7923.600",
                                         "[322.142(4)]",
                                         "322.142(4)",
                                         "Withheld",
                                         "[withheld]",
                                         "EXEMPT",
                                         "[exempt]",
                                         "name withheld",
                                         "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88",
                                         "\xe2\x96\x88",
                                         "\xe2\x96\xa0\xe2\x96\xa0\xe2\x96\xa0",
                                         "\xe2\x96\x88\xe2\x96\x88 \xe2\x96\x88\xe2\x96\x88",
                                         "***-**-****",
                                         "MASKED",
                                         "\xc2\xa0***\xc2\xa0"};
  static const char *const empty[] = {"", " ", "   ", "\t", "\r\n", "\xc2\xa0", " \xc2\xa0 ", "\xe2\x80\x8b", "\xef\xbb\xbf"};
  static const char *const stated[] = {"-",
                                       "n/a",
                                       "none",
                                       ".",
                                       "*",
                                       "#",
                                       "x",
                                       "xxx",
                                       "XXXXX",
                                       "0",
                                       "investigation",
                                       "redacted case file review",
                                       "reviewing redacted video",
                                       "316.193(1)",
                                       "784.03(1)",
                                       "893.13",
                                       "[gang]",
                                       "(a)",
                                       "(suspect)",
                                       "245(a)(2)PC",
                                       "10851(a)CVC",
                                       "2022-00005619",
                                       "119",
                                       "1190719",
                                       "exempt employee fraud",
                                       "withheld identity at traffic stop",
                                       "masked robber",
                                       "masked suspect, armed robbery",
                                       "masks",
                                       "rape",
                                       "Garc\xc3\xad"
                                       "a",
                                       "\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd",
                                       "homicide #2",
                                       "** urgent **",
                                       "3",
                                       "10.20.4.24",
                                       "7/3/2023",
                                       "case #",
                                       "x redacter",
                                       "Marsh, Jordan",
                                       "IMG_1.jpg",
                                       "b",
                                       "(b",
                                       "[]",
                                       "CR"};
  for (guint i = 0; i < G_N_ELEMENTS(withheld); i++)
    if (cell_state(withheld[i]) != CELL_WITHHELD) g_test_message("not withheld: '%s'", withheld[i]), g_test_fail();
  for (guint i = 0; i < G_N_ELEMENTS(empty); i++)
    if (cell_state(empty[i]) != CELL_EMPTY) g_test_message("not empty: '%s'", empty[i]), g_test_fail();
  for (guint i = 0; i < G_N_ELEMENTS(stated); i++)
    if (cell_state(stated[i]) != CELL_STATED) g_test_message("not stated: '%s'", stated[i]), g_test_fail();
}

static void placeholder_table(void) {
  static const char *const yes[] = {"n/a",
                                    "N/A",
                                    "na",
                                    "N.A.",
                                    "none",
                                    "None",
                                    "NONE.",
                                    "-",
                                    "--",
                                    "---",
                                    ".",
                                    "...",
                                    "?",
                                    "*",
                                    "null",
                                    "(null)",
                                    "NULL",
                                    "tbd",
                                    "TBD",
                                    "unknown",
                                    "Unk",
                                    "unk.",
                                    "x",
                                    "XXX",
                                    "[none]",
                                    "(blank)",
                                    "not recorded",
                                    "\xe2\x80\x94",
                                    "_",
                                    "/",
                                    " n/a ",
                                    "not  available",
                                    "#N/A",
                                    "nil"};
  static const char *const no[] = {
      "",  "  ",           "***", "REDACTED",          "0",     "1",  "test",        "investigation", "nala",
      "n", "unknown male", "no",  "none of the above", "x-ray", "ab", "Null, Peter", "2022-00005619", "()"};
  for (guint i = 0; i < G_N_ELEMENTS(yes); i++)
    if (!cell_placeholder(yes[i])) g_test_message("no placeholder: '%s'", yes[i]), g_test_fail();
  for (guint i = 0; i + 1 < G_N_ELEMENTS(no); i++)
    if (cell_placeholder(no[i])) g_test_message("a placeholder: '%s'", no[i]), g_test_fail();
}

static enum date_order order_told(const char *const *cells, enum date_order fallback, const char **why) {
  struct date_column column = {0};
  for (; *cells; cells++) date_column_add(&column, *cells);
  return date_column_order(&column, fallback, why);
}

static void order_table(void) {
  static const struct {
    const char *cells[16];
    enum date_order fallback, want;
    const char *why;
  } cases[] = {
      {{"06/02/2022", "06/22/2022", "", NULL}, ORDER_DAY_FIRST, ORDER_MONTH_FIRST, "days above 12 come second"},
      {{"02/06/2022", "22/06/2022 14:05", "n/a", NULL}, ORDER_MONTH_FIRST, ORDER_DAY_FIRST, "days above 12 come first"},
      {{"02/06/2022", "03/06/2022", NULL},
       ORDER_MONTH_FIRST,
       ORDER_MONTH_FIRST,
       "every date fits both orders: read in the order that is usual here"},
      {{"02/06/2022", "03/06/2022", NULL},
       ORDER_DAY_FIRST,
       ORDER_DAY_FIRST,
       "every date fits both orders: read in the order that is usual here"},
      {{"2022-06-02", "45660", "3 Jul 2022", NULL},
       ORDER_MONTH_FIRST,
       ORDER_MONTH_FIRST,
       "no date of the column needs an order of day and month"},
      {{"06/22/2022", "22/06/2022", NULL},
       ORDER_MONTH_FIRST,
       ORDER_UNKNOWN,
       "the column mixes both orders of day and month: only dates that fit just one order are read"},
      {{"06/22/2022", "06/23/2022", "06/24/2022", "06/25/2022", "25/06/2022", NULL},
       ORDER_DAY_FIRST,
       ORDER_MONTH_FIRST,
       "days above 12 come second in almost all cells"},
      /* month first runs up; read day first it jumps back at each new month */
      {{"01/10/2022", "01/11/2022", "02/01/2022", "02/12/2022", "03/02/2022", "03/09/2022", "04/01/2022", "04/12/2022",
        "05/01/2022", NULL},
       ORDER_DAY_FIRST,
       ORDER_MONTH_FIRST,
       "the rows are in order of time only with the month first"},
      {{"10/01/2022", "11/01/2022", "01/02/2022", "12/02/2022", "02/03/2022", "09/03/2022", "01/04/2022", "12/04/2022",
        "01/05/2022", NULL},
       ORDER_MONTH_FIRST,
       ORDER_DAY_FIRST,
       "the rows are in order of time only with the day first"},
      /* the same, newest row first */
      {{"05/01/2022", "04/12/2022", "04/01/2022", "03/09/2022", "03/02/2022", "02/12/2022", "02/01/2022", "01/11/2022",
        "01/10/2022", NULL},
       ORDER_DAY_FIRST,
       ORDER_MONTH_FIRST,
       "the rows are in order of time only with the month first"},
      {{"13/45/2022", "not recorded", "***", NULL},
       ORDER_MONTH_FIRST,
       ORDER_MONTH_FIRST,
       "no date of the column needs an order of day and month"},
      {{"14:05 06/22/2022", "Wed 06/22/2022", NULL}, ORDER_DAY_FIRST, ORDER_MONTH_FIRST, "days above 12 come second"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *why = NULL;
    g_assert_cmpint(order_told(cases[i].cells, cases[i].fallback, &why), ==, cases[i].want);
    g_assert_cmpstr(why, ==, cases[i].why);
    g_assert_cmpint(order_told(cases[i].cells, cases[i].fallback, NULL), ==, cases[i].want);
  }
}

static void column_counts(void) {
  struct date_column column = {0};
  static const char *const cells[] = {"06/22/2022", "22/06/2022", "02/06/2022", "45660",     "2022-06-02",
                                      "3 Jul 2022", "",           "n/a",        "02/30/2022"};
  for (guint i = 0; i < G_N_ELEMENTS(cells); i++) date_column_add(&column, cells[i]);
  g_assert_cmpuint(column.cells, ==, 8);
  g_assert_cmpuint(column.dated, ==, 6);
  g_assert_cmpuint(column.month_first_only, ==, 1);
  g_assert_cmpuint(column.day_first_only, ==, 1);
  g_assert_cmpuint(column.either, ==, 1);
  g_assert_cmpuint(column.serials, ==, 1);
  g_assert_cmpuint(column.iso, ==, 1);
  g_assert_cmpuint(column.named, ==, 1);
}

/* Any bytes: no crash, and what is read is a day of the calendar and a time of the day. */
static void hostile(void) {
  static const char bits[] = "0123456789//--::..  ,TZapmAPMJulSept'()+@\n\xc2\xa0\xe2\x80\x93";
  GRand *rand = g_rand_new_with_seed(11);
  for (int i = 0; i < 200000; i++) {
    char text[200];
    int length = g_rand_int_range(rand, 0, i % 50 ? 24 : 199);
    for (int c = 0; c < length; c++) text[c] = bits[g_rand_int_range(rand, 0, (gint32)sizeof bits - 6)];
    text[length] = '\0';
    struct cell_time time;
    cell_placeholder(text);
    cell_state(text);
    if (!cell_time(text, order_of("md?"[i % 3]), &time)) continue;
    g_assert_true(time.has_date || time.has_time);
    if (time.has_date) g_assert_true(day_valid(time.civil.year, time.civil.month, time.civil.day));
    g_assert_true(time.civil.hour >= 0 && time.civil.hour <= 24 && time.civil.minute < 60 && time.civil.second < 60);
    g_assert_cmpint(time.civil.millisecond, <, 1000);
  }
  g_rand_free(rand);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("cell", "every form of a date and time is read, and nothing else", time_table);
  TEST("cell", "times through a whole year come back from every usual form", round_trip);
  TEST("cell", "the shape of a date is recognised", shapes_told);
  TEST("cell", "a date and a time in two cells make one time", pair_table);
  TEST("cell", "stated, empty and withheld cells are told apart", state_table);
  TEST("cell", "placeholders state nothing, and nothing else is one", placeholder_table);
  TEST("cell", "the order of day and month is inferred from the whole column", order_table);
  TEST("cell", "a column's cells are counted by what they are", column_counts);
  TEST("cell", "hostile cells are refused or read as real moments", hostile);
  return g_test_run();
}
