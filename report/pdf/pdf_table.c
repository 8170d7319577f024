/* Sets tables: cells wrap, rows are as high as their highest cell, heads are repeated on each page. Pages are managed by
   pdf_page.c. */
#include "report/pdf/pdf_table.h"
#include <string.h>

#define CELL_PAD 1.5
#define DENSE_PAD 1.0
#define TIGHT_PAD 0.5    /* of the table of contents, where page 1 would overflow */
#define CELL_GAP 7.0     /* between columns */
#define WORD_MOST 0.26   /* of a table: a longer word breaks */
#define PAGE_COLUMN 34.0 /* of a table that leads to other pages: the page of each row */

static const struct type head_type = {6.8, true, COLOR_MUTED};
static const struct type cell_type = {7.2, false, COLOR_INK};
static const struct type small_type = {6.4, false, COLOR_MUTED};

struct place {
  double x, width; /* of a column */
};

/* A table and the places of its columns. */
struct setting {
  struct pdf *pdf;
  const struct table *table;
  double x, width;
  struct place places[COLUMNS_MOST];
};

guint32 status_color(const char *status) {
  if (g_str_equal(status, "exceptions")) return COLOR_ALERT;
  return g_str_equal(status, "compliant") ? COLOR_DEEP : COLOR_MUTED;
}

/* A table that leads to other pages is a table of contents: it should stand on one page itself. */
static bool table_leads(const struct table *table) {
  for (guint i = 0; i < table->columns; i++)
    if (table->kinds[i].kind == COLUMN_LINK) return true;
  return false;
}

static double setting_pad(const struct setting *setting) {
  if (!table_leads(setting->table)) return CELL_PAD;
  return setting->pdf->tight ? TIGHT_PAD : DENSE_PAD;
}

static enum align column_align(const struct table *table, guint column) {
  return table->kinds[column].kind == COLUMN_COUNT ? ALIGN_RIGHT : ALIGN_LEFT;
}

static const struct type *cell_look(const struct table *table, guint column) {
  if (table->kinds[column].kind == COLUMN_SMALL) return &small_type;
  return &cell_type;
}

/* A word of a text, and how many characters it has. */
struct word {
  const char *at;
  gsize length;
  glong characters;
};

static struct word word_longest(const char *text, struct word longest) {
  for (const char *at = text; *at;) {
    gsize length = strcspn(at, " \n");
    glong characters = length > (gsize)longest.characters ? g_utf8_strlen(at, (gssize)length) : 0;
    if (characters > longest.characters) longest = (struct word){at, length, characters};
    at += length;
    if (*at) at++;
  }
  return longest;
}

static double word_width(struct typesetter *setter, const struct type *type, struct word word) {
  g_autofree char *text = g_strndup(word.at, word.length);
  return type_width(setter, type, text);
}

/* How wide the longest word of a column is: below that, words break in the middle. 0 where one is too long for any column. */
static double column_least(struct typesetter *setter, const struct table *table, guint column, double most) {
  struct word longest = word_longest(table->heads->pdata[column], (struct word){"", 0, 0});
  double head = word_width(setter, &head_type, longest);
  for (guint row = 0; row < table_rows(table); row++) longest = word_longest(table_cell(table, row, column), longest);
  double width = MAX(head, word_width(setter, cell_look(table, column), longest)) + CELL_GAP + 0.5;
  return table->kinds[column].kind == COLUMN_SIGN || width > most ? 0 : width;
}

/* Columns by their shares of ALL; where one is narrower than its longest word, the widest gives way. */
static void widths_share(struct typesetter *setter, const struct table *table, double all, double *widths) {
  double shares = 0, least[COLUMNS_MOST];
  for (guint i = 0; i < table->columns; i++)
    if (table_shown(table, i)) shares += table->kinds[i].width;
  guint widest = 0;
  for (guint i = 0; i < table->columns; i++) {
    widths[i] = table_shown(table, i) ? all * table->kinds[i].width / shares : 0;
    least[i] = table_shown(table, i) ? column_least(setter, table, i, all * WORD_MOST) : 0;
    if (widths[i] > widths[widest]) widest = i;
  }
  for (guint i = 0; i < table->columns; i++) {
    double lack = i == widest ? 0 : MIN(least[i] - widths[i], widths[widest] - all * WORD_MOST);
    if (lack <= 0) continue;
    widths[i] += lack;
    widths[widest] -= lack;
  }
}

