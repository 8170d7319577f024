/* Finds and spells the names that settings mention; keys.c decides whether they must exist. */
#include "ingest/settings/setting_names.h"
#include "include/text.h"
#include "include/cell/cell_time.h"
#include <string.h>

static void zones_walk(const char *root, const char *inside, GPtrArray *names) {
  char *path = g_build_filename(root, inside, NULL);
  GDir *dir = g_dir_open(path, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    if (!g_ascii_isupper(*name) || strchr(name, '.')) continue; /* posix, right, tzdata.zi ... */
    char *below = *inside ? g_strconcat(inside, "/", name, NULL) : g_strdup(name), *full = g_build_filename(root, below, NULL);
    if (g_file_test(full, G_FILE_TEST_IS_DIR)) {
      zones_walk(root, below, names);
      g_free(below);
    } else g_ptr_array_add(names, below);
    g_free(full);
  }
  if (dir) g_dir_close(dir);
  g_free(path);
}

/* Compares the whole name or its last part, letters only, so that "eastern" and "newyork" are found. */
static guint zone_distance(const char *name, const char *zone) {
  const char *last = strrchr(zone, '/');
  char *key = text_words(name), *whole = text_words(zone), *part = text_words(last ? last + 1 : zone);
  guint far = text_distance(key, whole), near = text_distance(key, part);
  guint best = far * 3 <= strlen(key) + 1 ? far : G_MAXUINT;
  if (near * 4 <= strlen(key) + 1) best = MIN(best, near + 1);
  g_free(key);
  g_free(whole);
  g_free(part);
  return best;
}

static int names_compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

char *place_nearest(const char *name) {
  const char *folder = g_getenv("TZDIR");
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  zones_walk(folder ? folder : "/usr/share/zoneinfo", "", names);
  g_ptr_array_sort(names, names_compare); /* a directory has no order of its own */
  guint best = G_MAXUINT;
  const char *found = NULL;
  for (guint i = 0; i < names->len && *name; i++) {
    guint distance = zone_distance(name, names->pdata[i]);
    if (distance < best) best = distance, found = names->pdata[i];
  }
  char *nearest = g_strdup(found);
  g_ptr_array_unref(names);
  return nearest;
}

/* TABLE: what people call the time zones of the United States; some of the words also name zones whose clocks never change. */
static const struct {
  const char *zone, *words;
} zones[] = {{"America/New_York", "eastern|us eastern|et|edt|new york|florida|est"},
             {"America/Chicago", "central|us central|ct|cdt|chicago|cst"},
             {"America/Denver", "mountain|us mountain|mt|mdt|denver|mst"},
             {"America/Los_Angeles", "pacific|us pacific|pt|pdt|los angeles|california|pst"},
             {"America/Anchorage", "alaska|us alaska|akt|akdt|akst|anchorage"},
             {"Pacific/Honolulu", "hawaii|us hawaii|honolulu|hst"},
             {"America/Phoenix", "arizona|phoenix"}};

/* "Eastern Standard Time (US & Canada)" -> "eastern". */
static char *zone_words(const char *name) {
  static const char *const idle[] = {"time",    "zone",       "standard", "daylight", "saving",
                                     "savings", "prevailing", "canada",   "america",  NULL};
  g_autofree char *words = text_words(name);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  GString *kept = g_string_new(NULL);
  for (char **word = each; *word; word++)
    if (!g_strv_contains(idle, *word) && !(kept->len && !strcmp(*word, "us")))
      g_string_append_printf(kept, "%s%s", kept->len ? " " : "", *word);
  return g_string_free(kept, FALSE);
}

const char *zone_of_people(const char *name) {
  g_autofree char *wanted = zone_words(name);
  if (strchr(name, '/') && zone_named(name)) return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
    g_auto(GStrv) each = g_strsplit(zones[i].words, "|", -1);
    if (g_strv_contains((const char *const *)each, wanted)) return zones[i].zone;
  }
  return NULL;
}

const char *zone_meant(const char *name) { return zone_named(name) ? NULL : zone_of_people(name); }

char *path_from(const char *folder, const char *path) {
  return g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(folder, path, NULL);
}

static int day_named(const char *text) {
  g_autofree char *key = text_words(text);
  return weekday_named(key, strlen(key));
}

/* One day, or a span that may run over the end of the week: Sat-Mon. */
static bool days_mark(char *text, bool *marked) {
  char *dash = strchr(text, '-');
  if (dash) *dash = '\0';
  int first = day_named(text), last = dash ? day_named(dash + 1) : first;
  if (first < 0 || last < 0) return false;
  for (int day = first;; day = (day + 1) % 7) {
    marked[day] = true;
    if (day == last) return true;
  }
}

char *days_list(const char *text) {
  bool marked[7] = {false}, good = true;
  char **parts = g_strsplit_set(text, ";,", -1);
  for (char **part = parts; *part && good; part++)
    if (*text_trim(*part)) good = days_mark(*part, marked);
  g_strfreev(parts);
  GString *list = g_string_new(NULL);
  for (int i = 0; i < 7; i++)
    if (marked[i]) {
      const char *day = weekdays[i];
      g_string_append_printf(list, "%s%c%c%c", list->len ? ";" : "", g_ascii_toupper(day[0]), day[1], day[2]);
    }
  return g_string_free(list, !good || !list->len);
}
