/* Stores findings and the rows they rest on. What is a finding is decided by the rules that judge.c runs. */
#include "analyze/judge/finding.h"
#include "include/sha256.h"
#include <string.h>

/* Where the columns of table finding_row stand. */
enum {
  AT_ID = 1,
  AT_PLACE,
  AT_SUBJECT,
  AT_USER,
  AT_REPORT,
  AT_OCCURRED,
  AT_DETAIL,
  AT_EXPLANATION,
  AT_SOURCE,
  AT_LINE,
  AT_DISPOSITION,
  AT_EVIDENCE
};

static const char columns[] =
    "finding_id, place, subject, user_id, report_number, occurred_at, detail, explanation, source, line, disposition, evidence";

struct findings {
  struct db *db;
  struct insert *to;
  sqlite3_stmt *disposition; /* NULL: there are none */
  int place;
  const char *severity;
  GString *facts; /* what an id is made of: the rule and its kind of subject, then the subject */
  gsize facts_head;
  gint64 count, first;            /* of all findings; before this rule's */
  GString *occurred_at, *subject; /* of the finding before, of the same rule */
  GArray *breaks;                 /* of this rule's: numbers of those that come before the one before them */
  GHashTable *users;              /* of this rule's, to how many; "" is none */
  GArray *rules;                  /* of struct found: those whose findings are not sorted yet */
  GArray *places;                 /* of struct place: the rows that the finding in hand rests on */
  GString *evidence;              /* the same in words */
  struct hash *hash;
  guint64 *ids; /* given out; 0 is a free slot */
  gsize ids_size;
};

struct place {
  gint64 source, line;
};

