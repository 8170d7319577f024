/* What the program says to a person on standard error, and how it stops. Text that came from a file is made safe for a
   terminal here (text_show), so callers pass it as it is. */
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

/* What is written is made in a folder of this name beside or inside the one where it is put when whole (stage_new). */
#define STAGING_NAME ".faceaudit-XXXXXX"

/* "FILE:LINE: what is wrong: what to do". A FILE in a staging folder is named as if it were in place already. FILE NULL leaves
 * the place out; LINE 0 leaves the line out. */
void say_note(const char *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The same, then the clean-ups registered below run and the program ends with the exit status named. Never return. */
G_NORETURN void stop_usage(const char *format, ...) G_GNUC_PRINTF(1, 2);
G_NORETURN void stop_input(const char *file, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
G_NORETURN void stop_system(const char *place, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sends off what was printed and notes on standard error where standard output could not take it: false. A reader that closed
   its pipe early, as head does, has what it wanted: true. */
bool say_printed(void);

/* The program is about to end: no bar is drawn any more. */
bool say_stopping(void);

/* Whether errno speaks of the machine (no more files, a bad disk, no memory) and not of the file that was named. */
bool error_is_of_system(int error);

/* Runs at every end of the program, newest first: what removes temporary files. DATA stays the caller's. */
void say_at_end(void (*clean)(void *data), void *data);

/* Around the moment when files are put in place, in which no signal ends the program: what it says then is true. */
void say_change_begin(void);
void say_change_end(void);

/* Routes GLib's fatal messages (no memory) to exit 4. Call once, first. */
void say_begin(void);
