/* Phrases by their grounds, numbered from 1 as they come. What the grounds are is weigh.c's and link.c's. */
#include "analyze/link/reasons.h"
#include <string.h>
#include <xxhash.h>

struct phrase {
  const char *method; /* NULL: no link */
  double confidence;
  enum orphan_kind orphan; /* ORPHAN_KINDS: none */
  bool cites, keyed;
  GString *head, *middle, *tail;
};

/* Without gaps, since it is compared and hashed as bytes. */
struct key {
  struct grounds grounds;
  guint32 rivals, keyed;
  const char *slip;
  guint32 orphan, phrase; /* orphan: its kind plus one and its marks; the phrase does not count */
};

struct phrases {
  GHashTable *by_key; /* of struct key */
  GPtrArray *all;     /* of struct phrase */
  struct key last;    /* most come again at once */
};

#define KEY_SIZE G_STRUCT_OFFSET(struct key, phrase)

static guint key_hash(gconstpointer key) { return (guint)XXH3_64bits(key, KEY_SIZE); }

static gboolean key_equal(gconstpointer a, gconstpointer b) { return !memcmp(a, b, KEY_SIZE); }

static void phrase_free(gpointer data) {
  struct phrase *phrase = data;
  g_string_free(phrase->head, TRUE), g_string_free(phrase->middle, TRUE), g_string_free(phrase->tail, TRUE);
  g_free(phrase);
}

struct phrases *phrases_new(void) {
  struct phrases *phrases = g_new0(struct phrases, 1);
  phrases->by_key = g_hash_table_new_full(key_hash, key_equal, g_free, NULL);
  phrases->all = g_ptr_array_new_with_free_func(phrase_free);
  return phrases;
}

void phrases_free(struct phrases *phrases) {
  g_hash_table_unref(phrases->by_key);
  g_ptr_array_unref(phrases->all);
  g_free(phrases);
}

static guint32 phrase_find(struct phrases *phrases, const struct key *key) {
  if (phrases->last.phrase && key_equal(key, &phrases->last)) return phrases->last.phrase;
  const struct key *held = g_hash_table_lookup(phrases->by_key, key);
  if (held) phrases->last = *held;
  return held ? held->phrase : 0;
}

static struct phrase *phrase_add(struct phrases *phrases, const struct key *key) {
  struct phrase *phrase = g_new0(struct phrase, 1);
  phrase->head = g_string_new(NULL), phrase->middle = g_string_new(NULL), phrase->tail = g_string_new(NULL);
  g_ptr_array_add(phrases->all, phrase);
  struct key *held = g_memdup2(key, sizeof *key);
  held->phrase = phrases->all->len;
  g_hash_table_add(phrases->by_key, held);
  return phrase;
}

guint32 phrases_link(struct phrases *phrases, const struct grounds *grounds, const char *slip, guint rivals, bool keyed) {
  struct key key = {.grounds = *grounds, .rivals = rivals, .keyed = keyed, .slip = slip};
  guint32 number = phrase_find(phrases, &key);
  if (number) return number;
  struct phrase *phrase = phrase_add(phrases, &key);
  phrase->method = grounds_method(grounds);
  phrase->confidence = grounds_confidence(grounds, rivals);
  phrase->orphan = ORPHAN_KINDS;
  phrase->cites = grounds->number != BY_NOTHING, phrase->keyed = keyed;
  grounds_tell(grounds, slip, rivals, phrase->head, phrase->middle, phrase->tail);
  return phrases->all->len;
}

/* ------------------------------------------------------------------------------------------------------- orphans */

static const struct {
  const char *name, *words;
} orphans[ORPHAN_KINDS] = {
    [ORPHAN_NO_NUMBER] = {"no number",
                          "No number is cited, and no report that documents a use by this officer near this time is left."},
    [ORPHAN_NOT_FOUND] = {"number not found", "The number cited is in no report supplied, nor one a slip away that fits."},
    [ORPHAN_FOREIGN] = {"another agency's number", "The number cited bears another agency's label or form."},
    [ORPHAN_OUTSIDE] = {"outside the reports supplied",
                        "The number or the day of the search lies outside the time that the reports supplied cover."},
    [ORPHAN_PENDING] = {"report may be pending",
                        "The number cited is in no report supplied; the search is so late that its report may not "
                        "have been written or approved yet."}};

const char *orphan_name(enum orphan_kind kind) { return kind < ORPHAN_KINDS ? orphans[kind].name : NULL; }

static void orphan_tell(const struct orphan *orphan, GString *words) {
  bool numberless = orphan->kind == ORPHAN_NO_NUMBER;
  if (orphan->unsupplied) {
    g_string_append(words, "No incident reports were supplied.");
    return;
  }
  if (orphan->withheld && numberless) g_string_append(words, "The case number is withheld in the export. ");
  if (orphan->ambiguous)
    g_string_append(words, "The number cited means several reports (their letters are left out), and none of them fits alone.");
  else g_string_append(words, orphans[orphan->kind].words);
  if (orphan->late && numberless)
    g_string_append(words, " The search is so late that its report may not have been written or approved yet.");
}

guint32 phrases_orphan(struct phrases *phrases, const struct orphan *orphan) {
  guint marks =
      (guint)orphan->ambiguous | (guint)orphan->withheld << 1 | (guint)orphan->late << 2 | (guint)orphan->unsupplied << 3;
  struct key key = {.orphan = (guint32)orphan->kind + 1 + (marks << 8)};
  guint32 number = phrase_find(phrases, &key);
  if (number) return number;
  struct phrase *phrase = phrase_add(phrases, &key);
  phrase->orphan = orphan->unsupplied ? ORPHAN_KINDS : orphan->kind;
  orphan_tell(orphan, phrase->head);
  return phrases->all->len;
}

enum orphan_kind phrase_orphan(const struct phrases *phrases, guint32 phrase) {
  return phrase ? ((const struct phrase *)phrases->all->pdata[phrase - 1])->orphan : ORPHAN_KINDS;
}

/* ------------------------------------------------------------------------------------------------------- keeping */

void phrases_store(struct db *db, const struct phrases *phrases) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO phrase VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (guint i = 0; i < phrases->all->len; i++) {
    const struct phrase *phrase = phrases->all->pdata[i];
    db_bind_int(to, 1, i + 1);
    db_bind_text(to, 2, phrase->method);
    if (phrase->method) db_bind_real(to, 3, phrase->confidence);
    else db_bind_null(to, 3);
    db_bind_text(to, 4, orphan_name(phrase->orphan));
    db_bind_int(to, 5, phrase->cites);
    db_bind_int(to, 6, phrase->keyed);
    db_bind_text(to, 7, phrase->head->str);
    db_bind_text(to, 8, phrase->middle->str);
    db_bind_text(to, 9, phrase->tail->str);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}
