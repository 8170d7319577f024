/* Reads a batch of narratives twice: by the word lists, with the person that a searcher's words mean, and by the second reader.
   narrative.c and analyze/second/ decide what a narrative says. */
#include "analyze/narrative/narratives_batch.h"
#include "analyze/words/narrative_text.h"

struct row_reader {
  struct plain *plain;
  struct narrator *narrator;
  struct second *second;
  const struct roster *roster;
  const struct mask *mask;
  GString *masked;
  const struct reports *reports;
  GHashTable *officers; /* words -> person, each matched once */
  GString *words;
  GArray *statements, *people; /* of struct statement, of gint64: those of the row in hand */
};

/* ------------------------------------------------------------------------------------------------------------ a batch */

struct batch *batch_new(void) {
  struct batch *batch = g_new(struct batch, 1);
  *batch = (struct batch){g_array_new(FALSE, TRUE, sizeof(struct row_now)), g_string_new(NULL), g_string_chunk_new(1 << 12),
                          g_array_new(FALSE, FALSE, sizeof(struct said)), g_array_new(FALSE, FALSE, sizeof(gint64))};
  return batch;
}

void batch_free(struct batch *batch) {
  g_array_unref(batch->rows);
  g_array_unref(batch->said);
  g_array_unref(batch->named);
  g_string_free(batch->texts, TRUE);
  g_string_chunk_free(batch->values);
  g_free(batch);
}

void batch_add(struct batch *batch, guint place, const char *text, gsize length, const char *refused) {
  if (refused) length = 0;
  struct row_now row = {
      .place = place, .text = batch->texts->len, .length = length, .refused = refused, .gave_up = refused != NULL};
  g_string_append_len(batch->texts, text, (gssize)length);
  g_string_append_c(batch->texts, 0);
  g_array_append_val(batch->rows, row);
}

/* ---------------------------------------------------------------------------------------------------------- a thread */

static gint64 officer_of(struct row_reader *reader, struct slice said) {
  gpointer held;
  if (!said.text) return roster_officer(reader->roster, NULL, NULL, NULL);
  const char *words = g_string_append_len(g_string_truncate(reader->words, 0), said.text, (gssize)said.length)->str;
  if (g_hash_table_lookup_extended(reader->officers, words, NULL, &held)) return (gint64)GPOINTER_TO_SIZE(held);
  gint64 person = roster_officer(reader->roster, words, NULL, NULL);
  g_hash_table_insert(reader->officers, g_strdup(words), GSIZE_TO_POINTER(person));
  return person;
}

static const struct report_row_facts *row_facts(const struct row_reader *reader, const struct row_now *row) {
  return &g_array_index(reader->reports->rows, struct report_row_facts, row->place);
}

static bool says(const GArray *statements, enum meaning meaning) {
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index(statements, struct statement, i).meaning == meaning) return true;
  return false;
}

static void person_found(gint64 person, void *people) { g_array_append_val((GArray *)people, person); }

static void people_find(const char *text, GArray *people, gconstpointer roster) {
  roster_named(roster, text, person_found, people);
}

/* A statement with its place in the text as written, and its value as read. */
static struct statement statement_written(const struct plain *plain, const struct statement *read, GStringChunk *values) {
  struct statement statement = *read;
  struct span written = plain_written(plain, (struct span){read->start, read->length});
  statement.start = written.start, statement.length = written.length;
  if (read->value.text) statement.value.text = g_string_chunk_insert_len(values, read->value.text, (gssize)read->value.length);
  return statement;
}

/* Keeps only what concerns a use; in a row without one a denial is kept, as the reason why there is none. */
static void row_keep(struct batch *batch, struct row_now *row, struct row_reader *reader, bool bears) {
  row->first_said = batch->said->len, row->first_named = batch->named->len;
  if (row->second_use.length) {
    struct said said = {{.meaning = SAYS_USE, .start = row->second_use.start, .length = row->second_use.length}, 0, true};
    g_array_append_val(batch->said, said);
  }
  for (guint i = 0; i < reader->statements->len; i++) {
    struct statement *statement = &g_array_index(reader->statements, struct statement, i);
    if (!bears && statement->meaning != SAYS_NOT_USED) continue;
    struct said said = {statement_written(reader->plain, statement, batch->values), 0, false};
    if (statement->meaning == SAYS_SEARCHER)
      said.person = statement->first_person ? row_facts(reader, row)->author : officer_of(reader, statement->value);
    g_array_append_val(batch->said, said);
  }
  row->said = batch->said->len - row->first_said;
  if (bears) g_array_append_vals(batch->named, reader->people->data, reader->people->len);
  row->named = batch->named->len - row->first_named;
}

