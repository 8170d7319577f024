/* Shows how one CSV file is read, row by row or in summary. It recognises nothing itself: source.c, csv.c and roles.c do. */
#include "ingest/init/inspect.h"
#include "ingest/csv/csv.h"
#include "ingest/kinds/kinds.h"
#include "ingest/roles/roles.h"
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define SAMPLES 100
#define SHOWN 20
#define KNOWN 0.5 /* a header that fits a kind of file so well is of that kind */

enum state { STATE_KEPT, STATE_DUPLICATE, STATE_REJECTED, STATE_NOT_DATA, STATE_COUNT };

static const char *const state_names[STATE_COUNT] = {"kept", "duplicate", "rejected", "not data"};

struct inspection {
  const char *path;
  struct source *source;
  struct csv *csv;
  char **header; /* NULL where none */
  guint width;
  GHashTable *seen; /* 16 bytes a row */
  GChecksum *sum;
  guint64 counts[STATE_COUNT];
  GPtrArray *samples; /* of char ** */
  GPtrArray *rejects; /* of char *: the first few, in words */
  GString *json;
};

static double look_score(char **cells, guint count, void *data) {
  const struct kind *kind;
  (void)data;
  return header_fits_best(kinds, cells, count, &kind);
}

/* 128 bits of SHA-256 tell rows apart, also those that somebody made to collide. */
static bool look_seen(struct inspection *look, const struct record *record) {
  guint8 digest[32];
  gsize size = sizeof digest;
  g_checksum_reset(look->sum);
  for (guint i = 0; i < record->count; i++) {
    guint64 length = record->lengths[i];
    g_checksum_update(look->sum, (const guchar *)&length, sizeof length);
    g_checksum_update(look->sum, (const guchar *)record->cells[i], (gssize)length);
  }
  g_checksum_get_digest(look->sum, digest, &size);
  GBytes *key = g_bytes_new(digest, 16);
  return !g_hash_table_add(look->seen, key);
}

static enum state look_state(struct inspection *look, const struct record *record) {
  if (record->kind == RECORD_DAMAGED) return STATE_REJECTED;
  if (record->kind != RECORD_DATA) return STATE_NOT_DATA;
  return look_seen(look, record) ? STATE_DUPLICATE : STATE_KEPT;
}

/* Controls and characters that turn or hide text are escaped too: what is printed may reach a terminal. */
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
  if (fwrite(json->str, 1, json->len, stdout) != json->len)
    stop_system("standard output", "cannot be written: %s", g_strerror(errno));
  g_string_truncate(json, 0);
}

static void json_head(struct inspection *look) {
  const struct dialect *dialect = csv_dialect(look->csv);
  g_autofree char *file = g_utf8_make_valid(look->path, -1);
  g_string_append(look->json, "{\"file\":");
  json_text(look->json, file);
  g_string_append_printf(look->json, ",\"encoding\":\"%s\",\"delimiter\":", source_encoding(look->source));
  json_text(look->json, (char[]){dialect->delimiter, '\0'});
  g_string_append_printf(look->json, ",\"header_line\":%u,\"header\":", dialect->header_line);
  json_list(look->json, look->header, look->header ? look->width : 0);
  g_string_append_c(look->json, '}');
  json_print(look->json);
}

static void json_record(struct inspection *look, const struct record *record, enum state state) {
  g_string_append_printf(look->json, "{\"line\":%u,\"state\":\"%s\",\"cells\":", record->line, state_names[state]);
  json_list(look->json, record->cells, record->count);
  g_string_append(look->json, ",\"faults\":");
  json_list(look->json, (char *const *)record->faults->pdata, record->faults->len);
  g_string_append_c(look->json, '}');
  json_print(look->json);
}

/* The header stands before all else in what is printed, whatever stands above it in the file. */
static void look_header(struct inspection *look) {
  struct record record;
  guint line = csv_dialect(look->csv)->header_line;
  if (!line) say_note(look->path, 0, "no line reads as the header: name the columns in a first line");
  while (line && csv_next(look->csv, &record) && record.kind != RECORD_HEADER)
    ;
  if (line) {
    look->width = record.count;
    look->header = g_new0(char *, record.count + 1);
    for (guint i = 0; i < record.count; i++) look->header[i] = g_strdup(record.cells[i]);
    for (guint i = 0; i < record.faults->len; i++) say_note(look->path, record.line, "%s", (char *)record.faults->pdata[i]);
  }
  csv_rewind(look->csv);
}