/* What a rule found: findings after FIRST up to LAST. */
struct found {
  int place;
  char *severity;
  gint64 first, last;
  GArray *breaks;
  GHashTable *users;
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

static int place_compare(gconstpointer a, gconstpointer b) {
  const struct place *x = a, *y = b;
  if (x->source != y->source) return x->source < y->source ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

/* What stands in "source:line source:line"; words that are no place are passed over. */
static void places_read(GArray *places, const char *text) {
  g_array_set_size(places, 0);
  while (text && *text) {
    char *colon, *end;
    struct place place = {g_ascii_strtoll(text, &colon, 10), 0};
    if (*colon == ':') place.line = g_ascii_strtoll(colon + 1, &end, 10);
    if (*colon == ':') g_array_append_val(places, place);
    text = colon + strcspn(colon, " ");
    text += strspn(text, " ");
  }
}

static void number_print(GString *to, gint64 number) {
  char digits[24], *at = digits + sizeof digits;
  guint64 left = (guint64)ABS(number);
  do *--at = (char)('0' + left % 10);
  while (left /= 10);
  if (number < 0) *--at = '-';
  g_string_append_len(to, at, digits + sizeof digits - at);
}

/* The places in order, each once. */
static void places_print(GString *to, const GArray *places) {
  const struct place *all = (const void *)places->data;
  g_string_truncate(to, 0);
  for (guint i = 0; i < places->len; i++) {
    if (i && !place_compare(&all[i], &all[i - 1])) continue;
    if (to->len) g_string_append_c(to, ' ');
    number_print(to, all[i].source);
    g_string_append_c(to, ':');
    number_print(to, all[i].line);
  }
}

/* Most findings rest on the one row that they are shown at. */
static void evidence_put(struct findings *findings, const struct finding_row *row) {
  struct place own = {row->source, row->line};
  places_read(findings->places, row->text[FINDING_EVIDENCE]);
  bool alone = findings->places->len == 1 && row->has_source && row->has_line;
  if (alone && !place_compare(findings->places->data, &own)) return;
  if (findings->places->len > 1) g_array_sort(findings->places, place_compare);
  places_print(findings->evidence, findings->places);
  insert_bytes(findings->to, AT_EVIDENCE, findings->evidence->str, findings->evidence->len);
}

/* Rows come mostly in the order of the log, which is that of time; where they do not, the rule's are put in order later. */
static void order_note(struct findings *findings, const char *occurred_at, const char *subject) {
  int order = findings->count == findings->first + 1 ? 1 : strcmp(occurred_at, findings->occurred_at->str);
  if (!order) order = strcmp(subject, findings->subject->str);
  if (order < 0) g_array_append_val(findings->breaks, findings->count);
  g_string_assign(findings->occurred_at, occurred_at);
  g_string_assign(findings->subject, subject);
}

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

/* The statement is reset when the row is away. */
static void disposition_put(struct findings *findings, const char *id) {
  if (!findings->disposition) return;
  db_bind_text(findings->disposition, 1, id);
  if (!db_step(findings->db, findings->disposition)) return;
  const char *text = db_text(findings->disposition, 0);
  insert_bytes(findings->to, AT_DISPOSITION, text, strlen(text));
}

/* What is no text stays NULL where it MAY. */
static void text_put(struct findings *findings, guint at, const struct finding_row *row, enum finding_column column, bool may) {
  if (row->text[column]) insert_bytes(findings->to, at, row->text[column], row->length[column]);
  else if (!may) insert_bytes(findings->to, at, "", 0);
}

static void user_count(struct findings *findings, const char *user) {
  gint64 *count = g_hash_table_lookup(findings->users, user ? user : "");
  if (!count) g_hash_table_insert(findings->users, g_strdup(user ? user : ""), count = g_new0(gint64, 1));
  ++*count;
}

void findings_add(struct findings *findings, const struct finding_row *row) {
  static const struct {
    guint at;
    enum finding_column column;
    bool may;
  } texts[] = {{AT_SUBJECT, FINDING_SUBJECT, false}, {AT_USER, FINDING_USER, true},
               {AT_REPORT, FINDING_REPORT, true},    {AT_OCCURRED, FINDING_OCCURRED, true},
               {AT_DETAIL, FINDING_DETAIL, false},   {AT_EXPLANATION, FINDING_EXPLANATION, false}};
  const char *subject = row->text[FINDING_SUBJECT] ? row->text[FINDING_SUBJECT] : "";
  const char *occurred_at = row->text[FINDING_OCCURRED] ? row->text[FINDING_OCCURRED] : "";
  char id[13];
  finding_id(findings, subject, id);
  findings->count++;
  order_note(findings, occurred_at, subject);
  insert_bytes(findings->to, AT_ID, id, 12);
  insert_int(findings->to, AT_PLACE, findings->place);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) text_put(findings, texts[i].at, row, texts[i].column, texts[i].may);
  if (row->has_source) insert_int(findings->to, AT_SOURCE, row->source);
  if (row->has_line) insert_int(findings->to, AT_LINE, row->line);
  disposition_put(findings, id);
  evidence_put(findings, row);
  insert_row_as(findings->to, findings->count);
  if (findings->disposition) db_reset(findings->disposition);
  user_count(findings, row->text[FINDING_USER]);
}

/* ----------------------------------------------------------------------------------------------------------- order */

/* Puts the findings from FIRST to LAST in order where they lie. */
static void part_sort(struct db *db, gint64 first, gint64 last) {
  g_autofree char *sorted =
      g_strdup_printf("CREATE TEMP TABLE sorted AS SELECT * FROM finding_row WHERE finding BETWEEN %" G_GINT64_FORMAT
                      " AND %" G_GINT64_FORMAT " ORDER BY occurred_at, subject, finding_id;"
                      "DELETE FROM finding_row WHERE finding BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT ";"
                      "UPDATE sorted SET finding = rowid + %" G_GINT64_FORMAT ";"
                      "INSERT INTO finding_row SELECT * FROM sorted; DROP TABLE sorted",
                      first, last, first, last, first - 1);
  db_run(db, sorted);
}

static gint64 number_of(struct db *db, const char *sql, gint64 number, gint64 otherwise) {
  sqlite3_stmt *row = db_prepare(db, sql);
  db_bind_int(row, 1, number);
  db_bind_int(row, 2, otherwise);
  gint64 found = db_step(db, row) ? db_int(row, 0) : otherwise;
  sqlite3_finalize(row);
  return found;
}

/* Merges what follows a break, as far as END, into what lies in order before it. An hour that the clock repeats makes short parts
   of that kind. FALSE: the part is longer than MOST, and nothing was done. */
static bool break_mend(struct db *db, const struct found *found, gint64 at, gint64 end, gint64 most) {
  gint64 before =
      number_of(db,
                "SELECT f.finding FROM finding_row x JOIN finding_row f ON f.finding < x.finding AND f.finding > ?2 WHERE "
                "x.finding = ?1 AND (f.occurred_at, f.subject) <= (x.occurred_at, x.subject) ORDER BY f.finding DESC LIMIT 1",
                at, found->first);
  gint64 after = number_of(db,
                           "SELECT f.finding FROM finding_row x JOIN finding_row f ON f.finding > x.finding AND f.finding < ?2 "
                           "WHERE x.finding = ?1 - 1"
                           " AND (f.occurred_at, f.subject) >= (x.occurred_at, x.subject) ORDER BY f.finding LIMIT 1",
                           at, found->last + 1);
  after = MIN(after, end);
  if (after - before > most) return false;
  if (after - before > 2) part_sort(db, before + 1, after - 1);
  return true;
}

enum { BREAKS_MOST = 200, PART_MOST = 2000 };

static void found_sort(struct db *db, const struct found *found) {
  guint count = found->breaks->len;
  bool mended = count <= BREAKS_MOST && (!count || found->last - found->first > PART_MOST);
  for (guint i = 0; mended && i < count; i++) {
    gint64 end = i + 1 < count ? g_array_index(found->breaks, gint64, i + 1) : found->last + 1;
    mended = break_mend(db, found, g_array_index(found->breaks, gint64, i), end, PART_MOST);
  }
  if (!mended) part_sort(db, found->first + 1, found->last);
}

/* How many findings of the rule each user has. */
static void users_store(struct db *db, const struct found *found) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO finding_brief VALUES (?, ?, nullif(?, ''), ?)");
  g_autoptr(GList) users = g_list_sort(g_hash_table_get_keys(found->users), (GCompareFunc)strcmp);
  for (GList *at = users; at; at = at->next) {
    db_bind_int(to, 1, found->place);
    db_bind_text(to, 2, found->severity);
    db_bind_text(to, 3, at->data);
    db_bind_int(to, 4, *(gint64 *)g_hash_table_lookup(found->users, at->data));
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

static void rule_begin(struct findings *findings) {
  findings->first = findings->count;
  findings->breaks = g_array_new(FALSE, FALSE, sizeof(gint64));
  findings->users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

static void rule_end(struct findings *findings) {
  struct found found = {findings->place, g_strdup(findings->severity), findings->first, findings->count, findings->breaks,
                        findings->users};
  g_array_append_val(findings->rules, found);
}

static void found_clear(gpointer data) {
  struct found *found = data;
  g_free(found->severity);
  g_array_unref(found->breaks);
  g_hash_table_unref(found->users);
}

/* ------------------------------------------------------------------------------------------------------- beginning */

struct findings *findings_begin(struct db *db) {
  struct findings *findings = g_new(struct findings, 1);
  *findings = (struct findings){.db = db,
                                .to = insert_open(db, "finding_row", columns),
                                .facts = g_string_new(NULL),
                                .occurred_at = g_string_new(NULL),
                                .subject = g_string_new(NULL),
                                .rules = g_array_new(FALSE, FALSE, sizeof(struct found)),
                                .places = g_array_new(FALSE, FALSE, sizeof(struct place)),
                                .evidence = g_string_new(NULL),
                                .hash = hash_begin()};
  g_array_set_clear_func(findings->rules, found_clear);
  rule_begin(findings);
  if (db_value_int(db, "SELECT EXISTS (SELECT 1 FROM disposition)"))
    findings->disposition = db_prepare(db, "SELECT disposition FROM disposition WHERE finding_id = ? ORDER BY line DESC LIMIT 1");
  return findings;
}

void findings_rule(struct findings *findings, int place, const char *rule, const char *severity, const char *subject_kind) {
  rule_end(findings);
  rule_begin(findings);
  g_string_printf(findings->facts, "%s|%s|", rule, subject_kind);
  findings->facts_head = findings->facts->len;
  findings->place = place, findings->severity = severity;
}

void findings_sort(struct findings *findings) {
  rule_end(findings);
  for (guint i = 0; i < findings->rules->len; i++) {
    const struct found *found = &g_array_index(findings->rules, struct found, i);
    users_store(findings->db, found);
    found_sort(findings->db, found);
  }
  g_array_set_size(findings->rules, 0);
  rule_begin(findings);
}

void findings_end(struct findings *findings) {
  findings_sort(findings);
  insert_close(findings->to);
  sqlite3_finalize(findings->disposition);
  g_free(hash_end(findings->hash));
  g_string_free(findings->facts, TRUE);
  g_string_free(findings->occurred_at, TRUE);
  g_string_free(findings->subject, TRUE);
  g_string_free(findings->evidence, TRUE);
  g_array_unref(findings->places);
  g_array_unref(findings->rules);
  g_array_unref(findings->breaks);
  g_hash_table_unref(findings->users);
  g_free(findings->ids);
  g_free(findings);
}
