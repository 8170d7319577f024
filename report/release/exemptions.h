/* The table of exemptions (Florida Statutes, chapter 119 and others), as data: exemptions.txt, or the file of [redactions]
 * exemptions. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct exemption {
  char *id, *cite, *class, *from, *until, *covers, *excludes, *decides, *words,
      *confirmed; /* "" where not said; FROM and UNTIL are ISO dates */
};

struct exemptions {
  char *file, *written; /* the day on which the table was written */
  GPtrArray *all;       /* of struct exemption * */
};

/* PATH NULL: the table built in. A file of another form is stop_input with its line. */
struct exemptions *exemptions_read(const char *path);
void exemptions_free(struct exemptions *exemptions);
/* Never NULL: an id that the program names and the table lacks is stop_input. */
const struct exemption *exemption_named(const struct exemptions *exemptions, const char *id);
/* The one with this citation, however it is spaced; NULL: there is none. */
const struct exemption *exemption_cited(const struct exemptions *exemptions, const char *cite);
/* Whether it may be cited on DAY: it is in force, and a ground. */
bool exemption_in_force(const struct exemption *exemption, const char *day);

/* Words of offenses, by their tags: offences.txt. */
struct offences;
struct offences *offences_new(void);
void offences_free(struct offences *offences);
/* Whether TEXT, folded, has a word of TAG: "armed" is not in "unarmed", "rape" not in "scraped". */
bool offence_has(const struct offences *offences, const char *tag, const char *text);
/* Whether WORD, folded, is a word of TAG. */
bool offence_word(const struct offences *offences, const char *tag, const char *word);
