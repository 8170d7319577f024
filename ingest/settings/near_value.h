/* Whether a value that audit.ini names is in the data, or which of the data's it was meant to be. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The value of VALUES (an array of strings) that SET, which is none of them, was meant to be: one slip away, written in full
   where SET is an abbreviation or the other way round, or a part of SET where the parts are separated by something else than ";".
   NULL: none is near. The string is one of VALUES. */
const char *value_meant(const char *set, const GPtrArray *values);

/* "CIU" beside "Criminal Investigations Unit": the initials of a name of several words. */
bool value_initials(const char *initials, const char *name);
