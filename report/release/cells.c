/* Goes through the rows of a release and decides each cell, and the parts of its text. What holds for a cell is decide.c's. */
#include "report/release/cells.h"
#include "include/cell/cell_state.h"
#include "include/message.h"
#include "include/text.h"
#include "report/csv/cell.h"
#include "report/release/parts.h"
#include "report/release/wording.h"
#include <string.h>

enum column {
  COLUMN_EVENT,
  COLUMN_AT,
  COLUMN_AGENCY,
  COLUMN_ACTION,
  COLUMN_USER,
  COLUMN_USER_NAME,
  COLUMN_WORKSTATION,
  COLUMN_ADDRESS,
  COLUMN_CASE,
  COLUMN_REASON,
  COLUMN_PROBE,
  COLUMN_RETURNED,
  COLUMN_CANDIDATE,
  COLUMN_REPORT,
  COLUMN_TYPE,
  COLUMN_STATUS,
  COLUMNS
};

const char *const release_columns[] = {"Event",
                                       "Date and time",
                                       "Agency",
                                       "Action",
                                       "User",
                                       "User name",
                                       "Workstation",
                                       "Address",
                                       "Case number",
                                       "Reason",
                                       "Probe image",
                                       "Candidates returned",
                                       "Candidate selected",
                                       "Report",
                                       "Incident type",
                                       "Case status",
                                       NULL};

static const char sql[] = "SELECT name, at, agency, action, user_id, user_name, workstation, address, case_number, reason, "
                          "probe, returned, candidate, report_number, types, status,"
                          " row, purpose, strange, states, confidence, narrative, incident, arrested, user_withheld, withheld "
                          "FROM release_search ORDER BY row";
enum {
  AT_ROW = COLUMNS,
  AT_PURPOSE,
  AT_STRANGE,
  AT_STATES,
  AT_CONFIDENCE,
  AT_NARRATIVE,
  AT_INCIDENT,
  AT_ARRESTED,
  AT_USER_WITHHELD,
  AT_WITHHELD
};

/* The names of withheld columns as table event has them. */
static const char *const withheld_names[COLUMNS] = {[COLUMN_USER_NAME] = "user_name", [COLUMN_WORKSTATION] = "workstation",
                                                    [COLUMN_CASE] = "case_number",    [COLUMN_REASON] = "reason",
                                                    [COLUMN_PROBE] = "probe",         [COLUMN_CANDIDATE] = "candidate"};

struct writing {
  struct db *db;
  const struct release *release;
  sqlite3_stmt *row, *to;
  const GPtrArray *answers;
  char *(*code)(const char *person, void *data);
  void *data;
  struct facts facts;
  GHashTable *names; /* folded word -> GPtrArray of folded names that were selected */
};

/* ---------------------------------------------------------------------------------------------------------------- store */

static const char *const outcomes[] = {[OUTCOME_RELEASED] = "released",
                                       [OUTCOME_WITHHELD] = "withheld",
                                       [OUTCOME_PERSON] = "person",
                                       [OUTCOME_SOURCE] = "source",
                                       [OUTCOME_BLANK] = "blank"};

static const char *event_of(const struct writing *writing) { return db_text(writing->row, COLUMN_EVENT); }

static void cell_store(struct writing *writing, enum column column, guint part, const char *value, const char *shown,
                       const struct decision *decision, const char *decided) {
  int at = 1;
  db_bind_int(writing->to, at++, db_int(writing->row, AT_ROW));
  db_bind_text(writing->to, at++, event_of(writing));
  db_bind_int(writing->to, at++, (gint64)column);
  db_bind_text(writing->to, at++, release_columns[column]);
  db_bind_int(writing->to, at++, part);
  db_bind_text(writing->to, at++, value);
  db_bind_text(writing->to, at++, shown);
  db_bind_text(writing->to, at++, outcomes[decision->outcome]);
  db_bind_text(writing->to, at++, decision->exemption ? decision->exemption->cite : NULL);
  db_bind_text(writing->to, at++, decision->basis);
  db_bind_text(writing->to, at++, decided);
  db_step(writing->db, writing->to);
  db_reset(writing->to);
}

