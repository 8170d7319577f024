/* SHA-256 of bytes that come piece by piece. */
#pragma once
#include <glib.h>

struct hash;

struct hash *hash_begin(void);
void hash_add(struct hash *hash, const void *bytes, gsize count);
/* The sum of all that was added, in hex: the caller's string. HASH is gone. */
char *hash_end(struct hash *hash);
/* The sum of an open file from its first byte on, in hex: the caller's string; NULL: it cannot be read, and errno says why. */
char *hash_file(int fd);
/* The sum of these bytes alone, 32 of them; HASH may be used so any number of times before hash_end. */
void hash_bytes(struct hash *hash, const void *bytes, gsize count, guint8 sum[32]);
