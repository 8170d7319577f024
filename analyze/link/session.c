/* Searches put together into sessions (CONTRACT 2). Their reports are found in link.c. */
#include "analyze/link/session.h"
#include "include/text.h"
#include <string.h>
#include <xxhash.h>

enum { BUCKETS_LEAST = 1 << 12 };

/* A log is read in the order of time, so that few sessions are open at once: those of the last minutes, and those of images. */
struct sessions {
  struct session **buckets; /* the newest of a key first */
  guint32 mask, open;
  struct session *head, *tail; /* in the order of their first searches */
  struct session *spare;
  GArray *people;  /* of gint32, by account */
  GArray *reasons; /* of struct reason_text, by number */
  GStringChunk *reason_texts;
  gint64 gap; /* seconds */
  struct session_takers takers;
};

/* ------------------------------------------------------------------------------------------------ open sessions */

static void bucket_add(struct sessions *maker, struct session *session) {
  struct session **bucket = &maker->buckets[session->key[0] & maker->mask];
  session->alike = *bucket;
  *bucket = session;
}

static void buckets_size(struct sessions *maker, guint32 size) {
  g_free(maker->buckets);
  maker->buckets = g_new0(struct session *, size);
  maker->mask = size - 1;
  for (struct session *each = maker->head; each; each = each->after) bucket_add(maker, each);
}

static struct session *session_find(const struct sessions *maker, const guint64 *key) {
  struct session *session = maker->buckets[key[0] & maker->mask];
  while (session && (session->key[0] != key[0] || session->key[1] != key[1])) session = session->alike;
  return session;
}

static struct session *session_new(struct sessions *maker, const struct search *search, const guint64 *key) {
  struct session *session = maker->spare;
  if (session) maker->spare = session->after;
  else session = g_new(struct session, 1);
  gint32 person = search->account < maker->people->len ? g_array_index(maker->people, gint32, search->account) : 0;
  *session = (struct session){
      .sought = {search->event, person, search->day, search->day, {NULL, NULL}}, .last_at = search->at, .key = {key[0], key[1]}};
  if (++maker->open > maker->mask) buckets_size(maker, (maker->mask + 1) * 2);
  bucket_add(maker, session);
  if (maker->tail) maker->tail->after = session;
  else maker->head = session;
  return maker->tail = session;
}

void search_texts_drop(struct search_texts *texts) {
  if (--texts->users) return;
  g_free(texts->all);
  g_free(texts);
}

/* The head of those that wait. */
static void session_end(struct sessions *maker) {
  struct session *session = maker->head, **at = &maker->buckets[session->key[0] & maker->mask];
  maker->head = session->after;
  if (!maker->head) maker->tail = NULL;
  while (*at != session) at = &(*at)->alike;
  *at = session->alike;
  maker->open--;
  maker->takers.take(session, maker->takers.data);
}

void sessions_drop(struct sessions *sessions, struct session *session) {
  for (guint i = 0; i < few_count(&session->texts); i++) search_texts_drop(few_at(&session->texts, i));
  few_clear(&session->texts), few_clear(&session->cases), few_clear(&session->reasons), few_clear(&session->sought.candidates);
  session->after = sessions->spare;
  sessions->spare = session;
}

/* ----------------------------------------------------------------------------------------------------- searches */

/* What makes two searches one: the account and the image, or the account, the reason and the case. */
static void session_key(const struct search *search, const char *probe, const char *number, guint64 *key) {
  g_autofree char *image = probe ? text_key(probe) : NULL;
  const char *text = image ? image : number ? number : "";
  XXH128_hash_t hash = XXH3_128bits_withSeed(text, strlen(text), image ? 1 : 0);
  key[0] = hash.low64 ^ search->account * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  key[1] = hash.high64 ^ (image ? 0 : search->reason * G_GUINT64_CONSTANT(0xC2B2AE3D27D4EB4F));
}

static void text_add(struct few *few, const char *text) {
  if (!text || !*text) return;
  for (guint i = 0; i < few_count(few); i++)
    if (!strcmp(few_at(few, i), text)) return;
  few_add(few, (gpointer)text);
}

