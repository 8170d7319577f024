/* Carries the settings of last year's audit.ini over to this year's. What the new exports show is compose.c's to say. */
#include "ingest/init/like.h"
#include "ingest/init/ini_text.h"
#include "ingest/settings/ini.h"
#include "ingest/settings/keys.h"
#include "include/cell/moment.h"
#include "include/folder/manifest.h"
#include "include/folder/way.h"
#include "include/message.h"
#include <string.h>

struct like {
  struct ini *ini;
  char *way;  /* from this year's folder to the folder of the earlier audit.ini */
  char *rest; /* behind it the output folder, "" where the manifest is beside audit.ini; NULL: no manifest is known */
};

/* The folder of audit.ini: EARLIER, or the one around it. NULL: neither has one. */
static char *ini_folder(const char *earlier) {
  g_autofree char *full = g_canonicalize_filename(earlier, NULL), *around = g_path_get_dirname(full);
  const char *const folders[] = {full, around};
  for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *path = g_build_filename(folders[i], "audit.ini", NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) return g_strdup(folders[i]);
  }
  return NULL;
}

/* Where the manifest lies: in EARLIER itself, or in the audit/ of FOLDER. */
static char *output_rest(const char *earlier, const char *folder) {
  g_autofree char *own = g_build_filename(earlier, manifest_name, NULL),
                  *inner = g_build_filename(folder, "audit", manifest_name, NULL);
  if (g_file_test(own, G_FILE_TEST_EXISTS)) return way_between(folder, earlier);
  return g_file_test(inner, G_FILE_TEST_EXISTS) ? g_strdup("audit") : NULL;
}

struct like *like_open(const char *earlier, const char *folder) {
  g_autofree char *found = ini_folder(earlier), *path = found ? g_build_filename(found, "audit.ini", NULL) : NULL;
  if (!found) stop_input(earlier, 0, "holds no audit.ini, nor does the folder around it: name the folder of last year's audit");
  struct like *like = g_new0(struct like, 1);
  *like = (struct like){ini_read(path, path), way_between(folder, found), output_rest(earlier, found)};
  return like;
}

void like_free(struct like *like) {
  if (!like) return;
  ini_free(like->ini);
  g_free(like->way);
  g_free(like->rest);
  g_free(like);
}

bool like_has(const struct like *like, const char *section) { return like && ini_section_line(like->ini, section); }

static void section_copy(const struct like *like, const char *section, GString *ini) {
  for (guint i = 0; i < like->ini->entries->len; i++) {
    const struct ini_entry *entry = like->ini->entries->pdata[i];
    if (!strcmp(entry->section, section)) value_add(ini, entry->key, entry->value);
  }
}

void like_agency(const struct like *like, GString *ini) {
  comment_add(ini, "As in last year's audit.ini; a run holds it against this year's exports:");
  section_copy(like, "agency", ini);
}

bool like_period(const struct like *like, gint32 first_row, gint32 last_row, GString *ini) {
  const struct ini_entry *to = ini_get(like->ini, "period", "to");
  gint32 day;
  char first[16], last[16];
  int year, month, at;
  if (!to || !date_read_iso(to->value, &day)) return false;
  day_date(day + 1, &year, &month, &at);
  gint32 end = day_number(year + 1, month, at) - 1;
  if (last_row <= day || first_row > end) return false;
  comment_add(ini, "The year that follows last year's period, which ended before it. Both days count.");
  value_add(ini, "from", day_iso(day + 1, first));
  value_add(ini, "to", day_iso(end, last));
  return true;
}

static bool header_has(const struct probe *probe, const char *header) {
  return g_strv_contains((const char *const *)probe->sample.header, header);
}

void like_columns(const struct like *like, const struct probe *probe, GString *ini) {
  g_autofree char *section = g_strconcat("columns.", probe->kind->key, NULL);
  if (!like_has(like, section)) return;
  g_string_append_printf(ini, "\n[%s]\n", section);
  for (guint i = 0; i < like->ini->entries->len; i++) {
    const struct ini_entry *entry = like->ini->entries->pdata[i];
    if (strcmp(entry->section, section)) continue;
    if (header_has(probe, entry->value)) {
      value_add(ini, entry->key, entry->value);
      continue;
    }
    g_autofree char *words = g_strdup_printf("%s has no column \"%s\" any more; last year it was the %s:", probe->name,
                                             entry->value, entry->key),
                    *line = g_strdup_printf("%s = %s", entry->key, entry->value);
    comment_add(ini, words);
    comment_add(ini, line);
  }
}

/* The sections that are about this year's files, or that are written elsewhere. */
static bool section_own(const char *section) {
  static const char *const own[] = {"", "agency", "period", "inputs", "coverage", "provenance", "rules", NULL};
  return g_strv_contains(own, section) || g_str_has_prefix(section, "columns.");
}

static void rules_copy(const struct like *like, GString *ini) {
  const struct ini_entry *folder = ini_get(like->ini, "rules", "folder");
  if (!folder) return;
  g_autofree char *path =
      g_path_is_absolute(folder->value) ? g_strdup(folder->value) : g_build_filename(like->way, folder->value, NULL);
  g_string_append(ini, "\n[rules]\n");
  value_add(ini, "folder", path);
}

void like_others(const struct like *like, GString *ini) {
  for (guint i = 0; i < like->ini->sections->len; i++) {
    const struct ini_section *section = like->ini->sections->pdata[i];
    if (section_own(section->name)) continue;
    g_string_append_printf(ini, "\n[%s]\n", section->name);
    section_copy(like, section->name, ini);
  }
  rules_copy(like, ini);
  g_string_append(ini, "\n[provenance]\n");
  comment_add(ini, "Who exported each file, when, from which system and with which query: user_log_by, user_log_on, "
                   "user_log_system, user_log_query, ...");
  if (!like->rest) return;
  g_autofree char *path = g_build_filename(like->way, like->rest, NULL);
  value_add(ini, "earlier_audit", path);
}
