/* SHA-256 of bytes that come piece by piece. */
#pragma once
#include <glib.h>

struct hash;

struct hash *hash_begin(void);
void hash_add(struct hash *hash, const void *bytes, gsize count);
/* The sum of all that was added, in hex: the caller's string. HASH is gone. */
char *hash_end(struct hash *hash);
