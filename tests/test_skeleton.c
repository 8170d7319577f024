/* What libcsv makes of a skeleton is what it makes of the line. */
#include "tests/check.h"
#include "ingest/pattern.h"
#include <csv.h>

struct cells {
  GString *text; /* each with a unit separator behind it */
  struct skeleton *skeleton;
  struct patterns *patterns;
};

static void cell_take(void *bytes, size_t length, void *data) {
  struct cells *cells = data;
  if (cells->patterns) pattern_cell(cells->patterns, bytes, length);
  if (cells->skeleton) {
    g_autofree char *whole = g_malloc(4096);
    length = skeleton_fill(cells->skeleton, bytes, length, whole);
    g_assert_cmpuint(strlen(whole), ==, length);
    g_string_append_len(cells->text, whole, (gssize)length);
  } else g_string_append_len(cells->text, bytes, (gssize)length);
  g_string_append_c(cells->text, '\x1f');
}

static void row_take(int last, void *data) {
  (void)last;
  g_string_append_c(((struct cells *)data)->text, '\x1e');
}

static int blank(unsigned char c) { return c == ' ' || c == '\t'; }
static int none(unsigned char c) { return c == 0; }

/* All lines as one record. */
static char *lines_parse(char **lines, guint count, char delimiter, bool blanks, struct skeleton *skeleton) {
  struct csv_parser parser;
  struct cells cells = {g_string_new(NULL), skeleton, NULL};
  g_assert_cmpint(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), ==, 0);
  csv_set_delim(&parser, (unsigned char)delimiter);
  csv_set_space_func(&parser, blanks ? blank : none);
  if (skeleton) skeleton_begin(skeleton, delimiter, blanks);
  for (guint i = 0; i < count; i++) {
    g_autofree char *whole = g_strconcat(lines[i], "\r\n", NULL);
    if (skeleton) skeleton_take(skeleton, lines[i], strlen(lines[i]), "\r\n");
    const char *text = skeleton ? skeleton->text : whole;
    gsize length = skeleton ? skeleton->length : strlen(whole);
    if (csv_parse(&parser, text, length, cell_take, row_take, &cells) == length) continue;
    g_string_append(cells.text, "broken");
    break;
  }
  csv_free(&parser);
  return g_string_free(cells.text, FALSE);
}

static char *line_make(GRand *random) {
  static const char *const parts[] = {"a",
                                      "b",
                                      "ab",
                                      "\"",
                                      "\"\"",
                                      ",",
                                      ";",
                                      "\t",
                                      " ",
                                      "  ",
                                      "word",
                                      "longer than sixteen bytes",
                                      ",,",
                                      "\",",
                                      "\",\"",
                                      "é",
                                      "0123456789abcdef"};
  GString *line = g_string_new(NULL);
  for (int i = g_rand_int_range(random, 0, 14); i > 0; i--)
    g_string_append(line, parts[g_rand_int_range(random, 0, G_N_ELEMENTS(parts))]);
  return g_string_free(line, FALSE);
}

static void cells_agree(void) {
  static const char delimiters[] = ",;\ta ";
  GRand *random = g_rand_new_with_seed(5);
  struct skeleton skeleton = {0};
  guint whole = 0;
  for (guint i = 0; i < 100000; i++) {
    char *lines[3];
    char delimiter = delimiters[g_rand_int_range(random, 0, sizeof delimiters - 1)];
    for (guint k = 0; k < 3; k++) lines[k] = line_make(random);
    g_autofree char *plain = lines_parse(lines, 3, delimiter, i % 2, NULL);
    g_autofree char *short_way = lines_parse(lines, 3, delimiter, i % 2, &skeleton);
    whole += !strstr(plain, "broken");
    if (strcmp(plain, short_way)) g_error("\"%s\", \"%s\", \"%s\": %s is not %s", lines[0], lines[1], lines[2], short_way, plain);
    for (guint k = 0; k < 3; k++) g_free(lines[k]);
  }
  g_assert_cmpuint(whole, >, 1000);
  skeleton_clear(&skeleton);
  g_rand_free(random);
}

/* A line by the pattern that lines before it left, where there is one; the parser's cells leave theirs. */
static char *line_repeat(const char *line, struct skeleton *skeleton, struct patterns *patterns, char delimiter, bool blanks) {
  skeleton_begin(skeleton, delimiter, blanks);
  skeleton_take(skeleton, line, strlen(line), "\r\n");
  const struct pattern *pattern = pattern_find(patterns, skeleton);
  struct cells cells = {g_string_new(NULL), skeleton, patterns};
  if (pattern) {
    const char *cell = pattern->cells;
    for (guint i = 0; i < pattern->count; cell += pattern->at[i++].length) {
      g_autofree char *whole = g_malloc(4096);
      g_string_append_len(cells.text, whole, (gssize)pattern_fill(&pattern->at[i], cell, skeleton, whole));
      g_string_append_c(cells.text, '\x1f');
    }
    g_string_append_c(cells.text, '\x1e');
    return g_string_free(cells.text, FALSE);
  }
  struct csv_parser parser;
  g_assert_cmpint(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), ==, 0);
  csv_set_delim(&parser, (unsigned char)delimiter);
  csv_set_space_func(&parser, blanks ? blank : none);
  pattern_begin(patterns);
  gsize taken = csv_parse(&parser, skeleton->text, skeleton->length, cell_take, row_take, &cells);
  if (taken == skeleton->length && g_str_has_suffix(cells.text->str, "\x1e")) pattern_end(patterns, skeleton);
  csv_free(&parser);
  g_string_free(cells.text, TRUE);
  return NULL;
}

static void patterns_agree(void) {
  static const char delimiters[] = ",;\ta ";
  GRand *random = g_rand_new_with_seed(6);
  struct skeleton skeleton = {0};
  struct patterns *patterns = g_new0(struct patterns, 1);
  guint found = 0;
  for (guint i = 0; i < 200000; i++) {
    g_autofree char *line = line_make(random);
    char delimiter = delimiters[g_rand_int_range(random, 0, sizeof delimiters - 1)];
    g_autofree char *repeated = line_repeat(line, &skeleton, patterns, delimiter, i % 2);
    if (!repeated) continue;
    g_autofree char *plain = lines_parse(&line, 1, delimiter, i % 2, NULL);
    if (strcmp(plain, repeated)) g_error("\"%s\": %s is not %s", line, repeated, plain);
    found++;
  }
  g_assert_cmpuint(found, >, 5000);
  skeleton_clear(&skeleton);
  g_free(patterns);
  g_rand_free(random);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("skeleton", "libcsv makes the same cells of a line and of its skeleton", cells_agree);
  TEST("skeleton", "a line whose like was parsed has the cells that libcsv makes of it", patterns_agree);
  return g_test_run();
}
