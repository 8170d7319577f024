/* The SHA-256 of a file while it is written: its blocks go to a thread of their own. */
#pragma once
#include <glib.h>

struct sum;
struct sum *sum_begin(void);

/* LENGTH bytes at the start of BLOCK, which was made with g_malloc and is no longer the caller's; a block that the caller may
   fill comes back, of at least SIZE bytes. */
char *sum_give(struct sum *sum, char *block, gsize length, gsize size);

/* The sum of all that was given, in hexadecimal digits; the string is the caller's. SUM is gone. */
char *sum_end(struct sum *sum);
