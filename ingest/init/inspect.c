/* Shows how one CSV file or sheet of a workbook is read, row by row or in summary. Recognising is left to ingest/csv/ and
   ingest/roles/. */
#include "ingest/init/inspect.h"
#include "ingest/csv/grid.h"
#include "ingest/csv/sample.h"
#include "ingest/kinds/kinds.h"
#include "ingest/roles/column_shift.h"
#include "ingest/roles/table_kind.h"
#include "include/message.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>

#define SAMPLES 100
#define SHOWN 20
#define KNOWN 0.5 /* a header that fits a kind of file this well is of that kind */

enum state { STATE_KEPT, STATE_DUPLICATE, STATE_REJECTED, STATE_NOT_DATA, STATE_COUNT };

static const char *const state_names[STATE_COUNT] = {"kept", "duplicate", "rejected", "not data"};

struct inspection {
  const char *path;
  struct source *source;
  struct csv *csv;
  char **header; /* NULL if none */
  guint width;
  GHashTable *seen; /* 16 bytes a row */
  GChecksum *sum;
  guint64 counts[STATE_COUNT];
  GPtrArray *samples; /* of char ** */
  GPtrArray *rejects; /* of char *: the first few, in words */
  GString *json;
  char *shifted; /* how its cells are under the wrong headers; NULL: they are not */
};

static double inspection_score(char **cells, guint count, void *data) {
  const struct kind *kind;
  (void)data;
  return header_fits_best(kinds, cells, count, &kind);
}

/* 128 bits of SHA-256 distinguish rows, even ones made to collide. */
static bool inspection_repeats(struct inspection *in, const struct record *record) {
  guint8 digest[32];
  gsize size = sizeof digest;
  g_checksum_reset(in->sum);
  for (guint i = 0; i < record->count; i++) {
    guint64 length = record->lengths[i];
    g_checksum_update(in->sum, (const guchar *)&length, sizeof length);
    g_checksum_update(in->sum, (const guchar *)record->cells[i], (gssize)length);
  }
  g_checksum_get_digest(in->sum, digest, &size);
  GBytes *key = g_bytes_new(digest, 16);
  return !g_hash_table_add(in->seen, key);
}

static enum state inspection_state(struct inspection *in, const struct record *record) {
  if (record->kind == RECORD_DAMAGED) return STATE_REJECTED;
  if (record->kind != RECORD_DATA) return STATE_NOT_DATA;
  return inspection_repeats(in, record) ? STATE_DUPLICATE : STATE_KEPT;
}

/* Control characters and those that reverse or hide text are also escaped: the output may reach a terminal. */
static bool json_plain(gunichar c) {
  if (c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0)) return false;
  return c < 0xAD || (g_unichar_type(c) != G_UNICODE_FORMAT && c != 0x2028 && c != 0x2029);
}