static void reason_add(const struct sessions *maker, struct few *reasons, guint32 number) {
  if (!number) return;
  struct reason_text *reason = &g_array_index(maker->reasons, struct reason_text, number);
  if (!*reason->text) return;
  for (guint i = 0; i < few_count(reasons); i++)
    if (few_at(reasons, i) == reason) return;
  few_add(reasons, reason);
}

static const char *text_at(const struct search_texts *texts, guint32 place) { return place ? texts->all + place - 1 : NULL; }

static void search_add(struct sessions *maker, const struct search *search, struct search_texts *texts) {
  const char *probe = text_at(texts, search->probe), *number = text_at(texts, search->number);
  bool by_probe = probe && *probe && !(search->withheld & 32);
  guint64 key[2];
  session_key(search, by_probe ? probe : NULL, number, key);
  struct session *session = session_find(maker, key);
  if (!session || (!by_probe && search->at - session->last_at > maker->gap)) {
    session = session_new(maker, search, key);
    session->by_probe = by_probe, session->first_case = number;
  } else maker->takers.join(search->event, session->sought.session, maker->takers.data);
  if (!few_count(&session->texts) || few_at(&session->texts, few_count(&session->texts) - 1) != texts) {
    few_add(&session->texts, texts);
    texts->users++;
  }
  session->searches++;
  session->last_at = MAX(session->last_at, search->at);
  session->sought.first_day = MIN(session->sought.first_day, search->day);
  session->sought.last_day = MAX(session->sought.last_day, search->day);
  if (search->withheld & 8) session->withheld_case = true;
  else text_add(&session->cases, number);
  if (!(search->withheld & 16)) reason_add(maker, &session->reasons, search->reason);
  if (!(search->withheld & 128)) text_add(&session->sought.candidates, text_at(texts, search->candidate));
}

/* Sessions end in the order of their first searches; those of an image, and what comes after them, at the end of the log. */
void sessions_add(struct sessions *sessions, const struct search *search, struct search_texts *texts) {
  search_add(sessions, search, texts);
  while (sessions->head && !sessions->head->by_probe && sessions->head->last_at < search->at - sessions->gap)
    session_end(sessions);
}

void sessions_finish(struct sessions *sessions) {
  while (sessions->head) session_end(sessions);
}

/* ------------------------------------------------------------------------------------------------------- the log */

static void people_load(struct sessions *maker, struct db *db) {
  maker->people = g_array_new(FALSE, TRUE, sizeof(gint32));
  sqlite3_stmt *rows = db_prepare(db, "SELECT account, coalesce(person, 0) FROM account");
  while (db_step(db, rows)) {
    if ((gint64)maker->people->len <= db_int(rows, 0)) g_array_set_size(maker->people, (guint)db_int(rows, 0) + 1);
    g_array_index(maker->people, gint32, db_int(rows, 0)) = (gint32)db_int(rows, 1);
  }
  sqlite3_finalize(rows);
}

static void reasons_load(struct sessions *maker, struct db *db) {
  maker->reasons = g_array_new(FALSE, TRUE, sizeof(struct reason_text));
  maker->reason_texts = g_string_chunk_new(64 * 1024);
  sqlite3_stmt *rows = db_prepare(db, "SELECT reason, text FROM reason");
  while (db_step(db, rows)) {
    if ((gint64)maker->reasons->len <= db_int(rows, 0)) g_array_set_size(maker->reasons, (guint)db_int(rows, 0) + 1);
    g_array_index(maker->reasons, struct reason_text, db_int(rows, 0)).text =
        g_string_chunk_insert(maker->reason_texts, db_text(rows, 1));
  }
  sqlite3_finalize(rows);
}

struct sessions *sessions_begin(struct db *db, struct session_takers takers) {
  struct sessions *sessions = g_new0(struct sessions, 1);
  sessions->gap = db_setting_int(db, "thresholds", "session_minutes", 30) * 60;
  sessions->takers = takers;
  people_load(sessions, db);
  reasons_load(sessions, db);
  buckets_size(sessions, BUCKETS_LEAST);
  return sessions;
}

void sessions_free(struct sessions *sessions) {
  for (struct session *each; (each = sessions->spare) != NULL;) {
    sessions->spare = each->after;
    g_free(each);
  }
  g_array_unref(sessions->people);
  g_array_unref(sessions->reasons);
  g_string_chunk_free(sessions->reason_texts);
  g_free(sessions->buckets);
  g_free(sessions);
}
