/* Reads a command line by its table and refuses what is not in the table. */
#include "include/usage/usage.h"
#include "include/message.h"
#include "include/text.h"
#include <stdio.h>
#include <string.h>

/* -------------------------------------------------------------------------------------------------------- commands */

const struct usage_command *usage_find(const struct usage_program *program, const char *name) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const struct usage_command *command = program->commands; command->name; command++) {
    if (!strcmp(command->name, name)) return command;
    g_ptr_array_add(names, (void *)command->name);
  }
  g_ptr_array_add(names, NULL);
  const char *nearest = text_nearest(name, (const char *const *)names->pdata);
  if (nearest) stop_usage("there is no command \"%s\": did you mean %s?", name, nearest);
  if (g_file_test(name, G_FILE_TEST_IS_DIR))
    stop_usage("there is no command \"%s\": to audit the folder of this name: %s run %s", name, program->name, name);
  stop_usage("there is no command \"%s\": %s --help lists them", name, program->name);
}

/* --------------------------------------------------------------------------------------------------------- options */

static guint options_count(const struct usage_command *command) {
  guint count = 0;
  while (command->options && command->options[count]) count++;
  return count;
}

static bool option_is(const struct usage_option *option, const char *given) {
  gsize length = strlen(option->name);
  if (given[1] != '-') return option->letter && given[1] == option->letter;
  return !strncmp(given + 2, option->name, length) && (!given[length + 2] || given[length + 2] == '=');
}

static bool option_taken(const struct usage_command *command, const char *given) {
  for (guint i = 0; i < options_count(command); i++)
    if (option_is(command->options[i], given)) return true;
  return false;
}

static bool option_elsewhere(const struct usage_program *program, const char *given) {
  for (const struct usage_command *other = program->commands; other->name; other++)
    if (option_taken(other, given)) return true;
  return false;
}

/* GIVEN is an option that COMMAND does not take. */
G_NORETURN static void option_refuse(const struct usage_program *program, const struct usage_command *command,
                                     const char *given) {
  g_autofree char *name = g_strndup(given, strcspn(given, "="));
  if (option_elsewhere(program, given))
    stop_usage("%s takes no %s: %s %s --help lists what it takes", command->name, name, program->name, command->name);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < options_count(command); i++) g_ptr_array_add(names, (void *)command->options[i]->name);
  g_ptr_array_add(names, (void *)"help");
  g_ptr_array_add(names, NULL);
  const char *nearest = text_nearest(name, (const char *const *)names->pdata);
  if (nearest) stop_usage("there is no option %s: did you mean --%s?", name, nearest);
  stop_usage("there is no option %s: %s %s --help lists them", name, program->name, command->name);
}

/* Refuses options by name here, because GLib's messages name no remedy. */
static void error_tell(const struct usage_line *line, char **argv, const GError *error) {
  if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    for (char **given = argv + 1; *given && strcmp(*given, "--"); given++)
      if (**given == '-' && (*given)[1] && !option_taken(line->command, *given))
        option_refuse(line->program, line->command, *given);
  stop_usage("%s: %s %s --help shows how to give it", error->message, line->program->name, line->command->name);
}

/* ---------------------------------------------------------------------------------------------------------- values */

static void word_check(const struct usage_option *option, const char *word, char **choices) {
  if (g_strv_contains((const char *const *)choices, word)) return;
  const char *nearest = text_nearest(word, (const char *const *)choices);
  g_autofree char *all = g_strjoinv(", ", choices);
  if (nearest) stop_usage("--%s: there is no \"%s\": did you mean %s? (%s)", option->name, word, nearest, all);
  stop_usage("--%s: there is no \"%s\": choose from %s", option->name, word, all);
}

