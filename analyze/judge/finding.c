/* Stores findings and the rows they rest on. The rules that judge.c runs decide what is a finding. */
#include "analyze/judge/finding.h"
#include "include/sha256.h"
#include <string.h>

/* The positions of the columns of table finding_row. */
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
  AT_FACTS
};

static const char columns[] =
    "finding_id, place, subject, user_id, report_number, occurred_at, detail, explanation, source, line, facts";

struct findings {
  struct db *db;
  struct insert *to;
  int place;
  gint64 count;
  GString *facts; /* the text that an id is made from: the rule and its kind of subject, then the subject */
  gsize facts_head;
  struct hash *hash;
  GHashTable *ids;        /* the set of ids given out, as numbers */
  sqlite3_stmt *evidence; /* stores a row that the current finding rests on */
};

/* ------------------------------------------------------------------------------------------------------------- ids */

/* Short enough to read out on the telephone, and the same whenever rule and subject are the same. */
static void finding_id(struct findings *findings, const char *subject, char id[13]) {
  g_string_truncate(findings->facts, findings->facts_head);
  g_string_append(findings->facts, subject);
  gsize length = findings->facts->len;
  guint8 sum[32];
  gsize number;
  guint turn = 0;
  do {
    if (turn) g_string_truncate(findings->facts, length), g_string_append_printf(findings->facts, "|%u", turn);
    turn++;
    hash_bytes(findings->hash, findings->facts->str, findings->facts->len, sum);
    number = 0;
    for (guint i = 0; i < 6; i++) number = number << 8 | sum[i];
  } while (!g_hash_table_add(findings->ids, GSIZE_TO_POINTER(number)));
  for (guint i = 0; i < 12; i++) id[i] = "0123456789abcdef"[sum[i / 2] >> (i % 2 ? 0 : 4) & 15];
  id[12] = 0;
}

/* What FINDING_SUBJECT to FINDING_DETAIL of ROW say, in eight digits: an answer that was given to them is not one to others. */
static void finding_facts(struct findings *findings, sqlite3_stmt *row, char facts[9]) {
  guint8 sum[32];
  g_string_truncate(findings->facts, findings->facts_head);
  for (int column = FINDING_SUBJECT; column <= FINDING_DETAIL; column++) {
    const char *text = db_text(row, column);
    g_string_append_printf(findings->facts, "%s|", text ? text : "");
  }
  hash_bytes(findings->hash, findings->facts->str, findings->facts->len, sum);
  g_snprintf(facts, 9, "%02x%02x%02x%02x", sum[0], sum[1], sum[2], sum[3]);
}

/* ------------------------------------------------------------------------------------------------------------ rows */

/* The rows in "source:line source:line", each once; words that are not a place are skipped. */
static void evidence_put(struct findings *findings, const char *text) {
  while (text && *text) {
    char *colon, *end;
    db_bind_int(findings->evidence, 1, findings->count);
    db_bind_int(findings->evidence, 2, g_ascii_strtoll(text, &colon, 10));
    if (*colon == ':') {
      db_bind_int(findings->evidence, 3, g_ascii_strtoll(colon + 1, &end, 10));
      db_step(findings->db, findings->evidence);
    }
    db_reset(findings->evidence);
    text = colon + strcspn(colon, " ");
    text += strspn(text, " ");
  }
}

void findings_add(struct findings *findings, sqlite3_stmt *row) {
  static const struct {
    guint at;
    int column; /* enum finding_column */
    const char *absent;
  } texts[] = {{AT_SUBJECT, FINDING_SUBJECT, ""},     {AT_USER, FINDING_USER, NULL},   {AT_REPORT, FINDING_REPORT, NULL},
               {AT_OCCURRED, FINDING_OCCURRED, NULL}, {AT_DETAIL, FINDING_DETAIL, ""}, {AT_EXPLANATION, FINDING_EXPLANATION, ""}};
  char id[13], facts[9];
  finding_facts(findings, row, facts);
  insert_text(findings->to, AT_FACTS, facts);
  finding_id(findings, db_is_null(row, FINDING_SUBJECT) ? "" : db_text(row, FINDING_SUBJECT), id);
  insert_text(findings->to, AT_ID, id);
  insert_int(findings->to, AT_PLACE, findings->place);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    const char *text = db_text(row, texts[i].column);
    insert_text(findings->to, texts[i].at, text ? text : texts[i].absent);
  }
  if (!db_is_null(row, FINDING_SOURCE)) insert_int(findings->to, AT_SOURCE, db_int(row, FINDING_SOURCE));
  if (!db_is_null(row, FINDING_LINE)) insert_int(findings->to, AT_LINE, db_int(row, FINDING_LINE));
  insert_row_as(findings->to, ++findings->count);
  evidence_put(findings, db_text(row, FINDING_EVIDENCE));
}

/* ------------------------------------------------------------------------------------------------------- beginning */

struct findings *findings_begin(struct db *db) {
  struct findings *findings = g_new(struct findings, 1);
  *findings = (struct findings){.db = db,
                                .to = insert_open(db, "finding_row", columns),
                                .facts = g_string_new(NULL),
                                .hash = hash_begin(),
                                .ids = g_hash_table_new(NULL, NULL),
                                .evidence = db_prepare(db, "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)")};
  return findings;
}

void findings_rule(struct findings *findings, int place, const char *rule, const char *subject_kind) {
  g_string_printf(findings->facts, "%s|%s|", rule, subject_kind);
  findings->facts_head = findings->facts->len;
  findings->place = place;
}

void findings_end(struct findings *findings) {
  insert_close(findings->to);
  g_free(hash_end(findings->hash));
  g_string_free(findings->facts, TRUE);
  sqlite3_finalize(findings->evidence);
  g_hash_table_unref(findings->ids);
  g_free(findings);
}