static void look_keep(struct inspection *look, const struct record *record, enum state state) {
  if (state == STATE_KEPT && look->samples->len < SAMPLES && record->count == look->width) {
    char **cells = g_new0(char *, record->count + 1);
    for (guint i = 0; i < record->count; i++) cells[i] = g_strdup(record->cells[i]);
    g_ptr_array_add(look->samples, cells);
  }
  if (state == STATE_REJECTED && look->rejects->len < SHOWN)
    g_ptr_array_add(look->rejects, g_strdup_printf("line %u: %s", record->line, (char *)record->faults->pdata[0]));
}

static void look_read(struct inspection *look, bool rows) {
  struct record record;
  while (csv_next(look->csv, &record)) {
    if (record.kind == RECORD_HEADER) continue;
    enum state state = look_state(look, &record);
    look->counts[state]++;
    if (rows) json_record(look, &record, state);
    else look_keep(look, &record, state);
  }
}

static void page_columns(const struct inspection *look) {
  const struct kind *kind;
  struct columns columns;
  if (!look->header || header_fits_best(kinds, look->header, look->width, &kind) < KNOWN) {
    puts("  reads as    no known kind of file");
    return;
  }
  printf("  reads as    %s\n  columns\n", kind->key);
  columns_assign(&columns, kind, look->header, look->width, (char ***)look->samples->pdata, look->samples->len, NULL);
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
  static const struct {
    char delimiter;
    const char *name;
  } names[] = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}, {'\x1F', "unit separator"},
               {'^', "caret"}, {'~', "tilde"},     {':', "colon"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i].delimiter == delimiter) return names[i].name;
  return "another character";
}

static void page_print(const struct inspection *look) {
  const struct dialect *dialect = csv_dialect(look->csv);
  g_autofree char *file = g_utf8_make_valid(look->path, -1), *shown = text_show(file, true);
  const guint64 *counts = look->counts;
  printf("%s\n  encoding    %s\n  delimiter   %s%s\n", shown, source_encoding(look->source), delimiter_name(dialect->delimiter),
         dialect->blanks ? ", with blanks round the cells" : "");
  if (look->header) printf("  header      line %u, %u columns\n", dialect->header_line, look->width);
  else printf("  header      none found; the rows have %u cells\n", dialect->width);
  page_columns(look);
  printf("  rows        %" G_GUINT64_FORMAT " kept, %" G_GUINT64_FORMAT " duplicate, %" G_GUINT64_FORMAT
         " rejected, %" G_GUINT64_FORMAT " not data\n",
         counts[STATE_KEPT], counts[STATE_DUPLICATE], counts[STATE_REJECTED], counts[STATE_NOT_DATA]);
  for (guint i = 0; i < look->rejects->len; i++) {
    g_autofree char *reject = text_show(look->rejects->pdata[i], true);
    printf("    %s\n", reject);
  }
  if (counts[STATE_REJECTED] > look->rejects->len)
    printf("    and %" G_GUINT64_FORMAT " more: --rows lists them all\n", counts[STATE_REJECTED] - look->rejects->len);
}

static void look_free(struct inspection *look) {
  csv_close(look->csv);
  source_close(look->source);
  g_strfreev(look->header);
  g_hash_table_unref(look->seen);
  g_checksum_free(look->sum);
  g_ptr_array_free(look->samples, TRUE);
  g_ptr_array_free(look->rejects, TRUE);
  g_string_free(look->json, TRUE);
}

void inspect_file(const char *path, bool rows) {
  struct inspection look = {.path = path, .source = source_open(path, path)};
  look.csv = csv_open(look.source, look_score, NULL);
  look.seen = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  look.sum = g_checksum_new(G_CHECKSUM_SHA256);
  look.samples = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  look.rejects = g_ptr_array_new_with_free_func(g_free);
  look.json = g_string_new(NULL);
  look_header(&look);
  if (rows) json_head(&look);
  look_read(&look, rows);
  if (!rows) page_print(&look);
  if (fflush(stdout) == EOF || ferror(stdout)) stop_system("standard output", "cannot be written: %s", g_strerror(errno));
  g_free(source_sha256(look.source)); /* a file that changed meanwhile must not be shown as read */
  look_free(&look);
}