static void value_check(const struct usage_option *option, const char *value) {
  if (!*value) stop_usage("--%s: the value is empty: write %s after it", option->name, option->value);
  if (!option->choices) return;
  g_auto(GStrv) choices = option->choices(), words = g_strsplit(value, option->list ? "," : "\n", -1);
  for (char **word = words; *word; word++) word_check(option, g_strstrip(*word), choices);
}

const char *usage_value(const struct usage_line *line, const struct usage_option *option) {
  for (guint i = 0; i < options_count(line->command); i++)
    if (line->command->options[i] == option) return line->values[i];
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------- arguments */

static void arguments_check(const struct usage_line *line) {
  const struct usage_argument *const *arguments = line->command->arguments;
  g_autofree char *synopsis = usage_synopsis(line->program, line->command);
  guint taken = 0;
  for (; arguments && arguments[taken]; taken++)
    if (taken >= line->count && !arguments[taken]->optional)
      stop_usage("%s is missing: usage: %s", arguments[taken]->name, synopsis);
  if (line->count > taken)
    stop_usage("\"%s\" is one argument too many: a name with spaces needs quotes: usage: %s", line->arguments[taken], synopsis);
}

/* All values are taken as bytes: the name of a file need not be valid in the locale. */
static GOptionEntry entry_for(const struct usage_option *option, char **value, gboolean *given) {
  return (GOptionEntry){option->name,
                        option->letter,
                        0,
                        option->value ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
                        option->value ? (void *)value : (void *)given,
                        "",
                        NULL};
}

/* True if the line asks for help; the rest of it is then ignored. */
static bool line_read(struct usage_line *line, int argc, char **argv) {
  guint count = options_count(line->command);
  line->values = g_new0(char *, count + 1);
  g_autofree GOptionEntry *entries = g_new0(GOptionEntry, count + 3);
  g_autofree gboolean *given = g_new0(gboolean, count + 1);
  g_autofree char **before = g_memdup2(argv, ((gsize)argc + 1) * sizeof *argv);
  g_autoptr(GOptionContext) context = g_option_context_new(NULL);
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < count; i++) entries[i] = entry_for(line->command->options[i], &line->values[i], &given[i]);
  entries[count] = (GOptionEntry){"help", 'h', 0, G_OPTION_ARG_NONE, &given[count], "", NULL};
  entries[count + 1] = (GOptionEntry){G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &line->arguments, "", NULL};
  g_option_context_set_help_enabled(context, FALSE);
  g_option_context_add_main_entries(context, entries, NULL);
  if (!g_option_context_parse(context, &argc, &argv, &error)) error_tell(line, before, error);
  line->count = line->arguments ? g_strv_length(line->arguments) : 0;
  for (guint i = 0; i < count; i++)
    if (given[i]) line->values[i] = g_strdup("");
  return given[count];
}

static int command_run(const struct usage_line *line) {
  for (guint i = 0; i < options_count(line->command); i++)
    if (line->values[i] && line->command->options[i]->value) value_check(line->command->options[i], line->values[i]);
  arguments_check(line);
  return line->command->run(line);
}

static int line_run(struct usage_line *line, int argc, char **argv) {
  int status = EXIT_DONE;
  if (line_read(line, argc, argv)) usage_help_command(line->program, line->command);
  else status = command_run(line);
  for (guint i = 0; i < options_count(line->command); i++) g_free(line->values[i]);
  g_free(line->values);
  g_strfreev(line->arguments);
  return status;
}

int usage_run(const struct usage_program *program, int argc, char **argv) {
  const char *first = argc < 2 ? "" : argv[1];
  if (!*first) return usage_help(program), EXIT_USAGE;
  if (!strcmp(first, "--help") || !strcmp(first, "-h")) return usage_help(program), EXIT_DONE;
  if (!strcmp(first, "--version")) return printf("%s %s\n", program->name, program->version), EXIT_DONE;
  struct usage_line line = {.program = program, .command = usage_find(program, first), .called = argv[0]};
  return line_run(&line, argc - 1, argv + 1);
}
