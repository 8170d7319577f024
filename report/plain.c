/* Sets plain text with HarfBuzz, each word once: Pango asks of every text what every script may need. What is not plain here is
   left to Pango, so that nothing need be guessed. */
#include "report/plain.h"
#include <hb.h>
#include <stdbool.h>
#include <string.h>

#define WORD_MOST 95 /* characters */

/* A character that has one glyph, which stands on the line. */
struct mark {
  guint32 glyph;
  gint32 advance;
  guint8 bytes;
  bool breaks, bound; /* a line may begin with it; not unless what is before it is shaped anew */
};

/* COUNT 0: it is not plain. */
struct word {
  guint count;
  int width;
  struct mark marks[];
};

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPTS }; /* of a paragraph; none: figures and signs alone */

struct face {
  PangoFont *font;
  hb_font_t *hb;
  hb_buffer_t *buffer;
  GArray *features;           /* of hb_feature_t */
  GHashTable *words[SCRIPTS]; /* of text to struct word */
  int baseline, step, height; /* of the first line, to the next, of one */
};

/* Marks FIRST to END. A blank after them is text, but neither measured nor drawn. */
struct line {
  const char *text;
  guint first, end;
  bool blank;
  int width;
};

struct set {
  struct plain plain;
  struct face *face;
  char *text;
  GArray *marks, *lines; /* of struct mark, for each character; of struct line */
  int width;             /* that lines may have */
  bool one;              /* line, as wide as it is */
  enum align align;
};

/* -------------------------------------------------------------------------------------------------------------- faces */

static GArray *features_read(const char *text) {
  GArray *features = g_array_new(FALSE, FALSE, sizeof(hb_feature_t));
  g_auto(GStrv) each = g_strsplit(text, ",", -1);
  for (char **at = each; *at; at++) {
    hb_feature_t feature;
    if (hb_feature_from_string(g_strstrip(*at), -1, &feature)) g_array_append_val(features, feature);
  }
  return features;
}

/* How Pango places lines in this face. */
static void face_measure(struct face *face, PangoContext *context, const PangoFontDescription *font, float spacing) {
  PangoLayout *layout = pango_layout_new(context);
  PangoRectangle all;
  pango_layout_set_font_description(layout, font);
  pango_layout_set_line_spacing(layout, spacing);
  pango_layout_set_text(layout, "x\nx", -1);
  pango_layout_get_extents(layout, NULL, &all);
  PangoLayoutIter *second = pango_layout_get_iter(layout);
  pango_layout_iter_next_line(second);
  face->baseline = pango_layout_get_baseline(layout);
  face->step = pango_layout_iter_get_baseline(second) - face->baseline;
  face->height = all.height - face->step;
  pango_layout_iter_free(second);
  g_object_unref(layout);
}

struct face *face_new(PangoContext *context, const PangoFontDescription *font, const char *features, float spacing) {
  struct face *face = g_new0(struct face, 1);
  face->font = pango_context_load_font(context, font);
  face->hb = pango_font_get_hb_font(face->font);
  face->buffer = hb_buffer_create();
  face->features = features_read(features);
  for (gsize i = 0; i < SCRIPTS; i++) face->words[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  face_measure(face, context, font, spacing);
  return face;
}

void face_free(struct face *face) {
  for (gsize i = 0; i < SCRIPTS; i++) g_hash_table_unref(face->words[i]);
  g_array_unref(face->features);
  hb_buffer_destroy(face->buffer);
  g_object_unref(face->font);
  g_free(face);
}

/* -------------------------------------------------------------------------------------------------------------- words */

static bool is_letter(gunichar c) {
  return g_ascii_isalpha((gchar)MIN(c, 0x7F)) || (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7);
}

/* Letters of Western Europe, figures, and signs of which it is known below how they part lines. */
static bool is_plain(gunichar c) {
  return (c > ' ' && c < 0x7F) || is_letter(c) || c == 0xB7 || (c >= 0x2013 && c <= 0x2014) || (c >= 0x2018 && c <= 0x2019) ||
         (c >= 0x201C && c <= 0x201D) || c == 0x2192;
}

/* Where a line may end inside the word. Most words have no such place, and it need not be looked for. */
static void word_breaks(const char *text, struct word *word) {
  const char *at = text;
  guint count = word->count;
  while (g_ascii_isalnum(*at)) at++;
  if (at + strspn(at, ".,;:)") == text + strlen(text)) return;
  g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, count + 1);
  pango_get_log_attrs(text, -1, -1, pango_language_from_string("en-us"), attributes, (int)count + 1);
  for (guint i = 1; i < count; i++) word->marks[i].breaks = attributes[i].is_line_break;
}

