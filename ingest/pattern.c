/* Keeps skeletons with the cells that the parser made of them. What a cell is, the parser alone says. */
#include "ingest/pattern.h"
#include <string.h>

static guint pattern_place(const struct skeleton *skeleton) {
  guint64 hash = skeleton->length, word;
  gsize at = 0;
  for (; at + 8 <= skeleton->length; at += 8) {
    memcpy(&word, skeleton->text + at, 8);
    hash = (hash ^ word) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy(&word, skeleton->text + at, skeleton->length - at);
  hash = (hash ^ word) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return (guint)(hash >> 56) % PATTERNS;
}

const struct pattern *pattern_find(const struct patterns *patterns, const struct skeleton *skeleton) {
  if (skeleton->length > PATTERN_BYTES || !skeleton->length) return NULL;
  const struct pattern *pattern = &patterns->all[pattern_place(skeleton)];
  bool same = pattern->length == skeleton->length && !memcmp(pattern->marks, skeleton->marks, sizeof pattern->marks) &&
              !memcmp(pattern->skeleton, skeleton->text, skeleton->length);
  return same ? pattern : NULL;
}

void pattern_begin(struct patterns *patterns) { patterns->made.count = 0, patterns->used = 0; }

void pattern_cell(struct patterns *patterns, const char *text, gsize length) {
  struct pattern *made = &patterns->made;
  if (patterns->used + length > PATTERN_BYTES || made->count == PATTERN_CELLS) {
    patterns->used = PATTERN_BYTES + 1;
    return;
  }
  memcpy(made->cells + patterns->used, text, length);
  made->at[made->count++] = (struct pattern_cell){.length = (guint8)length};
  patterns->used += length;
}

/* A cell is whole where it begins and ends with a run and has as many letters as the skeleton from the one to the other: the
   parser drops bytes and adds none. */
static void cells_measure(struct pattern *made, const struct skeleton *skeleton) {
  const char *cell = made->cells, *at = skeleton->text;
  for (guint i = 0; i < made->count; cell += made->at[i++].length) {
    struct pattern_cell *one = &made->at[i];
    const char *first = NULL, *last = NULL;
    one->runs = 0;
    for (guint k = 0; k < one->length; k++) {
      if (cell[k] != skeleton->letter) continue;
      while (*at != skeleton->letter) at++;
      last = at++;
      if (!first) first = last;
      one->runs++;
    }
    const char letter = skeleton->letter;
    one->whole = first && *cell == letter && cell[one->length - 1] == letter && last - first == one->length - 1;
  }
}

void pattern_end(struct patterns *patterns, const struct skeleton *skeleton) {
  struct pattern *made = &patterns->made;
  if (patterns->used > PATTERN_BYTES || skeleton->length > PATTERN_BYTES) return;
  made->length = (guint8)skeleton->length;
  memcpy(made->marks, skeleton->marks, sizeof made->marks);
  memcpy(made->skeleton, skeleton->text, skeleton->length);
  cells_measure(made, skeleton);
  patterns->all[pattern_place(skeleton)] = *made;
}

gsize pattern_fill(const struct pattern_cell *at, const char *cell, struct skeleton *skeleton, char *to) {
  if (!at->whole) return skeleton_fill(skeleton, cell, at->length, to);
  const struct run *first = &skeleton->runs[skeleton->given], *last = first + at->runs - 1;
  gsize length = (gsize)(last->text - first->text) + last->length;
  skeleton->given += at->runs;
  memcpy(to, first->text, length);
  to[length] = '\0';
  return length;
}
