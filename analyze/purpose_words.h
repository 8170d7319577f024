/* The words that slips of typing in a reason are mended to, and English words that are near to one and no slip. */
#pragma once

extern const char *const purpose_words[];    /* ends with NULL; the commoner of two near words first */
extern const char *const purpose_no_slips[]; /* ends with NULL */
