/* What the files of the page share. Everything that came from an export goes through html_text or html_lines. */
#pragma once
#include "include/db.h"
#include "report/document/document.h"
#include "include/output.h"

/* One test of the directive, as report/sections/html/63-html-rules.sql gives it. Text may be NULL. */
struct html_rule {
  gint64 place, found, shown; /* findings it has, and those the page carries */
  char *clause, *main, *title, *status, *rule, *severity, *brief, *result, *says, *means, *innocent, *note, *needs, *examines,
      *path, *text;
};

GPtrArray *html_rules_read(struct db *db); /* of struct html_rule *, in the order of the directive */

/* How many findings of each rule the page carries where it carries at most MOST: every rule gets a share of half the places,
   the most severe rules the others. Sets SHOWN and returns their sum. */
gint64 html_quota(GPtrArray *rules, gint64 most);

/* TEXT (NULL is nothing) with its controls shown and its markup escaped, for content and quoted attributes; html_text on one
   line, html_lines with its line breaks. */
void html_text(struct output *file, const char *text);
void html_lines(struct output *file, const char *text);

/* FORMAT as it stands, for what this program wrote itself. */
void html_print(struct output *file, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* ` name="text"`, or nothing where TEXT is NULL or empty. */
void html_attribute(struct output *file, const char *name, const char *text);

/* Begins a link to GO: a place on the page ("people"), or findings to choose ("severity=high"). */
void html_link(struct output *file, const char *class, const char *go);

/* The parts of the page. */
void html_document(struct output *file, struct db *db, const char *on);
void html_front(struct output *file, struct db *db, GPtrArray *rules);
void html_cards(struct output *file, GPtrArray *rules);
void html_as_run(struct output *file, GPtrArray *rules);
void html_findings(struct output *file, struct db *db, GPtrArray *rules);
