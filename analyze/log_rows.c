/* Rows one behind the other as differences from the row before; what most rows do not have takes no room. */
#include "analyze/log_rows.h"
#include <string.h>

enum { BLOCK_SIZE = 256 * 1024, ROW_MOST = 96 };

/* Of a row's first byte. The candidate takes two bits. */
enum { IS_SEARCH = 1, IN_PERIOD = 2, WORKSTATION = 4, CANDIDATE_SHIFT = 3, PLAIN = 32 /* all is as in most rows */ };

struct block {
  gsize used;
  guint8 bytes[BLOCK_SIZE];
};

struct log_rows {
  GPtrArray *blocks;
  struct log_row last;
};

struct log_rows *log_rows_new(void) {
  struct log_rows *rows = g_new0(struct log_rows, 1);
  rows->blocks = g_ptr_array_new_with_free_func(g_free);
  return rows;
}

void log_rows_free(struct log_rows *rows) {
  g_ptr_array_unref(rows->blocks);
  g_free(rows);
}

static guint8 *number_put(guint8 *to, gint64 value) {
  guint64 left = ((guint64)value << 1) ^ (guint64)(value >> 63);
  for (; left >= 0x80; left >>= 7) *to++ = (guint8)(left | 0x80);
  *to = (guint8)left;
  return to + 1;
}

static const guint8 *number_get(const guint8 *from, gint64 *value) {
  guint64 all = 0;
  guint shift = 0;
  for (; *from & 0x80; from++, shift += 7) all |= (guint64)(*from & 0x7F) << shift;
  all |= (guint64)*from << shift;
  *value = (gint64)(all >> 1) ^ -(gint64)(all & 1);
  return from + 1;
}

static gint64 day_of(const struct log_row *row) {
  gint64 local = row->at + row->utc_offset * 60;
  return local / 86400 - (local % 86400 < 0);
}

static bool row_plain(const struct log_row *row, const struct log_row *last) {
  return row->event == last->event + 1 && !row->at_ms && !row->has_other && !row->at_doubt &&
         row->utc_offset == last->utc_offset && row->day == day_of(row);
}

static guint8 *rare_put(guint8 *to, const struct log_row *row, const struct log_row *last) {
  const gint64 numbers[] = {(gint64)row->event - last->event,
                            row->at_ms,
                            row->has_other,
                            row->has_other ? row->at_other - row->at : 0,
                            row->utc_offset,
                            row->day};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) to = number_put(to, numbers[i]);
  memcpy(to, &row->at_doubt, sizeof row->at_doubt);
  return to + sizeof row->at_doubt;
}

static const guint8 *rare_get(const guint8 *from, struct log_row *row, const struct log_row *last) {
  gint64 numbers[6];
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) from = number_get(from, &numbers[i]);
  row->event = last->event + (guint32)numbers[0];
  row->at_ms = (gint32)numbers[1], row->has_other = numbers[2], row->at_other = row->at + numbers[3];
  row->utc_offset = (gint32)numbers[4], row->day = (gint32)numbers[5];
  memcpy(&row->at_doubt, from, sizeof row->at_doubt);
  return from + sizeof row->at_doubt;
}

static struct block *block_room(struct log_rows *rows) {
  struct block *block = rows->blocks->len ? rows->blocks->pdata[rows->blocks->len - 1] : NULL;
  if (block && block->used + ROW_MOST <= BLOCK_SIZE) return block;
  block = g_malloc(sizeof *block);
  block->used = 0;
  g_ptr_array_add(rows->blocks, block);
  return block;
}

void log_rows_add(struct log_rows *rows, const struct log_row *row) {
  struct block *block = block_room(rows);
  bool plain = row_plain(row, &rows->last);
  guint8 *to = block->bytes + block->used;
  *to++ = (guint8)((row->is_search ? IS_SEARCH : 0) | (row->in_period ? IN_PERIOD : 0) | (row->workstation ? WORKSTATION : 0) |
                   row->candidate << CANDIDATE_SHIFT | (plain ? PLAIN : 0));
  to = number_put(to, row->at - rows->last.at);
  to = number_put(to, row->account);
  to = number_put(to, row->reason);
  if (!plain) to = rare_put(to, row, &rows->last);
  block->used = (gsize)(to - block->bytes);
  rows->last = *row;
}

bool log_rows_next(const struct log_rows *rows, struct log_rows_at *at, struct log_row *row) {
  while (at->block < rows->blocks->len && at->offset >= ((struct block *)rows->blocks->pdata[at->block])->used)
    at->block++, at->offset = 0;
  if (at->block >= rows->blocks->len) return false;
  const struct block *block = rows->blocks->pdata[at->block];
  const guint8 *from = block->bytes + at->offset;
  struct log_row last = *row;
  guint8 head = *from++;
  gint64 moved, account, reason;
  from = number_get(number_get(number_get(from, &moved), &account), &reason);
  *row = (struct log_row){.event = last.event + 1,
                          .account = (guint32)account,
                          .at = last.at + moved,
                          .utc_offset = last.utc_offset,
                          .reason = (guint32)reason,
                          .is_search = head & IS_SEARCH,
                          .in_period = head & IN_PERIOD,
                          .workstation = head & WORKSTATION,
                          .candidate = head >> CANDIDATE_SHIFT & 3};
  if (head & PLAIN) row->day = (gint32)day_of(row);
  else from = rare_get(from, row, &last);
  at->offset = (gsize)(from - block->bytes);
  return true;
}
