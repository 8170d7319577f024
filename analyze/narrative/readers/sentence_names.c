/* Finds who is named in a sentence, even if it is all in capitals; result.c decides whether a name is a candidate's. */
#include <string.h>
#include "analyze/narrative/readers/sentence_names.h"
#include "analyze/people/officer_mask.h"
#include "include/text.h"

struct naming {
  struct reading *reading;
  const struct sentence *sentence;
  struct hits *names;
};

static bool name_byte(char c) { return g_ascii_isalnum(c) || (c & 0x80) || (c && strchr("'-.", c)); }

/* Words that are nobody's name, and a letter that is not an initial. */
static bool word_is_common(struct naming *naming, gsize start, gsize end, bool first) {
  const char *text = naming->sentence->text;
  struct span where;
  while (end > start && strchr(".,'-", text[end - 1])) end--;
  if (end - start <= 1) return first && (end >= naming->sentence->length || text[end] != '.');
  return words_find(naming->reading, W_COMMON, text + start, end - start, &where, NULL);
}

/* One word in capitals is an office, a place or a thing (GBI, MARTA, CID) unless the roster or the log knows it as a name; John
   Doe is nobody's name. */
static bool word_names_nobody(const struct naming *naming, gsize start, gsize end) {
  g_autofree char *words = g_strndup(naming->sentence->text + start, end - start), *key = text_key(words);
  if (!strcmp(key, "john doe") || !strcmp(key, "jane doe") || !strcmp(key, "doe, john") || !strcmp(key, "doe, jane")) return true;
  bool lower = false;
  for (const char *at = words; *at; at++) lower |= g_ascii_islower(*at) || *at == ' ' || *at == ',' || (*at & 0x80);
  return !lower && naming->reading->narrator->known && !mask_word(key) &&
         !g_hash_table_contains(naming->reading->narrator->known, key);
}

static void name_add(struct naming *naming, gsize start, gsize end) {
  const char *text = naming->sentence->text;
  struct span where;
  while (end > start && strchr(" ,-", text[end - 1])) end--;
  if (end < start + 2 || naming->names->count >= HITS_MOST) return;
  if (end < naming->sentence->length && text[end] == '/' && end > start + 3 && text[end - 2] == ' ')
    end -= 2; /* "HALE, ROBERT B/M" */
  gsize longest = 0, run = 0;
  for (gsize i = start; i < end; i++) longest = MAX(longest, run = g_ascii_isalpha(text[i]) || (text[i] & 0x80) ? run + 1 : 0);
  if (longest < 2 || word_names_nobody(naming, start, end) ||
      words_find(naming->reading, W_PLACE, text + start, end - start, &where, NULL))
    return;
  naming->names->at[naming->names->count] = naming->names->group[naming->names->count] = (struct span){start, end - start};
  naming->names->count++;
}

/* "SUGGESTED VIVIAN SOTO": the words left between those that are nobody's name. */
static void name_trim(struct naming *naming, struct span whole) {
  const char *text = naming->sentence->text;
  gsize end = whole.start + whole.length, from = whole.start;
  bool open = false;
  for (gsize at = whole.start; at < end;) {
    gsize stop = at;
    while (stop < end && name_byte(text[stop])) stop++;
    if (stop > at && word_is_common(naming, at, stop, !open)) {
      if (open) name_add(naming, from, at);
      open = false;
    } else if (stop > at && !open) from = at, open = true;
    at = MAX(stop, at + 1);
  }
  if (open) name_add(naming, from, end);
}

void persons_find(struct reading *reading, const struct sentence *sentence, struct hits *names) {
  struct naming naming = {reading, sentence, names};
  names->count = 0;
  for (gsize from = 0; from < sentence->length && names->count < HITS_MOST;) {
    struct span where, who = {0, 0};
    if (!words_find(reading, W_PERSON, sentence->text + from, sentence->length - from, &where, &who)) return;
    who.start += from;
    name_trim(&naming, who);
    from = who.start + MAX(who.length, 1);
    while (from < sentence->length && (sentence->text[from] & 0xC0) == 0x80) from++;
  }
}
