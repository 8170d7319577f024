/* Joins lines of a text that were only wrapped: those too long to take the next word, and those whose sentence goes on. Lines of
   forms and lists are kept. */
#include "analyze/words/wrapped_lines.h"
#include "include/title.h"
#include <string.h>

enum {
  WIDTH_LEAST = 40, /* bytes: shorter lines did not wrap */
  WIDTH_SURE = 60,  /* ... if capitals tell nothing */
  LABEL_MOST = 40   /* bytes of "Searched by:" */
};

struct lines {
  char *text;
  gsize width;  /* the longest */
  bool cased;   /* has capitals and small letters, so that a small letter at the start of a line means something */
  bool wrapped; /* lines end at a fixed width */
};

static gsize line_end(const char *text, gsize at) { return at + strcspn(text + at, "\n"); }

static gsize first_word(const char *line) { return strcspn(line, " \n"); }

/* "Reason: ...", "FR USED?" */
static bool line_labelled(const char *line) {
  gsize at = strcspn(line, ":?=\n");
  return at <= LABEL_MOST && line[at] && line[at] != '\n' && (strchr(" \n", line[at + 1]) || !line[at + 1]) &&
         !memchr(line, ',', at) && !memchr(line, '.', at);
}

/* An item of a list or a line of a form begins anew whatever is above it. */
static bool line_begins(const char *line) {
  gsize digits = strspn(line, "0123456789");
  if (strchr("-*#[(\n", *line) || !strncmp(line, "\xE2\x80\xA2", 3)) return true;
  if (digits && digits <= 2 && strchr(".)", line[digits]) && line[digits + 1] == ' ') return true;
  if (g_ascii_isalpha(line[0]) && (line[1] == ')' || (g_ascii_islower(line[0]) && line[1] == '.')) && line[2] == ' ') return true;
  return line_labelled(line);
}

/* Words after which a sentence goes on; so does it after a rank in short. */
static bool line_unfinished(const char *line, gsize end) {
  static const char *const words[] = {"a",    "an",  "the",     "of",        "and",     "or",     "to",   "in",
                                      "on",   "at",  "by",      "for",       "from",    "with",   "was",  "is",
                                      "that", "his", "her",     "their",     "my",      "our",    "into", "as",
                                      "who",  "i",   "through", "detective", "officer", "deputy", NULL};
  gsize start = end;
  if (end && line[end - 1] == ',') return true;
  while (start > 0 && line[start - 1] != ' ') start--;
  g_autofree char *word = g_ascii_strdown(line + start, (gssize)(end - start));
  if (g_strv_contains(words, word)) return true;
  bool period = end > start && line[end - 1] == '.';
  unsigned marks = period ? title_marks(word, end - start - 1) : 0;
  return marks & TITLE_SHORT && marks & TITLE_RANK;
}

/* The next word would not have fitted into this line. */
static bool line_full(const struct lines *lines, gsize start, gsize end) {
  return end - start + 1 + first_word(lines->text + end + 1) > lines->width;
}

static bool line_stopped(const struct lines *lines, gsize end) { return strchr(".!?:;", lines->text[end - 1]); }

static void lines_measure(struct lines *lines) {
  guint breaks = 0, full = 0, small = 0;
  for (gsize start = 0, end; lines->text[start]; start = end + (lines->text[end] != 0)) {
    end = line_end(lines->text, start);
    lines->width = MAX(lines->width, end - start);
  }
  for (gsize start = 0, end; lines->text[start]; start = end + 1) {
    end = line_end(lines->text, start);
    if (!lines->text[end]) break;
    if (end == start || line_begins(lines->text + end + 1)) continue;
    bool filled = line_full(lines, start, end);
    breaks++, full += filled, small += filled && !line_stopped(lines, end) && g_ascii_islower(lines->text[end + 1]);
  }
  lines->wrapped = lines->width >= WIDTH_LEAST &&
                   (lines->cased ? small > 0 : lines->width >= WIDTH_SURE && full > 1 && full * 3 >= breaks * 2);
}

static bool line_wraps(const struct lines *lines, gsize start, gsize end) {
  const char *next = lines->text + end + 1;
  if (end == start || !*next || line_begins(next)) return false;
  if (lines->wrapped && line_full(lines, start, end)) return true;
  if (lines->cased && g_ascii_islower(*next) && !line_stopped(lines, end)) return true;
  return line_unfinished(lines->text + start, end - start);
}

void lines_join(char *text, bool cased) {
  struct lines lines = {.text = text, .cased = cased};
  if (!strchr(lines.text, '\n')) return;
  lines_measure(&lines);
  for (gsize start = 0, end; lines.text[start]; start = end + 1) {
    end = line_end(lines.text, start);
    if (!lines.text[end]) break;
    if (line_wraps(&lines, start, end)) lines.text[end] = '\f'; /* not yet a blank: the width is still measured */
  }
  g_strdelimit(lines.text, "\f", ' ');
}
