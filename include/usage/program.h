/* Texts for the man page about the program as a whole; each array ends as usage.h says. */
#pragma once
#include "include/usage/usage.h"

extern const char *const program_about[];
extern const struct usage_text program_files[], program_environment[], program_exits[];
