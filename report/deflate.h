/* Deflates whole buffers fast, for the workbook. */
#pragma once
#include <glib.h>

struct deflater;
struct deflater *deflater_new(void);
void deflater_free(struct deflater *deflater);

/* Bytes that LENGTH bytes may take at most. */
gsize deflater_room(gsize length);

/* A piece of a stream: blocks that refer to none before them, end at a byte and may be followed by others. TO has
   deflater_room; the length is given back. */
gsize deflater_piece(struct deflater *deflater, const guint8 *bytes, gsize length, guint8 *to);

guint32 deflater_crc(const guint8 *bytes, gsize length);
