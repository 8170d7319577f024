/* The scripts by which bash and zsh complete a command line, from its table. */
#include "include/usage/usage.h"
#include <string.h>

/* Text for inside single quotes of a shell; characters special to zsh get a backslash. */
static void quoted_put(GString *script, const char *text, const char *marks) {
  for (; *text; text++) {
    if (*text == '\'') {
      g_string_append(script, "'\\''");
      continue;
    }
    if (strchr(marks, *text)) g_string_append_c(script, '\\');
    g_string_append_c(script, *text);
  }
}

static char *choices_joined(char **(*choices)(void)) {
  g_auto(GStrv) words = choices ? choices() : NULL;
  return words ? g_strjoinv(" ", words) : g_strdup("");
}

/* ------------------------------------------------------------------------------------------------------------ bash */

/* Folders and files are completed by readline itself, which knows about quotes and home folders. */
static const char bash_head[] =
    "# Completion of PROGRAM's command line for bash, made from its own table of commands.\n"
    "_PROGRAM_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\"); }\n"
    "_PROGRAM_list() {\n"
    "  local before=\n"
    "  if [[ $word == *,* ]]; then before=${word%,*},; fi\n"
    "  mapfile -t COMPREPLY < <(compgen -P \"$before\" -W \"$1\" -- \"${word##*,}\")\n"
    "}\n"
    "_PROGRAM() {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} nth=0 i\n"
    "  COMPREPLY=()\n"
    "  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n";

/* What completes a value or an argument. */
static void bash_action(GString *script, enum usage_kind kind, char **(*choices)(void), bool list) {
  g_autofree char *words = choices_joined(choices);
  if (choices) g_string_append_printf(script, "_PROGRAM_%s '%s'", list ? "list" : "words", words);
  else g_string_append(script, kind == USAGE_FOLDER ? "compopt -o dirnames" : kind == USAGE_FILE ? "compopt -o default" : ":");
}

/* The options whose next word is their value. */
static void bash_value(GString *script, const char *command, const struct usage_option *option) {
  g_string_append_printf(script, "    %s:--%s", command, option->name);
  if (option->letter) g_string_append_printf(script, " | %s:-%c", command, option->letter);
  g_string_append(script, ") ");
  bash_action(script, option->kind, option->choices, option->list);
  g_string_append(script, "; return ;;\n");
}

static void bash_values(GString *script, const struct usage_program *program) {
  g_string_append(script, "  case $command:$before in\n");
  for (const struct usage_command *command = program->commands; command->name; command++)
    for (guint i = 0; command->options && command->options[i]; i++)
      if (command->options[i]->value) bash_value(script, command->name, command->options[i]);
  g_string_append(script, "  esac\n");
}

static void bash_options(GString *script, const struct usage_program *program) {
  g_string_append(script, "  if [[ $word == -* ]]; then\n    case $command in\n");
  for (const struct usage_command *command = program->commands; command->name; command++) {
    g_string_append_printf(script, "      %s) _PROGRAM_words '--help", command->name);
    for (guint i = 0; command->options && command->options[i]; i++)
      g_string_append_printf(script, " --%s", command->options[i]->name);
    g_string_append(script, "' ;;\n");
  }
  g_string_append(script, "    esac\n    return\n  fi\n");
}

/* "run:--out|run:-o|run:--formats": all options that a value follows. */
static void bash_valued(GString *script, const struct usage_program *program) {
  gsize before = script->len;
  for (const struct usage_command *command = program->commands; command->name; command++)
    for (guint i = 0; command->options && command->options[i]; i++) {
      const struct usage_option *option = command->options[i];
      if (!option->value) continue;
      g_string_append_printf(script, "%s%s:--%s", script->len > before ? "|" : "", command->name, option->name);
      if (option->letter) g_string_append_printf(script, "|%s:-%c", command->name, option->letter);
    }
}

/* The number of the argument: one more than the words before it that are neither options nor values of options. */
static void bash_arguments(GString *script, const struct usage_program *program) {
  g_string_append(script, "  for ((i = 2; i <= COMP_CWORD; i++)); do\n    case $command:${COMP_WORDS[i]} in\n      ");
  bash_valued(script, program);
  g_string_append(script, ") i=$((i + 1)); if [[ ${COMP_WORDS[i]:-} == = ]]; then i=$((i + 1)); fi ;;\n"
                          "      *:-?*) ;;\n      *) nth=$((nth + 1)) ;;\n    esac\n  done\n  case $command:$nth in\n");
  for (const struct usage_command *command = program->commands; command->name; command++)
    for (guint i = 0; command->arguments && command->arguments[i]; i++) {
      g_string_append_printf(script, "    %s:%u) ", command->name, i + 1);
      bash_action(script, command->arguments[i]->kind, command->arguments[i]->choices, false);
      g_string_append(script, " ;;\n");
    }
  g_string_append(script, "  esac\n");
}

