/* Recognises an encoding and turns its bytes into valid UTF-8; source.c finds the ends of lines. */
#define _GNU_SOURCE
#include "ingest/csv/decode.h"
#include <string.h>

#define REPLACEMENT 0xFFFD

const char *encoding_name(enum encoding encoding) {
  static const char *const names[] = {[ENCODING_UTF8] = "UTF-8",
                                      [ENCODING_UTF8_BOM] = "UTF-8 with BOM",
                                      [ENCODING_UTF16LE] = "UTF-16LE",
                                      [ENCODING_UTF16BE] = "UTF-16BE",
                                      [ENCODING_1252] = "Windows-1252"};
  return names[encoding];
}

/* The number of leading bytes from 1 to 127, compared eight at a time because nearly every file has no others. */
static gsize ascii_run(const guchar *bytes, gsize count) {
  const guint64 ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  gsize at = 0;
  for (guint64 word; at + 8 <= count; at += 8) {
    memcpy(&word, bytes + at, 8);
    if ((word | ((word - ones) & ~word)) & tops) break;
  }
  while (at < count && bytes[at] && bytes[at] < 0x80) at++;
  return at;
}

bool bytes_ascii(const char *text, gsize count) { return ascii_run((const guchar *)text, count) == count; }

static bool noncharacter(gunichar c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

/* The length in bytes of one character that is not plain ASCII; 0 if it continues beyond the end. */
static gsize utf8_take(const guchar *bytes, gsize left, gunichar *out) {
  *out = REPLACEMENT;
  if (!*bytes) return 1;
  gunichar c = g_utf8_get_char_validated((const char *)bytes, (gssize)left);
  /* GLib also calls a character unfinished if a NUL interrupts it. */
  if (c == (gunichar)-2) return left < 4 && !memchr(bytes, '\0', left) ? 0 : 1;
  if (c == (gunichar)-1) return 1;
  if (!noncharacter(c)) *out = c;
  return (gsize)g_unichar_to_utf8(c, NULL);
}

gsize census_take(struct census *census, const guchar *bytes, gsize count, bool last) {
  gsize at = 0;
  while ((at += ascii_run(bytes + at, count - at)) < count) {
    gunichar c;
    gsize length = utf8_take(bytes + at, count - at, &c);
    if (!length && !last) return at;
    if (length > 1) census->good++;
    else if (bytes[at]) census->bad++;
    at += length ? length : 1;
  }
  return at;
}

bool encoding_by_start(const guchar *bytes, gsize count, enum encoding *encoding, gsize *bom) {
  static const struct {
    const char *mark;
    gsize length;
    enum encoding encoding;
  } marks[] = {{"\xEF\xBB\xBF", 3, ENCODING_UTF8_BOM}, {"\xFF\xFE", 2, ENCODING_UTF16LE}, {"\xFE\xFF", 2, ENCODING_UTF16BE}};
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    if (count >= marks[i].length && !memcmp(bytes, marks[i].mark, marks[i].length)) {
      *encoding = marks[i].encoding, *bom = marks[i].length;
      return true;
    }
  gsize nuls[2] = {0, 0}, pairs = count / 2;
  for (gsize i = 0; i < pairs * 2; i++) nuls[i % 2] += !bytes[i];
  *bom = 0;
  if (pairs < 2 || MAX(nuls[0], nuls[1]) * 2 < pairs || MIN(nuls[0], nuls[1]) * 10 > MAX(nuls[0], nuls[1])) return false;
  *encoding = nuls[1] > nuls[0] ? ENCODING_UTF16LE : ENCODING_UTF16BE;
  return true;
}

enum encoding encoding_by_census(const struct census *census) {
  return census->bad && census->good <= census->bad ? ENCODING_1252 : ENCODING_UTF8;
}

/* The text being written, and the places of replacements in it. */
struct output {
  char *text;
  gsize length, start;
  GArray *repairs;
};

static void utf8_put(struct output *output, gunichar c, bool repaired) {
  if (repaired) {
    gsize at = output->start + output->length;
    g_array_append_val(output->repairs, at);
  }
  if (c < 0x80) output->text[output->length++] = (char)c;
  else output->length += (gsize)g_unichar_to_utf8(c, output->text + output->length);
}

static gsize decode_utf8(struct output *output, const guchar *in, gsize count, bool last) {
  gsize at = 0;
  for (;;) {
    gsize run = ascii_run(in + at, count - at);
    memcpy(output->text + output->length, in + at, run);
    output->length += run;
    if ((at += run) == count) return at;
    gunichar c;
    gsize length = utf8_take(in + at, count - at, &c);
    if (!length && !last) return at;
    /* A U+FFFD in the file itself takes three bytes and is not a repair. */
    utf8_put(output, c, c == REPLACEMENT && (length < 3 || memcmp(in + at, "\xEF\xBF\xBD", 3) != 0));
    at += length ? length : 1;
  }
}

static gsize decode_1252(struct output *output, const guchar *in, gsize count) {
  static const guint16 upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  for (gsize at = 0; at < count; at++) {
    gunichar c = in[at] >= 0x80 && in[at] < 0xA0 ? upper[in[at] - 0x80] : in[at];
    utf8_put(output, c ? c : REPLACEMENT, !c);
  }
  return count;
}

static gunichar unit16(const guchar *in, bool big) { return big ? (gunichar)in[0] << 8 | in[1] : (gunichar)in[1] << 8 | in[0]; }

static gsize decode_utf16(struct output *output, const guchar *in, gsize count, bool last, bool big) {
  gsize at = 0;
  while (at < count) {
    gsize left = count - at, length = 2;
    if (left < 2 && !last) break;
    gunichar c = left < 2 ? 0 : unit16(in + at, big);
    if (c >= 0xD800 && c < 0xDC00) {
      if (left < 4 && !last) break;
      gunichar low = left < 4 ? 0 : unit16(in + at + 2, big);
      if (low >= 0xDC00 && low < 0xE000) c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00), length = 4;
    }
    bool bad = !c || noncharacter(c) || (c >= 0xD800 && c < 0xE000);
    utf8_put(output, bad ? REPLACEMENT : c, bad);
    at += MIN(length, left);
  }
  return at;
}

