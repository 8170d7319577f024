/* The tree of a table, built from below: leaves with their rows, and the pages above them. */
#include "analyze/load_inside.h"
#include <string.h>

enum { LEAF = 13, INNER = 5, LEAF_HEAD = 8, INNER_HEAD = 12, POINTER = 2, INNER_CELL = 4 + 9 + POINTER };

/* ------------------------------------------------------------------------------------------------------------- leaves */

static void leaf_begin(struct load_table *table) {
  gsize page = table->load->page;
  table->at = table->open->bytes + page * table->opened++;
  table->cells = 0, table->content = page;
}

/* Nothing of earlier pages stays between pointers and cells. */
static void leaf_end(struct load_table *table) {
  guint8 *head = table->at;
  gsize used = LEAF_HEAD + POINTER * table->cells;
  memset(head, 0, LEAF_HEAD);
  head[0] = LEAF;
  put16(head + 3, table->cells);
  put16(head + 5, table->content); /* 65536 as 0 */
  memset(head + used, 0, table->content - used);
  table->lasts[table->opened - 1] = table->last;
}

static void leaves_send(struct load_table *table) {
  struct load *load = table->load;
  struct piece *piece = table->open;
  if (!piece) return;
  leaf_end(table);
  piece->page = pages_take(load, table->opened), piece->size = table->opened * load->page;
  for (guint i = 0; i < table->opened; i++) {
    struct node leaf = {table->lasts[i], piece->page + i};
    g_array_append_val(table->leaves, leaf);
  }
  table->open = NULL, table->opened = 0;
  piece_send(load, piece);
}

/* Where a cell of SIZE bytes goes. */
static guint8 *leaf_room(struct load_table *table, gsize size) {
  if (table->open && table->content < LEAF_HEAD + POINTER * (table->cells + 1) + size) {
    if (table->opened == CHUNK_PAGES) leaves_send(table);
    else {
      leaf_end(table);
      leaf_begin(table);
    }
  }
  if (!table->open) {
    table->open = piece_take(table->load, CHUNK_PAGES * table->load->page);
    leaf_begin(table);
  }
  table->content -= size;
  put16(table->at + LEAF_HEAD + POINTER * table->cells++, table->content);
  return table->at + table->content;
}

/* --------------------------------------------------------------------------------------------------------------- rows */

/* What does not stand in the leaf: pages that each name the next. Returns the first. */
static guint32 record_spill(struct load_table *table, const guint8 *bytes, gsize size) {
  struct load *load = table->load;
  gsize each = load->page - 4, count = (size + each - 1) / each;
  struct span span = {pages_take(load, (guint32)count), (guint32)count};
  struct piece *piece = piece_take(load, count * load->page);
  piece->page = span.page, piece->size = count * load->page;
  for (gsize i = 0; i < count; i++) {
    guint8 *page = piece->bytes + i * load->page;
    gsize part = MIN(each, size - i * each);
    put32(page, i + 1 < count ? span.page + (guint32)i + 1 : 0);
    memcpy(page + 4, bytes + i * each, part);
    memset(page + 4 + part, 0, each - part);
  }
  piece_send(load, piece);
  g_array_append_val(table->spilt, span);
  return span.page;
}

/* A row that is too long for a leaf. */
static void row_long(struct load_table *table, gint64 rowid, guint count, gsize head, gsize size) {
  struct load *load = table->load;
  gsize least = (load->page - 12) * 32 / 255 - 23, local = least + (size - least) % (load->page - 4);
  if (local > load->page - 35) local = least;
  g_byte_array_set_size(load->record, (guint)size);
  record_put(table, load->record->data, count, head, size - head);
  guint8 *to = leaf_room(table, varint_length(size) + varint_length((guint64)rowid) + local + 4);
  to = varint_put(varint_put(to, size), (guint64)rowid);
  memcpy(to, load->record->data, local);
  put32(to + local, record_spill(table, load->record->data + local, size - local));
}

void load_row_as(struct load_table *table, gint64 rowid) {
  gsize head, body;
  g_assert(rowid > table->last);
  guint count = record_measure(table, &head, &body);
  gsize size = head + body;
  if (size > table->load->page - 35) row_long(table, rowid, count, head, size);
  else {
    guint8 *to = leaf_room(table, varint_length(size) + varint_length((guint64)rowid) + size);
    record_put(table, varint_put(varint_put(to, size), (guint64)rowid), count, head, body);
  }
  table->last = rowid;
  memset(table->values, 0, table->width * sizeof(struct value));
}

gint64 load_row(struct load_table *table) {
  load_row_as(table, table->last + 1);
  return table->last;
}

gint64 load_last(const struct load_table *table) { return table->last; }

/* --------------------------------------------------------------------------------------------------- above the leaves */

