/* libFuzzer: any text as the reason of a search, and as the words of a release. The words that decide, and those that no list
   has, stand in it. */
#include "tests/fuzz.h"
#include "analyze/purpose/purpose.h"
#include "report/release/parts.h"

static void strange_check(const struct purposes *purposes, const char *reason) {
  g_autofree char *strange = purpose_strange(purposes, reason);
  g_auto(GStrv) words = g_strsplit(strange ? strange : "", " ", -1);
  for (char **word = words; *word; word++) MUST(**word);
}

static void names_check(const char *text, const char *name) {
  g_autoptr(GArray) found = name_find(text, name);
  for (guint i = 0; i < found->len; i++) {
    const struct part *part = &g_array_index(found, struct part, i);
    MUST(part->start + part->length <= strlen(text) && part->length);
    MUST(g_utf8_validate(text + part->start, (gssize)part->length, NULL));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static struct purposes *purposes;
  if (!purposes) purposes = purposes_new();
  g_autofree char *reason = NULL, *name = NULL;
  fuzz_texts(bytes, count, &reason, &name);
  struct purpose purpose;
  purpose_read(purposes, reason, &purpose);
  MUST(!purpose.words || strstr(reason, purpose.words));
  MUST(purpose.name || purpose.doubt);
  g_free(purpose.words);
  strange_check(purposes, reason);
  names_check(reason, name);
  return 0;
}
