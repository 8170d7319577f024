/* What opening.c walks over: an expression as a tree. Nobody but opening.c and opening_node.c includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/opening.h"

/* Sets of classes of bytes. */
#define OPENING_ANY ((guint32)0xFFFFFFFF)
#define OPENING_WORD ((guint32)((1u << (OPENING_LOW + 1)) - 2))

/* The ASCII characters that something matches. */
struct chars {
  guint64 bits[2];
};

enum node_kind {
  NODE_CHARS,
  NODE_SEQUENCE, /* its insides one after the other; none: nothing */
  NODE_CHOICE,   /* one of its insides */
  NODE_REPEAT,   /* its inside, LEAST to MOST times */
  NODE_EDGE,     /* a word begins or ends */
  NODE_AHEAD,    /* what follows matches its inside too */
  NODE_NO_LETTER /* no letter stands before */
};

struct node {
  enum node_kind kind;
  struct chars chars;
  guint least, most;
  GPtrArray *inside; /* of struct node, owned by the tree; what is called stands in several */
};

struct nodes; /* the nodes of one expression */
struct nodes *nodes_new(void);
void nodes_free(struct nodes *nodes);

/* NULL where something is not understood. */
const struct node *nodes_parse(struct nodes *nodes, const char *expression);

/* Adds what a match of NODE can begin with; true where it may begin with something else as well. */
bool node_first(const struct node *node, struct chars *chars);

guint8 opening_class(char byte);
guint32 chars_mask(const struct chars *chars);
bool chars_capital(const struct chars *chars); /* all of them are */
