/* Searches put together into sessions (CONTRACT 2). Their reports are found in link.c. */
#include "session.h"
#include "text.h"
#include <string.h>

struct member { /* a search and where it belongs */
  struct session *session;
  gint64 event;
};

struct maker {
  GPtrArray *sessions;
  GHashTable *by_probe;  /* of the account in hand: probe -> session */
  GHashTable *by_reason; /* of the account in hand: reason and case -> the latest session */
  gint64 account;
  gint64 gap; /* seconds */
};

static void session_free(gpointer data) {
  struct session *session = data;
  g_ptr_array_unref(session->cases);
  g_ptr_array_unref(session->reasons);
  g_ptr_array_unref(session->candidates);
  g_free(session);
}

static void add_distinct(GPtrArray *texts, const char *text) {
  if (!text || !*text || (texts->len && g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL))) return;
  g_ptr_array_add(texts, g_strdup(text));
}

static struct session *session_new(struct maker *maker, sqlite3_stmt *row) {
  struct session *session = g_new0(struct session, 1);
  session->account = maker->account;
  session->person = db_int(row, 9);
  session->first_event = db_int(row, 0);
  session->first_at = session->last_at = db_int(row, 2);
  session->first_day = session->last_day = (gint32)db_int(row, 3);
  session->cases = g_ptr_array_new_with_free_func(g_free);
  session->reasons = g_ptr_array_new_with_free_func(g_free);
  session->candidates = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(maker->sessions, session);
  return session;
}

static struct session *session_of(struct maker *maker, sqlite3_stmt *row) {
  const char *probe = db_text(row, 4), *reason = db_text(row, 5), *number = db_text(row, 6);
  gint64 at = db_int(row, 2), withheld = db_int(row, 8);
  bool by_probe = probe && *probe && !(withheld & 32);
  g_autofree char *key = by_probe ? text_key(probe) : g_strdup_printf("%s\n%s", reason ? reason : "", number ? number : "");
  GHashTable *table = by_probe ? maker->by_probe : maker->by_reason;
  struct session *session = g_hash_table_lookup(table, key);
  if (session && !by_probe && at - session->last_at > maker->gap) session = NULL;
  if (!session) g_hash_table_insert(table, g_steal_pointer(&key), session = session_new(maker, row));
  return session;
}

static void maker_turn(struct maker *maker, gint64 account) {
  if (maker->account == account) return;
  maker->account = account;
  g_hash_table_remove_all(maker->by_probe);
  g_hash_table_remove_all(maker->by_reason);
}

static void session_take(struct session *session, sqlite3_stmt *row) {
  gint64 withheld = db_int(row, 8);
  session->searches++;
  session->last_at = MAX(session->last_at, db_int(row, 2));
  session->first_day = MIN(session->first_day, (gint32)db_int(row, 3));
  session->last_day = MAX(session->last_day, (gint32)db_int(row, 3));
  if (withheld & 8) session->withheld_case = true;
  else add_distinct(session->cases, db_text(row, 6));
  if (!(withheld & 16)) add_distinct(session->reasons, db_text(row, 5));
  if (!(withheld & 128)) add_distinct(session->candidates, db_text(row, 7));
}

static int session_compare(gconstpointer a, gconstpointer b) {
  const struct session *x = *(struct session *const *)a, *y = *(struct session *const *)b;
  if (x->first_at != y->first_at) return x->first_at < y->first_at ? -1 : 1;
  return x->first_event < y->first_event ? -1 : x->first_event > y->first_event;
}

/* Sessions are numbered by time once all are known; until then each search keeps a pointer to its own. */
static GArray *sessions_collect(struct db *db, struct maker *maker) {
  GArray *members = g_array_new(FALSE, FALSE, sizeof(struct member));
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT e.event, e.account, e.at, e.day, e.probe, r.text, e.case_number, e.candidate, e.withheld,"
                     " coalesce(a.person, 0) FROM event e JOIN account a USING (account)"
                     " LEFT JOIN reason r ON r.reason = e.reason WHERE e.is_search ORDER BY e.account, e.at, e.event");
  while (db_step(db, rows)) {
    maker_turn(maker, db_int(rows, 1));
    struct session *session = session_of(maker, rows);
    session_take(session, rows);
    struct member member = {session, db_int(rows, 0)};
    g_array_append_val(members, member);
  }
  sqlite3_finalize(rows);
  return members;
}

GPtrArray *sessions_make(struct db *db) {
  struct maker maker = {.sessions = g_ptr_array_new_with_free_func(session_free),
                        .by_probe = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .by_reason = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .gap = db_setting_int(db, "thresholds", "session_minutes", 30) * 60};
  GArray *members = sessions_collect(db, &maker);
  g_ptr_array_sort(maker.sessions, session_compare);
  for (guint i = 0; i < maker.sessions->len; i++) ((struct session *)maker.sessions->pdata[i])->session = i + 1;
  sqlite3_stmt *number = db_prepare(db, "UPDATE event SET session = ? WHERE event = ?");
  for (guint i = 0; i < members->len; i++) {
    const struct member *member = &g_array_index(members, struct member, i);
    db_bind_int(number, 1, member->session->session);
    db_bind_int(number, 2, member->event);
    db_step(db, number);
    db_reset(number);
  }
  sqlite3_finalize(number);
  g_array_unref(members);
  g_hash_table_unref(maker.by_probe);
  g_hash_table_unref(maker.by_reason);
  return maker.sessions;
}
