/* Compares what linked reports say with their log rows and with their own candidates. The rules judge mismatches. */
#include "analyze/people/name.h"
#include "analyze/link/link.h"
#include "analyze/words/sentence.h"
#include "include/text.h"
#include <string.h>

struct comparer {
  struct db *db;
  sqlite3_stmt *insert;
  GHashTable *logged;      /* see logged_names */
  sqlite3_stmt *narrative; /* of a row */
};

enum relation { DIFFERENT = NAME_DIFFERENT, PARTLY = NAME_PARTLY, SAME = NAME_SAME, UNSURE };

static const char *const relations[] = {[DIFFERENT] = "different", [PARTLY] = "partly", [SAME] = "same", [UNSURE] = "unsure"};

static void comparison_store(struct comparer *comparer, const char *what, sqlite3_stmt *row, gint64 account,
                             const char *relation) {
  db_bind_text(comparer->insert, 1, what);
  db_bind_int(comparer->insert, 2, db_int(row, 0));
  db_bind_int(comparer->insert, 3, db_int(row, 1));
  if (account) db_bind_int(comparer->insert, 4, account);
  db_bind_text(comparer->insert, 5, relation);
  db_step(comparer->db, comparer->insert);
  db_reset(comparer->insert);
}

/* Who is said to have searched, and whose account the linked log rows belong to. */
struct searcher {
  const char *value;  /* the words, or the author's cell */
  gint64 said, owner; /* persons, 0: not known */
  bool author;        /* the author speaks in the first person */
  const char *words;  /* those that say it */
  gint64 row;         /* in whose narrative they are, from START */
  gsize start;
  GPtrArray *names; /* of struct owner_name: the personnel file's, and the log's own */
  const char *user_id;
};

struct owner_name {
  char *last, *first; /* LAST NULL: FIRST is a whole name */
};

static void owner_name_free(gpointer data) {
  struct owner_name *name = data;
  g_free(name->last), g_free(name->first), g_free(name);
}

static void owner_name_add(GPtrArray *names, const char *last, const char *first) {
  if (!(last && *last) && !(first && *first)) return;
  struct owner_name *name = g_new(struct owner_name, 1);
  *name = (struct owner_name){g_strdup(last), g_strdup(first ? first : "")};
  g_ptr_array_add(names, name);
}

static enum name_match owner_compare(const struct searcher *searcher) {
  enum name_match best = NAME_DIFFERENT;
  for (guint i = 0; i < searcher->names->len; i++) {
    const struct owner_name *name = searcher->names->pdata[i];
    best = MAX(best, officer_compare(searcher->value, name->last, name->first));
  }
  return best;
}

static enum officer_mention owner_mentioned(struct comparer *comparer, const struct searcher *searcher) {
  enum officer_mention best = MENTION_NONE;
  sqlite3_stmt *narrative = comparer->narrative;
  db_bind_int(narrative, 1, searcher->row);
  const char *text = db_step(comparer->db, narrative) ? db_text(narrative, 0) : NULL;
  for (guint i = 0; text && i < searcher->names->len; i++) {
    const struct owner_name *name = searcher->names->pdata[i];
    best = MAX(best, officer_mentioned(text, name->last, name->first, searcher->start, strlen(searcher->words)));
  }
  db_reset(narrative);
  return best;
}

/* A user id is not a name, but may contain the surname: "jmarsh", "marshj". */
static bool id_holds(const char *user_id, const char *words) {
  guint comma;
  g_autofree char *id = text_key(user_id);
  g_autoptr(GPtrArray) each = name_words(words, &comma);
  for (guint i = 0; i < each->len; i++)
    if (strlen(each->pdata[i]) > 2 && strstr(id, each->pdata[i])) return true;
  return false;
}

/* "We ran it", "my partner and I": of several, of whom the author is one. "I had it run": by whom is not said. */
static bool says_others(const struct searcher *searcher) {
  static const char *const marks[] = {" and ", " with ", " by ",   " had ",    " have ",   " has ",
                                      " got ", " get ",  " gets ", " having ", " getting "};
  g_autofree char *words = text_words(searcher->words);
  g_autofree char *spaced = g_strconcat(" ", words, " ", NULL);
  bool others = false;
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) others |= strstr(spaced, marks[i]) != NULL;
  return others || (searcher->author && (!strcmp(words, "we") || !strcmp(words, "us") || g_str_has_prefix(words, "our ")));
}

