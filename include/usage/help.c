/* Help pages for a terminal, from the table of a command line. */
#include "include/usage/usage.h"
#include "include/wrap.h"
#include <stdio.h>
#include <string.h>

char *usage_label(const struct usage_option *option) {
  g_autofree char *letter = option->letter ? g_strdup_printf("-%c, ", option->letter) : g_strdup("");
  return g_strconcat(letter, "--", option->name, option->value ? " " : "", option->value ? option->value : "", NULL);
}

char *usage_synopsis(const struct usage_program *program, const struct usage_command *command) {
  GString *line = g_string_new(program->name);
  g_string_append_printf(line, " %s", command->name);
  for (guint i = 0; command->arguments && command->arguments[i]; i++)
    g_string_append_printf(line, command->arguments[i]->optional ? " [%s]" : " %s", command->arguments[i]->name);
  for (guint i = 0; command->options && command->options[i]; i++) {
    const struct usage_option *option = command->options[i];
    g_autofree char *name = option->letter ? g_strdup_printf("-%c", option->letter) : g_strconcat("--", option->name, NULL);
    g_string_append_printf(line, " [%s%s%s]", name, option->value ? " " : "", option->value ? option->value : "");
  }
  return g_string_free(line, FALSE);
}

static void texts_print(const char *heading, const struct usage_text *texts, const char *program) {
  if (!texts) return;
  wrap_heading(heading, 2);
  for (; texts->name; texts++) {
    g_autofree char *label = program ? g_strdup_printf("%s %s", program, texts->name) : g_strdup(texts->name);
    wrap_pair(label, texts->text);
  }
}

static void exits_print(const struct usage_program *program, const char *which) {
  wrap_heading("Exit status", 2);
  for (const struct usage_text *exit = program->exits; exit->name; exit++)
    if (!which || strchr(which, *exit->name)) wrap_pair(exit->name, exit->text);
}

static void options_print(const struct usage_option *const *options) {
  if (!options) return;
  wrap_heading("Options", 2);
  for (; *options; options++) {
    g_autofree char *label = usage_label(*options);
    g_auto(GStrv) choices = (*options)->choices ? (*options)->choices() : NULL;
    g_autofree char *all = choices ? g_strjoinv(", ", choices) : NULL;
    g_autofree char *text = g_strconcat((*options)->does, all ? ": " : "", all, NULL);
    wrap_pair(label, text);
  }
}

void usage_help_command(const struct usage_program *program, const struct usage_command *command) {
  g_autofree char *title = g_strdup_printf("%s %s: %s", program->name, command->name, command->purpose);
  g_autofree char *synopsis = usage_synopsis(program, command), *usage = g_strconcat("Usage: ", synopsis, NULL);
  wrap_text(title, 0);
  putchar('\n');
  wrap_text(usage, 0);
  if (command->arguments) putchar('\n');
  for (guint i = 0; command->arguments && command->arguments[i]; i++)
    wrap_pair(command->arguments[i]->name, command->arguments[i]->is);
  if (command->about) putchar('\n'), wrap_text(command->about, 0);
  options_print(command->options);
  texts_print("Examples", command->examples, program->name);
  exits_print(program, command->exits);
}

static void commands_print(const struct usage_program *program) {
  wrap_heading("Commands", 2);
  for (const struct usage_command *command = program->commands; command->name; command++) {
    GString *label = g_string_new(command->name);
    for (guint i = 0; command->arguments && command->arguments[i]; i++)
      g_string_append_printf(label, command->arguments[i]->optional ? " [%s]" : " %s", command->arguments[i]->name);
    wrap_pair(label->str, command->purpose);
    g_string_free(label, TRUE);
  }
}

void usage_help(const struct usage_program *program) {
  g_autofree char *title = g_strdup_printf("%s %s: %s.", program->name, program->version, program->purpose);
  g_autofree char *more = g_strdup_printf(
      "%s COMMAND --help shows what a command takes, with examples; %s --version its version.", program->name, program->name);
  wrap_text(title, 0);
  printf("\nUsage: %s COMMAND ...\n", program->name);
  commands_print(program);
  texts_print("Examples", program->examples, program->name);
  exits_print(program, NULL);
  putchar('\n');
  wrap_text(more, 0);
}
