/* Reads a zip archive as a stranger would, to tell whether it is whole. What should be in it is known to xlsx.c. */
#include "report/zip.h"
#include "include/message.h"
#include <string.h>
#include <zlib.h>

struct zip {
  const char *path;
  const guint8 *bytes;
  gsize length;
  void (*piece)(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data);
  void *data;
};

struct entry {
  char *name;
  guint method;
  guint32 crc;
  gsize packed, length, at; /* AT: of the local head */
};

G_NORETURN static void zip_refuse(const struct zip *zip, const char *what) {
  stop_system(zip->path, "was not written whole (%s): is the disk full? nothing was changed", what);
}

static const guint8 *zip_at(const struct zip *zip, gsize at, gsize length) {
  if (at > zip->length || length > zip->length - at) zip_refuse(zip, "it ends too early");
  return zip->bytes + at;
}

static guint number2(const guint8 *at) { return (guint)at[0] | (guint)at[1] << 8; }
static guint32 number4(const guint8 *at) { return (guint32)number2(at) | (guint32)number2(at + 2) << 16; }

/* The end of the central directory: no comment follows, since libxlsxwriter writes none. */
static const guint8 *directory_end(const struct zip *zip) {
  const guint8 *end = zip->length < 22 ? NULL : zip->bytes + zip->length - 22;
  if (!end || memcmp(end, "PK\5\6", 4) != 0) zip_refuse(zip, "no directory at its end");
  return end;
}

static void entry_inflate(const struct zip *zip, const struct entry *entry, const guint8 *packed) {
  guint8 out[1 << 16];
  z_stream stream = {.next_in = (Bytef *)packed, .avail_in = (uInt)entry->packed};
  uLong crc = crc32(0, NULL, 0);
  gsize length = 0;
  int code = inflateInit2(&stream, -MAX_WBITS);
  while (code == Z_OK) {
    stream.next_out = out;
    stream.avail_out = sizeof out;
    code = inflate(&stream, Z_NO_FLUSH);
    gsize made = sizeof out - stream.avail_out;
    crc = crc32(crc, out, (uInt)made);
    length += made;
    zip->piece(entry->name, out, made, FALSE, zip->data);
  }
  inflateEnd(&stream);
  if (code != Z_STREAM_END || length != entry->length || (guint32)crc != entry->crc) zip_refuse(zip, entry->name);
}

static void entry_read(const struct zip *zip, const struct entry *entry) {
  const guint8 *head = zip_at(zip, entry->at, 30);
  if (memcmp(head, "PK\3\4", 4) != 0) zip_refuse(zip, entry->name);
  gsize start = entry->at + 30 + number2(head + 26) + number2(head + 28);
  const guint8 *packed = zip_at(zip, start, entry->packed);
  if (entry->method == 8) entry_inflate(zip, entry, packed);
  else if (entry->method == 0 && entry->packed == entry->length && (guint32)crc32(0, packed, (uInt)entry->length) == entry->crc)
    zip->piece(entry->name, packed, entry->length, FALSE, zip->data);
  else zip_refuse(zip, entry->name);
  zip->piece(entry->name, NULL, 0, TRUE, zip->data);
}

void zip_read(const char *path, void (*piece)(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data),
              void *data) {
  g_autoptr(GMappedFile) map = g_mapped_file_new(path, FALSE, NULL);
  if (!map) stop_system(path, "was not written: nothing was changed");
  struct zip zip = {path, (const guint8 *)g_mapped_file_get_contents(map), g_mapped_file_get_length(map), piece, data};
  const guint8 *end = directory_end(&zip);
  gsize at = number4(end + 16);
  for (guint left = number2(end + 10); left; left--) {
    const guint8 *head = zip_at(&zip, at, 46);
    if (memcmp(head, "PK\1\2", 4) != 0) zip_refuse(&zip, "its directory is damaged");
    guint name = number2(head + 28);
    struct entry entry = {.method = number2(head + 10),
                          .crc = number4(head + 16),
                          .packed = number4(head + 20),
                          .length = number4(head + 24),
                          .at = number4(head + 42)};
    entry.name = g_strndup((const char *)zip_at(&zip, at + 46, name), name);
    entry_read(&zip, &entry);
    g_free(entry.name);
    at += 46 + name + number2(head + 30) + number2(head + 32);
  }
}