/* "Clearview", "Pinellas": a single word without any sign that it is an officer's name. */
static bool bare_word(const struct searcher *searcher) {
  return !searcher->author && !searcher->said && !strpbrk(searcher->value, " ./0123456789");
}

/* "Gail ran it", and the owner is Gail Moss. */
static bool first_name_only(const struct searcher *searcher) {
  g_autofree char *said = text_words(searcher->value);
  for (guint i = 0; i < searcher->names->len && !searcher->author; i++) {
    const struct owner_name *name = searcher->names->pdata[i];
    g_autofree char *first = text_words(name->first);
    if (name->last && *first && !strcmp(said, first)) return true;
  }
  return false;
}

/* Whether the owner is said to search anywhere in the narrative, whoever else is read as the searcher. */
static bool owner_acts(struct comparer *comparer, const struct searcher *searcher) {
  sqlite3_stmt *narrative = comparer->narrative;
  db_bind_int(narrative, 1, searcher->row);
  const char *text = db_step(comparer->db, narrative) ? db_text(narrative, 0) : NULL;
  bool acts = false;
  for (guint i = 0; text && i < searcher->names->len && !acts; i++) {
    const struct owner_name *name = searcher->names->pdata[i];
    acts = officer_searches(text, name->last, name->first);
  }
  db_reset(narrative);
  return acts;
}

/* If both persons are known, they decide. An equal surname never contradicts; and if the owner is named next to another, or the
   names do not decide, nobody is accused. */
static enum relation searcher_compare(struct comparer *comparer, const struct searcher *searcher) {
  bool others = searcher->said && searcher->owner && searcher->said != searcher->owner;
  if (searcher->said && searcher->said == searcher->owner) return SAME;
  if (!searcher->value || !*searcher->value) return PARTLY;
  enum name_match match = owner_compare(searcher);
  if (match == NAME_SAME) return others ? UNSURE : PARTLY;
  enum officer_mention mention = owner_mentioned(comparer, searcher);
  if (mention == MENTION_JOINED || first_name_only(searcher)) return PARTLY;
  if (match == NAME_PARTLY || mention || says_others(searcher) || bare_word(searcher) ||
      id_holds(searcher->user_id, searcher->value))
    return owner_acts(comparer, searcher) ? PARTLY : UNSURE;
  return searcher->names->len || others ? DIFFERENT : UNSURE;
}

enum {
  S_REPORT,
  S_READING,
  S_ACCOUNT,
  S_VALUE,
  S_SAID,
  S_OWNER,
  S_LAST,
  S_FIRST,
  S_NAME,
  S_ID,
  S_OFFICER,
  S_ROW,
  S_START,
  S_WORDS
};

/* The log may have another name for the owner than the personnel file, such as a married name; the same surname again adds
   nothing. */
static void logged_name_add(GPtrArray *names, const char *logged) {
  const struct owner_name *known = names->len ? names->pdata[0] : NULL;
  bool more = logged && *logged && !(known && known->last && officer_compare(logged, known->last, known->first) == NAME_SAME);
  if (more) owner_name_add(names, NULL, logged);
}

static GPtrArray *owner_names(const struct comparer *comparer, sqlite3_stmt *row) {
  GPtrArray *names = g_ptr_array_new_with_free_func(owner_name_free);
  owner_name_add(names, db_text(row, S_LAST), db_text(row, S_FIRST));
  logged_name_add(names, db_text(row, S_NAME));
  g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, db_int(row, S_REPORT), db_int(row, S_ACCOUNT));
  const GPtrArray *logged = g_hash_table_lookup(comparer->logged, key);
  for (guint i = 0; logged && i < logged->len; i++) logged_name_add(names, logged->pdata[i]);
  return names;
}

