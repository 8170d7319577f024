/* The parts of an .xlsx by name, as XML that is read forward. Bounded: an archive that unpacks to more than any export does is
   refused, and so is a document with a DTD: entities are never looked up. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct package;

/* BYTES are the archive, referenced while it is open. NULL: they cannot be read as one. */
struct package *package_open(GBytes *bytes);
void package_close(struct package *package);

bool package_has(const struct package *package, const char *prefix); /* a part whose name begins so */

/* What went wrong, in words; NULL: nothing. Stays. */
const char *package_fault(const struct package *package);
/* Keeps the first fault. Returns false. */
bool package_fail(struct package *package, const char *format, ...) G_GNUC_PRINTF(2, 3);

struct part;

/* NULL where there is no such part: no fault. */
struct part *part_open(struct package *package, const char *name);
/* To the next node; false at the end and where the part is damaged, which becomes the package's fault. */
bool part_next(struct part *part);
void part_close(struct part *part);
/* Keeps the fault with the part's name before it, unless there is one. Returns false. */
bool part_fail(struct part *part, const char *what);

/* The element, or the end of one, that is read, without its prefix; "" for any other node. */
const char *part_element(struct part *part);
bool part_ends(struct part *part);  /* it is the end of an element */
bool part_empty(struct part *part); /* it is one without an end of its own: <v/> */
/* Text that is read, else NULL. */
const char *part_text(struct part *part);
/* An attribute without a prefix; NULL where it is not there. The caller's: libxml2 takes it back by free(). */
char *part_attribute(struct part *part, const char *name);
char *part_relation(struct part *part);                           /* the same of r:id, whatever the prefix is */
guint part_attribute_number(struct part *part, const char *name); /* 0 where it is none */
bool part_attribute_true(struct part *part, const char *name);    /* "1" or "true" */
