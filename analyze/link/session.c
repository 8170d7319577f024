/* Groups searches into sessions. link.c finds their reports. */
#include "analyze/link/session.h"
#include "include/text.h"
#include <string.h>

/* The log is read in the order of time, so few sessions are open at once: those of the last minutes, and those of images. */
struct sessions {
  GHashTable *open; /* key -> the newest session of it */
  GQueue *waiting;  /* of struct session, in the order of their first searches */
  gint64 gap;       /* seconds */
};

struct sessions *sessions_new(gint64 gap) {
  struct sessions *sessions = g_new(struct sessions, 1);
  *sessions = (struct sessions){g_hash_table_new(g_str_hash, g_str_equal), g_queue_new(), gap};
  return sessions;
}

static void session_drop(gpointer session) { session_free(session); }

void sessions_free(struct sessions *sessions) {
  g_hash_table_unref(sessions->open);
  g_queue_free_full(sessions->waiting, session_drop);
  g_free(sessions);
}

void session_free(struct session *session) {
  g_ptr_array_unref(session->cases);
  g_ptr_array_unref(session->reasons);
  g_ptr_array_unref(session->sought.candidates);
  g_free(session->key);
  g_free(session);
}

/* The key that two searches of one session share: the account and the image, or the account, the reason and the case. Users whom
   the log withholds cannot be distinguished: each of their searches is a session. */
static char *session_key(const struct search *search, bool by_probe) {
  if (search->user_withheld) return g_strdup_printf("%" G_GINT64_FORMAT "\n", search->event);
  if (!by_probe)
    return g_strdup_printf("%" G_GINT64_FORMAT "\n%s\n%s", search->account, search->reason ? search->reason : "",
                           search->case_number ? search->case_number : "");
  g_autofree char *image = text_key(search->probe);
  return g_strdup_printf("%" G_GINT64_FORMAT "\t%s", search->account, image);
}

static struct session *session_new(const struct search *search, char *key, bool by_probe) {
  struct session *session = g_new(struct session, 1);
  *session = (struct session){.sought = {search->person, search->day, search->day, g_ptr_array_new_with_free_func(g_free)},
                              .number = search->event,
                              .account = search->account,
                              .last_at = search->at,
                              .by_probe = by_probe,
                              .cases = g_ptr_array_new_with_free_func(g_free),
                              .reasons = g_ptr_array_new_with_free_func(g_free),
                              .key = key};
  return session;
}

static void text_add(GPtrArray *texts, const char *text) {
  if (!text || !*text || g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL)) return;
  g_ptr_array_add(texts, g_strdup(text));
}

const struct session *sessions_add(struct sessions *sessions, const struct search *search) {
  bool by_probe = search->probe && *search->probe && !search->probe_withheld;
  char *key = session_key(search, by_probe);
  struct session *session = g_hash_table_lookup(sessions->open, key);
  if (!session || (!by_probe && search->at - session->last_at > sessions->gap)) {
    session = session_new(search, key, by_probe);
    g_hash_table_replace(sessions->open, session->key, session);
    g_queue_push_tail(sessions->waiting, session);
  } else g_free(key);
  session->searches++;
  session->last_at = MAX(session->last_at, search->at);
  session->sought.first_day = MIN(session->sought.first_day, search->day);
  session->sought.last_day = MAX(session->sought.last_day, search->day);
  session->case_withheld |= search->case_withheld;
  if (!search->case_withheld) text_add(session->cases, search->case_number);
  if (!search->reason_withheld) text_add(session->reasons, search->reason);
  if (!search->candidate_withheld) text_add(session->sought.candidates, search->candidate);
  return session;
}

/* A session of an image may last to the end of the log, and holds back those that follow it. */
struct session *sessions_next(struct sessions *sessions, gint64 at) {
  struct session *session = g_queue_peek_head(sessions->waiting);
  if (!session || (at < G_MAXINT64 && (session->by_probe || session->last_at >= at - sessions->gap))) return NULL;
  if (g_hash_table_lookup(sessions->open, session->key) == session) g_hash_table_remove(sessions->open, session->key);
  return g_queue_pop_head(sessions->waiting);
}