/* Reads again, with officers of the personnel file replaced by a name that every pattern knows, if the text concerns a use. */
static bool read_masked(struct row_reader *reader, const char *text, gsize length, bool in_case) {
  bool mentions;
  if (!mask_apply(reader->mask, text, reader->masked) || reader->masked->len != length) return true;
  const char *masked = reader->masked->str;
  bool whole = narrative_read(reader->narrator, masked, length, in_case, reader->statements, reader->people, &mentions);
  for (guint i = 0; i < reader->statements->len; i++) {
    struct slice *value = &g_array_index(reader->statements, struct statement, i).value;
    if (value->text >= masked && value->text < masked + length) value->text = text + (value->text - masked);
  }
  g_array_set_size(reader->people, 0);
  if (in_case || says(reader->statements, SAYS_USE)) roster_named(reader->roster, text, person_found, reader->people);
  return whole;
}

static void row_read(struct batch *batch, struct row_now *row, struct row_reader *reader, bool in_case) {
  bool mentions;
  gsize length;
  const char *text = plain_make(reader->plain, batch->texts->str + row->text, row->length, &length);
  bool whole = narrative_read(reader->narrator, text, length, in_case, reader->statements, reader->people, &mentions);
  if (whole && (mentions || in_case)) whole = read_masked(reader, text, length, in_case);
  if (!in_case) row->mentions = mentions;
  row->gave_up |= !whole;
  row->use = whole && says(reader->statements, SAYS_USE);
  row->denies |= whole && says(reader->statements, SAYS_NOT_USED);
  if (whole) row_keep(batch, row, reader, in_case || row->use);
  else row->said = row->named = 0;
}

static void row_read_again(struct batch *batch, struct row_now *row, struct row_reader *reader) {
  struct second_answer answers[SECOND_QUESTIONS];
  gsize length;
  const char *text = plain_make(reader->plain, batch->texts->str + row->text, row->length, &length);
  second_read(reader->second, text, length, answers);
  for (int question = 0; question < SECOND_QUESTIONS; question++) {
    row->second[question] = second_says((enum second_question)question, answers[question].margin);
    row->leans[question] = second_leans((enum second_question)question, answers[question].margin);
  }
  row->untried = second_untried(reader->second, text, answers[SECOND_USE].sentence);
  row->second_use = plain_written(reader->plain, answers[SECOND_USE].sentence);
}

/* A use that no row states in words of the lists, that none denies, and of which the second reader is more than sure. */
static bool second_use_find(struct row_now *rows, guint first, guint end, bool use) {
  bool denied = false, found = false;
  for (guint i = first; i < end; i++) denied |= rows[i].denies || rows[i].gave_up;
  for (guint i = first; i < end; i++) {
    bool here = !use && !denied && rows[i].second[SECOND_USE] == SECOND_CERTAIN;
    if (!here) rows[i].second_use.length = 0;
    found |= here;
  }
  return found;
}

/* Results, corroboration and actions often stand in a supplement, which is read again once it is known that another row of its
   report documents a use. */
static void report_read(struct batch *batch, guint first, guint end, struct row_reader *reader) {
  struct row_now *rows = &g_array_index(batch->rows, struct row_now, 0);
  bool use = false;
  for (guint i = first; i < end; i++) {
    row_read(batch, &rows[i], reader, false);
    row_read_again(batch, &rows[i], reader);
    use |= rows[i].use;
  }
  use |= second_use_find(rows, first, end, use);
  for (guint i = first; use && i < end; i++)
    if (!rows[i].use) row_read(batch, &rows[i], reader, true);
}

void batch_read(gpointer given, gpointer own) {
  struct batch *batch = given;
  if (!batch->rows->len) return;
  const struct row_now *rows = &g_array_index(batch->rows, struct row_now, 0);
  for (guint first = 0, end; first < batch->rows->len; first = end) {
    end = first + 1;
    while (end < batch->rows->len && row_facts(own, &rows[end])->report == row_facts(own, &rows[first])->report) end++;
    report_read(batch, first, end, own);
  }
}

struct row_reader *row_reader_new(const struct roster *roster, const struct mask *mask, GHashTable *known,
                                  const struct reports *reports, const char *const *systems) {
  struct row_reader *reader = g_new(struct row_reader, 1);
  *reader = (struct row_reader){plain_new(systems, known),
                                narrator_new(known, people_find, roster),
                                second_open(),
                                roster,
                                mask,
                                g_string_new(NULL),
                                reports,
                                g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                g_string_new(NULL),
                                g_array_new(FALSE, FALSE, sizeof(struct statement)),
                                g_array_new(FALSE, FALSE, sizeof(gint64))};
  return reader;
}

void row_reader_know(struct row_reader *reader, const char *name) { second_know(reader->second, name); }

void row_reader_free(struct row_reader *reader) {
  plain_free(reader->plain);
  narrator_free(reader->narrator);
  second_close(reader->second);
  g_hash_table_unref(reader->officers);
  g_string_free(reader->words, TRUE);
  g_string_free(reader->masked, TRUE);
  g_array_unref(reader->statements);
  g_array_unref(reader->people);
  g_free(reader);
}
