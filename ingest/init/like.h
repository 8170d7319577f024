/* What a new audit.ini takes from that of the year before. */
#pragma once
#include "ingest/init/survey.h"

struct like;

/* EARLIER: the folder with last year's audit.ini, or the audit/ in it. FOLDER: this year's. No such file is stop_input. */
struct like *like_open(const char *earlier, const char *folder);
void like_free(struct like *like);

/* Section [agency] as it was. */
void like_agency(const struct like *like, GString *ini);
/* The year that follows last year's period; false: it gave none, or the log, of FIRST to LAST (days), does not reach it. */
bool like_period(const struct like *like, gint32 first, gint32 last, GString *ini);
/* The columns that were named for the kind of PROBE and that its file has; those that it has no more become comments. */
void like_columns(const struct like *like, const struct probe *probe, GString *ini);
bool like_has(const struct like *like, const char *section);
/* Every other section, and where the earlier audit is. */
void like_others(const struct like *like, GString *ini);
