/* Stores findings and the rows they rest on. What is a finding is decided by the rules that judge.c runs. */
#include "finding.h"
#include "hash.h"
#include <string.h>

struct findings {
  struct db *db;
  sqlite3_stmt *finding, *evidence, *disposition; /* disposition NULL: there are none */
  int place;
  const char *rule, *severity, *subject_kind;
  GString *facts; /* what an id is made of: the rule and its kind of subject, then the subject */
  gsize facts_head;
  gint64 count, first;            /* of all findings; of this rule's */
  GString *occurred_at, *subject; /* of the finding before, of the same rule */
  GArray *breaks;                 /* numbers of findings that come before the one before them */
  GHashTable *users;              /* of this rule's findings, to how many; "" is none */
  struct hash *hash;
  guint64 *ids; /* given out; 0 is a free slot */
  gsize ids_size;
};

/* ------------------------------------------------------------------------------------------------------------- ids */

static bool id_take(struct findings *findings, guint64 id) {
  gsize at = id & (findings->ids_size - 1);
  for (; findings->ids[at]; at = (at + 1) & (findings->ids_size - 1))
    if (findings->ids[at] == id) return false;
  findings->ids[at] = id;
  return true;
}

static void ids_grow(struct findings *findings) {
  guint64 *before = findings->ids;
  gsize size = findings->ids_size;
  findings->ids_size = size ? size * 2 : 4096;
  findings->ids = g_new0(guint64, findings->ids_size);
  for (gsize i = 0; i < size; i++)
    if (before[i]) id_take(findings, before[i]);
  g_free(before);
}

/* Short enough to say on the telephone, and the same whenever rule and subject are the same. */
static void finding_id(struct findings *findings, const char *subject, char id[13]) {
  if ((guint64)findings->count * 10 >= findings->ids_size * 7) ids_grow(findings);
  g_string_truncate(findings->facts, findings->facts_head);
  g_string_append(findings->facts, subject);
  gsize length = findings->facts->len;
  guint8 sum[32];
  guint64 number;
  guint turn = 0;
  do {
    if (turn) g_string_truncate(findings->facts, length), g_string_append_printf(findings->facts, "|%u", turn);
    turn++;
    hash_bytes(findings->hash, findings->facts->str, findings->facts->len, sum);
    number = 1;
    for (guint i = 0; i < 6; i++) number = number << 8 | sum[i];
  } while (!id_take(findings, number));
  for (guint i = 0; i < 12; i++) id[i] = "0123456789abcdef"[sum[i / 2] >> (i % 2 ? 0 : 4) & 15];
  id[12] = 0;
}

/* ------------------------------------------------------------------------------------------------------------ rows */

/* "source:line source:line"; the same place twice is one. */
static void evidence_store(struct findings *findings, const char *places) {
  for (const char *at = places; at && *at;) {
    const char *end = at + strcspn(at, " "), *colon = memchr(at, ':', (gsize)(end - at));
    if (colon) {
      db_bind_int(findings->evidence, 1, findings->count);
      db_bind_int(findings->evidence, 2, g_ascii_strtoll(at, NULL, 10));
      db_bind_int(findings->evidence, 3, g_ascii_strtoll(colon + 1, NULL, 10));
      db_step(findings->db, findings->evidence);
      sqlite3_reset(findings->evidence);
    }
    at = *end ? end + 1 : end;
  }
}

/* Rows come mostly in the order of the log, which is that of time; where they do not, the rule's are put in order later. */
static void order_note(struct findings *findings, const char *occurred_at, const char *subject) {
  int order = findings->count == findings->first + 1 ? 1 : strcmp(occurred_at, findings->occurred_at->str);
  if (!order) order = strcmp(subject, findings->subject->str);
  if (order < 0) g_array_append_val(findings->breaks, findings->count);
  g_string_assign(findings->occurred_at, occurred_at);
  g_string_assign(findings->subject, subject);
}

static const char *stated(const struct finding_row *row, int column) { return row->text[column] ? row->text[column] : ""; }

void finding_row_read(struct finding_row *row, sqlite3_stmt *statement) {
  *row = (struct finding_row){.source = db_int(statement, FINDING_SOURCE),
                              .line = db_int(statement, FINDING_LINE),
                              .has_source = !db_is_null(statement, FINDING_SOURCE),
                              .has_line = !db_is_null(statement, FINDING_LINE)};
  for (int i = 0; i < FINDING_COLUMNS; i++) {
    if (i == FINDING_SOURCE || i == FINDING_LINE) continue;
    row->text[i] = db_text(statement, i);
    row->length[i] = (gsize)sqlite3_column_bytes(statement, i);
  }
}

static void disposition_bind(struct findings *findings, const char *id) {
  if (!findings->disposition) return;
  db_bind_text(findings->disposition, 1, id);
  bool decided = db_step(findings->db, findings->disposition);
  db_bind_text(findings->finding, 15, decided ? db_text(findings->disposition, 0) : NULL);
}

