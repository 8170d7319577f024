/* Writes PNG for charts: rows that are alike as they come. libpng tries filters that such pictures do not need. */
#include "report/png.h"
#include "include/output.h"
#include <libdeflate.h>
#include <string.h>

#define CHANNELS 3
#define EFFORT 1 /* of 12: the pictures are packed to a twentieth and more as it is */

static void number_put(guint8 *at, guint32 number) {
  for (int i = 0; i < 4; i++) at[i] = (guint8)(number >> (24 - 8 * i));
}

/* NAME has four letters. */
static void chunk_put(struct output *file, const char *name, const guint8 *bytes, gsize length) {
  guint8 head[8], foot[4];
  number_put(head, (guint32)length);
  memcpy(head + 4, name, 4);
  guint32 sum = libdeflate_crc32(0, head + 4, 4);
  if (length) sum = libdeflate_crc32(sum, bytes, length); /* of no bytes it would begin anew */
  number_put(foot, sum);
  output_put(file, head, sizeof head);
  if (length) output_put(file, bytes, length);
  output_put(file, foot, sizeof foot);
}

static guint8 *pixel_put(guint8 *to, guint32 pixel) {
  to[0] = (guint8)(pixel >> 16);
  to[1] = (guint8)(pixel >> 8);
  to[2] = (guint8)pixel;
  return to + CHANNELS;
}

#define FLAT 4 /* pixels: as many as are mostly alike */

/* A row as the file has it: its filter (none), then red, green and blue of each pixel. */
static void row_read(guint8 *row, const guint8 *pixels, int width) {
  guint32 these[FLAT], before[FLAT];
  int x = 0;
  *row++ = 0;
  for (; x + FLAT <= width; x += FLAT) {
    memcpy(these, pixels + (gsize)x * sizeof *these, sizeof these);
    if (x && !memcmp(these, before, sizeof these)) {
      memcpy(row, row - FLAT * CHANNELS, FLAT * CHANNELS);
      row += FLAT * CHANNELS;
      continue;
    }
    for (int i = 0; i < FLAT; i++) row = pixel_put(row, these[i]);
    memcpy(before, these, sizeof before);
  }
  for (; x < width; x++) {
    memcpy(these, pixels + (gsize)x * sizeof *these, sizeof *these);
    row = pixel_put(row, *these);
  }
}

/* Puts the rows in the place of the pixels, which are longer. Returns how long they are. */
static gsize rows_make(guint8 *pixels, int width, int height, int stride) {
  gsize length = 1 + (gsize)width * CHANNELS;
  g_autofree guint8 *row = g_malloc(length);
  for (int y = 0; y < height; y++) {
    row_read(row, pixels + (gsize)y * (gsize)stride, width);
    memcpy(pixels + (gsize)y * length, row, length);
  }
  return length * (gsize)height;
}

/* The bytes of an IDAT chunk, made of the rows; the caller's. */
static guint8 *rows_pack(const guint8 *rows, gsize all, gsize *length) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(EFFORT);
  if (!compressor) g_error("out of memory");
  gsize most = libdeflate_zlib_compress_bound(compressor, all);
  guint8 *packed = g_malloc(most);
  *length = libdeflate_zlib_compress(compressor, rows, all, packed, most);
  libdeflate_free_compressor(compressor);
  return packed;
}

void png_file(const char *path, guint8 *pixels, int width, int height, int stride) {
  static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  guint8 about[13] = {[8] = 8, [9] = 2}; /* bits of a channel; red, green and blue */
  number_put(about, (guint32)width);
  number_put(about + 4, (guint32)height);
  gsize all = rows_make(pixels, width, height, stride);
  gsize length;
  g_autofree guint8 *packed = rows_pack(pixels, all, &length);
  struct output *file = output_open(path);
  output_put(file, signature, sizeof signature);
  chunk_put(file, "IHDR", about, sizeof about);
  chunk_put(file, "IDAT", packed, length);
  chunk_put(file, "IEND", NULL, 0);
  output_close(file);
}
