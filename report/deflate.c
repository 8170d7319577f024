/* Deflates with ISA-L, which is four times as fast as zlib and packs as well at this level; the bytes are the same on every
   processor that has SSE 4.2. What is deflated is known to pack.c. */
#include "report/deflate.h"
#include "include/message.h"
#include <isa-l.h>
#include <string.h>

#define LEVEL 1 /* the next packs a hundredth more in a tenth more time */

/* No text holds it. */
#define NEVER 1

struct deflater {
  struct isal_zstream stream;
  guint8 held[ISAL_DEF_LVL1_DEFAULT];
};

struct deflater *deflater_new(void) {
  return g_new0(struct deflater, 1); /* so that nothing depends on what was there */
}

void deflater_free(struct deflater *deflater) { g_free(deflater); }

/* What does not pack is stored in blocks of 64 KiB, each with a head. */
gsize deflater_room(gsize length) { return length + length / 256 + 1024; }

static gsize stream_run(struct deflater *deflater, const guint8 *bytes, gsize length, guint8 *to) {
  struct isal_zstream *stream = &deflater->stream;
  stream->level = LEVEL;
  stream->level_buf = deflater->held;
  stream->level_buf_size = sizeof deflater->held;
  stream->next_in = (guint8 *)bytes;
  stream->avail_in = (guint32)length;
  stream->next_out = to;
  stream->avail_out = (guint32)deflater_room(length);
  if (isal_deflate(stream) != COMP_OK || stream->avail_in || !stream->avail_out)
    stop_system(NULL, "what was to be packed was not: nothing was changed: report this");
  return deflater_room(length) - stream->avail_out;
}

/* ISA-L 2.30 begins a stream that has no history with a hash in which the stream's own address stands: about one in a thousand
   finds one match less. A byte of history that nothing can refer to makes all alike. */
static void history_begin(struct isal_zstream *stream, const guint8 *bytes, gsize length) {
  static guint8 history[] = {NEVER};
  if (!memchr(bytes, NEVER, length)) isal_deflate_set_dict(stream, history, sizeof history);
}

gsize deflater_piece(struct deflater *deflater, const guint8 *bytes, gsize length, guint8 *to) {
  isal_deflate_init(&deflater->stream);
  history_begin(&deflater->stream, bytes, length);
  deflater->stream.flush = FULL_FLUSH;
  return stream_run(deflater, bytes, length, to);
}

guint32 deflater_crc(const guint8 *bytes, gsize length) { return crc32_gzip_refl(0, bytes, length); }