/* Whether the glyph at I is that of the character at AT, alone, and on the line. */
static bool glyph_plain(const hb_glyph_info_t *info, const hb_glyph_position_t *position, gsize at) {
  return info->codepoint && info->cluster == at && !position->x_offset && !position->y_offset && !position->y_advance;
}

static struct word *word_shape(struct face *face, const char *text, enum script script) {
  hb_buffer_t *buffer = face->buffer;
  guint count, all = (guint)g_utf8_strlen(text, -1);
  struct word *word = g_malloc0(sizeof(struct word) + all * sizeof(struct mark));
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, script == SCRIPT_LATIN ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON);
  hb_buffer_set_language(buffer, hb_language_from_string("en-us", -1));
  hb_buffer_add_utf8(buffer, text, -1, 0, -1);
  hb_shape(face->hb, buffer, (const hb_feature_t *)(void *)face->features->data, face->features->len);
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
  const char *at = text;
  for (guint i = 0; i < MIN(count, all); i++, at = g_utf8_next_char(at)) {
    if (!glyph_plain(&infos[i], &positions[i], (gsize)(at - text))) return word;
    word->marks[i] = (struct mark){.glyph = infos[i].codepoint,
                                   .advance = positions[i].x_advance,
                                   .bytes = (guint8)(g_utf8_next_char(at) - at),
                                   .bound = hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK};
    word->width += positions[i].x_advance;
  }
  if (count != all) return word;
  word->count = count;
  word_breaks(text, word);
  return word;
}

/* The word of LENGTH bytes at TEXT, kept. */
static const struct word *word_get(struct face *face, const char *text, gsize length, enum script script) {
  char copy[WORD_MOST + 1];
  if (length > WORD_MOST) return NULL;
  memcpy(copy, text, length);
  copy[length] = 0;
  struct word *word = g_hash_table_lookup(face->words[script], copy);
  if (!word) g_hash_table_insert(face->words[script], g_strdup(copy), word = word_shape(face, copy, script));
  return word->count ? word : NULL;
}

/* -------------------------------------------------------------------------------------------------------------- lines */

static gunichar char_before(const char *at) { return g_utf8_get_char(g_utf8_prev_char(at)); }

/* Whether a line may end at the blank at AT, as far as is known here. */
static bool blank_breaks(const char *at) {
  gunichar before = char_before(at), after = g_utf8_get_char(at + 1);
  if (before == ' ' || after == ' ') return false;
  bool opened = before < 0x7F && strchr("([{<\"'", (int)before), quoted = before >= 0x2018 && before <= 0x201D;
  if (after == '(') return !opened && !quoted;
  if (after == 0x2014) return before != 0x2014 && !opened;
  return before != '(' && before != '[' && before != '{' &&
         (is_letter(after) || (after < 0x7F && strchr("0123456789\"'$#&+<", (int)after)) || after >= 0xB7);
}

/* A paragraph's characters as marks, all in one line. */
static bool marks_add(struct set *set, const char *text, const char *end, enum script script) {
  if (text == end || *text == ' ' || end[-1] == ' ') return false;
  for (const char *at = text; at < end;) {
    gsize length = *at == ' ' ? 1 : strcspn(at, " \n");
    const struct word *word = word_get(set->face, at, length, script);
    if (!word) return false;
    g_array_append_vals(set->marks, word->marks, word->count);
    at += length;
  }
  return true;
}

/* Where a line may begin or end: at mark AT, whose text is at TEXT. */
struct place {
  const char *text;
  guint at;
  int width; /* of the line that ends here */
};

static const struct mark *set_marks(const struct set *set) { return (const struct mark *)(void *)set->marks->data; }

/* The last place where the line from START may end; that of START where there is none. */
static struct place line_end(const struct set *set, struct place start) {
  const struct mark *marks = set_marks(set);
  struct place here = start, end = start;
  for (; here.at < set->marks->len && here.width <= set->width; here.text += marks[here.at++].bytes) {
    if (*here.text == ' ' || marks[here.at].breaks) end = here;
    here.width += marks[here.at].advance;
  }
  return here.width <= set->width ? here : end;
}

/* Whether the line that ends at END is as Pango ends it. Pango shapes anew what it parts, and so may find room for more. */
static bool end_sure(const struct set *set, struct place end) {
  const struct mark *marks = set_marks(set);
  if (end.at == set->marks->len) return true;
  bool blank = *end.text == ' ';
  if (blank && !blank_breaks(end.text)) return false;
  const char *text = end.text + blank;
  for (guint at = end.at + blank; at < set->marks->len && *text != ' '; text += marks[at++].bytes)
    if (marks[at].breaks && marks[at].bound) return false;
  return true;
}

