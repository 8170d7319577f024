/* Walks the records of an old .xls's stream, which libgsf finds in the file. Cells are read by libfreexl, in xls_child.c. */
#include "ingest/xlsx/xls_stream.h"
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <string.h>

static const char password[] = "this workbook is protected by a password: open it and save it without one",
                  damaged[] = "this workbook is damaged: open it and save it as .xlsx, or ask for the export again";

/* A record: its number, and what is in it. */
struct walk {
  struct xls_stream *stream;
  struct xls_sheet *sheet; /* the one that the record is in; NULL: none */
  guint at, depth;         /* the record's place; how many streams within streams are open: a chart in a sheet is one */
  const guint8 *data;
  guint length;
};

static guint u16(const struct walk *walk, guint at) {
  return at + 2 <= walk->length ? (guint)GSF_LE_GET_GUINT16(walk->data + at) : 0;
}
static guint32 u32(const struct walk *walk, guint at) { return at + 4 <= walk->length ? GSF_LE_GET_GUINT32(walk->data + at) : 0; }
static guint8 u8(const struct walk *walk, guint at) { return at < walk->length ? walk->data[at] : 0; }

static void sheet_forget(gpointer data) {
  struct xls_sheet *sheet = data;
  GArray *const lists[] = {sheet->apart, sheet->merged, sheet->formulas};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) g_array_unref(lists[i]);
  g_free(sheet->name);
  g_free(sheet);
}

/* ------------------------------------------------------------------------------------------------------ of the workbook */

static void read_password(struct walk *walk) { walk->stream->fault = password; }

/* A name is in one byte a character, or in two. */
static char *name_read(const struct walk *walk) {
  guint count = u8(walk, 6), wide = u8(walk, 7) & 1;
  if (8 + count * (wide + 1) > walk->length) return g_strdup("");
  return g_convert((const char *)walk->data + 8, (gssize)(count * (wide + 1)), "UTF-8", wide ? "UTF-16LE" : "ISO-8859-1", NULL,
                   NULL, NULL);
}

static void read_sheet(struct walk *walk) {
  struct xls_sheet *sheet = g_new0(struct xls_sheet, 1);
  sheet->start = u32(walk, 0);
  sheet->hidden = u8(walk, 4) & 3, sheet->table = u8(walk, 5) == 0;
  sheet->name = name_read(walk);
  if (!sheet->name) sheet->name = g_strdup("");
  sheet->apart = g_array_new(FALSE, FALSE, sizeof(struct xls_cell)),
  sheet->formulas = g_array_new(FALSE, FALSE, sizeof(struct xls_cell));
  sheet->merged = g_array_new(FALSE, FALSE, sizeof(struct xls_area));
  g_ptr_array_add(walk->stream->sheets, sheet);
}

static void read_texts(struct walk *walk) { walk->stream->texts = u32(walk, 4); }

/* --------------------------------------------------------------------------------------------------------- of a sheet */

static void read_dimensions(struct walk *walk) { walk->sheet->cells = (guint64)u32(walk, 4) * u16(walk, 10); }

static void read_row(struct walk *walk) { walk->sheet->hidden_rows += (u16(walk, 12) & 0x20) && u16(walk, 4) > u16(walk, 2); }

static void read_column(struct walk *walk) {
  for (guint i = u16(walk, 0); (u16(walk, 8) & 1) && i <= MIN(u16(walk, 2), 255); i++) walk->sheet->hidden_columns[i] = true;
}

static void read_filter(struct walk *walk) { walk->sheet->filtered = true; }

static void read_formula(struct walk *walk) {
  const struct xls_cell cell = {.row = u16(walk, 0), .column = u16(walk, 2)};
  g_array_append_val(walk->sheet->formulas, cell);
}

static void read_apart(struct walk *walk) {
  const struct xls_cell cell = {u16(walk, 0), u16(walk, 2), u8(walk, 7), u8(walk, 6)};
  g_array_append_val(walk->sheet->apart, cell);
}

