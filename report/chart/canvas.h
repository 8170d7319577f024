/* What a chart draws on: a page of a PDF, a picture of points, or SVG with real text. Units are points, y grows downwards. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum align { ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT };

struct box {
  double x, y, width, height;
};

/* How text looks; one family everywhere. Colours are 0xRRGGBB. */
struct type {
  double size;
  bool bold;
  guint32 color;
};

/* The palette. Colours differ in lightness as much as in hue, so that they stay distinct in greyscale. */
enum color {
  COLOR_INK = 0x1B2733,
  COLOR_MUTED = 0x55616D,
  COLOR_LINE = 0xC9D0D6,
  COLOR_BAND = 0xF1F4F6,
  COLOR_DEEP = 0x17456B,
  COLOR_LIGHT = 0xA9C6DE,
  COLOR_ALERT = 0xA8420B,
  COLOR_PAPER = 0xFFFFFF
};

struct canvas {
  const struct canvas_class *class;
};

struct canvas_class {
  void (*fill)(struct canvas *canvas, struct box box, guint32 color);
  void (*line)(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, guint32 color);
  /* TEXT is one line; X is its left end, middle or right end by ALIGN, Y its baseline. */
  void (*text)(struct canvas *canvas, double x, double y, const char *text, const struct type *type, enum align align);
  double (*width)(struct canvas *canvas, const char *text, const struct type *type);
  /* NULL on a canvas where nothing can be clicked. */
  void (*mark)(struct canvas *canvas, const char *key);
};

static inline void canvas_fill(struct canvas *canvas, struct box box, guint32 color) { canvas->class->fill(canvas, box, color); }
static inline void canvas_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, guint32 color) {
  canvas->class->line(canvas, x1, y1, x2, y2, width, color);
}
static inline void canvas_text(struct canvas *canvas, double x, double y, const char *text, const struct type *type,
                               enum align align) {
  canvas->class->text(canvas, x, y, text, type, align);
}
static inline double canvas_width(struct canvas *canvas, const char *text, const struct type *type) {
  return canvas->class->width(canvas, text, type);
}

/* What is drawn from here to canvas_mark with NULL stands for KEY, so that a page can lead from it to its rows. */
static inline void canvas_mark(struct canvas *canvas, const char *key) {
  if (canvas->class->mark) canvas->class->mark(canvas, key);
}