/* Names of an account in the log rows linked to a report that differ from those in most of its rows: "report account" ->
   GPtrArray of them. */
static GHashTable *logged_names(struct db *db) {
  GHashTable *logged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT DISTINCT l.report || ' ' || e.account, e.user_name FROM linked_event l CROSS JOIN event e"
                     " ON e.event = l.event CROSS JOIN account a ON a.account = e.account"
                     " WHERE e.user_name <> '' AND e.user_name <> coalesce(a.user_name, '') AND NOT e.name_withheld");
  while (db_step(db, rows)) {
    GPtrArray *names = g_hash_table_lookup(logged, db_text(rows, 0));
    if (!names) g_hash_table_insert(logged, g_strdup(db_text(rows, 0)), names = g_ptr_array_new_with_free_func(g_free));
    g_ptr_array_add(names, g_strdup(db_text(rows, 1)));
  }
  sqlite3_finalize(rows);
  return logged;
}

static void searchers_compare(struct comparer *comparer) {
  comparer->logged = logged_names(comparer->db);
  comparer->narrative = db_prepare(comparer->db, "SELECT text FROM narrative WHERE row = ?");
  sqlite3_stmt *rows = db_prepare(
      comparer->db, "SELECT DISTINCT g.report, g.reading, v.account, g.value, coalesce(g.owner, 0), coalesce(a.owner, 0), "
                    "p.last_name, p.first_name,"
                    " a.user_name, a.user_id, w.officer, g.row, g.start, g.words"
                    " FROM held g CROSS JOIN report_fact w ON w.row = g.row CROSS JOIN linked_event l ON l.report = g.report"
                    " CROSS JOIN event v ON v.event = l.event CROSS JOIN account a ON a.account = v.account"
                    " LEFT JOIN person p ON p.person = a.person WHERE g.meaning = 'searcher' AND NOT a.withheld");
  while (db_step(comparer->db, rows)) {
    bool author = !strcmp(db_text(rows, S_VALUE), "the author");
    struct searcher searcher = {db_text(rows, author ? S_OFFICER : S_VALUE),
                                db_int(rows, S_SAID),
                                db_int(rows, S_OWNER),
                                author,
                                db_text(rows, S_WORDS),
                                db_int(rows, S_ROW),
                                (gsize)db_int(rows, S_START),
                                owner_names(comparer, rows),
                                db_text(rows, S_ID)};
    comparison_store(comparer, "searcher", rows, db_int(rows, S_ACCOUNT), relations[searcher_compare(comparer, &searcher)]);
    g_ptr_array_unref(searcher.names);
  }
  sqlite3_finalize(rows);
  g_hash_table_unref(comparer->logged);
  sqlite3_finalize(comparer->narrative);
}

static void pairs_compare(struct comparer *comparer, const char *what, const char *sql) {
  sqlite3_stmt *rows = db_prepare(comparer->db, sql);
  while (db_step(comparer->db, rows))
    comparison_store(comparer, what, rows, 0, relations[name_compare(db_text(rows, 2), db_text(rows, 3))]);
  sqlite3_finalize(rows);
}

/* Whether the words of NAME's family name are adjacent in TEXT. Most texts lack its first word, which is cheap to check. */
static bool family_stands(const char *name, const char *narrative) {
  guint comma, unused;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  guint first = comma || !words->len ? 0 : words->len - 1, count = comma ? comma : 1;
  if (!words->len || !((char *)words->pdata[first])[1]) return false; /* an initial, or "Y" */
  g_autofree char *folded = g_str_is_ascii(narrative) ? g_ascii_strdown(narrative, -1) : text_key(narrative);
  if (!strstr(folded, words->pdata[first])) return false;
  g_autoptr(GPtrArray) text = name_words(narrative, &unused);
  for (guint at = 0; at + count <= text->len; at++) {
    guint same = 0;
    while (same < count && !strcmp(text->pdata[at + same], words->pdata[first + same])) same++;
    if (same == count) return true;
  }
  return false;
}