static char *mark_of(const struct decision *decision) {
  if (decision->outcome == OUTCOME_PERSON) return g_strdup("[review]");
  return g_strdup_printf("[%s]", decision->exemption->cite);
}

/* OTHER, as the review file had ONE. A program that saved it in between may have changed blanks and the form of accents. */
static bool value_same(const char *other, const char *one) {
  if (!strcmp(other, one)) return true;
  g_autofree char *marked = csv_marked(one), *key = text_key(marked), *own = text_key(other), *bare = text_key(one);
  return !strcmp(own, key) || !strcmp(own, bare);
}

static bool event_same(const char *other, const char *one) {
  return !strcmp(other, one) || (*other == '\'' && !strcmp(other + 1, one));
}

static const struct release_answer *answer_find(const struct writing *writing, enum column column, const char *value) {
  for (guint i = 0; writing->answers && i < writing->answers->len; i++) {
    struct release_answer *answer = writing->answers->pdata[i];
    if (strcmp(answer->column, release_columns[column])) continue;
    bool all = column == COLUMN_ADDRESS && !strcmp(answer->event, "*");
    if (!all && (!event_same(answer->event, event_of(writing)) || !value_same(answer->value, value))) continue;
    answer->used = true;
    return answer;
  }
  return NULL;
}

/* What a person said of what waits; WHO is the caller's. */
static void decision_answer(struct writing *writing, enum column column, const char *value, struct decision *decision,
                            char **who) {
  const struct release_answer *answer = decision->outcome == OUTCOME_PERSON ? answer_find(writing, column, value) : NULL;
  if (!answer) return;
  *who = g_strdup_printf("%s, %s", answer->by, answer->on);
  if (!strcmp(answer->decision, "release")) {
    decision->outcome = OUTCOME_RELEASED;
    return;
  }
  decision->outcome = OUTCOME_WITHHELD;
  decision->exemption = exemption_cited(writing->release->exemptions, answer->cite);
  g_free(decision->basis);
  decision->basis = g_strdup_printf("decided by a person: %s", decision->exemption->covers);
}

/* ---------------------------------------------------------------------------------------------------------------- text */

/* TEXT with its parts replaced; stores each part. READ_BY: who read the whole of it and released it; NULL: nobody did. */
static char *parts_replace(struct writing *writing, enum column column, const char *text, GArray *parts, const char *read_by) {
  GString *shown = g_string_new(NULL);
  gsize at = 0;
  guint number = 0;
  for (guint i = 0; i < parts->len; i++) {
    struct part *part = &g_array_index(parts, struct part, i);
    g_autofree char *value = g_strndup(text + part->start, part->length), *who = NULL, *mark = NULL;
    decision_answer(writing, column, value, &part->decision, &who);
    if (part->decision.outcome == OUTCOME_PERSON && read_by) part->decision.outcome = OUTCOME_RELEASED, who = g_strdup(read_by);
    mark = part->decision.outcome == OUTCOME_RELEASED ? g_strdup(value) : mark_of(&part->decision);
    g_string_append_len(shown, text + at, (gssize)(part->start - at));
    g_string_append(shown, mark);
    cell_store(writing, column, ++number, value, mark, &part->decision, who ? who : "rule");
    at = part->start + part->length;
    g_free(part->decision.basis);
  }
  g_string_append(shown, text + at);
  return g_string_free(shown, FALSE);
}

/* ---------------------------------------------------------------------------------------------------------------- cells */

/* The columns in which people, or the programs of people, may have typed anything. */
static const bool typed[COLUMNS] = {
    [COLUMN_AGENCY] = true, [COLUMN_ACTION] = true,    [COLUMN_WORKSTATION] = true, [COLUMN_CASE] = true,  [COLUMN_REASON] = true,
    [COLUMN_PROBE] = true,  [COLUMN_CANDIDATE] = true, [COLUMN_TYPE] = true,        [COLUMN_STATUS] = true};

