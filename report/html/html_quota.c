/* Decides how many findings of each rule a page of limited length carries. Which ones is up to the section. */
#include "report/html/html_quota.h"
#include "include/choices.h"
#include "report/html/html_rules.h"

/* Shares PLACES among the rules of one severity, given by rank (-1: all), as evenly as they can use them; returns the rest. */
static gint64 places_give(GPtrArray *rules, int severity, gint64 places) {
  for (gint64 wanting = -1; wanting && places > 0;) {
    wanting = 0;
    for (guint i = 0; i < rules->len; i++) {
      const struct html_rule *rule = rules->pdata[i];
      wanting += rule->shown < rule->found && (severity < 0 || (int)severity_rank(rule->severity) == severity);
    }
    gint64 share = wanting ? MAX(1, places / wanting) : 0;
    for (guint i = 0; i < rules->len && places > 0; i++) {
      struct html_rule *rule = rules->pdata[i];
      if (severity >= 0 && (int)severity_rank(rule->severity) != severity) continue;
      gint64 more = MIN(MIN(share, places), rule->found - rule->shown);
      rule->shown += more;
      places -= more;
    }
  }
  return places;
}

gint64 html_quota(GPtrArray *rules, gint64 most) {
  gint64 half = most - most / 2, left = most / 2, shown = 0;
  for (guint i = 0; i < rules->len; i++) ((struct html_rule *)rules->pdata[i])->shown = 0;
  left += places_give(rules, -1, half);
  for (int severity = 0; severity <= SEVERITY_COUNT; severity++) left = places_give(rules, severity, left);
  for (guint i = 0; i < rules->len; i++) shown += ((struct html_rule *)rules->pdata[i])->shown;
  return shown;
}
