/* Shortens lines to what a CSV parser decides by, and lengthens its cells again. What is a cell is the parser's to say. */
#include "skeleton.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 16 };

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

/* Which of 16 bytes are marks, as bits. */
#ifdef __SSE2__
static guint marks_find(const char *bytes, const char *marks) {
  __m128i text = _mm_loadu_si128((const void *)bytes), found = _mm_setzero_si128();
  for (guint i = 0; i < 4; i++) found = _mm_or_si128(found, _mm_cmpeq_epi8(text, _mm_set1_epi8(marks[i])));
  return (guint)_mm_movemask_epi8(found);
}
#else
static guint marks_find(const char *bytes, const char *marks) {
  guint found = 0;
  for (guint i = 0; i < STEP; i++)
    found |= (guint)(bytes[i] == marks[0] || bytes[i] == marks[1] || bytes[i] == marks[2] || bytes[i] == marks[3]) << i;
  return found;
}
#endif

static void run_add(struct skeleton *skeleton, const char *text, const char *end) {
  if (text == end) return;
  skeleton->runs[skeleton->count++] = (struct run){text, (guint)(end - text)};
  skeleton->text[skeleton->length++] = skeleton->letter;
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
  const char *run = line;
  skeleton_reserve(skeleton, length);
  skeleton->length = 0;
  for (gsize at = 0; at < length; at += STEP) {
    char last[STEP] = {0};
    gsize left = length - at;
    if (left < STEP) memcpy(last, line + at, left);
    guint found = marks_find(left < STEP ? last : line + at, skeleton->marks);
    for (; found; found &= found - 1) {
      const char *mark = line + at + __builtin_ctz(found);
      run_add(skeleton, run, mark);
      skeleton->text[skeleton->length++] = *mark;
      run = mark + 1;
    }
  }
  run_add(skeleton, run, line + length);
  for (; *end; end++) skeleton->text[skeleton->length++] = *end;
}

gsize skeleton_fill(struct skeleton *skeleton, const char *cell, gsize length, char *to) {
  char *at = to;
  for (gsize i = 0; i < length; i++) {
    if (cell[i] != skeleton->letter) {
      *at++ = cell[i];
      continue;
    }
    const struct run *run = &skeleton->runs[skeleton->given++];
    memcpy(at, run->text, run->length);
    at += run->length;
  }
  *at = '\0';
  return (gsize)(at - to);
}
