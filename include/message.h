/* What the program says on standard error, and how it stops. Text that comes from a file is made safe for a terminal here
   (text_show), so callers pass it unchanged. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum say_exit {
  EXIT_DONE = 0,     /* done, whatever was found */
  EXIT_SEVERITY = 1, /* done, and --fail-on was met */
  EXIT_USAGE = 2,    /* the command line */
  EXIT_INPUT = 3,    /* an input or the configuration cannot be used */
  EXIT_SYSTEM = 4    /* disk, permission, memory */
};

/* The name of the folders in which files are made before they are put in place (include/folder/stage.h). */
#define STAGING_NAME ".faceaudit-XXXXXX"
/* Whether NAME, without its folder, is such a name. */
bool staging_named(const char *name);

/* "FILE:LINE: what is wrong: what to do". A FILE in a staging folder is named as if it were already in place. FILE NULL omits the
   place; LINE 0 omits the line. */
void say_note(const char *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The same; then the clean-ups registered below run and the program ends with the status that the name says. */
G_NORETURN void stop_usage(const char *format, ...) G_GNUC_PRINTF(1, 2);
G_NORETURN void stop_input(const char *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
G_NORETURN void stop_system(const char *place, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Flushes standard output. If that fails, says so on standard error and returns false. A reader that closed its pipe early, as
   head does, got what it wanted: true. */
bool say_printed(void);

/* Whether the program is about to end: no more progress bars are drawn. */
bool say_stopping(void);

/* Whether errno is about the machine (too many open files, a bad disk, no memory) and not about the file that was named. */
bool error_is_of_system(int error);
bool file_error_of_system(const GError *error); /* the same of what GLib's calls on files say */

/* Registers a clean-up, such as removing temporary files. They run whenever the program ends, newest first. DATA stays the
   caller's. */
void say_at_end(void (*clean)(void *data), void *data);

/* Called around putting files in place: no signal ends the program in between, so its last message is true. */
void say_change_begin(void);
void say_change_end(void);

/* Makes GLib's fatal messages (out of memory) exit with status 4. Call this once, before anything else. */
void say_begin(void);
