/* Searches put together into sessions (CONTRACT 2). Their reports are found in link.c. */
#include "session.h"
#include "text.h"
#include <string.h>

struct joined { /* a search that is not the first of its session */
  gint64 event, session;
};

/* A log is read in the order of time, so that few sessions are open at once: those of the last minutes, and those of images. */
struct sessions {
  GHashTable *open;   /* key -> struct session * */
  GQueue *waiting;    /* sessions in the order of their first searches */
  GPtrArray *people;  /* by account */
  GPtrArray *reasons; /* texts by number */
  GArray *joined;
  gint64 gap; /* seconds */
  session_taker *take;
  void *data;
};

static void texts_free(GPtrArray *texts) {
  if (texts) g_ptr_array_unref(texts);
}

void session_free(struct session *session) {
  texts_free(session->cases);
  texts_free(session->candidates);
  if (session->reasons) g_array_unref(session->reasons);
  g_free(session->key);
  g_free(session);
}

static void text_add(GPtrArray **texts, const char *text) {
  if (!text || !*text) return;
  if (!*texts) *texts = g_ptr_array_new_full(1, g_free);
  for (guint i = 0; i < (*texts)->len; i++)
    if (!strcmp((*texts)->pdata[i], text)) return;
  g_ptr_array_add(*texts, g_strdup(text));
}

static void reason_add(struct session *session, const char *text, gint64 reason) {
  if (!text || !*text) return;
  if (!session->reasons) session->reasons = g_array_sized_new(FALSE, FALSE, sizeof(struct session_reason), 1);
  for (guint i = 0; i < session->reasons->len; i++)
    if (g_array_index(session->reasons, struct session_reason, i).reason == reason) return;
  struct session_reason one = {reason, text};
  g_array_append_val(session->reasons, one);
}

/* What makes two searches one: the account and the image, or the account, the reason and the case. */
static char *session_key(const struct search *search, bool by_probe) {
  if (!by_probe)
    return g_strdup_printf("%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s", search->account, search->reason,
                           search->number ? search->number : "");
  g_autofree char *probe = text_key(search->probe);
  return g_strdup_printf("%" G_GINT64_FORMAT "\r%s", search->account, probe);
}

static struct session *session_new(struct sessions *maker, const struct search *search, char *key, bool by_probe) {
  struct session *session = g_new0(struct session, 1);
  session->account = search->account;
  session->person = (gint64)GPOINTER_TO_SIZE(maker->people->pdata[session->account]);
  session->session = search->event;
  session->first_at = session->last_at = search->at;
  session->first_day = session->last_day = search->day;
  session->key = key, session->by_probe = by_probe;
  g_hash_table_replace(maker->open, key, session);
  g_queue_push_tail(maker->waiting, session);
  return session;
}

static struct session *session_of(struct sessions *maker, const struct search *search) {
  bool by_probe = search->probe && *search->probe && !(search->withheld & 32);
  g_autofree char *key = session_key(search, by_probe);
  struct session *session = g_hash_table_lookup(maker->open, key);
  if (session && !by_probe && search->at - session->last_at > maker->gap) session = NULL;
  return session ? session : session_new(maker, search, g_steal_pointer(&key), by_probe);
}

static void session_add(struct sessions *maker, struct session *session, const struct search *search) {
  struct joined joined = {search->event, session->session};
  if (session->searches++) g_array_append_val(maker->joined, joined);
  session->last_at = MAX(session->last_at, search->at);
  session->first_day = MIN(session->first_day, search->day);
  session->last_day = MAX(session->last_day, search->day);
  if (search->withheld & 8) session->withheld_case = true;
  else text_add(&session->cases, search->number);
  if (!(search->withheld & 16) && search->reason) reason_add(session, maker->reasons->pdata[search->reason], search->reason);
  if (!(search->withheld & 128)) text_add(&session->candidates, search->candidate);
}

/* Gives away the sessions at the head that end before BEFORE; those of an image wait for the end of the log. */
static void sessions_close(struct sessions *maker, gint64 before, bool all) {
  for (struct session *head; (head = g_queue_peek_head(maker->waiting)) != NULL;) {
    if (!all && (head->by_probe || head->last_at >= before)) return;
    g_queue_pop_head(maker->waiting);
    if (g_hash_table_lookup(maker->open, head->key) == head) g_hash_table_remove(maker->open, head->key);
    g_clear_pointer(&head->key, g_free);
    maker->take(head, maker->data);
  }
}

/* ------------------------------------------------------------------------------------------------------- the log */

/* An array by number, from 1, of a table's second column. */
static GPtrArray *texts_load(struct db *db, const char *sql) {
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(texts, NULL);
  sqlite3_stmt *rows = db_prepare(db, sql);
  while (db_step(db, rows)) {
    if ((gint64)texts->len <= db_int(rows, 0)) g_ptr_array_set_size(texts, (gint)db_int(rows, 0) + 1);
    texts->pdata[db_int(rows, 0)] = g_strdup(db_text(rows, 1));
  }
  sqlite3_finalize(rows);
  return texts;
}

static GPtrArray *people_load(struct db *db) {
  GPtrArray *people = g_ptr_array_new();
  g_ptr_array_add(people, NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT account, coalesce(person, 0) FROM account");
  while (db_step(db, rows)) {
    if ((gint64)people->len <= db_int(rows, 0)) g_ptr_array_set_size(people, (gint)db_int(rows, 0) + 1);
    people->pdata[db_int(rows, 0)] = GSIZE_TO_POINTER(db_int(rows, 1));
  }
  sqlite3_finalize(rows);
  return people;
}

struct sessions *sessions_begin(struct db *db, session_taker *take, void *data) {
  struct sessions *sessions = g_new(struct sessions, 1);
  *sessions = (struct sessions){.open = g_hash_table_new(g_str_hash, g_str_equal),
                                .waiting = g_queue_new(),
                                .people = people_load(db),
                                .reasons = texts_load(db, "SELECT reason, text FROM reason"),
                                .joined = g_array_new(FALSE, FALSE, sizeof(struct joined)),
                                .gap = db_setting_int(db, "thresholds", "session_minutes", 30) * 60,
                                .take = take,
                                .data = data};
  return sessions;
}

void sessions_add(struct sessions *sessions, const struct search *search) {
  session_add(sessions, session_of(sessions, search), search);
  sessions_close(sessions, search->at - sessions->gap, false);
}

void sessions_finish(struct sessions *sessions) { sessions_close(sessions, 0, true); }

/* A search is a session by itself until an earlier one is found to be its first. */
void sessions_end(struct sessions *sessions, struct db *db) {
  db_run(db, "UPDATE event SET session = event WHERE is_search AND session IS NOT event");
  sqlite3_stmt *number = db_prepare(db, "UPDATE event SET session = ? WHERE event = ?");
  for (guint i = 0; i < sessions->joined->len; i++) {
    const struct joined *one = &g_array_index(sessions->joined, struct joined, i);
    db_bind_int(number, 1, one->session);
    db_bind_int(number, 2, one->event);
    db_step(db, number);
    db_reset(number);
  }
  sqlite3_finalize(number);
  g_array_unref(sessions->joined);
  g_ptr_array_unref(sessions->people);
  g_ptr_array_unref(sessions->reasons);
  g_queue_free(sessions->waiting);
  g_hash_table_unref(sessions->open);
  g_free(sessions);
}
