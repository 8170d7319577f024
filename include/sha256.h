/* SHA-256 of bytes that come piece by piece. */
#pragma once
#include <glib.h>

struct hash;

struct hash *hash_begin(void);
void hash_add(struct hash *hash, const void *bytes, gsize count);
/* The sum of everything added, in hexadecimal digits; the caller's string. Frees HASH. */
char *hash_end(struct hash *hash);
/* The sum of an open file from its first byte, in hexadecimal digits; the caller's string. NULL: it cannot be read, and errno
   says why. */
char *hash_file(int fd);
/* The sum of these bytes alone, as 32 bytes. May be called on HASH any number of times before hash_end. */
void hash_bytes(struct hash *hash, const void *bytes, gsize count, guint8 sum[32]);
