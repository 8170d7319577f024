/* Plans the sheets that the sections of the workbook need. Their rows are written in sheets.c. */
#include "report/xlsx/section_sheets.h"

#define WRAP_FROM 30   /* columns of at least this many characters wrap */
#define SHEETS_MOST 10 /* of one section; the rest is said to be left out */

/* ------------------------------------------------------------------------------------------------------------ columns */

static enum format column_format(const struct column *kind) {
  static const enum format formats[] = {
      [COLUMN_COUNT] = FORMAT_COUNT, [COLUMN_MOMENT] = FORMAT_MOMENT, [COLUMN_DAY] = FORMAT_DAY, [COLUMN_ENTRY] = FORMAT_ENTRY};
  if (kind->kind == COLUMN_TEXT) return kind->width >= WRAP_FROM ? FORMAT_WRAP : FORMAT_PLAIN;
  return kind->kind < G_N_ELEMENTS(formats) ? formats[kind->kind] : FORMAT_PLAIN;
}

static void column_plan(struct part *part, sqlite3_stmt *statement, int source, double *widths) {
  const struct column *kind = &part->section->columns[source];
  struct column_shown *shown = &part->shown[part->columns++];
  *shown = (struct column_shown){.source = source,
                                 .head = g_strdup(sqlite3_column_name(statement, source)),
                                 .kind = *kind,
                                 .format = column_format(kind),
                                 .used = kind->kind == COLUMN_ENTRY};
  *widths += kind->width;
  shown->tall = (shown->format == FORMAT_WRAP || shown->format == FORMAT_ENTRY) && *widths <= PRINT_WIDEST;
}

/* --------------------------------------------------------------------------------------------------------------- rows */

guint64 part_capacity(const struct part *part) { return part->limits->rows - 2; }

guint64 part_cells(const struct part *part) { return (part->rows - part->left + 1) * part->columns; }

guint64 part_sheet_rows(const struct part *part, guint number) {
  guint64 before = number * part_capacity(part);
  return MIN(part->rows - before, part_capacity(part));
}

char *part_left(const struct part *part) {
  if (!part->left) return NULL;
  return g_strdup_printf("%" G_GUINT64_FORMAT " more rows are not in this workbook: they are in %s.", part->left,
                         part->section->rest ? part->section->rest : "audit.db");
}

/* ------------------------------------------------------------------------------------------------------------- sheets */

static void part_free(void *data) {
  struct part *part = data;
  for (guint i = 0; i < part->columns; i++) g_free(part->shown[i].head);
  g_ptr_array_unref(part->sheets);
  g_hash_table_unref(part->places);
  g_free(part);
}

static guint64 rows_count(struct db *db, const struct section *section) {
  g_autofree char *sql = section->rows ? g_strdup_printf("SELECT count(*) FROM %s", section->rows)
                                       : g_strdup_printf("SELECT count(*) FROM (%s\n)", section->sql);
  return (guint64)db_value_int(db, sql);
}

static struct part *part_plan(struct db *db, const struct section *section, const struct xlsx_limits *limits) {
  struct part *part = g_new0(struct part, 1);
  sqlite3_stmt *statement = section_open(db, section);
  double widths = 0;
  *part = (struct part){.section = section,
                        .limits = limits,
                        .rows = rows_count(db, section),
                        .sheets = g_ptr_array_new(),
                        .key = -1,
                        .places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  for (guint i = 0; i < section->column_count; i++) {
    bool link = section->columns[i].kind == COLUMN_LINK;
    if (link && section->columns[i].width <= 0) part->key = (int)i;
    if (!link) column_plan(part, statement, (int)i, &widths);
  }
  sqlite3_finalize(statement);
  guint64 most = SHEETS_MOST * part_capacity(part);
  part->left = part->rows > most ? part->rows - most : 0;
  return part;
}

GPtrArray *parts_plan(struct db *db, const GPtrArray *sections, const struct xlsx_limits *limits) {
  GPtrArray *parts = g_ptr_array_new_with_free_func(part_free);
  for (guint i = 0; i < sections->len; i++) {
    const struct section *section = sections->pdata[i];
    if (g_str_equal(section->shows, "sheet")) g_ptr_array_add(parts, part_plan(db, section, limits));
  }
  return parts;
}

void parts_begin(struct book *book, const GPtrArray *parts, guint from, guint to) {
  for (guint i = from; i < to; i++) {
    struct part *part = parts->pdata[i];
    guint64 rows = part->rows - part->left;
    do {
      g_autofree char *later = g_strdup_printf("%s %u", part->section->title, part->sheets->len + 1);
      g_ptr_array_add(part->sheets, sheet_new(book, part->sheets->len ? later : part->section->title));
    } while (part->sheets->len * part_capacity(part) < rows);
  }
}
