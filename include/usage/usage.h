/* A command line as one table: its commands, their arguments and purposes. parse.c reads arguments by it; the help pages
   (help.c), the man page (manual.c) and the completion for shells (completion.c) are written from it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What an argument or a value is, for completion. */
enum usage_kind { USAGE_WORD, USAGE_FOLDER, USAGE_FILE };

struct usage_option {
  const char *name;        /* "out" */
  char letter;             /* 'o'; 0: none */
  const char *value;       /* "OUT"; NULL: an option without a value */
  const char *does;        /* "the folder to write into" */
  enum usage_kind kind;    /* of the value */
  char **(*choices)(void); /* the only words the value may be, for g_strfreev; NULL: anything */
  bool list;               /* several of them, separated by commas */
};

struct usage_argument {
  const char *name; /* "DIR" */
  const char *is;   /* "the folder that holds audit.ini and the exports" */
  enum usage_kind kind;
  char **(*choices)(void); /* words that completion offers; others are accepted too */
  bool optional;
};

/* A name and its description: an example, a file, an exit status, a variable. */
struct usage_text {
  const char *name, *text;
};

struct usage_line;

struct usage_command {
  const char *name, *purpose;                    /* "run", "read the exports, judge them and write the reports" */
  const char *about;                             /* a paragraph more; may be NULL */
  const struct usage_argument *const *arguments; /* the last is NULL; NULL: none */
  const struct usage_option *const *options;     /* the last is NULL; NULL: none */
  const struct usage_text *examples;             /* command lines without the program's name; the last has no name */
  const char *exits;                             /* the exit statuses that it may end with: "0234" */
  int (*run)(const struct usage_line *line);     /* its exit status */
};

struct usage_program {
  const char *name, *version, *date, *purpose;
  const char *const *about;             /* paragraphs for the man page; the last is NULL */
  const struct usage_command *commands; /* these arrays end with one that has no name */
  const struct usage_text *exits, *files, *environment, *examples;
};

/* A command line that was read. */
struct usage_line {
  const struct usage_program *program;
  const struct usage_command *command;
  const char *called; /* the program's name as it was called */
  char **arguments;   /* ends with NULL */
  guint count;
  char **values; /* of COMMAND's options, in their order; NULL: not given; "": given, without a value */
};

/* Runs the command that ARGV names and returns its exit status. --help and --version are answered here; a faulty line ends the
   program (stop_usage), naming the nearest command, option or value that there is. */
int usage_run(const struct usage_program *program, int argc, char **argv);

/* The value of an option: NULL if it was not given or the command does not take it; "" if it takes no value. */
const char *usage_value(const struct usage_line *line, const struct usage_option *option);

/* The command with this name; stop_usage if there is none. */
const struct usage_command *usage_find(const struct usage_program *program, const char *name);

/* "faceaudit run DIR [-o OUT] [--formats LIST]"; the caller's. */
char *usage_synopsis(const struct usage_program *program, const struct usage_command *command);
/* "-o, --out OUT"; the caller's. */
char *usage_label(const struct usage_option *option);

/* Prints help pages on standard output, to the terminal's width: of all commands, or of one. */
void usage_help(const struct usage_program *program);
void usage_help_command(const struct usage_program *program, const struct usage_command *command);

/* The man page, in man(7)'s macros; the caller's. */
char *usage_manual(const struct usage_program *program);

/* Scripts with which a shell completes commands, options and values; the caller's. */
char *usage_bash(const struct usage_program *program);
char *usage_zsh(const struct usage_program *program);
