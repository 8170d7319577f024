/* Shortens lines to what a CSV parser decides by, and lengthens its cells again. What is a cell is the parser's to say. */
#include "ingest/skeleton.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 64 };

void skeleton_clear(struct skeleton *skeleton) {
  g_free(skeleton->text);
  g_free(skeleton->runs);
}

void skeleton_begin(struct skeleton *skeleton, char delimiter, bool blanks) {
  skeleton->count = skeleton->given = 0;
  skeleton->letter = delimiter == 'a' ? 'b' : 'a'; /* a file may name any delimiter */
  skeleton->marks[0] = '"', skeleton->marks[1] = delimiter;
  skeleton->marks[2] = blanks ? ' ' : delimiter, skeleton->marks[3] = blanks ? '\t' : delimiter;
}

/* Four marks, and which of 64 bytes are any of them, as bits. */
#ifdef __SSE2__
struct marks {
  __m128i each[4];
  bool two; /* the others are the second again */
};

static struct marks marks_make(const char *marks) {
  return (struct marks){{_mm_set1_epi8(marks[0]), _mm_set1_epi8(marks[1]), _mm_set1_epi8(marks[2]), _mm_set1_epi8(marks[3])},
                        marks[2] == marks[1] && marks[3] == marks[1]};
}

static inline guint64 marks_find(const char *bytes, const struct marks *marks) {
  guint64 found = 0;
  for (guint i = 0; i < STEP; i += 16) {
    __m128i text = _mm_loadu_si128((const void *)(bytes + i));
    __m128i any = _mm_or_si128(_mm_cmpeq_epi8(text, marks->each[0]), _mm_cmpeq_epi8(text, marks->each[1]));
    if (!marks->two)
      any = _mm_or_si128(any, _mm_or_si128(_mm_cmpeq_epi8(text, marks->each[2]), _mm_cmpeq_epi8(text, marks->each[3])));
    found |= (guint64)(guint)_mm_movemask_epi8(any) << i;
  }
  return found;
}
#else
struct marks {
  const char *each;
};

static struct marks marks_make(const char *marks) { return (struct marks){marks}; }

static guint64 marks_find(const char *bytes, const struct marks *marks) {
  guint64 found = 0;
  for (guint i = 0; i < STEP; i++) found |= (guint64)(memchr(marks->each, bytes[i], 4) != NULL) << i;
  return found;
}
#endif

static guint64 marks_find_last(const char *bytes, gsize count, const struct marks *marks) {
  char last[STEP] = {0};
  memcpy(last, bytes, count);
  return marks_find(last, marks);
}

/* Where a line's skeleton is being written. */
struct pen {
  char *text;
  struct run *runs;
  const char *run; /* begins here */
  char letter;
};

static inline void run_end(struct pen *pen, const char *end) {
  if (pen->run == end) return;
  *pen->runs++ = (struct run){pen->run, (guint)(end - pen->run)};
  *pen->text++ = pen->letter;
}

/* A line has at most a run before each mark and one behind the last: half its bytes. */
static void skeleton_reserve(struct skeleton *skeleton, gsize length) {
  if (skeleton->size < length + 2) {
    skeleton->size = MAX(length + 2, skeleton->size * 2);
    skeleton->text = g_realloc(skeleton->text, skeleton->size);
  }
  if (skeleton->room >= skeleton->count + length / 2 + 1) return;
  skeleton->room = MAX(skeleton->count + (guint)length / 2 + 1, skeleton->room * 2);
  skeleton->runs = g_renew(struct run, skeleton->runs, skeleton->room);
}

void skeleton_take(struct skeleton *skeleton, const char *line, gsize length, const char *end) {
  skeleton_reserve(skeleton, length);
  const struct marks marks = marks_make(skeleton->marks);
  struct pen pen = {skeleton->text, skeleton->runs + skeleton->count, line, skeleton->letter};
  for (gsize at = 0; at < length; at += STEP) {
    guint64 found = length - at >= STEP ? marks_find(line + at, &marks) : marks_find_last(line + at, length - at, &marks);
    for (; found; found &= found - 1) {
      const char *mark = line + at + __builtin_ctzll(found);
      run_end(&pen, mark);
      *pen.text++ = *mark;
      pen.run = mark + 1;
    }
  }
  run_end(&pen, line + length);
  while (*end) *pen.text++ = *end++;
  skeleton->length = (gsize)(pen.text - skeleton->text);
  skeleton->count = (guint)(pen.runs - skeleton->runs);
}

gsize skeleton_fill(struct skeleton *skeleton, const char *cell, gsize length, char *to) {
  const struct run *run = skeleton->runs + skeleton->given;
  const char letter = skeleton->letter;
  char *at = to;
  for (gsize i = 0; i < length; i++) {
    if (cell[i] != letter) {
      *at++ = cell[i];
      continue;
    }
    memcpy(at, run->text, run->length);
    at += run++->length;
  }
  *at = '\0';
  skeleton->given = (guint)(run - skeleton->runs);
  return (gsize)(at - to);
}
