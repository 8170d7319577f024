/* What the fuzzers share: a condition that must hold, and bytes as the text that the program would make of them. */
#pragma once
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

#define MUST(what)                                                                                                               \
  do {                                                                                                                           \
    if (!(what)) {                                                                                                               \
      fprintf(stderr, "not so: %s\n", #what);                                                                                    \
      __builtin_trap();                                                                                                          \
    }                                                                                                                            \
  } while (0)

/* Valid UTF-8 up to the first NUL, as every cell is; the caller's. */
static inline char *fuzz_text(const uint8_t *bytes, size_t count) {
  return g_utf8_make_valid((const char *)bytes, (gssize)strnlen((const char *)bytes, count));
}

/* The same of what stands before and after the first line feed. */
static inline void fuzz_texts(const uint8_t *bytes, size_t count, char **first, char **second) {
  const uint8_t *end = memchr(bytes, '\n', count);
  size_t length = end ? (size_t)(end - bytes) : count;
  *first = fuzz_text(bytes, length);
  *second = fuzz_text(end ? end + 1 : bytes + count, end ? count - length - 1 : 0);
}
