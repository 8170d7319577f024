/* Walks every way into a pattern, three characters deep; the pattern is read by opening_node.c. */
#include "analyze/opening.h"
#include <string.h>
#include "analyze/opening_node.h"

enum { DEPTH = 3, STEPS_MOST = 1 << 21, NESTED_MOST = 400 };

/* One way in: what its characters can be so far, and what is asked of the next. */
struct way {
  guint count;
  guint32 at[DEPTH];
  guint32 ahead; /* what lookaheads leave of the next character */
  bool edge;     /* a word begins or ends here */
  bool no_letter, capital;
};

/* What comes behind a node: ROUNDS more of a repeated one, or its followers from NUMBER on. */
struct rest {
  const struct node *node;
  guint number, begun;
  const struct rest *rest;
};

struct walk {
  struct opening *opening;
  guint steps, nested;
  bool failed;
};

static void node_walk(struct walk *walk, const struct node *node, struct way way, const struct rest *rest);

/* ------------------------------------------------------------------------------------------------------------- one way */

/* What may stand behind a last character where a word must begin or end. */
static guint32 edge_leaves(const struct way *way) {
  guint32 last = way->count ? way->at[way->count - 1] : 0;
  if (!way->edge || !last) return OPENING_ANY;
  if (!(last & ~OPENING_WORD)) return ~OPENING_WORD;
  return last & OPENING_WORD ? OPENING_ANY : OPENING_WORD;
}

/* The ways that go on as they like. */
static void way_end(struct walk *walk, struct way way) {
  struct opening *opening = walk->opening;
  for (guint i = way.count; i < DEPTH; i++) way.at[i] = i == way.count ? edge_leaves(&way) : OPENING_ANY;
  opening->no_letter = opening->no_letter && way.no_letter, opening->capital = opening->capital && way.capital;
  for (guint i = 0; i < OPENING_CLASSES; i++)
    for (guint k = 0; way.at[0] >> i & 1 && k < OPENING_CLASSES; k++)
      if (way.at[1] >> k & 1) opening->third[i][k] |= way.at[2];
}

/* One character more; false where none can be. */
static bool way_take(struct way *way, const struct node *node) {
  guint32 mask = chars_mask(&node->chars) & way->ahead & edge_leaves(way);
  if (!mask) return false;
  if (!way->count) {
    way->no_letter = way->no_letter || (way->edge && !(mask & ~OPENING_WORD));
    way->capital = way->capital || chars_capital(&node->chars);
  }
  way->at[way->count++] = mask, way->ahead = OPENING_ANY, way->edge = false;
  return true;
}

/* ------------------------------------------------------------------------------------------------------------ every way */

static void rest_walk(struct walk *walk, struct way way, const struct rest *rest);

static void repeat_walk(struct walk *walk, const struct node *node, guint round, struct way way, const struct rest *rest) {
  struct rest again = {node, round + 1, way.count, rest};
  if (round >= node->least) rest_walk(walk, way, rest);
  if (round < node->most) node_walk(walk, node->inside->pdata[0], way, &again);
}

/* A round that took no character is the last, whatever is still asked for. */
static void rest_walk(struct walk *walk, struct way way, const struct rest *rest) {
  if (!rest) way_end(walk, way);
  else if (rest->node->kind == NODE_REPEAT && rest->begun == way.count) rest_walk(walk, way, rest->rest);
  else if (rest->node->kind == NODE_REPEAT) repeat_walk(walk, rest->node, rest->number, way, rest->rest);
  else if (rest->number == rest->node->inside->len) rest_walk(walk, way, rest->rest);
  else node_walk(walk, rest->node->inside->pdata[rest->number], way, &(struct rest){rest->node, rest->number + 1, 0, rest->rest});
}

/* Looks at the next character without taking it. */
static void ahead_look(const struct node *node, struct way *way) {
  struct chars chars = {{0, 0}};
  if (node_first(node, &chars)) return;
  way->ahead &= chars_mask(&chars);
  if (!way->count) way->capital = way->capital || chars_capital(&chars);
}

static void chars_walk(struct walk *walk, const struct node *node, struct way way, const struct rest *rest) {
  if (!way_take(&way, node)) return;
  if (way.count == DEPTH) way_end(walk, way);
  else rest_walk(walk, way, rest);
}

