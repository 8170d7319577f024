/* Moments, days and clock changes against a table of known answers and against GLib over random moments. */
#include "tests/check.h"
#include "include/cell/zone.h"

struct wall_case {
  const char *zone;
  struct civil civil;
  enum zone_doubt doubt;
  const char *first, *second; /* ISO 8601 in the zone */
};

static const struct wall_case wall_cases[] = {
    {"America/New_York", {2022, 6, 6, 9, 50, 12, 0}, ZONE_SURE, "2022-06-06T09:50:12-04:00", "2022-06-06T09:50:12-04:00"},
    {"America/New_York", {2022, 1, 6, 9, 50, 12, 0}, ZONE_SURE, "2022-01-06T09:50:12-05:00", "2022-01-06T09:50:12-05:00"},
    {"America/New_York", {2022, 11, 6, 0, 59, 59, 0}, ZONE_SURE, "2022-11-06T00:59:59-04:00", "2022-11-06T00:59:59-04:00"},
    {"America/New_York", {2022, 11, 6, 1, 0, 0, 0}, ZONE_AMBIGUOUS, "2022-11-06T01:00:00-04:00", "2022-11-06T01:00:00-05:00"},
    {"America/New_York", {2022, 11, 6, 1, 30, 0, 0}, ZONE_AMBIGUOUS, "2022-11-06T01:30:00-04:00", "2022-11-06T01:30:00-05:00"},
    {"America/New_York", {2022, 11, 6, 1, 59, 59, 0}, ZONE_AMBIGUOUS, "2022-11-06T01:59:59-04:00", "2022-11-06T01:59:59-05:00"},
    {"America/New_York", {2022, 11, 6, 2, 0, 0, 0}, ZONE_SURE, "2022-11-06T02:00:00-05:00", "2022-11-06T02:00:00-05:00"},
    {"America/New_York", {2022, 3, 13, 1, 59, 59, 0}, ZONE_SURE, "2022-03-13T01:59:59-05:00", "2022-03-13T01:59:59-05:00"},
    {"America/New_York", {2022, 3, 13, 2, 0, 0, 0}, ZONE_SKIPPED, "2022-03-13T03:00:00-04:00", "2022-03-13T03:00:00-04:00"},
    {"America/New_York", {2022, 3, 13, 2, 30, 0, 0}, ZONE_SKIPPED, "2022-03-13T03:30:00-04:00", "2022-03-13T03:30:00-04:00"},
    {"America/New_York", {2022, 3, 13, 3, 0, 0, 0}, ZONE_SURE, "2022-03-13T03:00:00-04:00", "2022-03-13T03:00:00-04:00"},
    {"America/Los_Angeles", {2025, 11, 2, 1, 15, 0, 0}, ZONE_AMBIGUOUS, "2025-11-02T01:15:00-07:00", "2025-11-02T01:15:00-08:00"},
    {"America/Los_Angeles", {2025, 7, 4, 12, 0, 0, 0}, ZONE_SURE, "2025-07-04T12:00:00-07:00", "2025-07-04T12:00:00-07:00"},
    {"America/Chicago", {2024, 3, 10, 2, 45, 30, 0}, ZONE_SKIPPED, "2024-03-10T03:45:30-05:00", "2024-03-10T03:45:30-05:00"},
    {"America/Phoenix", {2024, 3, 10, 2, 45, 30, 0}, ZONE_SURE, "2024-03-10T02:45:30-07:00", "2024-03-10T02:45:30-07:00"},
    {"Australia/Lord_Howe", {2023, 4, 2, 1, 45, 0, 0}, ZONE_AMBIGUOUS, "2023-04-02T01:45:00+11:00", "2023-04-02T01:45:00+10:30"},
    {"Australia/Lord_Howe", {2023, 10, 1, 2, 10, 0, 0}, ZONE_SKIPPED, "2023-10-01T02:40:00+11:00", "2023-10-01T02:40:00+11:00"},
    {"Asia/Kathmandu", {2023, 10, 1, 2, 10, 0, 0}, ZONE_SURE, "2023-10-01T02:10:00+05:45", "2023-10-01T02:10:00+05:45"},
    {"Pacific/Apia", {2011, 12, 30, 12, 0, 0, 0}, ZONE_SKIPPED, "2011-12-31T12:00:00+14:00", "2011-12-31T12:00:00+14:00"},
    {"America/Boa_Vista", {2000, 10, 10, 12, 0, 0, 0}, ZONE_SURE, "2000-10-10T12:00:00-03:00", "2000-10-10T12:00:00-03:00"},
    {"UTC", {2022, 11, 6, 1, 30, 0, 0}, ZONE_SURE, "2022-11-06T01:30:00+00:00", "2022-11-06T01:30:00+00:00"},
    {"UTC", {2022, 11, 6, 24, 0, 0, 0}, ZONE_SURE, "2022-11-07T00:00:00+00:00", "2022-11-07T00:00:00+00:00"},
};

