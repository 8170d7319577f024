/* Guesses which time zone the agency keeps and whether its log's times are UTC, from marks in the cells and from hours of duty.
   Only what is clear is decided; the rest becomes a question. */
#include "ingest/init/survey.h"
#include "include/message.h"

static const char *const names[ZONES] = {"America/New_York",    "America/Chicago",   "America/Denver",   "America/Phoenix",
                                         "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico"};
static const char trial_zone[] = "America/New_York";

enum { MARKS_LEAST = 20, CLOSE = 2 }; /* CLOSE: per cent */

void zones_open(struct survey *survey) {
  for (int i = 0; i < ZONES; i++) {
    survey->zones[i] = (struct zone_choice){names[i], zone_open(names[i])};
    if (!survey->zones[i].zone) stop_system(names[i], "the time zones of this machine are missing: install tzdata");
  }
  survey->zone = -1;
  survey->zone_words = g_string_new(NULL);
  survey->log_words = g_string_new(NULL);
}

/* The marks in all files together: a zone must agree with every one. */
static void marks_weigh(struct survey *survey) {
  guint marked = 0, fits[ZONES] = {0}, agree = 0;
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    marked += probe->used ? probe->marked : 0;
    for (int z = 0; z < ZONES && probe->used; z++) fits[z] += probe->fits[z];
  }
  if (!marked) return;
  g_string_append_printf(survey->zone_words, "%u times in these files have an offset or a zone such as EST.", marked);
  for (int z = 0; z < ZONES; z++) {
    if (fits[z] < marked) continue;
    g_string_append_printf(survey->zone_words, "%s%s", agree++ ? ", " : " All of them agree with ", names[z]);
    survey->zone = z;
  }
  survey->zone_sure = agree == 1 && marked >= MARKS_LEAST;
  g_string_append(survey->zone_words, agree ? ".\n" : " No time zone of the United States agrees with all of them.\n");
  if (agree != 1) survey->zone = -1;
}

static guint percent(guint part, guint whole) { return whole ? part * 100 / whole : 0; }

/* The zone in which the times, read as UTC, fit the hours of duty best; OTHERS gets those that fit about as well. */
static int duty_best(const struct survey *survey, bool marked, struct clock_fit *best, GString *others) {
  struct clock_fit fits[ZONES];
  int found = 0;
  for (int z = 0; z < ZONES; z++) {
    fits[z] = clock_fit(survey->db, survey->zones[0].zone, trial_zone, survey->zones[z].zone, marked);
    if (fits[z].as_utc > fits[found].as_utc) found = z;
  }
  *best = fits[found];
  for (int z = 0; z < ZONES; z++)
    if (z != found && percent(fits[z].as_utc, fits[z].searches) + CLOSE >= percent(best->as_utc, best->searches))
      g_string_append_printf(others, "%s%s (%u %%)", others->len ? ", " : "", names[z],
                             percent(fits[z].as_utc, fits[z].searches));
  return found;
}

static void zone_hint(struct survey *survey, int zone, const struct clock_fit *fit, const GString *others) {
  g_string_append_printf(
      survey->zone_words,
      "With the log's times converted from UTC to the time of %s, %u of %u searches (%u %%) fall in their users' hours of duty",
      names[zone], fit->as_utc, fit->searches, percent(fit->as_utc, fit->searches));
  if (others->len) g_string_append_printf(survey->zone_words, "; about as well fit %s", others->str);
  g_string_append(survey->zone_words, ".\n");
  if (survey->zone < 0) survey->zone = zone;
}

static void marked_weigh(struct survey *survey) {
  g_autoptr(GString) others = g_string_new(NULL);
  struct clock_fit fit;
  int zone = duty_best(survey, true, &fit, others);
  if (fit.searches >= CLOCK_LEAST && percent(fit.as_utc, fit.searches) > 90) zone_hint(survey, zone, &fit, others);
}

static void figures_add(GString *words, const struct clock_fit *fit, int zone) {
  g_string_append_printf(
      words, "Of %u searches by users with hours of duty, %u (%u %%) fall in them if the times are read as written,\n",
      fit->searches, fit->as_local, percent(fit->as_local, fit->searches));
  g_string_append_printf(words, "%u (%u %%) if the times are UTC and the agency keeps the time of %s.\n", fit->as_utc,
                         percent(fit->as_utc, fit->searches), names[zone]);
}

static void unmarked_weigh(struct survey *survey) {
  g_autoptr(GString) others = g_string_new(NULL);
  struct clock_fit fit;
  int zone = duty_best(survey, false, &fit, others);
  g_string_append(survey->log_words, "The log's times state no zone.\n");
  if (!fit.searches) {
    g_string_append(
        survey->log_words,
        "There are no hours of duty to compare them with. Ask whoever made the export: are they local time, or UTC?\n");
    return;
  }
  figures_add(survey->log_words, &fit, zone);
  survey->log_utc = clock_plain(&fit);
  survey->log_local = fit.searches >= CLOCK_LEAST && percent(fit.as_local, fit.searches) >= 80;
  g_string_append(survey->log_words,
                  survey->log_utc     ? "So they are UTC; remove the line if you know better.\n"
                  : survey->log_local ? "So they are local time.\n"
                                      : "That does not settle it. Ask whoever made the export: are they local time, or UTC?\n");
  if (survey->log_utc) zone_hint(survey, zone, &fit, others);
}

void zones_weigh(struct survey *survey) {
  marks_weigh(survey);
  if (db_value_int(
          survey->db,
          "SELECT count(*) FROM source WHERE kind = 'user_log' AND time_zone IN ('marked in the cells', 'UTC, by its header')"))
    marked_weigh(survey);
  if (db_value_int(survey->db, "SELECT count(*) FROM source WHERE kind = 'user_log' AND time_zone = 'America/New_York'"))
    unmarked_weigh(survey);
}

gint32 survey_day(const struct survey *survey, gint64 at, const char *zone_name) {
  const struct zone *read_in = survey->zones[0].zone, *agency = survey->zone >= 0 ? survey->zones[survey->zone].zone : read_in;
  if (g_strcmp0(zone_name, trial_zone)) return zone_day(agency, at);
  gint64 written = at + (gint64)zone_offset(read_in, at) * 60;
  if (survey->log_utc) written += (gint64)zone_offset(agency, written) * 60;
  return (gint32)(written >= 0 ? written / 86400 : -((-written + 86399) / 86400));
}
