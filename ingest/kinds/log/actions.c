/* Which actions of the user log are searches. */
#include "ingest/kinds/log/log.h"
#include "ingest/rows/fields.h"
#include "include/text.h"
#include <string.h>

static const char *const search_words[] = {"search",     "searches",   "searched", "searching", "query",    "queried",
                                           "lookup",     "inquiry",    "enquiry",  "probe",     "identify", "identification",
                                           "compare",    "comparison", "match",    "run",       "submit",   "submitted",
                                           "submission", "recognize",  NULL};
static const char *const other_words[] = {
    "view",    "viewed",   "views",      "open",     "opened", "export",   "exported", "print",    "printed",   "delete",
    "deleted", "download", "downloaded", "login",    "logon",  "logoff",   "logout",   "log",      "signin",    "history",
    "saved",   "save",     "audit",      "config",   "admin",  "password", "cancel",   "canceled", "cancelled", "failed",
    "denied",  "session",  "enroll",     "enrolled", "edit",   "edited",   "share",    "shared",   NULL};

static bool words_hold(const char *const *words, char **each) {
  for (; *each; each++)
    if (g_strv_contains(words, *each)) return true;
  return false;
}

static bool action_listed(const char *list, const char *words) {
  g_auto(GStrv) each = g_strsplit(list, ";", -1);
  for (char **one = each; *one; one++) {
    g_autofree char *wanted = text_words(*one);
    if (*wanted && !strcmp(wanted, words)) return true;
  }
  return false;
}

/* By audit.ini where it lists the actions that are, else by the words. */
static bool action_is_search(const struct settings *settings, const char *action) {
  g_autofree char *words = text_words(action);
  const char *list = settings_value(settings, "log", "search_actions");
  if (list && *list) return action_listed(list, words);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  return words_hold(search_words, each) && !words_hold(other_words, each);
}

bool log_searches(struct intake_file *file) {
  const char *action = cell_of(file, LOG_ACTION);
  struct log *log = file->intake->gathered;
  if (!action) return true;
  /* A blank action says nothing; a reason or an image says that a search was made. */
  if (!*action) return cell_stated(file, LOG_REASON) || cell_stated(file, LOG_PROBE);
  struct log_action *entry = g_hash_table_lookup(log->actions, action);
  if (!entry) {
    entry = g_new0(struct log_action, 1);
    entry->search = action_is_search(file->intake->settings, action);
    g_hash_table_insert(log->actions, g_strdup(action), entry);
  }
  entry->rows++;
  return entry->search;
}

char *log_actions(const struct log *log, bool search) {
  GString *list = g_string_new(NULL);
  g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(log->actions), (GCompareFunc)strcmp);
  for (GList *name = names; name; name = name->next) {
    struct log_action *entry = g_hash_table_lookup(log->actions, name->data);
    if (entry->search == search)
      g_string_append_printf(list, "%s%s (%" G_GINT64_FORMAT ")", list->len ? ", " : "", (char *)name->data, entry->rows);
  }
  return g_string_free(list, FALSE);
}
