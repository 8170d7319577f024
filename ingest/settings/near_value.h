/* Finds the value in the data that a value in audit.ini was meant to be. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The value of VALUES (an array of strings) that SET, which is not among them, was meant to be: it differs by one slip, or only
   one of the two is abbreviated, or it is a part of SET whose parts have a separator other than ";". NULL: none is near. The
   string is that of VALUES. */
const char *value_meant(const char *set, const GPtrArray *values);

/* "CIU" beside "Criminal Investigations Unit": the initials of a name of several words. */
bool value_initials(const char *initials, const char *name);