gsize decode_text(enum encoding encoding, const guchar *in, gsize count, bool last, char *out, gsize *written, GArray *repairs,
                  gsize start) {
  struct output output = {.text = out, .start = start, .repairs = repairs};
  gsize used = encoding <= ENCODING_UTF8_BOM ? decode_utf8(&output, in, count, last)
               : encoding == ENCODING_1252   ? decode_1252(&output, in, count)
                                             : decode_utf16(&output, in, count, last, encoding == ENCODING_UTF16BE);
  *written = output.length;
  return used;
}

const char *other_type(const guchar *bytes, gsize count) {
  static const struct {
    const char *mark;
    gsize length;
    const char *name;
  } types[] = {{"PK\3\4", 4, "a zip archive"},
               {"PK\5\6", 4, "a zip archive"},
               {"%PDF-", 5, "a PDF"},
               {"\x1F\x8B", 2, "a gzip archive"},
               {"\xD0\xCF\x11\xE0", 4, "an old Word or other Office file (.doc)"},
               {"SQLite format 3", 15, "an SQLite database"},
               {"7z\xBC\xAF", 4, "a 7z archive"},
               {"BZh", 3, "a bzip2 archive"},
               {"\xFD"
                "7zXZ",
                5, "an xz archive"},
               {"(\xB5/\xFD", 4, "a zstd archive"},
               {"{\\rtf", 5, "an RTF document"},
               {"\x89PNG", 4, "a picture"},
               {"\xFF\xD8\xFF", 3, "a picture"},
               {"PAR1", 4, "a Parquet file"},
               {"<?xml", 5, "an XML file"},
               {"<html", 5, "a web page"},
               {"<!doctype html", 14, "a web page"}};
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
    if (count >= types[i].length &&
        (!memcmp(bytes, types[i].mark, types[i].length) ||
         (types[i].mark[0] == '<' && !g_ascii_strncasecmp((const char *)bytes, types[i].mark, types[i].length))))
      return i == 0 && memmem(bytes, count, "[Content_Types].xml", 19) ? "a Word, PowerPoint or other Office file"
                                                                       : types[i].name;
  return NULL;
}