static void node_walk(struct walk *walk, const struct node *node, struct way way, const struct rest *rest) {
  walk->failed = walk->failed || walk->steps++ > STEPS_MOST || walk->nested > NESTED_MOST;
  if (walk->failed) return;
  walk->nested++;
  switch (node->kind) {
  case NODE_CHARS: chars_walk(walk, node, way, rest); break;
  case NODE_SEQUENCE: rest_walk(walk, way, &(struct rest){node, 0, 0, rest}); break;
  case NODE_CHOICE:
    for (guint i = 0; i < node->inside->len; i++) node_walk(walk, node->inside->pdata[i], way, rest);
    break;
  case NODE_REPEAT: repeat_walk(walk, node, 0, way, rest); break;
  case NODE_EDGE: way.edge = true, rest_walk(walk, way, rest); break;
  case NODE_AHEAD: ahead_look(node->inside->pdata[0], &way), rest_walk(walk, way, rest); break;
  case NODE_NO_LETTER: way.no_letter = way.no_letter || !way.count, rest_walk(walk, way, rest); break;
  }
  walk->nested--;
}

/* ------------------------------------------------------------------------------------------------------------- openings */

static bool opening_excludes(const struct opening *opening) {
  guint all = 0;
  for (guint k = 0; k < OPENING_CLASSES; k++)
    if (opening->third[OPENING_END][k]) return false; /* a match of nothing */
  for (guint i = 0; i < OPENING_CLASSES; i++)
    for (guint k = 0; k < OPENING_CLASSES; k++) all += (guint)__builtin_popcount(opening->third[i][k]);
  return opening->no_letter || opening->capital || all < OPENING_CLASSES * OPENING_CLASSES * OPENING_CLASSES / 4 * 3;
}

bool opening_derive(const char *expression, struct opening *opening) {
  struct nodes *nodes = nodes_new();
  const struct node *node = nodes_parse(nodes, expression);
  struct walk walk = {.opening = opening};
  memset(opening, 0, sizeof *opening);
  opening->no_letter = opening->capital = true;
  opening->leaps = strstr(expression, "(*") != NULL;
  if (node) node_walk(&walk, node, (struct way){.ahead = OPENING_ANY}, NULL);
  nodes_free(nodes);
  return node && !walk.failed && opening_excludes(opening);
}

static bool place_fits(const struct opening *opening, const char *text, gsize at) {
  if (opening->capital && !g_ascii_isupper(text[at])) return false;
  return !opening->no_letter || !at || !g_ascii_isalpha(text[at - 1]);
}

/* The classes of the letters L of both cases. */
#define LETTER(l) [l] = (l)&31, [(l)-32] = (l)&31

static const guint8 classes[128] = {LETTER('a'),
                                    LETTER('b'),
                                    LETTER('c'),
                                    LETTER('d'),
                                    LETTER('e'),
                                    LETTER('f'),
                                    LETTER('g'),
                                    LETTER('h'),
                                    LETTER('i'),
                                    LETTER('j'),
                                    LETTER('k'),
                                    LETTER('l'),
                                    LETTER('m'),
                                    LETTER('n'),
                                    LETTER('o'),
                                    LETTER('p'),
                                    LETTER('q'),
                                    LETTER('r'),
                                    LETTER('s'),
                                    LETTER('t'),
                                    LETTER('u'),
                                    LETTER('v'),
                                    LETTER('w'),
                                    LETTER('x'),
                                    LETTER('y'),
                                    LETTER('z'),
                                    ['0'] = OPENING_DIGIT,
                                    ['1'] = OPENING_DIGIT,
                                    ['2'] = OPENING_DIGIT,
                                    ['3'] = OPENING_DIGIT,
                                    ['4'] = OPENING_DIGIT,
                                    ['5'] = OPENING_DIGIT,
                                    ['6'] = OPENING_DIGIT,
                                    ['7'] = OPENING_DIGIT,
                                    ['8'] = OPENING_DIGIT,
                                    ['9'] = OPENING_DIGIT,
                                    ['_'] = OPENING_LOW,
                                    ['.'] = OPENING_PERIOD,
                                    [' '] = OPENING_BLANK,
                                    ['\t'] = OPENING_BLANK,
                                    ['\n'] = OPENING_BLANK,
                                    ['\v'] = OPENING_BLANK,
                                    ['\f'] = OPENING_BLANK,
                                    ['\r'] = OPENING_BLANK};

guint8 opening_class(char byte) { return classes[byte & 0x7F]; }

gsize opening_next(const struct opening *opening, const char *text, gsize length, gsize from) {
  guint8 one = from < length ? opening_class(text[from]) : OPENING_END;
  guint8 two = from + 1 < length ? opening_class(text[from + 1]) : OPENING_END;
  for (gsize at = from; at < length; at++) {
    guint8 three = at + 2 < length ? opening_class(text[at + 2]) : OPENING_END;
    if (opening->third[one][two] >> three & 1 && place_fits(opening, text, at)) return at;
    one = two, two = three;
  }
  return length;
}
