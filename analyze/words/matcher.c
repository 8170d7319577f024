/* Compiles, keeps and tries patterns with PCRE2; which of them are tried is lexicon.c's. */
#include "analyze/words/matcher.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "analyze/branches.h"

enum {
  MATCH_LIMIT = 100000,
  STACK_MOST = 1 << 20,
  BYTES_A_TRY = 6 /* machine code for so many bytes of a pattern costs what one try of the interpreter does */
};

struct matcher {
  pcre2_code *code;
  gsize tries, tries_most; /* as many as machine code would have cost */
};

struct matcher_room {
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
};

/* ---------------------------------------------------------------------------------------------------------- compiling */

static struct matcher *matcher_new(pcre2_code *code) {
  struct matcher *matcher = g_new0(struct matcher, 1);
  gsize size = 0;
  matcher->code = code;
  pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size);
  matcher->tries_most = size / BYTES_A_TRY;
  return matcher;
}

static void *zeroed_alloc(size_t size, void *data G_GNUC_UNUSED) { return g_malloc0(size); }
static void zeroed_free(void *block, void *data G_GNUC_UNUSED) { g_free(block); }

/* In memory that was cleared, so that the same expression is the same bytes. */
static pcre2_code *expression_compile(const char *expression, int *fault, PCRE2_SIZE *at) {
  pcre2_general_context *memory = pcre2_general_context_create(zeroed_alloc, zeroed_free, NULL);
  pcre2_compile_context *context = pcre2_compile_context_create(memory);
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED,
                                   PCRE2_UTF | PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY, fault, at, context);
  pcre2_compile_context_free(context), pcre2_general_context_free(memory);
  return code;
}

struct matcher *matcher_compile(const char *expression, char **fault) {
  int number = 0;
  PCRE2_SIZE at = 0;
  g_autofree char *joined = branches_join(expression);
  pcre2_code *code = expression_compile(joined, &number, &at);
  if (!code) code = expression_compile(expression, &number, &at);
  if (code) return matcher_new(code);
  PCRE2_UCHAR words[160];
  pcre2_get_error_message(number, words, sizeof words);
  *fault = g_strdup_printf("%s near \"%.40s\"", (const char *)words, expression + at);
  return NULL;
}

void matcher_free(struct matcher *matcher) {
  if (!matcher) return;
  pcre2_code_free(matcher->code);
  g_free(matcher);
}

GByteArray *matcher_encode(const struct matcher *matcher) {
  const pcre2_code *code = matcher->code;
  uint8_t *bytes = NULL;
  PCRE2_SIZE size = 0;
  GByteArray *encoded = g_byte_array_new();
  if (pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) != 1) return encoded;
  g_byte_array_append(encoded, bytes, (guint)size);
  pcre2_serialize_free(bytes);
  return encoded;
}

struct matcher *matcher_decode(const guint8 *bytes) {
  pcre2_code *code = NULL;
  return pcre2_serialize_decode(&code, 1, bytes, NULL) == 1 ? matcher_new(code) : NULL;
}

/* ----------------------------------------------------------------------------------------------------------- matching */

struct matcher_room *matcher_room_new(void) {
  struct matcher_room *room = g_new(struct matcher_room, 1);
  room->data = pcre2_match_data_create(32, NULL);
  room->context = pcre2_match_context_create(NULL);
  room->stack = pcre2_jit_stack_create(1 << 15, STACK_MOST, NULL);
  pcre2_set_match_limit(room->context, MATCH_LIMIT);
  pcre2_jit_stack_assign(room->context, NULL, room->stack);
  return room;
}

void matcher_room_free(struct matcher_room *room) {
  pcre2_match_data_free(room->data), pcre2_match_context_free(room->context), pcre2_jit_stack_free(room->stack);
  g_free(room);
}

static struct span group_span(const pcre2_code *code, pcre2_match_data *data, const char *name) {
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
  PCRE2_SPTR first, last;
  int size = pcre2_substring_nametable_scan(code, (PCRE2_SPTR)name, &first, &last);
  for (PCRE2_SPTR at = first; size > 0 && at <= last; at += size) {
    gsize group = (gsize)at[0] << 8 | at[1];
    if (group < pcre2_get_ovector_count(data) && ends[2 * group] != PCRE2_UNSET)
      return (struct span){ends[2 * group], ends[2 * group + 1] - ends[2 * group]};
  }
  return (struct span){0, 0};
}

static int matcher_try(const struct matcher *matcher, const struct matcher_room *room, const struct matcher_text *text,
                       gsize start, guint32 options) {
  if (text->valid) options |= PCRE2_NO_UTF_CHECK;
  return pcre2_match(matcher->code, (PCRE2_SPTR)text->bytes, text->length, start, options, room->data, room->context);
}

/* The interpreter tries only where a match can begin. */
static int places_try(struct matcher *matcher, const struct matcher_room *room, const struct matcher_text *text, gsize start,
                      gsize before) {
  int answer = PCRE2_ERROR_NOMATCH;
  while (answer == PCRE2_ERROR_NOMATCH && start < MIN(before, text->length)) {
    answer = matcher_try(matcher, room, text, start, PCRE2_ANCHORED | PCRE2_NO_JIT);
    matcher->tries++;
    start = opening_next(text->opening, text->bytes, text->length, start + 1);
  }
  return answer;
}

/* Gives up only where neither way comes to an end, so that what is answered does not depend on what was asked before. */
static int ways_try(struct matcher *matcher, const struct matcher_room *room, const struct matcher_text *text, gsize start,
                    gsize before) {
  int answer = 0;
  bool machine = matcher->tries > matcher->tries_most;
  if (machine) answer = matcher_try(matcher, room, text, start, 0);
  else if (text->opening && !text->opening->leaps) answer = places_try(matcher, room, text, start, before);
  else matcher->tries += 4, answer = matcher_try(matcher, room, text, start, PCRE2_NO_JIT);
  bool late = matcher->tries > matcher->tries_most || (answer < 0 && answer != PCRE2_ERROR_NOMATCH);
  /* Without JIT the interpreter answers, only slower. */
  if (!machine && late) pcre2_jit_compile(matcher->code, PCRE2_JIT_COMPLETE), matcher->tries = matcher->tries_most + 1;
  if (answer >= 0 || answer == PCRE2_ERROR_NOMATCH) return answer;
  return matcher_try(matcher, room, text, start, machine ? PCRE2_NO_JIT : 0);
}

enum lexicon_result matcher_find(struct matcher *matcher, struct matcher_room *room, const struct matcher_text *text, gsize start,
                                 gsize before, struct span *where, const char *group_name, struct span *group) {
  int answer = ways_try(matcher, room, text, start, before);
  if (answer == PCRE2_ERROR_NOMATCH) return LEXICON_NO;
  if (answer < 0) return LEXICON_GAVE_UP;
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(room->data);
  *where = (struct span){ends[0], ends[1] > ends[0] ? ends[1] - ends[0] : 0};
  if (group) *group = group_span(matcher->code, room->data, group_name);
  return LEXICON_YES;
}