static void json_text(GString *json, const char *text) {
  static const char shorts[] = "\b\t\n\f\r\"\\", names[] = "btnfr\"\\";
  g_string_append_c(json, '"');
  for (const char *at = text, *next; *at; at = next) {
    gunichar c = g_utf8_get_char(at);
    next = g_utf8_next_char(at);
    const char *brief = c < 0x80 ? strchr(shorts, (int)c) : NULL;
    if (json_plain(c)) g_string_append_len(json, at, next - at);
    else if (brief) g_string_append_printf(json, "\\%c", names[brief - shorts]);
    else if (c < 0x10000) g_string_append_printf(json, "\\u%04x", c);
    else g_string_append_printf(json, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
  }
  g_string_append_c(json, '"');
}

static void json_list(GString *json, char *const *texts, guint count) {
  g_string_append_c(json, '[');
  for (guint i = 0; i < count; i++) {
    if (i) g_string_append_c(json, ',');
    json_text(json, texts[i]);
  }
  g_string_append_c(json, ']');
}

static void json_print(GString *json) {
  g_string_append_c(json, '\n');
  fwrite(json->str, 1, json->len, stdout);
  g_string_truncate(json, 0);
}

static void json_head(struct inspection *in) {
  const struct dialect *dialect = csv_dialect(in->csv);
  g_autofree char *file = g_utf8_make_valid(in->path, -1);
  g_string_append(in->json, "{\"file\":");
  json_text(in->json, file);
  g_string_append_printf(in->json, ",\"encoding\":\"%s\",\"delimiter\":", source_encoding(in->source));
  json_text(in->json, (char[]){dialect->delimiter, '\0'});
  g_string_append_printf(in->json, ",\"header_line\":%u,\"header\":", dialect->header_line);
  json_list(in->json, in->header, in->header ? in->width : 0);
  g_string_append_c(in->json, '}');
  json_print(in->json);
}

static void json_record(struct inspection *in, const struct record *record, enum state state) {
  g_string_append_printf(in->json, "{\"line\":%u,\"state\":\"%s\",\"cells\":", record->line, state_names[state]);
  json_list(in->json, record->cells, record->count);
  g_string_append(in->json, ",\"faults\":");
  json_list(in->json, (char *const *)record->faults->pdata, record->faults->len);
  g_string_append_c(in->json, '}');
  json_print(in->json);
}

/* The header is printed first, whatever is above it in the file. */
static void inspection_header(struct inspection *in) {
  struct record record;
  guint line = csv_dialect(in->csv)->header_line;
  if (!line) say_note(in->path, 0, "no line reads as the header: name the columns in a first line");
  while (line && csv_next(in->csv, &record) && record.kind != RECORD_HEADER)
    ;
  if (line) {
    in->width = MIN(record.count, csv_dialect(in->csv)->width);
    in->header = g_new0(char *, in->width + 1);
    for (guint i = 0; i < in->width; i++) in->header[i] = g_strdup(record.cells[i]);
    for (guint i = 0; i < record.faults->len; i++) say_note(in->path, record.line, "%s", (char *)record.faults->pdata[i]);
  }
  csv_rewind(in->csv);
}

/* Why a run refuses the file. */
static void inspection_shift(struct inspection *in) {
  const struct kind *kind = NULL;
  struct sample sample;
  sample_read(&sample, in->csv);
  if (sample.names && header_fits_best(kinds, sample.names, g_strv_length(sample.names), &kind) >= KNOWN)
    in->shifted = columns_shifted(kind, sample.names, (char ***)sample.rows->pdata, sample.rows->len, csv_dialect(in->csv)->width,
                                  sample.apart);
  if (in->shifted) say_note(in->path, sample.line, "%s", in->shifted);
  sample_clear(&sample);
  csv_rewind(in->csv);
}

/* What a run notes about the sheet. */
static void inspection_sheet(const struct inspection *in) {
  if (!source_grid(in->source)) return;
  g_autoptr(GPtrArray) notes = grid_notes(source_grid(in->source));
  for (guint i = 0; i < notes->len; i++) say_note(in->path, 0, "%s", (char *)notes->pdata[i]);
}

static void inspection_keep(struct inspection *in, const struct record *record, enum state state) {
  if (state == STATE_KEPT && in->samples->len < SAMPLES && record->count == in->width) {
    char **cells = g_new0(char *, record->count + 1);
    for (guint i = 0; i < record->count; i++) cells[i] = g_strdup(record->cells[i]);
    g_ptr_array_add(in->samples, cells);
  }
  if (state == STATE_REJECTED && in->rejects->len < SHOWN)
    g_ptr_array_add(in->rejects, g_strdup_printf("line %u: %s", record->line, (char *)record->faults->pdata[0]));
}

static void inspection_read(struct inspection *in, bool rows) {
  struct record record;
  while (!ferror(stdout) && csv_next(in->csv, &record)) { /* nobody reads any further output */
    if (record.kind == RECORD_HEADER) continue;
    enum state state = inspection_state(in, &record);
    in->counts[state]++;
    if (rows) json_record(in, &record, state);
    else inspection_keep(in, &record, state);
  }
}

static void summary_columns(const struct inspection *in) {
  struct columns columns;
  struct table_kind table = {0};
  if (in->header) table = table_kind_find(kinds, in->header, in->width, (char ***)in->samples->pdata, in->samples->len);
  const struct kind *kind = table.kind;
  if (table.fit < KNOWN) {
    puts("  reads as    no known kind of file");
    return;
  }
  printf("  reads as    %s%s%s\n  columns\n", table.whole && table_kind_sure(&table) ? "" : "perhaps ", kind->key,
         in->shifted ? ", but a run refuses it as it is" : "");
  columns_assign(&columns, kind, in->header, in->width, (char ***)in->samples->pdata, in->samples->len, NULL);
  for (guint i = 0; i < columns.count; i++) {
    const struct column *column = &columns.at[i];
    g_autofree char *name = text_show(column->header, true);
    if (column->role == ROLE_NONE) printf("    %s: not used\n", name);
    else printf("    %s: %s (by %s)\n", name, kind->roles[column->role].name, column->how);
  }
  g_autofree char *missing = columns_missing(&columns, kind);
  if (missing) printf("  missing     %s\n", missing);
  columns_clear(&columns);
}

static const char *delimiter_name(char delimiter) {
  if (delimiter == DELIMITER_NONE) return "none";
  static const struct {
    char delimiter;
    const char *name;
  } names[] = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}, {'\x1F', "unit separator"},
               {'^', "caret"}, {'~', "tilde"},     {':', "colon"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].delimiter == delimiter) return names[i].name;
  return "another character";
}

