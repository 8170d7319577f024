/* Compiles patterns and tries them with PCRE2; lexicon.c decides which are tried. */
#include "analyze/words/matcher.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
  MATCH_LIMIT = 100000,
  STACK_MOST = 1 << 20,
  TRIES_MOST = 64 /* tries by the interpreter, which together take about as long as compiling to machine code */
};

struct matcher {
  pcre2_code *code;
  guint tries;
};

struct matcher_room {
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
};

struct matcher *matcher_compile(const char *expression, char **fault) {
  int number;
  PCRE2_SIZE at;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED,
                                   PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY, &number, &at, NULL);
  if (!code) {
    PCRE2_UCHAR words[160];
    pcre2_get_error_message(number, words, sizeof words);
    *fault = g_strdup_printf("%s near \"%.40s\"", (const char *)words, expression + at);
    return NULL;
  }
  struct matcher *matcher = g_new0(struct matcher, 1);
  matcher->code = code;
  return matcher;
}

void matcher_free(struct matcher *matcher) {
  if (!matcher) return;
  pcre2_code_free(matcher->code);
  g_free(matcher);
}

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

/* Compiling to machine code pays off for a pattern that is tried often. Gives up only if neither way comes to an end, so that the
   result does not depend on earlier calls. */
static int ways_try(struct matcher *matcher, const struct matcher_room *room, const char *text, gsize length, gsize start) {
  if (matcher->tries <= TRIES_MOST && ++matcher->tries > TRIES_MOST) pcre2_jit_compile(matcher->code, PCRE2_JIT_COMPLETE);
  guint32 way = matcher->tries > TRIES_MOST ? 0 : PCRE2_NO_JIT;
  int answer = pcre2_match(matcher->code, (PCRE2_SPTR)text, length, start, way, room->data, room->context);
  if (answer >= 0 || answer == PCRE2_ERROR_NOMATCH) return answer;
  if (way) pcre2_jit_compile(matcher->code, PCRE2_JIT_COMPLETE);
  return pcre2_match(matcher->code, (PCRE2_SPTR)text, length, start, way ^ PCRE2_NO_JIT, room->data, room->context);
}

enum lexicon_result matcher_find(struct matcher *matcher, struct matcher_room *room, const char *text, gsize length, gsize start,
                                 struct span *where, const char *group_name, struct span *group) {
  int answer = ways_try(matcher, room, text, length, start);
  if (answer == PCRE2_ERROR_NOMATCH) return LEXICON_NO;
  if (answer < 0) return LEXICON_GAVE_UP;
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(room->data);
  *where = (struct span){ends[0], ends[1] > ends[0] ? ends[1] - ends[0] : 0};
  if (group) *group = group_span(matcher->code, room->data, group_name);
  return LEXICON_YES;
}