/* Where the first name and the surname of NAME are within three words of each other in TEXT; of length 0: nowhere. */
static struct span whole_name_find(const char *name, const char *text) {
  g_autofree char *first = NULL, *last = surname_of(name, &first);
  g_autoptr(GArray) places = places_of(text);
  const struct place *at = (const struct place *)places->data;
  for (guint i = 0; *last && first && *first && i < places->len; i++)
    for (guint k = i > 3 ? i - 3 : 0; !strcmp(at[i].word, last) && k < MIN(i + 4, places->len); k++)
      if (k != i && !strcmp(at[k].word, first))
        return (struct span){MIN(at[i].start, at[k].start), MAX(at[i].end, at[k].end) - MIN(at[i].start, at[k].start)};
  return (struct span){0, 0};
}

/* Before a report is said to contradict the log, its narratives are searched for the name in the log: if it is there, the
   narrative may have been misread. The last column of SQL says whether the family name is an officer's of this report, too: then
   the first name must be beside it. */
static void names_look_for(struct comparer *comparer, const char *what, const char *sql) {
  sqlite3_stmt *rows = db_prepare(comparer->db, sql);
  struct insert *to = insert_open(comparer->db, "named_in_text", "report, what, account");
  while (db_step(comparer->db, rows)) {
    if (!family_stands(db_text(rows, 2), db_text(rows, 3))) continue;
    if (db_int(rows, 4) && !whole_name_find(db_text(rows, 2), db_text(rows, 3)).length) continue;
    insert_int(to, 1, db_int(rows, 0));
    insert_text(to, 2, what);
    if (!db_is_null(rows, 1)) insert_int(to, 3, db_int(rows, 1));
    insert_row(to);
  }
  insert_close(to);
  sqlite3_finalize(rows);
}

static struct span sentence_around(const char *text, struct span words) {
  g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(struct span));
  sentences_split(text, strlen(text), sentences);
  for (guint i = 0; i < sentences->len; i++) {
    struct span sentence = g_array_index(sentences, struct span, i);
    if (words.start >= sentence.start && words.start < span_end(sentence)) return sentence;
  }
  return words;
}

/* A report in which the word lists find no result, the second reader finds a candidate, and whoever the log selected is named in
   full: that is the candidate of whom it tells. */
static void picked_candidates_add(struct comparer *comparer) {
  struct insert *to = insert_open(comparer->db, "reading", "row, meaning, start, words, sentence, value");
  sqlite3_stmt *rows = db_prepare(
      comparer->db,
      "SELECT w.row, d.candidate, n.text FROM (SELECT DISTINCT l.report, e.candidate FROM linked_event l"
      " CROSS JOIN event e USING (event) WHERE e.candidate <> '' AND NOT e.candidate_withheld) d"
      " CROSS JOIN report p ON p.report = d.report AND p.use_row NOT NULL AND NOT p.candidate AND NOT p.no_candidate"
      " CROSS JOIN row_meaning w ON w.report = p.report CROSS JOIN second_reading s ON s.row = w.row AND s.candidate >= 1"
      " CROSS JOIN narrative n ON n.row = w.row");
  while (db_step(comparer->db, rows)) {
    const char *text = db_text(rows, 2);
    struct span words = whole_name_find(db_text(rows, 1), text);
    if (!words.length) continue;
    struct span sentence = sentence_around(text, words);
    g_autofree char *said = g_strndup(text + words.start, words.length),
                    *whole = g_strndup(text + sentence.start, sentence.length);
    insert_int(to, 1, db_int(rows, 0));
    insert_text(to, 2, "candidate");
    insert_int(to, 3, (gint64)words.start);
    insert_text(to, 4, said), insert_text(to, 5, whole), insert_text(to, 6, said);
    insert_row(to);
  }
  insert_close(to);
  sqlite3_finalize(rows);
  db_run(comparer->db,
         "INSERT INTO comparison SELECT 'candidate', p.report, g.reading, NULL, 'same' FROM report p CROSS JOIN row_meaning w"
         " ON w.report = p.report CROSS JOIN reading g ON g.row = w.row WHERE NOT p.candidate AND g.meaning = 'candidate';"
         " UPDATE report SET candidate = 1, named = 1 WHERE NOT candidate AND report IN (SELECT w.report FROM row_meaning w"
         " CROSS JOIN reading g ON g.row = w.row WHERE g.meaning = 'candidate')");
}

