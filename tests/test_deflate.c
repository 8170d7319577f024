/* What is deflated is inflated to the same, and becomes the same bytes wherever it stands and whatever was there before. */
#include "tests/check.h"
#include "report/deflate.h"
#include <zlib.h>

enum { LENGTH = 200000, SHIFTS = 64, NOISE = 512, PLACES = 4096 };

/* Rows like those of a sheet: much comes again, at any length and in any order. */
static void rows_make(guint8 *to, gsize length) {
  g_autoptr(GString) rows = g_string_new(NULL);
  GRand *rand = g_rand_new_with_seed(3);
  while (rows->len < length) {
    g_string_append_printf(rows, "<row><c t=\"s\"><v>%d</v></c>", g_rand_int_range(rand, 0, 1000));
    for (int i = g_rand_int_range(rand, 0, 30); i; i--) g_string_append(rows, "<c><v>17</v></c>");
    for (int i = g_rand_int_range(rand, 0, 300); i; i--) g_string_append_c(rows, ' ');
  }
  memcpy(to, rows->str, length);
  g_rand_free(rand);
}

static void inflated(const guint8 *packed, gsize length, const guint8 *wanted, gsize wanted_length) {
  g_autofree guint8 *found = g_malloc(wanted_length + 1);
  z_stream stream = {
      .next_in = (Bytef *)packed, .avail_in = (uInt)length, .next_out = found, .avail_out = (uInt)wanted_length + 1};
  g_assert_cmpint(inflateInit2(&stream, -MAX_WBITS), ==, Z_OK);
  inflate(&stream, Z_SYNC_FLUSH);
  g_assert_cmpuint(stream.total_out, ==, wanted_length);
  g_assert_true(!memcmp(found, wanted, wanted_length));
  inflateEnd(&stream);
}

static void piece_inflates(void) {
  g_autofree guint8 *bytes = g_malloc(LENGTH);
  struct deflater *deflater = deflater_new();
  g_autofree guint8 *packed = g_malloc(deflater_room(LENGTH));
  rows_make(bytes, LENGTH);
  for (gsize length = LENGTH; length; length /= 3) {
    gsize packed_length = deflater_piece(deflater, bytes, length, packed);
    inflated(packed, packed_length, bytes, length);
    g_assert_cmpuint(deflater_crc(bytes, length), ==, crc32(0, bytes, (uInt)length));
  }
  deflater_free(deflater);
}

/* BYTES once more, SHIFT behind the begin of a buffer, with noise before and behind them. */
static void piece_again(struct deflater *deflater, GRand *noise, const guint8 *bytes, gsize shift, const guint8 *first,
                        gsize first_length) {
  g_autofree guint8 *buffer = g_malloc(SHIFTS + LENGTH + NOISE), *packed = g_malloc(deflater_room(LENGTH));
  for (gsize i = 0; i < SHIFTS + LENGTH + NOISE; i++) buffer[i] = (guint8)g_rand_int(noise);
  memcpy(buffer + shift, bytes, LENGTH);
  g_assert_cmpuint(deflater_piece(deflater, buffer + shift, LENGTH, packed), ==, first_length);
  g_assert_true(!memcmp(packed, first, first_length));
}

static void piece_same(void) {
  g_autofree guint8 *bytes = g_malloc(LENGTH);
  struct deflater *used = deflater_new();
  GRand *noise = g_rand_new_with_seed(7);
  g_autofree guint8 *first = g_malloc(deflater_room(LENGTH));
  rows_make(bytes, LENGTH);
  gsize length = deflater_piece(used, bytes, LENGTH, first);
  for (gsize shift = 0; shift < SHIFTS; shift++) {
    struct deflater *fresh = deflater_new();
    piece_again(used, noise, bytes, shift, first, length);
    piece_again(fresh, noise, bytes, shift, first, length);
    deflater_free(fresh);
  }
  deflater_free(used);
  g_rand_free(noise);
}

/* Where the deflater itself stands makes no difference, for a text that begins as a later part of it does. */
static void deflater_anywhere(void) {
  static const char text[] =
      "<row spans=\"1:8\"><c t=\"s\"><v>1047</v></c><c/><x>qwyuplkjzmg</x><row spans=\"1:8\"><c t=\"s\"><v>1047</v></c>";
  static struct deflater *deflaters[PLACES];
  guint8 first[2048], packed[2048];
  g_assert_cmpuint(deflater_room(sizeof text), <=, sizeof packed);
  for (guint i = 0; i < PLACES; i++) deflaters[i] = deflater_new();
  gsize length = deflater_piece(deflaters[0], (const guint8 *)text, sizeof text - 1, first);
  for (guint i = 0; i < PLACES; i++) {
    g_assert_cmpuint(deflater_piece(deflaters[i], (const guint8 *)text, sizeof text - 1, packed), ==, length);
    g_assert_true(!memcmp(packed, first, length));
    deflater_free(deflaters[i]);
  }
  inflated(first, length, (const guint8 *)text, sizeof text - 1);
}

/* Any byte may be deflated, that of the history too. */
static void bytes_any(void) {
  struct deflater *deflater = deflater_new();
  guint8 bytes[4 * 256], packed[4096];
  for (guint i = 0; i < sizeof bytes; i++) bytes[i] = (guint8)(i < 600 ? 1 : i);
  g_assert_cmpuint(deflater_room(sizeof bytes), <=, sizeof packed);
  for (gsize from = 0; from < 700; from += 7) {
    gsize length = deflater_piece(deflater, bytes + from, sizeof bytes - from, packed);
    inflated(packed, length, bytes + from, sizeof bytes - from);
  }
  deflater_free(deflater);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("deflate", "a piece is inflated to what it was", piece_inflates);
  TEST("deflate", "the same bytes become the same, wherever they stand", piece_same);
  TEST("deflate", "the same bytes become the same, wherever the deflater stands", deflater_anywhere);
  TEST("deflate", "any bytes are inflated to what they were", bytes_any);
  return g_test_run();
}