static void wall_table(void) {
  for (guint i = 0; i < G_N_ELEMENTS(wall_cases); i++) {
    const struct wall_case *c = &wall_cases[i];
    struct zone *zone = zone_open(c->zone);
    enum zone_doubt doubt;
    gint64 other;
    char first[40], second[40];
    g_assert_nonnull(zone);
    gint64 moment = zone_moment(zone, &c->civil, &doubt, &other);
    g_assert_cmpstr(moment_iso(zone, moment, 0, first), ==, c->first);
    g_assert_cmpstr(moment_iso(zone, other, 0, second), ==, c->second);
    g_assert_cmpint(doubt, ==, c->doubt);
    g_assert_cmpint(zone_moment(zone, &c->civil, NULL, NULL), ==, moment);
    zone_free(zone);
  }
}

static const char *const zones[] = {"America/New_York",    "America/Los_Angeles", "America/Chicago",   "America/Phoenix",
                                    "America/Denver",      "Pacific/Honolulu",    "America/Anchorage", "UTC",
                                    "Australia/Lord_Howe", "America/St_Johns",    "Europe/London",     "Asia/Kathmandu",
                                    "Africa/Casablanca",   "Pacific/Apia",        "America/Caracas"};

static void against_glib(void) {
  for (guint z = 0; z < G_N_ELEMENTS(zones); z++) {
    struct zone *zone = zone_open(zones[z]);
    GTimeZone *tz = g_time_zone_new_identifier(zones[z]);
    GRand *rand = g_rand_new_with_seed(z + 7);
    g_assert_nonnull(zone);
    for (int i = 0; i < 20000; i++) {
      gint64 moment = 100000 + (gint64)(g_rand_double(rand) * 2.2e9);
      int offset = g_time_zone_get_offset(tz, g_time_zone_find_interval(tz, G_TIME_TYPE_UNIVERSAL, moment));
      struct civil civil = zone_civil(zone, moment);
      g_assert_cmpint(zone_offset(zone, moment), ==, offset / 60);
      g_assert_cmpint(zone_day(zone, moment), ==, (moment + offset) / 86400);
      g_assert_cmpint(day_number(civil.year, civil.month, civil.day), ==, zone_day(zone, moment));
      gint64 other;
      gint64 back = zone_moment(zone, &civil, NULL, &other);
      g_assert_true(back == moment || other == moment);
    }
    g_rand_free(rand);
    g_time_zone_unref(tz);
    zone_free(zone);
  }
}

