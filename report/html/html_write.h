/* Pieces of a page. Everything that came from an export goes through html_text or html_lines. */
#pragma once
#include "include/output.h"

/* TEXT (NULL is nothing) with its controls shown and its markup escaped, for content and quoted attributes; html_text on one
   line, html_lines with its line breaks. */
void html_text(struct output *file, const char *text);
void html_lines(struct output *file, const char *text);

/* A term and its description, in a list of them. */
void html_term(struct output *file, const char *term, const char *text);

/* FORMAT unescaped, for what this program says itself. */
void html_print(struct output *file, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* ` name="text"`, or nothing where TEXT is NULL or empty. */
void html_attribute(struct output *file, const char *name, const char *text);

/* ` name="text"` percent-encoded, so that the page's script reads TEXT as it is, whatever stands in it; and the same as content.
 */
void html_exact_attribute(struct output *file, const char *name, const char *text);
void html_exact(struct output *file, const char *text);

/* What chooses NAME by VALUE as the page's attributes show it: "matter=account/a%26b/access"; the caller's. */
char *html_choice(const char *name, const char *value);

/* Begins a link to GO: a place on the page ("people"), or findings to choose ("severity=high"). */
void html_link(struct output *file, const char *class, const char *go);
