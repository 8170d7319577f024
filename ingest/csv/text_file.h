/* A file of text in any encoding as chunks of valid UTF-8. Nobody but source.c includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct text_file;

/* Refuses (stop_input) what is not a file of text; see source.h. CHUNK bytes are read at a time. */
struct text_file *text_file_open(const char *path, const char *shown_as, gsize chunk);
void text_file_close(struct text_file *file);

/* The next chunk as text into TEXT, which has room for three bytes a byte of it and of the four that may be left of the one
   before; returns its length. REPAIRS (of gsize) gets the offsets of what was replaced, counted from START. */
gsize text_file_read(struct text_file *file, char *text, GArray *repairs, gsize start);
bool text_file_ended(const struct text_file *file); /* that was the last */
void text_file_rewind(struct text_file *file);

const char *text_file_encoding(struct text_file *file);
guint64 text_file_bytes(const struct text_file *file);
guint64 text_file_position(const struct text_file *file);
/* The caller's string. Stops the program where the file changed since it was opened. */
char *text_file_sha256(struct text_file *file);
