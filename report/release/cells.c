/* Goes through the rows of a release and decides each cell, and the parts of its text. What holds for a cell is decide.c's. */
#include "report/release/cells.h"
#include "include/cell/cell_state.h"
#include "include/message.h"
#include "include/text.h"
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

static const struct release_answer *answer_find(const struct writing *writing, enum column column, const char *value) {
  for (guint i = 0; writing->answers && i < writing->answers->len; i++) {
    const struct release_answer *answer = writing->answers->pdata[i];
    if (!strcmp(answer->event, event_of(writing)) && !strcmp(answer->column, release_columns[column]) &&
        !strcmp(answer->value, value))
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

/* ---------------------------------------------------------------------------------------------------------- parts of text */

struct part {
  gsize start, length;
  struct decision decision;
};

static bool luhn(const char *digits) {
  int sum = 0, count = 0;
  for (gsize i = strlen(digits); i-- > 0;) {
    if (!g_ascii_isdigit(digits[i])) continue;
    int digit = digits[i] - '0';
    if (count++ % 2) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return count >= 13 && count <= 19 && sum % 10 == 0;
}

static void parts_match(GArray *parts, const struct facts *facts, const char *text, const char *pattern, const char *id,
                        bool (*holds)(const char *found)) {
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
  g_regex_match(regex, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int start, end;
    g_autofree char *found = g_match_info_fetch(match, 0);
    g_match_info_fetch_pos(match, 0, &start, &end);
    if (holds && !holds(found)) continue;
    struct part part = {(gsize)start, (gsize)(end - start), decision_withheld(facts, id, 0)};
    g_array_append_val(parts, part);
  }
}

/* The words of a candidate's name in TEXT are decided as the candidate is. A name has at least three letters. */
static void parts_name(GArray *parts, const struct facts *facts, const char *text, const char *name) {
  g_auto(GStrv) words = g_strsplit_set(name, " ,.()'\"", -1);
  for (char **word = words; *word; word++) {
    if (g_utf8_strlen(*word, -1) < 3 || g_ascii_isdigit(**word)) continue;
    g_autofree char *escaped = g_regex_escape_string(*word, -1),
                    *pattern = g_strdup_printf("(?<![\\p{L}])%s(?:['’]s)?(?![\\p{L}])", escaped);
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
    g_regex_match(regex, text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
      int start, end;
      g_match_info_fetch_pos(match, 0, &start, &end);
      struct part part = {(gsize)start, (gsize)(end - start), decide_candidate(facts)};
      if (part.decision.outcome == OUTCOME_RELEASED) g_free(part.decision.basis);
      else g_array_append_val(parts, part);
    }
  }
}

/* Undercover staff who are named in a text. */
static void parts_undercover(GArray *parts, const struct facts *facts, const char *text) {
  for (char **flag = facts->release->undercover; flag && *flag; flag++) {
    g_auto(GStrv) words = g_strsplit_set(*flag, " ,.", -1);
    for (char **word = words; *word; word++) {
      if (g_utf8_strlen(*word, -1) < 3) continue;
      g_autofree char *escaped = g_regex_escape_string(*word, -1),
                      *pattern = g_strdup_printf("(?<![\\p{L}])%s(?![\\p{L}])", escaped);
      parts_match(parts, facts, text, pattern, "undercover", NULL);
    }
  }
}

static int parts_order(gconstpointer a, gconstpointer b) {
  const struct part *x = a, *y = b;
  return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->length < y->length) - (x->length > y->length);
}

/* Whether TEXT names somebody whom another search selected: two words of the name stand in it. */
static bool names_other(const struct writing *writing, const char *text) {
  g_autofree char *folded = text_words(text), *own = text_words(writing->facts.candidate ? writing->facts.candidate : "");
  g_auto(GStrv) words = g_strsplit(folded, " ", -1);
  for (char **word = words; *word; word++) {
    const GPtrArray *names = g_hash_table_lookup(writing->names, *word);
    for (guint i = 0; names && i < names->len; i++) {
      g_auto(GStrv) parts = g_strsplit(names->pdata[i], " ", -1);
      guint there = 0;
      for (char **part = parts; *part; part++)
        there += strlen(*part) > 1 && g_strv_contains((const char *const *)words, *part) ? 1 : 0;
      if (there >= 2 && strcmp(names->pdata[i], own)) return true;
    }
  }
  return false;
}

/* Words that no word file has: a person's, unless they are of the candidate's name, which has its own decision. */
static bool strange_left(const struct facts *facts) {
  g_auto(GStrv) words = g_strsplit(facts->strange ? facts->strange : "", " ", -1);
  for (char **word = words; *word; word++) {
    if (!**word) continue;
    g_autofree char *name = text_words(facts->candidate ? facts->candidate : ""), *own = text_words(*word),
                    *padded = g_strconcat(" ", name, " ", NULL), *wanted = g_strconcat(" ", own, " ", NULL);
    if (!strstr(padded, wanted)) return true;
  }
  return false;
}

/* Parts beside each other under one citation are one: how many words a name has is nobody's business. */
static void parts_join(const char *text, GArray *parts) {
  for (guint i = 0; i + 1 < parts->len;) {
    struct part *part = &g_array_index(parts, struct part, i), *next = &g_array_index(parts, struct part, i + 1);
    gsize end = part->start + part->length;
    bool beside = next->start >= end && strspn(text + end, " ,.'") >= next->start - end;
    if (!beside || part->decision.exemption != next->decision.exemption || part->decision.outcome != next->decision.outcome) {
      i++;
      continue;
    }
    part->length = next->start + next->length - part->start;
    g_free(next->decision.basis);
    g_array_remove_index(parts, i + 1);
  }
}

static GArray *parts_find(const struct facts *facts, const char *text) {
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));
  parts_match(parts, facts, text, "\\b\\d{3}-\\d{2}-\\d{4}\\b|\\bssn:? ?#? ?\\d{9}\\b", "ssn", NULL);
  parts_match(parts, facts, text, "\\b(?:\\d[ -]?){13,19}\\b", "account-number", luhn);
  parts_match(parts, facts, text, "\\b(?:acct|account|a/c)\\.?:? ?(?:no\\.?|number|#)? ?#? ?\\d{6,17}\\b", "account-number",
              NULL);
  parts_undercover(parts, facts, text);
  if (facts->candidate && *facts->candidate) parts_name(parts, facts, text, facts->candidate);
  g_array_sort(parts, parts_order);
  parts_join(text, parts);
  return parts;
}

