/* Prints what the second reader, with the weights in a file, says of labelled narratives: a line each, a margin for each
   question. usage: second_margins WEIGHTS TEXT   tests/second_scores runs it with weights taught without TEXT's writer. */
#include <stdio.h>
#include <string.h>
#include "tests/check.h"
#include "analyze/second/second.h"

/* The candidates that the labels name are known, as from a log. */
static void names_know(struct second *second, const char *labels) {
  g_auto(GStrv) parts = g_strsplit(labels ? labels : "", ";", -1);
  for (char **part = parts; *part; part++)
    if (g_str_has_prefix(g_strstrip(*part), "cand ")) second_know(second, *part + strlen("cand "));
}

int main(int argc, char **argv) {
  char *weights = NULL, *text = NULL;
  if (argc != 3 || !g_file_get_contents(argv[1], &weights, NULL, NULL) || !g_file_get_contents(argv[2], &text, NULL, NULL))
    return 2;
  struct second *second = second_open_with((const struct second_taught *)weights);
  char **lines = g_strsplit(text, "\n", -1);
  for (int question = 0; question < SECOND_QUESTIONS; question++) printf("%s ", second_name((enum second_question)question));
  for (char **line = lines; *line; line++) {
    if (!**line || **line == '#' || **line == '=') continue;
    second_forget(second);
    names_know(second, line[1]);
    g_auto(GStrv) parts = g_strsplit(*line, "\\n", -1);
    g_autofree char *narrative = g_strjoinv("\n", parts);
    struct second_answer answers[SECOND_QUESTIONS];
    second_read(second, narrative, strlen(narrative), answers);
    putchar('\n');
    for (int question = 0; question < SECOND_QUESTIONS; question++)
      printf("%d%c ", answers[question].margin,
             "-?++"[1 + second_says((enum second_question)question, answers[question].margin)]);
  }
  putchar('\n');
  g_strfreev(lines);
  second_close(second);
  g_free(weights);
  g_free(text);
  return 0;
}
