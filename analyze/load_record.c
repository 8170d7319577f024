/* Values made into records of SQLite's file format. Where records go is known to load_tree.c. */
#include "analyze/load_inside.h"
#include <string.h>

enum { VARINT_MOST = 9, TYPE_TEXT = 13 };

void put16(guint8 *to, gsize value) { to[0] = (guint8)(value >> 8), to[1] = (guint8)value; }
void put32(guint8 *to, guint32 value) {
  value = GUINT32_TO_BE(value);
  memcpy(to, &value, sizeof value);
}
guint32 get32(const guint8 *from) {
  guint32 value;
  memcpy(&value, from, sizeof value);
  return GUINT32_FROM_BE(value);
}

guint varint_length(guint64 value) {
  if (value >> 56) return VARINT_MOST;
  guint length = 1;
  while (value >>= 7) length++;
  return length;
}

guint8 *varint_put(guint8 *to, guint64 value) {
  if (value < 0x80) {
    *to = (guint8)value;
    return to + 1;
  }
  guint length = varint_length(value);
  guint8 *at = to + length;
  if (length == VARINT_MOST) *--at = (guint8)value, value >>= 8;
  else *--at = value & 0x7F, value >>= 7;
  for (; at > to; value >>= 7) *--at = (guint8)(value | 0x80);
  return to + length;
}

/* By how many bits it takes besides its sign. */
static guint int_type(gint64 value) {
  static const guint8 types[64] = {1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3,
                                   3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
                                   5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6};
  if (value == 0 || value == 1) return (guint)value + 8;
  return types[63 - __builtin_clzll((guint64)(value ^ value >> 63) << 1 | 1)];
}

void load_int(struct load_table *table, guint at, gint64 value) {
  static const guint8 bytes[] = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
  guint type = int_type(value);
  table->values[table->columns[at - 1]] = (struct value){.number = value, .type = type, .length = bytes[type]};
}

void load_bytes(struct load_table *table, guint at, const char *text, gsize length) {
  table->values[table->columns[at - 1]] =
      (struct value){.text = text, .type = (guint64)length * 2 + TYPE_TEXT, .length = (guint)length};
}

void load_text(struct load_table *table, guint at, const char *text) {
  if (text) load_bytes(table, at, text, strlen(text));
  else table->values[table->columns[at - 1]] = (struct value){.type = 0};
}

/* How many values the record has, and the bytes that its head and they take. */
guint record_measure(const struct load_table *table, gsize *head, gsize *body) {
  guint count = table->width;
  const struct value *values = table->values;
  while (count > table->least && !values[count - 1].type) count--;
  gsize types = count, bytes = 0;
  for (guint i = 0; i < count; i++) {
    bytes += values[i].length;
    if (values[i].type >= 0x80) types += varint_length(values[i].type) - 1;
  }
  *head = types + (types + 1 < 0x80 ? 1 : 2);
  *body = bytes;
  return count;
}

/* Most texts are short. */
static guint8 *bytes_put(guint8 *to, const char *text, gsize length) {
  if (length > 16) memcpy(to, text, length);
  else if (length >= 8) {
    guint64 first, last;
    memcpy(&first, text, 8), memcpy(&last, text + length - 8, 8);
    memcpy(to, &first, 8), memcpy(to + length - 8, &last, 8);
  } else {
    for (gsize i = 0; i < length; i++) to[i] = (guint8)text[i];
  }
  return to + length;
}

/* All eight bytes at once where END is far enough: what is too much is written over by the values that follow. */
static guint8 *number_put(guint8 *to, const guint8 *end, guint64 number, guint length) {
  if (length && to + sizeof number <= end) {
    number = GUINT64_TO_BE(number << (64 - 8 * length));
    memcpy(to, &number, sizeof number);
  } else {
    for (guint i = length; i-- > 0; number >>= 8) to[i] = (guint8)number;
  }
  return to + length;
}

void record_put(const struct load_table *table, guint8 *to, guint count, gsize head, gsize body) {
  guint8 *type = varint_put(to, head), *at = to + head, *end = at + body;
  for (const struct value *value = table->values; count--; value++) {
    if (value->type < 0x80) *type++ = (guint8)value->type;
    else type = varint_put(type, value->type);
    if (value->type >= TYPE_TEXT) at = bytes_put(at, value->text, value->length);
    else at = number_put(at, end, (guint64)value->number, value->length);
  }
}
