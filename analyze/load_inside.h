/* What the parts of a load share: load.c, load_record.c, load_pages.c and load_tree.c; nobody else includes it. */
#pragma once
#include "include/load.h"
#include <pthread.h>

enum { CHUNK_PAGES = 8 }; /* leaves that go into the file together */

/* A value with its type in a record: 0 is NULL, to 9 are numbers, from 13 on texts. */
struct value {
  union {
    gint64 number;
    const char *text;
  };
  guint64 type;
  guint length; /* bytes in the record */
};

/* A page of a tree, and the last row in it or below it. */
struct node {
  gint64 last;
  guint32 page;
};

struct span {
  guint32 page, count;
};

/* Pages one behind the other, on their way into the file. */
struct piece {
  guint8 *bytes;
  gsize size, room;
  guint32 page;
  struct piece *next;
};

struct load_table {
  struct load *load;
  char *name;
  guint32 root;
  bool rooted;          /* the root is no longer the empty leaf that SQLite made */
  guint width;          /* columns of a record */
  guint least;          /* that a record must have: NULLs behind them may be left out */
  guint *columns;       /* of a record, by what callers give */
  struct value *values; /* of the row being made */
  gint64 last;
  struct piece *open;        /* full leaves, and the one being filled */
  guint opened;              /* how many leaves */
  guint8 *at;                /* the one being filled */
  guint cells;               /* in it */
  gsize content;             /* offset of the lowest of them */
  gint64 lasts[CHUNK_PAGES]; /* of the leaves in OPEN */
  GArray *leaves;            /* of struct node: those given away */
  GArray *inner;             /* of guint32: pages above them, as last settled */
  GArray *spilt;             /* of struct span: what is too long for a leaf */
  struct {
    guint leaves, spilt, opened, cells;
    gsize content;
    gint64 last;
  } mark;
};

struct load {
  struct db *db;
  sqlite3_file *file;
  gsize page;   /* bytes */
  guint32 next; /* the first page that nobody has */
  bool loading; /* pages were taken since SQLite may have */
  GPtrArray *tables;
  GArray *free;       /* of guint32 */
  GByteArray *record; /* one that is too long for a leaf */
  GThread *writer;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct piece *first, *final, *spare; /* under LOCK, like the two below */
  guint waiting;
  bool ended;
};

/* ------------------------------------------------------------------------------------------- load_record.c: numbers, records */

void put16(guint8 *to, gsize value);
void put32(guint8 *to, guint32 value);
guint32 get32(const guint8 *from);
/* SQLite's varint; returns what follows it. */
guint varint_length(guint64 value);
guint8 *varint_put(guint8 *to, guint64 value);
/* The record of TABLE's values: how many of them it has, and the bytes that its head and they take; then the record itself. */
guint record_measure(const struct load_table *table, gsize *head, gsize *body);
void record_put(const struct load_table *table, guint8 *to, guint count, gsize head, gsize body);

/* ------------------------------------------------------------------------------------ load_pages.c: pages and the file's writer
 */

/* At once, by the caller's thread; stops where the system fails. */
void file_write(const struct load *load, const guint8 *bytes, gsize size, guint32 page);
void file_read(const struct load *load, guint8 *bytes, gsize size, guint32 page);
void writer_begin(struct load *load);
void writer_end(struct load *load);
/* One of ROOM bytes, whatever is in them; waits while many are on their way. */
struct piece *piece_take(struct load *load, gsize room);
/* Into the file, by the writer, who then has the piece. */
void piece_send(struct load *load, struct piece *piece);
void pieces_wait(struct load *load);
void piece_free(struct piece *piece);
/* The first of COUNT pages one behind the other. */
guint32 pages_take(struct load *load, guint32 count);
void page_leave(struct load *load, guint32 page);

/* ------------------------------------------------------------------------------------------- load_tree.c: the tree of a table */

void table_settle(struct load_table *table);
