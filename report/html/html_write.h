/* Pieces of a page. Everything that came from an export goes through html_text or html_lines. */
#pragma once
#include "include/output.h"

/* TEXT (NULL is nothing) with its controls shown and its markup escaped, for content and quoted attributes; html_text on one
   line, html_lines with its line breaks. */
void html_text(struct output *file, const char *text);
void html_lines(struct output *file, const char *text);

/* FORMAT unescaped, for what this program says itself. */
void html_print(struct output *file, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* ` name="text"`, or nothing where TEXT is NULL or empty. */
void html_attribute(struct output *file, const char *name, const char *text);

/* Begins a link to GO: a place on the page ("people"), or findings to choose ("severity=high"). */
void html_link(struct output *file, const char *class, const char *go);