static void line_add(struct set *set, struct place start, struct place end, bool blank) {
  struct line line = {start.text, start.at, end.at, blank, end.width};
  g_array_append_val(set->lines, line);
  set->plain.width = MAX(set->plain.width, line.width);
}

/* The paragraph of the marks from START on in lines that end as late as they may. */
static bool lines_break(struct set *set, struct place start) {
  while (true) {
    struct place end = line_end(set, start);
    if (end.at == start.at || !end_sure(set, end)) return false;
    bool last = end.at == set->marks->len, blank = !last && *end.text == ' ';
    line_add(set, start, end, blank);
    if (last) return true;
    start = (struct place){end.text + blank, end.at + blank, 0};
  }
}

/* SCRIPTS where it is not plain. */
static enum script script_of(const char *text, const char *end) {
  enum script script = SCRIPT_NONE;
  for (; text < end; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (c != ' ' && !is_plain(c)) return SCRIPTS;
    if (is_letter(c)) script = SCRIPT_LATIN;
  }
  return script;
}

static bool paragraph_set(struct set *set, const char *text, const char *end) {
  struct place start = {text, set->marks->len, 0};
  enum script script = script_of(text, end);
  return script < SCRIPTS && marks_add(set, text, end, script) && lines_break(set, start);
}

static bool text_set(struct set *set) {
  for (const char *at = set->text; at; at = strchr(at, '\n'), at = at ? at + 1 : NULL)
    if (!paragraph_set(set, at, at + strcspn(at, "\n"))) return false;
  return !set->one || set->lines->len == 1;
}

struct plain *plain_new(struct face *face, const char *text, int width, enum align align) {
  struct set *set = g_new0(struct set, 1);
  *set = (struct set){.face = face,
                      .text = g_strdup(text),
                      .marks = g_array_new(FALSE, FALSE, sizeof(struct mark)),
                      .lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
                      .width = width < 0 ? G_MAXINT : width,
                      .one = width < 0,
                      .align = align};
  if (!text_set(set)) {
    plain_free(&set->plain);
    return NULL;
  }
  set->plain.lines = set->lines->len;
  set->plain.height = face->height + ((int)set->plain.lines - 1) * face->step;
  set->plain.baseline = face->baseline;
  return &set->plain;
}

void plain_free(struct plain *plain) {
  struct set *set = (struct set *)plain;
  g_array_unref(set->marks);
  g_array_unref(set->lines);
  g_free(set->text);
  g_free(set);
}

/* ------------------------------------------------------------------------------------------------------------ drawing */

/* Where the line begins, in Pango's units. */
static int line_left(const struct set *set, const struct line *line) {
  if (set->one || set->align == ALIGN_LEFT) return 0;
  int left = set->width - line->width;
  if (set->align == ALIGN_RIGHT) return left;
  /* Whole points are kept to where they can be. */
  return (set->width | line->width) % PANGO_SCALE ? left / 2 : PANGO_UNITS_ROUND(left / 2);
}

/* Its glyphs, and beside each how many bytes of the text it stands for, which a PDF needs. */
static void line_draw(cairo_t *cr, const struct set *set, const struct line *line, double x, double y) {
  const struct mark *marks = set_marks(set) + line->first;
  int count = (int)(line->end - line->first), bytes = 0, at = 0;
  g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, (gsize)count);
  g_autofree cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, (gsize)count + 1);
  for (int i = 0; i < count; at += marks[i].advance, bytes += marks[i].bytes, i++) {
    glyphs[i] = (cairo_glyph_t){marks[i].glyph, x + (double)at / PANGO_SCALE, y};
    clusters[i] = (cairo_text_cluster_t){marks[i].bytes, 1};
  }
  clusters[count] = (cairo_text_cluster_t){1, 0};
  if (cairo_surface_has_show_text_glyphs(cairo_get_target(cr)))
    cairo_show_text_glyphs(cr, line->text, bytes + line->blank, glyphs, count, clusters, count + line->blank,
                           (cairo_text_cluster_flags_t)0);
  else cairo_show_glyphs(cr, glyphs, count);
}

void plain_draw(cairo_t *cr, const struct plain *plain) {
  const struct set *set = (const struct set *)plain;
  double x, y;
  cairo_get_current_point(cr, &x, &y);
  cairo_set_scaled_font(cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(set->face->font)));
  for (guint i = 0; i < set->lines->len; i++) {
    const struct line *line = &g_array_index(set->lines, struct line, i);
    int down = set->face->baseline + (int)i * set->face->step;
    line_draw(cr, set, line, x + (double)line_left(set, line) / PANGO_SCALE, y + (double)down / PANGO_SCALE);
  }
}
