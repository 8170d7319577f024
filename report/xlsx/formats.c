/* The looks of cells, one a line. Which cell has which is known to those who write it. */
#include "report/xlsx/formats.h"
#include "report/chart/canvas.h"
#include <glib.h>

enum place { BY_KIND, TO_LEFT, TO_MIDDLE, TO_RIGHT };

static const struct style {
  const char *number;
  guint32 color, fill, line; /* 0: as it is */
  double size;
  bool bold, wrap, link, low, inset; /* LOW: at the bottom of its cell; INSET: not at its very edge */
  enum place place;
} styles[FORMATS] = {
    [FORMAT_PLAIN] = {0},
    [FORMAT_WRAP] = {.wrap = true},
    [FORMAT_COUNT] = {.number = "#,##0", .place = TO_RIGHT, .inset = true},
    [FORMAT_MOMENT] = {.number = "yyyy-mm-dd hh:mm:ss", .place = TO_LEFT},
    [FORMAT_DAY] = {.number = "yyyy-mm-dd", .place = TO_LEFT},
    [FORMAT_LINK] = {.color = COLOR_DEEP, .link = true},
    [FORMAT_ENTRY] = {.wrap = true, .fill = 0xFFF9E5, .line = 0xE3D9B5},
    [FORMAT_REMARK] = {.color = COLOR_ALERT, .bold = true},
    [FORMAT_HEAD] = {.color = COLOR_PAPER, .fill = COLOR_DEEP, .bold = true, .wrap = true},
    [FORMAT_TITLE] = {.color = COLOR_DEEP, .size = 22, .bold = true, .low = true},
    [FORMAT_SUBTITLE] = {.color = COLOR_MUTED, .size = 11, .low = true},
    [FORMAT_SECTION] = {.color = COLOR_DEEP, .size = 13, .bold = true, .low = true},
    [FORMAT_LABEL] = {.place = TO_LEFT, .inset = true, .color = COLOR_MUTED, .fill = COLOR_BAND, .size = 10, .low = true},
    [FORMAT_FIGURE] =
        {.number = "#,##0", .color = COLOR_DEEP, .fill = COLOR_BAND, .size = 24, .bold = true, .place = TO_LEFT, .inset = true},
    [FORMAT_SHARE] =
        {.number = "0 %", .color = COLOR_DEEP, .fill = COLOR_BAND, .size = 24, .bold = true, .place = TO_LEFT, .inset = true},
    [FORMAT_NOTE] = {.place = TO_LEFT, .inset = true, .color = COLOR_INK, .fill = COLOR_BAND, .size = 9, .wrap = true},
    [FORMAT_LINE] = {.line = COLOR_LINE, .wrap = true},
    [FORMAT_LINE_COUNT] = {.inset = true, .number = "#,##0", .line = COLOR_LINE, .place = TO_RIGHT},
    [FORMAT_LINE_SIGN] = {.line = COLOR_LINE, .place = TO_MIDDLE},
    [FORMAT_LINE_LINK] = {.line = COLOR_LINE, .color = COLOR_DEEP, .link = true, .place = TO_LEFT},
    [FORMAT_LINE_HEAD] = {.line = COLOR_DEEP, .color = COLOR_MUTED, .size = 9, .low = true},
    [FORMAT_BAD] = {.color = 0xFFFFFF, .fill = COLOR_ALERT, .bold = true},
    [FORMAT_POOR] = {.color = 0x7A2E06, .fill = 0xF7D9C8, .bold = true},
    [FORMAT_FAIR] = {.color = 0x6B4E00, .fill = 0xFBEFC9},
    [FORMAT_MILD] = {.color = COLOR_MUTED, .fill = COLOR_BAND},
    [FORMAT_GOOD] = {.color = COLOR_DEEP, .fill = 0xE3EDF5},
};

static void format_edges(lxw_format *format, const struct style *style) {
  static const guint8 places[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
  format_set_align(format, style->low ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
  if (style->place) format_set_align(format, places[style->place]);
  if (style->inset) format_set_indent(format, 1);
  if (!style->line) return;
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bottom_color(format, style->line);
}

lxw_format *format_new(lxw_workbook *workbook, enum format number) {
  const struct style *style = &styles[number];
  lxw_format *format = workbook_add_format(workbook);
  if (!format) return NULL;
  if (style->number) format_set_num_format(format, style->number);
  if (style->color) format_set_font_color(format, style->color);
  if (style->fill) format_set_bg_color(format, style->fill);
  if (style->size > 0) format_set_font_size(format, style->size);
  if (style->bold) format_set_bold(format);
  if (style->link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (number >= FORMAT_BAD) return format; /* laid over a cell: no more than colours and weight */
  if (style->wrap) format_set_text_wrap(format);
  format_edges(format, style);
  return format;
}
