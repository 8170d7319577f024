/* The man page, in man(7)'s macros, from the table of a command line. */
#include "include/usage/usage.h"
#include <string.h>

/* A line of text, with everything escaped that roff would interpret. */
static void text_put(GString *page, const char *text) {
  if (*text == '.' || *text == '\'') g_string_append(page, "\\&");
  for (; *text; text++) {
    if (*text == '\\') g_string_append(page, "\\e");
    else if (*text == '-') g_string_append(page, "\\-");
    else if (*text == '\'') g_string_append(page, "\\(aq");
    else g_string_append_c(page, *text);
  }
}

static void line_put(GString *page, const char *before, const char *text, const char *after) {
  g_string_append(page, before);
  text_put(page, text);
  g_string_append(page, after);
  g_string_append_c(page, '\n');
}

/* Running text, in lines short enough to read in the source. */
static void paragraph_put(GString *page, const char *text) {
  enum { COLUMNS = 70 };
  while (*text) {
    gsize length = strlen(text), end = MIN(length, COLUMNS);
    while (end < length && end && text[end] != ' ') end--;
    if (!end) end = strcspn(text, " ");
    g_autofree char *line = g_strndup(text, end);
    line_put(page, "", line, "");
    text += end + (text[end] == ' ');
  }
}

/* A sentence from a phrase: "write the PDF again" -> "Write the PDF again". */
static void sentence_put(GString *page, const char *phrase, const char *end) {
  g_autofree char *sentence = g_strconcat(phrase, end, NULL);
  *sentence = g_ascii_toupper(*sentence);
  paragraph_put(page, sentence);
}

static void section_put(GString *page, const char *name) { g_string_append_printf(page, ".SH %s\n", name); }

/* A label in bold, and its description below it. */
static void pair_put(GString *page, const char *label, const char *text) {
  g_string_append(page, ".TP\n");
  line_put(page, "\\fB", label, "\\fR");
  paragraph_put(page, text);
}

static void texts_put(GString *page, const char *section, const struct usage_text *texts, const char *program) {
  if (!texts) return;
  section_put(page, section);
  for (; texts->name; texts++) {
    g_autofree char *label = program ? g_strdup_printf("%s %s", program, texts->name) : g_strdup(texts->name);
    pair_put(page, label, texts->text);
  }
}

static void option_put(GString *page, const struct usage_option *option) {
  g_autofree char *label = usage_label(option);
  g_auto(GStrv) choices = option->choices ? option->choices() : NULL;
  g_autofree char *all = choices ? g_strjoinv(", ", choices) : NULL;
  g_autofree char *text = g_strconcat(option->does, all ? ": " : "", all, NULL);
  pair_put(page, label, text);
}

static void command_put(GString *page, const struct usage_program *program, const struct usage_command *command) {
  g_autofree char *synopsis = usage_synopsis(program, command);
  line_put(page, ".SS ", synopsis, "");
  sentence_put(page, command->purpose, ".");
  if (command->about) g_string_append(page, ".PP\n"), paragraph_put(page, command->about);
  for (guint i = 0; command->arguments && command->arguments[i]; i++)
    pair_put(page, command->arguments[i]->name, command->arguments[i]->is);
  for (guint i = 0; command->options && command->options[i]; i++) option_put(page, command->options[i]);
  for (const struct usage_text *example = command->examples; example && example->name; example++) {
    g_autofree char *line = g_strdup_printf("%s %s", program->name, example->name);
    g_string_append(page, ".PP\n");
    sentence_put(page, example->text, ":");
    line_put(page, ".PP\n.nf\n.RS\n", line, "\n.RE\n.fi");
  }
}

char *usage_manual(const struct usage_program *program) {
  g_autofree char *upper = g_ascii_strup(program->name, -1);
  GString *page = g_string_new(NULL);
  g_string_append_printf(page, ".TH %s 1 \"%s\" \"%s %s\"\n", upper, program->date, program->name, program->version);
  section_put(page, "NAME");
  g_string_append_printf(page, "%s \\- ", program->name);
  line_put(page, "", program->purpose, "");
  section_put(page, "SYNOPSIS");
  g_string_append_printf(page, ".B %s\n.I COMMAND\n\\&...\n", program->name);
  section_put(page, "DESCRIPTION");
  for (guint i = 0; program->about[i]; i++) {
    if (i) g_string_append(page, ".PP\n");
    paragraph_put(page, program->about[i]);
  }
  section_put(page, "COMMANDS");
  for (const struct usage_command *command = program->commands; command->name; command++) command_put(page, program, command);
  texts_put(page, "FILES", program->files, NULL);
  texts_put(page, "ENVIRONMENT", program->environment, NULL);
  texts_put(page, "EXIT STATUS", program->exits, NULL);
  texts_put(page, "EXAMPLES", program->examples, program->name);
  g_string_append(page, ".SH SEE ALSO\n.BR sqlite3 (1),\n.BR sha256sum (1)\n");
  return g_string_free(page, FALSE);
}
