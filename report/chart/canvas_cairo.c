/* Draws with cairo, on a page or into a PNG. Text is set by typeset.c; what is drawn is up to the charts. */
#include "report/chart/canvas_cairo.h"
#include "include/message.h"
#include "include/output.h"

struct cairo_canvas {
  struct canvas base;
  cairo_t *cr;
  struct typesetter *setter;
};

static void cairo_fill_box(struct canvas *canvas, struct box box, guint32 color) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  color_set(cr, color);
  cairo_rectangle(cr, box.x, box.y, box.width, box.height);
  cairo_fill(cr);
}

static void cairo_draw_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, guint32 color) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  color_set(cr, color);
  cairo_set_line_width(cr, width);
  cairo_move_to(cr, x1, y1);
  cairo_line_to(cr, x2, y2);
  cairo_stroke(cr);
}

static double cairo_text_width(struct canvas *canvas, const char *text, const struct type *type) {
  return type_width(((struct cairo_canvas *)canvas)->setter, type, text);
}

static void cairo_draw_text(struct canvas *canvas, double x, double y, const char *text, const struct type *type,
                            enum align align) {
  const struct cairo_canvas *on = (const struct cairo_canvas *)canvas;
  PangoLayout *lines = type_lines(on->setter, type, text, -1, ALIGN_LEFT);
  double width = lines_width(lines);
  double left = align == ALIGN_LEFT ? x : align == ALIGN_RIGHT ? x - width : x - width / 2;
  type_draw(on->cr, lines, left, y - lines_baseline(lines), type->color);
}

static const struct canvas_class cairo_class = {cairo_fill_box, cairo_draw_line, cairo_draw_text, cairo_text_width, NULL};

struct canvas *canvas_cairo_new(cairo_t *cr, struct typesetter *setter) {
  struct cairo_canvas *canvas = g_new0(struct cairo_canvas, 1);
  *canvas = (struct cairo_canvas){{&cairo_class}, cr, setter};
  return &canvas->base;
}

struct canvas *canvas_png_begin(struct typesetter *setter, double width, double height, double scale) {
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale + 0.5), (int)(height * scale + 0.5));
  cairo_t *cr = cairo_create(surface);
  cairo_surface_destroy(surface); /* CR keeps it */
  color_set(cr, COLOR_PAPER);
  cairo_paint(cr);
  cairo_scale(cr, scale, scale);
  return canvas_cairo_new(cr, setter);
}

static cairo_status_t bytes_put(void *file, const unsigned char *bytes, unsigned int length) {
  output_put(file, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

void canvas_png_end(struct canvas *canvas, const char *path) {
  cairo_t *cr = ((struct cairo_canvas *)canvas)->cr;
  struct output *file = output_open(path);
  cairo_status_t status = cairo_status(cr);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(cairo_get_target(cr), bytes_put, file);
  if (status != CAIRO_STATUS_SUCCESS) stop_system(path, "the picture cannot be drawn: %s", cairo_status_to_string(status));
  output_close(file);
  cairo_destroy(cr);
  g_free(canvas);
}