static void text_bind(sqlite3_stmt *to, int at, const struct finding_row *row, int column) {
  if (row->text[column]) db_bind_bytes(to, at, row->text[column], row->length[column]);
  else db_bind_null(to, at);
}

static void place_bind(sqlite3_stmt *to, int at, bool has, gint64 number) {
  if (has) db_bind_int(to, at, number);
  else db_bind_null(to, at);
}

static void user_count(struct findings *findings, const char *user) {
  gint64 *count = g_hash_table_lookup(findings->users, user ? user : "");
  if (!count) g_hash_table_insert(findings->users, g_strdup(user ? user : ""), count = g_new0(gint64, 1));
  ++*count;
}

void findings_add(struct findings *findings, const struct finding_row *row) {
  sqlite3_stmt *to = findings->finding;
  const char *subject = stated(row, FINDING_SUBJECT);
  char id[13];
  finding_id(findings, subject, id);
  findings->count++;
  order_note(findings, stated(row, FINDING_OCCURRED), subject);
  db_bind_int(to, 1, findings->count);
  db_bind_bytes(to, 2, id, 12);
  db_bind_text(to, 7, subject);
  text_bind(to, 8, row, FINDING_USER);
  text_bind(to, 9, row, FINDING_REPORT);
  text_bind(to, 10, row, FINDING_OCCURRED);
  db_bind_text(to, 11, stated(row, FINDING_DETAIL));
  db_bind_text(to, 12, stated(row, FINDING_EXPLANATION));
  place_bind(to, 13, row->has_source, row->source);
  place_bind(to, 14, row->has_line, row->line);
  disposition_bind(findings, id);
  db_step(findings->db, to);
  sqlite3_reset(to);
  if (findings->disposition) db_reset(findings->disposition);
  evidence_store(findings, row->text[FINDING_EVIDENCE]);
  user_count(findings, row->text[FINDING_USER]);
}

/* ----------------------------------------------------------------------------------------------------------- order */

/* Writes the rule's findings once more, after themselves, in order; then those before go. */
static void rule_sort(struct findings *findings) {
  struct db *db = findings->db;
  gint64 first = findings->first + 1, last = findings->count;
  db_run(db, "CREATE TEMP TABLE turn (turn INTEGER PRIMARY KEY, finding INTEGER)");
  g_autofree char *sorted =
      g_strdup_printf("INSERT INTO turn SELECT NULL, finding FROM finding WHERE finding >= %" G_GINT64_FORMAT
                      " ORDER BY occurred_at, subject, finding_id",
                      first);
  db_run(db, sorted);
  sqlite3_stmt *rows = db_prepare(db, "SELECT f.* FROM turn t CROSS JOIN finding f USING (finding)");
  while (db_step(db, rows)) {
    db_bind_int(findings->finding, 1, ++findings->count);
    for (int i = 1; i < sqlite3_column_count(rows); i++)
      sqlite3_bind_value(findings->finding, i + 1, sqlite3_column_value(rows, i));
    db_step(db, findings->finding);
    sqlite3_reset(findings->finding);
  }
  sqlite3_finalize(rows);
  g_autofree char *moved = g_strdup_printf(
      "INSERT INTO evidence SELECT turn + %" G_GINT64_FORMAT ", source, line FROM turn JOIN evidence USING (finding);"
      "DELETE FROM evidence WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT ";"
      "DELETE FROM finding WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT "; DROP TABLE turn",
      last, first, last, first, last);
  db_run(db, moved);
}

/* Puts the findings from FIRST to LAST in order where they lie. */
static void part_sort(struct db *db, gint64 first, gint64 last) {
  g_autofree char *turns = g_strdup_printf(
      "CREATE TEMP TABLE turn (turn INTEGER PRIMARY KEY, finding INTEGER);"
      "INSERT INTO turn SELECT NULL, finding FROM finding WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT
      " ORDER BY occurred_at, subject, finding_id; CREATE INDEX turn_finding ON turn (finding)",
      first, last);
  db_run(db, turns);
  for (int i = 0; i < 2; i++) {
    const char *table = i ? "evidence" : "finding";
    g_autofree char *moved =
        g_strdup_printf("UPDATE %s SET finding = -(SELECT turn + %" G_GINT64_FORMAT " FROM turn WHERE turn.finding = %s.finding)"
                        " WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT ";"
                        "UPDATE %s SET finding = -finding WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
                        table, first - 1, table, first, last, table, -last, -first);
    db_run(db, moved);
  }
  db_run(db, "DROP TABLE turn");
}

static gint64 number_of(struct findings *findings, const char *sql, gint64 number, gint64 otherwise) {
  sqlite3_stmt *row = db_prepare(findings->db, sql);
  db_bind_int(row, 1, number);
  db_bind_int(row, 2, findings->first);
  gint64 found = db_step(findings->db, row) ? db_int(row, 0) : otherwise;
  sqlite3_finalize(row);
  return found;
}