/* A page above COUNT nodes, of which the last stands in its head. */
static void inner_make(const struct load *load, guint8 *page, const struct node *nodes, guint count) {
  gsize content = load->page;
  memset(page, 0, load->page);
  for (guint i = 0; i + 1 < count; i++) {
    guint8 cell[INNER_CELL];
    put32(cell, nodes[i].page);
    gsize size = (gsize)(varint_put(cell + 4, (guint64)nodes[i].last) - cell);
    content -= size;
    memcpy(page + content, cell, size);
    put16(page + INNER_HEAD + POINTER * i, content);
  }
  page[0] = INNER;
  put16(page + 3, count - 1);
  put16(page + 5, content);
  put32(page + 8, nodes[count - 1].page);
}

/* The level above NODES, each page of it above about as many. */
static GArray *level_make(struct load_table *table, const GArray *nodes, guint most) {
  struct load *load = table->load;
  GArray *above = g_array_new(FALSE, FALSE, sizeof(struct node));
  g_autofree guint8 *page = g_malloc(load->page);
  guint count = (nodes->len + most - 1) / most;
  for (guint i = 0; i < count; i++) {
    guint from = (guint)((guint64)nodes->len * i / count), to = (guint)((guint64)nodes->len * (i + 1) / count);
    struct node node = {g_array_index(nodes, struct node, to - 1).last, pages_take(load, 1)};
    inner_make(load, page, &g_array_index(nodes, struct node, from), to - from);
    file_write(load, page, load->page, node.page);
    g_array_append_val(above, node);
    g_array_append_val(table->inner, node.page);
  }
  return above;
}

static void root_write(struct load_table *table) {
  struct load *load = table->load;
  guint most = (guint)((load->page - INNER_HEAD) / INNER_CELL);
  g_autofree guint8 *page = g_malloc(load->page);
  GArray *nodes = g_array_ref(table->leaves);
  while (nodes->len > most) {
    GArray *above = level_make(table, nodes, most);
    g_array_unref(nodes);
    nodes = above;
  }
  if (nodes->len > 1) inner_make(load, page, (const void *)nodes->data, nodes->len);
  else if (nodes->len) file_read(load, page, load->page, g_array_index(nodes, struct node, 0).page);
  else {
    struct load_table empty = {.load = load, .at = page, .content = load->page, .opened = 1};
    leaf_end(&empty);
  }
  file_write(load, page, load->page, table->root);
  g_array_unref(nodes);
}

void table_settle(struct load_table *table) {
  struct load *load = table->load;
  for (guint i = 0; i < table->inner->len; i++) page_leave(load, g_array_index(table->inner, guint32, i));
  g_array_set_size(table->inner, 0);
  if (!table->leaves->len && !table->open && !table->rooted) return;
  /* A leaf that is alone is the root itself. */
  if (!table->leaves->len && table->opened == 1) {
    leaf_end(table);
    file_write(load, table->at, load->page, table->root);
  } else {
    leaves_send(table);
    pieces_wait(load);
    root_write(table);
  }
  table->rooted = true;
}

/* -------------------------------------------------------------------------------------------------------------- marks */

void load_mark(struct load *load) {
  for (guint i = 0; i < load->tables->len; i++) {
    struct load_table *table = load->tables->pdata[i];
    table->mark.leaves = table->leaves->len, table->mark.spilt = table->spilt->len, table->mark.last = table->last;
    table->mark.opened = table->opened, table->mark.cells = table->cells, table->mark.content = table->content;
  }
}

/* The leaves that were open at the mark, as they were then. */
static void open_restore(struct load_table *table) {
  struct load *load = table->load;
  if (table->leaves->len > table->mark.leaves) {
    piece_free(g_steal_pointer(&table->open));
    if (table->mark.opened) table->open = piece_take(load, CHUNK_PAGES * load->page);
    for (guint i = 0; i < table->mark.opened; i++) {
      struct node leaf = g_array_index(table->leaves, struct node, table->mark.leaves + i);
      file_read(load, table->open->bytes + i * load->page, load->page, leaf.page);
      table->lasts[i] = leaf.last;
    }
  } else if (!table->mark.opened) piece_free(g_steal_pointer(&table->open));
  table->opened = table->mark.opened, table->cells = table->mark.cells, table->content = table->mark.content;
  if (table->opened) table->at = table->open->bytes + (table->opened - 1) * load->page;
}

void load_forget(struct load *load) {
  pieces_wait(load);
  for (guint i = 0; i < load->tables->len; i++) {
    struct load_table *table = load->tables->pdata[i];
    open_restore(table);
    for (guint k = table->mark.leaves; k < table->leaves->len; k++)
      page_leave(load, g_array_index(table->leaves, struct node, k).page);
    for (guint k = table->mark.spilt; k < table->spilt->len; k++) {
      struct span span = g_array_index(table->spilt, struct span, k);
      while (span.count--) page_leave(load, span.page++);
    }
    g_array_set_size(table->leaves, table->mark.leaves);
    g_array_set_size(table->spilt, table->mark.spilt);
    table->last = table->mark.last;
  }
}
