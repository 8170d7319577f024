/* Which numbers belong to which reports. Only this folder includes it. */
#pragma once
#include "analyze/number/agency_numbers.h"

/* Several reports share a number: that of a CAD event, or one without its letters. */
#define AMBIGUOUS G_MAXUINT32

void report_numbers_begin(struct numbers *numbers);
void report_numbers_end(struct numbers *numbers);

/* The report of this number, AMBIGUOUS, or 0: none. */
guint32 report_numbers_number(const struct numbers *numbers, int year, guint64 sequence, guint16 series);
/* The same; 0 if it is ambiguous. */
gint64 report_numbers_report(const struct numbers *numbers, int year, guint64 sequence, guint16 series);
/* The report of a number that has no format, written exactly like this; 0: none. */
gint64 report_numbers_text(const struct numbers *numbers, const char *text);
/* KEY is number_cad_key's. */
guint32 report_numbers_cad(const struct numbers *numbers, const char *key);

/* The report known by the number; if there is none, REPORT becomes it. */
guint32 report_numbers_enter(struct numbers *numbers, const struct number_reading *reading, guint32 report);
guint32 report_numbers_text_enter(struct numbers *numbers, const char *text, guint32 report);
void report_numbers_cad_enter(struct numbers *numbers, const char *key, guint32 report);