char *usage_bash(const struct usage_program *program) {
  GString *script = g_string_new(bash_head);
  g_string_append(script, "  if [[ $COMP_CWORD == 1 ]]; then _PROGRAM_words '--help --version");
  for (const struct usage_command *command = program->commands; command->name; command++)
    g_string_append_printf(script, " %s", command->name);
  g_string_append(script, "'; return; fi\n");
  bash_values(script, program);
  bash_options(script, program);
  bash_arguments(script, program);
  g_string_append(script, "}\ncomplete -F _PROGRAM PROGRAM\n");
  g_string_replace(script, "PROGRAM", program->name, 0);
  return g_string_free(script, FALSE);
}

/* ------------------------------------------------------------------------------------------------------------- zsh */

static void zsh_action(GString *script, enum usage_kind kind, char **(*choices)(void), bool list) {
  g_autofree char *words = choices_joined(choices);
  if (list) g_string_append_printf(script, "_sequence compadd - %s", words);
  else if (choices) g_string_append_printf(script, "(%s)", words);
  else g_string_append(script, kind == USAGE_FOLDER ? "_files -/" : kind == USAGE_FILE ? "_files" : " ");
}

static void zsh_option(GString *script, const struct usage_option *option) {
  const char *value = option->value ? "=" : "";
  if (option->letter)
    g_string_append_printf(script, " '(-%c --%s)'{-%c%s,--%s%s}'[", option->letter, option->name, option->letter,
                           option->value ? "+" : "", option->name, value);
  else g_string_append_printf(script, " '--%s%s[", option->name, value);
  quoted_put(script, option->does, "[]\\:");
  g_string_append_c(script, ']');
  if (option->value) {
    g_string_append_printf(script, ":%s:", option->value);
    zsh_action(script, option->kind, option->choices, option->list);
  }
  g_string_append_c(script, '\'');
}

static void zsh_command(GString *script, const struct usage_command *command) {
  g_string_append_printf(script, "        %s) _arguments -s '(- *)'{-h,--help}'[show usage and examples]'", command->name);
  for (guint i = 0; command->options && command->options[i]; i++) zsh_option(script, command->options[i]);
  for (guint i = 0; command->arguments && command->arguments[i]; i++) {
    g_string_append_printf(script, " '%u:", i + 1);
    quoted_put(script, command->arguments[i]->name, ":\\");
    g_string_append_c(script, ':');
    zsh_action(script, command->arguments[i]->kind, command->arguments[i]->choices, false);
    g_string_append_c(script, '\'');
  }
  g_string_append(script, " ;;\n");
}

char *usage_zsh(const struct usage_program *program) {
  GString *script =
      g_string_new("#compdef PROGRAM\n# Completion of its command line for zsh, made from its own table of commands.\n"
                   "_PROGRAM() {\n  local context state state_descr line\n  typeset -A opt_args\n"
                   "  local -a commands=(\n");
  for (const struct usage_command *command = program->commands; command->name; command++) {
    g_string_append_printf(script, "    '%s:", command->name);
    quoted_put(script, command->purpose, "\\");
    g_string_append(script, "'\n");
  }
  g_string_append(script, "  )\n  _arguments -C '(- *)'{-h,--help}'[list the commands]' '(- *)--version[show the version]' \\\n"
                          "    '1: :->command' '*:: :->arguments' && return 0\n  case $state in\n"
                          "    command) _describe command commands ;;\n    arguments)\n      case $words[1] in\n");
  for (const struct usage_command *command = program->commands; command->name; command++) zsh_command(script, command);
  g_string_append(script, "      esac ;;\n  esac\n}\n"
                          "if [[ $funcstack[1] == _PROGRAM ]]; then _PROGRAM \"$@\"; else compdef _PROGRAM PROGRAM; fi\n");
  g_string_replace(script, "PROGRAM", program->name, 0);
  return g_string_free(script, FALSE);
}