/* Merges what follows a break, as far as END, into what lies in order before it. An hour that the clock repeats makes short parts
   of that kind. FALSE: the part is longer than MOST, and nothing was done. */
static bool break_mend(struct findings *findings, gint64 at, gint64 end, gint64 most) {
  gint64 before =
      number_of(findings,
                "SELECT f.finding FROM finding x JOIN finding f ON f.finding < x.finding AND f.finding > ?2 WHERE x.finding = ?1"
                " AND (f.occurred_at, f.subject) <= (x.occurred_at, x.subject) ORDER BY f.finding DESC LIMIT 1",
                at, findings->first);
  gint64 after = number_of(
      findings,
      "SELECT f.finding FROM finding x JOIN finding f ON f.finding > x.finding AND f.finding > ?2 WHERE x.finding = ?1 - 1"
      " AND (f.occurred_at, f.subject) >= (x.occurred_at, x.subject) ORDER BY f.finding LIMIT 1",
      at, findings->count + 1);
  after = MIN(after, end);
  if (after - before > most) return false;
  if (after - before > 2) part_sort(findings->db, before + 1, after - 1);
  return true;
}

enum { BREAKS_MOST = 200, PART_MOST = 2000 };

/* How many findings of the rule each user has. */
static void users_store(struct findings *findings) {
  if (!g_hash_table_size(findings->users)) return;
  sqlite3_stmt *to = db_prepare(
      findings->db, "INSERT INTO finding_brief SELECT place, severity, nullif(?1, ''), ?2 FROM finding WHERE finding = ?3");
  g_autoptr(GList) users = g_list_sort(g_hash_table_get_keys(findings->users), (GCompareFunc)strcmp);
  for (GList *at = users; at; at = at->next) {
    db_bind_text(to, 1, at->data);
    db_bind_int(to, 2, *(gint64 *)g_hash_table_lookup(findings->users, at->data));
    db_bind_int(to, 3, findings->count);
    db_step(findings->db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
  g_hash_table_remove_all(findings->users);
}

static void rule_end(struct findings *findings) {
  users_store(findings);
  const GArray *breaks = findings->breaks;
  bool mended = breaks->len <= BREAKS_MOST && (!breaks->len || findings->count - findings->first > PART_MOST);
  for (guint i = 0; mended && i < breaks->len; i++) {
    gint64 end = i + 1 < breaks->len ? g_array_index(breaks, gint64, i + 1) : findings->count + 1;
    mended = break_mend(findings, g_array_index(breaks, gint64, i), end, PART_MOST);
  }
  if (!mended) rule_sort(findings);
  g_array_set_size(findings->breaks, 0);
  findings->first = findings->count;
}

/* ------------------------------------------------------------------------------------------------------- beginning */

struct findings *findings_begin(struct db *db) {
  struct findings *findings = g_new0(struct findings, 1);
  findings->db = db;
  findings->finding = db_prepare(db, "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  findings->evidence = db_prepare(db, "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)");
  if (db_value_int(db, "SELECT EXISTS (SELECT 1 FROM disposition)"))
    findings->disposition = db_prepare(db, "SELECT disposition FROM disposition WHERE finding_id = ? ORDER BY line DESC LIMIT 1");
  findings->facts = g_string_new(NULL);
  findings->occurred_at = g_string_new(NULL);
  findings->subject = g_string_new(NULL);
  findings->hash = hash_begin();
  findings->users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  findings->breaks = g_array_new(FALSE, FALSE, sizeof(gint64));
  return findings;
}

void findings_rule(struct findings *findings, int place, const char *rule, const char *severity, const char *subject_kind) {
  rule_end(findings);
  g_string_printf(findings->facts, "%s|%s|", rule, subject_kind);
  findings->facts_head = findings->facts->len;
  db_reset(findings->finding);
  db_bind_int(findings->finding, 3, place);
  db_bind_text(findings->finding, 4, rule);
  db_bind_text(findings->finding, 5, severity);
  db_bind_text(findings->finding, 6, subject_kind);
}

void findings_end(struct findings *findings) {
  rule_end(findings);
  sqlite3_finalize(findings->finding);
  sqlite3_finalize(findings->evidence);
  sqlite3_finalize(findings->disposition);
  g_free(hash_end(findings->hash));
  g_string_free(findings->facts, TRUE);
  g_string_free(findings->occurred_at, TRUE);
  g_string_free(findings->subject, TRUE);
  g_array_unref(findings->breaks);
  g_hash_table_unref(findings->users);
  g_free(findings->ids);
  db_run(findings->db, "CREATE UNIQUE INDEX finding_id ON finding (finding_id); CREATE INDEX finding_place ON finding (place)");
  g_free(findings);
}