/* TEXT with its parts replaced; stores each part. */
static char *parts_replace(struct writing *writing, enum column column, const char *text, GArray *parts) {
  GString *shown = g_string_new(NULL);
  gsize at = 0;
  guint number = 0;
  for (guint i = 0; i < parts->len; i++) {
    struct part *part = &g_array_index(parts, struct part, i);
    if (part->start < at) {
      g_free(part->decision.basis);
      continue;
    }
    g_autofree char *value = g_strndup(text + part->start, part->length), *who = NULL, *mark = NULL;
    decision_answer(writing, column, value, &part->decision, &who);
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

static void text_decide(struct writing *writing, enum column column, const char *text, struct decision whole) {
  g_autofree char *who = NULL;
  decision_answer(writing, column, text, &whole, &who);
  if (whole.outcome == OUTCOME_PERSON || whole.outcome == OUTCOME_WITHHELD) {
    g_autofree char *mark = mark_of(&whole);
    cell_store(writing, column, 0, text, mark, &whole, who ? who : "rule");
  } else {
    bool free_text = column == COLUMN_REASON || column == COLUMN_CASE;
    g_autoptr(GArray) parts = free_text ? parts_find(&writing->facts, text) : g_array_new(FALSE, FALSE, sizeof(struct part));
    g_autofree char *shown = parts_replace(writing, column, text, parts);
    cell_store(writing, column, 0, text, shown, &whole, who ? who : "rule");
  }
  g_free(whole.basis);
}

/* A file name that holds the candidate's name counts as the name. */
static struct decision probe_decide(const struct facts *facts, const char *probe) {
  if (!facts->candidate || !*facts->candidate) return decision_released();
  g_autofree char *file = text_words(probe), *name = text_words(facts->candidate);
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  for (char **word = words; *word; word++)
    if (g_utf8_strlen(*word, -1) >= 4 && strstr(file, *word)) return decide_candidate(facts);
  return decision_released();
}

static struct decision reason_decide(const struct writing *writing, const char *text) {
  const struct facts *facts = &writing->facts;
  struct decision decision = decide_reason(facts);
  if (decision.outcome != OUTCOME_RELEASED) return decision;
  if (!g_strcmp0(facts->purpose, "unauthorized") || !g_strcmp0(facts->purpose, "unclear"))
    return decision_person(g_strdup("the program does not know what these words say, or they say no authorised purpose"));
  if (strange_left(facts))
    return decision_person(g_strdup_printf("words that no list has, which may be a name: %s", facts->strange));
  if (names_other(writing, text)) return decision_person(g_strdup("it names somebody whom another search selected"));
  return decision;
}

static struct decision cell_decide(struct writing *writing, enum column column, const char *value) {
  const struct facts *facts = &writing->facts;
  switch (column) {
  case COLUMN_CANDIDATE: return decide_candidate(facts);
  case COLUMN_PROBE: return probe_decide(facts, value);
  case COLUMN_CASE:
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
  else if (column == COLUMN_REASON) text_decide(writing, column, value, reason_decide(writing, value));
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
      if (strlen(*word) < 2) continue;
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