static void places_share(struct setting *setting) {
  double x = setting->x, widths[COLUMNS_MOST];
  widths_share(setting->pdf->setter, setting->table, setting->width - (table_leads(setting->table) ? PAGE_COLUMN : 0), widths);
  for (guint i = 0; i < setting->table->columns; i++) {
    if (!table_shown(setting->table, i)) continue;
    setting->places[i] = (struct place){x, MAX(4, widths[i] - CELL_GAP)};
    x += widths[i];
  }
}

static PangoLayout *cell_lines(const struct setting *setting, guint row, guint column) {
  const char *text = table_cell(setting->table, row, column);
  if (setting->table->kinds[column].kind == COLUMN_SIGN) text = status_sign(text);
  return type_lines(setting->pdf->setter, cell_look(setting->table, column), text, setting->places[column].width,
                    column_align(setting->table, column));
}

static PangoLayout *head_lines(const struct setting *setting, guint column) {
  return type_lines(setting->pdf->setter, &head_type, setting->table->heads->pdata[column], setting->places[column].width,
                    column_align(setting->table, column));
}

static double table_row_height(const struct setting *setting, guint row) {
  double height = 0;
  for (guint i = 0; i < setting->table->columns; i++) {
    if (!table_shown(setting->table, i)) continue;
    double here = lines_height(cell_lines(setting, row, i));
    height = MAX(height, here);
  }
  return height + 2 * setting_pad(setting);
}

static double head_height(const struct setting *setting) {
  double height = 0;
  for (guint i = 0; i < setting->table->columns; i++) {
    if (!table_shown(setting->table, i)) continue;
    double here = lines_height(head_lines(setting, i));
    height = MAX(height, here);
  }
  return height + 2 * setting_pad(setting);
}

static void rule_draw(const struct setting *setting, double y, double width, guint32 color) {
  cairo_t *cr = setting->pdf->cr;
  color_set(cr, color);
  cairo_set_line_width(cr, width);
  cairo_move_to(cr, setting->x, y);
  cairo_line_to(cr, setting->x + setting->width - CELL_GAP, y);
  cairo_stroke(cr);
}

/* At the right end of a row that leads to another page. */
static void page_draw(const struct setting *setting, const struct type *type, const char *text, double y) {
  PangoLayout *lines = type_lines(setting->pdf->setter, type, text, PAGE_COLUMN - 4, ALIGN_RIGHT);
  type_draw(setting->pdf->cr, lines, setting->x + setting->width - CELL_GAP - PAGE_COLUMN + 4, y, type->color);
}

static void head_draw(const struct setting *setting, double y, double height) {
  cairo_t *cr = setting->pdf->cr;
  cairo_tag_begin(cr, "TR", NULL);
  for (guint i = 0; i < setting->table->columns; i++) {
    if (!table_shown(setting->table, i)) continue;
    PangoLayout *lines = head_lines(setting, i);
    cairo_tag_begin(cr, "TH", NULL);
    type_draw(cr, lines, setting->places[i].x, y + height - setting_pad(setting) - lines_height(lines), head_type.color);
    cairo_tag_end(cr, "TH");
  }
  if (table_leads(setting->table)) {
    cairo_tag_begin(cr, "TH", NULL);
    page_draw(setting, &head_type, "Page", y + setting_pad(setting));
    cairo_tag_end(cr, "TH");
  }
  cairo_tag_end(cr, "TR");
  rule_draw(setting, y + height, 0.8, COLOR_MUTED);
}