static void summary_print(const struct inspection *in) {
  const struct dialect *dialect = csv_dialect(in->csv);
  g_autofree char *file = g_utf8_make_valid(in->path, -1), *shown = text_show(file, true);
  const guint64 *counts = in->counts;
  printf("%s\n  encoding    %s\n  delimiter   %s%s\n", shown, source_encoding(in->source), delimiter_name(dialect->delimiter),
         dialect->blanks ? ", with spaces around the cells" : "");
  if (in->header) printf("  header      line %u, %u columns\n", dialect->header_line, in->width);
  else printf("  header      none found; the rows have %u cells\n", dialect->width);
  summary_columns(in);
  printf("  rows        %" G_GUINT64_FORMAT " kept, %" G_GUINT64_FORMAT " duplicate, %" G_GUINT64_FORMAT
         " rejected, %" G_GUINT64_FORMAT " not data\n",
         counts[STATE_KEPT], counts[STATE_DUPLICATE], counts[STATE_REJECTED], counts[STATE_NOT_DATA]);
  for (guint i = 0; i < in->rejects->len; i++) {
    g_autofree char *reject = text_show(in->rejects->pdata[i], true);
    printf("    %s\n", reject);
  }
  if (counts[STATE_REJECTED] > in->rejects->len)
    printf("    and %" G_GUINT64_FORMAT " more: --rows lists them all\n", counts[STATE_REJECTED] - in->rejects->len);
}

static void inspection_free(struct inspection *in) {
  csv_close(in->csv);
  source_close(in->source);
  g_strfreev(in->header);
  g_free(in->shifted);
  g_hash_table_unref(in->seen);
  g_checksum_free(in->sum);
  g_ptr_array_free(in->samples, TRUE);
  g_ptr_array_free(in->rejects, TRUE);
  g_string_free(in->json, TRUE);
}

void inspect_file(const char *path, bool rows) {
  struct inspection in = {.path = path, .source = source_open(path, path)};
  in.csv = csv_open(in.source, inspection_score, NULL);
  in.seen = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  in.sum = g_checksum_new(G_CHECKSUM_SHA256);
  in.samples = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  in.rejects = g_ptr_array_new_with_free_func(g_free);
  in.json = g_string_new(NULL);
  inspection_header(&in);
  inspection_shift(&in);
  inspection_sheet(&in);
  if (rows) json_head(&in);
  inspection_read(&in, rows);
  if (!rows) summary_print(&in);
  if (!ferror(stdout)) g_free(source_sha256(in.source)); /* a file that changed meanwhile must not be shown as read */
  inspection_free(&in);
}