/* Every change of the clock from 1990 to 2037, to the second on both sides. */
static void changes_to_the_second(void) {
  for (guint z = 0; z < G_N_ELEMENTS(zones); z++) {
    struct zone *zone = zone_open(zones[z]);
    GTimeZone *tz = g_time_zone_new_identifier(zones[z]);
    int changes = 0;
    for (gint64 hour = 631152000; hour < 2114380800; hour += 1800) {
      for (int side = -1; side <= 0; side++) {
        int want = g_time_zone_get_offset(tz, g_time_zone_find_interval(tz, G_TIME_TYPE_UNIVERSAL, hour + side));
        g_assert_cmpint(zone_offset(zone, hour + side), ==, want / 60);
      }
      changes += zone_offset(zone, hour) != zone_offset(zone, hour - 1);
    }
    if (z < 3) g_assert_cmpint(changes, ==, 94); /* two a year, 1990 to 2036 */
    if (!strcmp(zones[z], "UTC") || !strcmp(zones[z], "America/Phoenix")) g_assert_cmpint(changes, ==, 0);
    g_time_zone_unref(tz);
    zone_free(zone);
  }
}

static void calendar_round(void) {
  GDate *date = g_date_new_dmy(1, G_DATE_JANUARY, 1890);
  for (gint32 day = day_number(1890, 1, 1); day < day_number(2110, 1, 1); day++) {
    int year, month, of_month;
    char text[16], want[16];
    day_date(day, &year, &month, &of_month);
    g_assert_cmpint(day_number(year, month, of_month), ==, day);
    g_assert_true(day_valid(year, month, of_month));
    g_date_strftime(want, sizeof want, "%Y-%m-%d", date);
    g_assert_cmpstr(day_iso(day, text), ==, want);
    g_date_add_days(date, 1);
  }
  g_date_free(date);
  g_assert_cmpint(day_number(1970, 1, 1), ==, 0);
  g_assert_cmpint(day_number(2022, 6, 6), ==, 19149);
}

static void impossible_days(void) {
  static const int bad[][3] = {{2022, 2, 29}, {2100, 2, 29}, {1900, 2, 29}, {2022, 4, 31}, {2022, 13, 1}, {2022, 0, 1},
                               {2022, 1, 0},  {0, 0, 0},     {2022, 1, 32}, {-5, 1, 1},    {10000, 1, 1}, {2022, 6, -1}};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) g_assert_false(day_valid(bad[i][0], bad[i][1], bad[i][2]));
  g_assert_true(day_valid(2024, 2, 29));
  g_assert_true(day_valid(2000, 2, 29));
}

static void names_refused(void) {
  static const char *const bad[] = {"",
                                    "Eastern",
                                    "america/new_york",
                                    "America/New York",
                                    "../../etc/passwd",
                                    "/etc/passwd",
                                    "America",
                                    "+05:00",
                                    "EST5EDT4,M3.2.0",
                                    "Foo5",
                                    "America/NewYork",
                                    "12",
                                    "tzdata.zi",
                                    "UTC ",
                                    "utc5"};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) g_assert_null(zone_open(bad[i]));
  g_assert_null(zone_open(NULL));
  zone_free(NULL);
}

static void iso_forms(void) {
  struct zone *zone = zone_open("America/New_York");
  char text[40];
  g_assert_cmpstr(moment_iso(zone, 1654523412, 0, text), ==, "2022-06-06T09:50:12-04:00");
  g_assert_cmpstr(moment_iso(zone, 1654523412, 7, text), ==, "2022-06-06T09:50:12.007-04:00");
  g_assert_cmpstr(moment_iso(zone, -1, 999, text), ==, "1969-12-31T18:59:59.999-05:00");
  g_assert_cmpint(zone_day(zone, -1), ==, -1);
  g_assert_cmpstr(day_iso(-1, text), ==, "1969-12-31");
  zone_free(zone);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("zone", "local times of every kind become the right moment, doubt and second moment", wall_table);
  TEST("zone", "random moments agree with GLib and come back from their local time", against_glib);
  TEST("zone", "every clock change is known to the second", changes_to_the_second);
  TEST("zone", "every day from 1890 to 2110 is the calendar's", calendar_round);
  TEST("zone", "impossible dates are refused", impossible_days);
  TEST("zone", "a name that the tz database lacks is refused as a time zone", names_refused);
  TEST("zone", "moments and days are written as ISO 8601", iso_forms);
  return g_test_run();
}