/* Stacked combining marks may reach far above and below a letter: the clip keeps them off the neighbouring rows. */
static void cell_draw(const struct setting *setting, guint row, guint column, double y, double height) {
  cairo_t *cr = setting->pdf->cr;
  const struct place *place = &setting->places[column];
  const char *text = table_cell(setting->table, row, column);
  guint32 color = cell_look(setting->table, column)->color;
  if (setting->table->kinds[column].kind == COLUMN_SIGN) color = status_color(text);
  PangoLayout *lines = cell_lines(setting, row, column);
  cairo_tag_begin(cr, "TD", NULL);
  cairo_save(cr);
  cairo_rectangle(cr, place->x - 2, y, place->width + 4, height);
  cairo_clip(cr);
  /* Small type sits on the same baseline as the rest. */
  double drop = (cell_type.size - cell_look(setting->table, column)->size) * 0.93;
  type_draw(cr, lines, place->x, y + setting_pad(setting) + drop, color);
  cairo_restore(cr);
  cairo_tag_end(cr, "TD");
}

/* The whole row leads there, and its page stands at the end of it. */
static void link_draw(const struct setting *setting, const char *link, double y, double height) {
  cairo_t *cr = setting->pdf->cr;
  g_autofree char *to = g_strdup_printf("dest='%s' rect=[%d %d %d %d]", link, (int)setting->x, (int)y,
                                        (int)(setting->width - CELL_GAP), (int)height);
  guint page = pdf_place(setting->pdf, link);
  g_autofree char *number = g_strdup_printf("%u", page);
  cairo_tag_begin(cr, "TD", NULL);
  cairo_tag_begin(cr, CAIRO_TAG_LINK, to);
  page_draw(setting, &cell_type, page ? number : "", y + setting_pad(setting));
  cairo_tag_end(cr, CAIRO_TAG_LINK);
  cairo_tag_end(cr, "TD");
}

static void row_draw(const struct setting *setting, guint row, double y, double height) {
  cairo_t *cr = setting->pdf->cr;
  const char *link = table_link(setting->table, row);
  cairo_tag_begin(cr, "TR", NULL);
  for (guint i = 0; i < setting->table->columns; i++)
    if (table_shown(setting->table, i)) cell_draw(setting, row, i, y, height);
  if (link) link_draw(setting, link, y, height);
  cairo_tag_end(cr, "TR");
  rule_draw(setting, y + height, 0.4, COLOR_LINE);
}

static struct setting setting_new(struct pdf *pdf, const struct table *table) {
  struct setting setting = {.pdf = pdf, .table = table, .x = PAGE_LEFT, .width = TEXT_WIDTH + CELL_GAP};
  places_share(&setting);
  return setting;
}

double pdf_table_least(struct pdf *pdf, const struct table *table) {
  struct setting setting = setting_new(pdf, table);
  double height = head_height(&setting);
  for (guint row = 0; row < MIN(2, table_rows(table)); row++) height += table_row_height(&setting, row);
  return height;
}

/* A row needs its own height; the first brings the head, and the last but one the last, which never stands alone on a page. */
static double row_needs(const struct setting *setting, guint row, double head) {
  guint rows = table_rows(setting->table);
  double height = table_row_height(setting, row) + (row ? 0 : head);
  return rows > 2 && row == rows - 2 ? height + table_row_height(setting, row + 1) : height;
}

static void table_rows_set(struct pdf *pdf, const struct table *table) {
  struct setting setting = setting_new(pdf, table);
  double head = head_height(&setting);
  for (guint row = 0; row < table_rows(table); row++) {
    double height = table_row_height(&setting, row);
    guint page = pdf->page;
    pdf_room(pdf, row_needs(&setting, row, head));
    if (!row || pdf->page != page) {
      if (pdf->pages) head_draw(&setting, pdf->y, head);
      pdf->y += head;
    }
    if (pdf->pages) row_draw(&setting, row, pdf->y, height);
    pdf->y += height;
  }
}

void pdf_table(struct pdf *pdf, const struct table *table) {
  cairo_tag_begin(pdf->cr, "Table", NULL);
  table_rows_set(pdf, table);
  cairo_tag_end(pdf->cr, "Table");
  pdf->y += 7;
}