static void text_decide(struct writing *writing, enum column column, const char *text, struct decision whole) {
  g_autofree char *who = NULL;
  decision_answer(writing, column, text, &whole, &who);
  if (whole.outcome == OUTCOME_PERSON || whole.outcome == OUTCOME_WITHHELD) {
    g_autofree char *mark = mark_of(&whole);
    cell_store(writing, column, 0, text, mark, &whole, who ? who : "rule");
  } else {
    g_autoptr(GArray) parts = typed[column] ? parts_find(&writing->facts, text) : g_array_new(FALSE, FALSE, sizeof(struct part));
    g_autofree char *shown = parts_replace(writing, column, text, parts, who);
    cell_store(writing, column, 0, text, shown, &whole, who ? who : "rule");
  }
  g_free(whole.basis);
}

/* A file name that holds the candidate's name counts as the name; one with a word that no list has may hold another's. */
static struct decision probe_decide(const struct facts *facts, const char *probe) {
  const char *candidate = facts->candidate ? facts->candidate : "";
  g_autofree char *file = text_words(probe), *name = text_words(candidate);
  g_autoptr(GArray) found = name_find(probe, candidate);
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  bool named = found->len > 0;
  for (char **word = words; *word; word++) named = named || (g_utf8_strlen(*word, -1) >= 4 && strstr(file, *word));
  if (named) {
    struct decision decision = decide_candidate(facts);
    if (decision.outcome != OUTCOME_RELEASED) return decision;
    g_free(decision.basis);
  }
  if (wording_unknown(facts, "file", probe))
    return decision_person(g_strdup("a file name with a word that no list has, which may be a name"));
  return decision_released();
}