static void read_merged(struct walk *walk) {
  for (guint i = 0; i < u16(walk, 0) && 10 + 8 * i <= walk->length; i++) {
    const struct xls_area area = {u16(walk, 2 + 8 * i), u16(walk, 4 + 8 * i), u16(walk, 6 + 8 * i)};
    g_array_append_val(walk->sheet->merged, area);
  }
}

/* ---------------------------------------------------------------------------------------------------------------- walk */

static const struct {
  guint id;
  bool inside; /* of a sheet */
  void (*read)(struct walk *walk);
} records[] = {{0x2F, false, read_password}, {0x85, false, read_sheet}, {0xFC, false, read_texts}, {0x200, true, read_dimensions},
               {0x208, true, read_row},      {0x7D, true, read_column}, {0x9D, true, read_filter}, {0x06, true, read_formula},
               {0x205, true, read_apart},    {0xE5, true, read_merged}};

static struct xls_sheet *sheet_starting(const struct xls_stream *stream, guint at) {
  for (guint i = 0; i < stream->sheets->len; i++) {
    struct xls_sheet *sheet = stream->sheets->pdata[i];
    if (sheet->start == at) return sheet;
  }
  return NULL;
}

static void record_read(struct walk *walk, guint id) {
  enum { BEGIN = 0x809, END = 0x0A };
  if (id == BEGIN && walk->depth++ == 0) walk->sheet = sheet_starting(walk->stream, walk->at);
  if (id == END && walk->depth) walk->depth--;
  for (gsize i = 0; i < G_N_ELEMENTS(records) && walk->depth == 1; i++)
    if (records[i].id == id && records[i].inside == (walk->sheet != NULL)) records[i].read(walk);
}

static void stream_walk(struct xls_stream *stream, const guint8 *data, gsize size) {
  struct walk walk = {.stream = stream};
  for (gsize at = 0; at + 4 <= size; at += 4 + walk.length) {
    walk.at = (guint)at, walk.data = data + at + 4, walk.length = GSF_LE_GET_GUINT16(data + at + 2);
    if (at + 4 + walk.length > size) break;
    record_read(&walk, GSF_LE_GET_GUINT16(data + at));
  }
}

/* NULL: OLE has no stream of that name. */
static GsfInput *stream_find(GsfInfile *ole, const char *name) { return ole ? gsf_infile_child_by_name(ole, name) : NULL; }

/* What else an OLE file may be. */
static const char *other_fault(GsfInfile *ole) {
  static const struct {
    const char *stream, *fault;
  } others[] = {{"EncryptedPackage", password},
                {"Book", "this is a workbook of Excel 95 or before: open it and save it as .xlsx"},
                {"WordDocument", XLS_OTHER},
                {"PowerPoint Document", XLS_OTHER}};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    GsfInput *found = stream_find(ole, others[i].stream);
    if (!found) continue;
    g_object_unref(found);
    return others[i].fault;
  }
  return damaged;
}

static void file_walk(struct xls_stream *stream, GsfInput *file) {
  GsfInfile *ole = gsf_infile_msole_new(file, NULL);
  GsfInput *inside = stream_find(ole, "Workbook");
  gsf_off_t size = inside ? gsf_input_size(inside) : 0;
  const guint8 *data = size > 0 ? gsf_input_read(inside, (size_t)size, NULL) : NULL;
  if (data) stream_walk(stream, data, (gsize)size);
  if (!inside) stream->fault = other_fault(ole);
  else if (!stream->sheets->len && !stream->fault) stream->fault = damaged;
  if (inside) g_object_unref(inside);
  if (ole) g_object_unref(ole);
}

struct xls_stream *xls_stream_read(GBytes *bytes) {
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);
  struct xls_stream *stream = g_new0(struct xls_stream, 1);
  stream->sheets = g_ptr_array_new_with_free_func(sheet_forget);
  gsf_init();
  GsfInput *file = gsf_input_memory_new(data, (gsf_off_t)size, FALSE);
  file_walk(stream, file);
  g_object_unref(file);
  return stream;
}

void xls_stream_free(struct xls_stream *stream) {
  g_ptr_array_unref(stream->sheets);
  g_free(stream);
}