/* One pass over what reports say: most of it has nothing to be compared with. */
static const char held_sql[] =
    "CREATE TEMP TABLE held AS SELECT g.reading, m.report, g.row, g.meaning, g.value, g.owner, g.start, g.words FROM reading g"
    " CROSS JOIN row_meaning m ON m.row = g.row"
    " WHERE g.meaning IN ('searcher', 'candidate') AND g.value <> '' OR g.meaning = 'action'";

void reports_compare(struct db *db) {
  struct comparer comparer = {db, db_prepare(db, "INSERT INTO comparison VALUES (?, ?, ?, ?, ?)"), NULL, NULL};
  db_run(db, held_sql);
  searchers_compare(&comparer);
  pairs_compare(
      &comparer, "candidate",
      "SELECT DISTINCT g.report, g.reading, g.value, e.candidate FROM held g CROSS JOIN linked_event l ON l.report = g.report"
      " CROSS JOIN event e ON e.event = l.event WHERE g.meaning = 'candidate' AND e.candidate <> '' AND NOT "
      "e.candidate_withheld");
  pairs_compare(&comparer, "action",
                "SELECT DISTINCT g.report, g.reading, g.value, c.value FROM held g JOIN held c ON c.report = g.report"
                " WHERE g.meaning = 'action' AND g.value <> '' AND c.meaning = 'candidate'");
  /* "The subject was arrested": the candidate by reference. */
  db_run(db, "INSERT INTO comparison SELECT 'action', report, reading, NULL, 'partly' FROM held"
             " WHERE meaning = 'action' AND coalesce(value, '') = ''; DROP TABLE held");
  names_look_for(
      &comparer, "searcher",
      "SELECT m.report, m.account, coalesce(p.last_name || ', ' || p.first_name, a.user_name), n.text, 0"
      " FROM (SELECT report, account FROM comparison WHERE what = 'searcher' GROUP BY report, account HAVING min(relation = "
      "'different')) m"
      " JOIN account a USING (account) LEFT JOIN person p ON p.person = a.person JOIN row_meaning w ON w.report = m.report"
      " JOIN narrative n ON n.row = w.row WHERE coalesce(p.last_name, a.user_name, '') <> ''");
  names_look_for(
      &comparer, "officer",
      "SELECT m.report, m.account, coalesce(p.last_name || ', ' || p.first_name, a.user_name), n.text, 0"
      " FROM (SELECT DISTINCT l.report, e.account FROM linked_event l CROSS JOIN event e USING (event)"
      " WHERE l.report NOT IN (SELECT report FROM report_statement WHERE meaning = 'searcher')) m"
      " JOIN account a USING (account) LEFT JOIN person p ON p.person = a.person JOIN row_meaning w ON w.report = m.report"
      " JOIN narrative n ON n.row = w.row WHERE coalesce(p.last_name, a.user_name, '') <> ''");
  picked_candidates_add(&comparer);
  names_look_for(
      &comparer, "candidate",
      "SELECT d.report, NULL, d.candidate, n.text, EXISTS (SELECT 1 FROM person p WHERE p.person IN ("
      "SELECT a.person FROM linked_event l CROSS JOIN event e USING (event) CROSS JOIN account a USING (account)"
      " WHERE l.report = d.report UNION SELECT author FROM row_meaning WHERE report = d.report)"
      " AND instr(lower(d.candidate), lower(p.last_name))) FROM (SELECT DISTINCT l.report, e.candidate FROM linked_event l "
      "CROSS JOIN event e USING (event)"
      " WHERE e.candidate <> '' AND NOT e.candidate_withheld"
      " AND l.report NOT IN (SELECT report FROM comparison WHERE what = 'candidate' AND relation <> 'different')) d"
      " CROSS JOIN row_meaning w ON w.report = d.report CROSS JOIN narrative n ON n.row = w.row");
  sqlite3_finalize(comparer.insert);
}