/* Words beside a number are of a person's hand: "NHB23-0042" and "CCSO 23-0042" have none. */
static struct decision case_decide(const struct facts *facts, const char *text) {
  struct decision decision = decide_number(facts);
  if (decision.outcome != OUTCOME_RELEASED) return decision;
  g_autoptr(GRegex) codes =
      g_regex_new("\\b[A-Z]{1,4}\\b(?= ?#?\\d)|\\b[A-Za-z]{1,6}(?=-?\\d)|\\b[A-Z]{1,3}(?:PD|SO)\\b", 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal(codes, text, -1, 0, "", 0, NULL);
  if (wording_unknown(facts, "number", rest ? rest : text))
    return decision_person(g_strdup("a case number with words that no list has, which may be a name"));
  return decision;
}

static struct decision reason_decide(const struct writing *writing) {
  const struct facts *facts = &writing->facts;
  struct decision decision = decide_reason(facts);
  if (decision.outcome != OUTCOME_RELEASED) return decision;
  if (!g_strcmp0(facts->purpose, "unauthorized") || !g_strcmp0(facts->purpose, "unclear"))
    return decision_person(g_strdup("the program does not know what these words say, or they say no authorised purpose"));
  char *name = wording_name(facts, writing->names);
  if (name) return decision_person(name);
  return decision;
}

static struct decision cell_decide(struct writing *writing, enum column column, const char *value) {
  const struct facts *facts = &writing->facts;
  switch (column) {
  case COLUMN_CANDIDATE: return decide_candidate(facts);
  case COLUMN_PROBE: return probe_decide(facts, value);
  case COLUMN_CASE: return case_decide(facts, value);
  case COLUMN_REPORT: return decide_number(facts);
  case COLUMN_ADDRESS: return decision_person(g_strdup("an address of a network: one decision for the column"));
  default: return decision_released();
  }
}

static bool person_column(enum column column) { return column == COLUMN_USER || column == COLUMN_USER_NAME; }

static void undercover_store(struct writing *writing, enum column column, const char *value) {
  struct decision decision = decision_withheld(&writing->facts, "undercover", 0);
  g_autofree char *code = writing->code(db_text(writing->row, COLUMN_USER), writing->data),
                  *shown = decision.exemption ? g_strdup_printf("[%s] %s", decision.exemption->cite, code) : g_strdup("[review]");
  cell_store(writing, column, 0, value, shown, &decision, "rule");
  g_free(decision.basis);
}

static void cell_write(struct writing *writing, enum column column, bool undercover) {
  const char *value = db_text(writing->row, (int)column);
  bool source = (withheld_names[column] && strstr(db_text(writing->row, AT_WITHHELD), withheld_names[column])) ||
                (person_column(column) && db_int(writing->row, AT_USER_WITHHELD)) ||
                (value && cell_state(value) == CELL_WITHHELD);
  struct decision simple = {source ? OUTCOME_SOURCE : OUTCOME_BLANK, NULL, NULL};
  if (source) cell_store(writing, column, 0, "", "[withheld by the source]", &simple, "source");
  else if (!value || !*value) cell_store(writing, column, 0, "", "", &simple, "rule");
  else if (undercover && person_column(column)) undercover_store(writing, column, value);
  else if (column == COLUMN_REASON) text_decide(writing, column, value, reason_decide(writing));
  else text_decide(writing, column, value, cell_decide(writing, column, value));
}

static void facts_read(struct writing *writing) {
  sqlite3_stmt *row = writing->row;
  const char *candidate = db_text(row, COLUMN_CANDIDATE);
  writing->facts = (struct facts){.release = writing->release,
                                  .reason = db_text(row, COLUMN_REASON),
                                  .purpose = db_text(row, AT_PURPOSE),
                                  .candidate = candidate && cell_state(candidate) == CELL_STATED ? candidate : NULL,
                                  .report = db_text(row, COLUMN_REPORT),
                                  .types = db_text(row, COLUMN_TYPE),
                                  .status = db_text(row, COLUMN_STATUS),
                                  .states = db_text(row, AT_STATES),
                                  .narrative = db_text(row, AT_NARRATIVE),
                                  .incident = db_text(row, AT_INCIDENT),
                                  .strange = db_text(row, AT_STRANGE),
                                  .probe = db_text(row, COLUMN_PROBE),
                                  .case_number = db_text(row, COLUMN_CASE),
                                  .arrested = db_int(row, AT_ARRESTED) != 0,
                                  .report_there = !db_is_null(row, COLUMN_REPORT),
                                  .confidence = sqlite3_column_double(row, AT_CONFIDENCE)};
}

static bool column_asked(char *const *columns, enum column column) {
  return !columns || column == COLUMN_EVENT || g_strv_contains((const char *const *)columns, release_columns[column]);
}

static GHashTable *names_index(struct db *db) {
  GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3_stmt *rows = db_prepare(db, "SELECT name FROM candidate");
  while (db_step(db, rows)) {
    g_autofree char *name = text_words(db_text(rows, 0));
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    for (char **word = words; *word; word++) {
      if (strlen(*word) < 2 || g_ascii_isdigit(**word)) continue;
      GPtrArray *names = g_hash_table_lookup(index, *word);
      if (!names) g_hash_table_insert(index, g_strdup(*word), names = g_ptr_array_new_with_free_func(g_free));
      g_ptr_array_add(names, g_strdup(name));
    }
  }
  sqlite3_finalize(rows);
  return index;
}

guint cells_decide(struct db *db, const struct release *release, char *const *columns, const GPtrArray *answers,
                   char *(*code)(const char *person, void *data), void *data) {
  struct writing writing = {.db = db,
                            .release = release,
                            .row = db_prepare(db, sql),
                            .answers = answers,
                            .code = code,
                            .data = data,
                            .to = db_prepare(db, "INSERT INTO release_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")};
  guint rows = 0;
  writing.names = names_index(db);
  for (; db_step(db, writing.row); rows++) {
    facts_read(&writing);
    bool undercover = decide_undercover(release, db_text(writing.row, COLUMN_USER), db_text(writing.row, COLUMN_USER_NAME));
    for (enum column column = 0; column < COLUMNS; column++)
      if (column_asked(columns, column)) cell_write(&writing, column, undercover);
  }
  sqlite3_finalize(writing.row);
  sqlite3_finalize(writing.to);
  g_hash_table_unref(writing.names);
  return rows;
}
