/* Writes the lexicons of the program, sealed, to standard output. The Makefile puts them into the program. */
#include <stdio.h>
#include "analyze/narrative/narrative.h"
#include "analyze/words/matcher.h"
#include "analyze/purpose/purpose.h"
#include "analyze/sealed.h"
#include "include/message.h"

/* Nothing is sealed yet. */
const guint64 words_sealed[1] = {0};

static GByteArray *expression_encode(const struct word_pattern *written) {
  char *fault = NULL;
  struct matcher *matcher = matcher_compile(written->expression, &fault);
  if (!matcher) stop_input(written->file, written->line, "%s: correct the pattern", fault);
  GByteArray *code = matcher_encode(matcher);
  matcher_free(matcher);
  return code;
}

static void lexicon_write(const char *const *paths) {
  struct wordfile *words = wordfile_read(paths);
  struct sealed *sealed = sealed_make(paths, words, expression_encode);
  fwrite(sealed, 1, sealed->bytes, stdout);
  g_free(sealed);
  wordfile_free(words);
}

int main(void) {
  lexicon_write(narrative_files);
  lexicon_write(purpose_files);
  fwrite(words_sealed, 1, sizeof words_sealed, stdout);
  return fflush(stdout) ? EXIT_SYSTEM : EXIT_DONE;
}
