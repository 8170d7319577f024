/* SHA-256 by libcrypto, which uses the processor's own instructions. Its low-level functions are enough here, although
   deprecated. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "include/sha256.h"
#include <errno.h>
#include <openssl/sha.h>
#include <unistd.h>

struct hash {
  SHA256_CTX context;
};

struct hash *hash_begin(void) {
  struct hash *hash = g_new(struct hash, 1);
  SHA256_Init(&hash->context);
  return hash;
}

void hash_add(struct hash *hash, const void *bytes, gsize count) { SHA256_Update(&hash->context, bytes, count); }

char *hash_end(struct hash *hash) {
  static const char digits[] = "0123456789abcdef";
  guchar sum[SHA256_DIGEST_LENGTH];
  SHA256_Final(sum, &hash->context);
  char *hex = g_malloc(2 * sizeof sum + 1);
  for (guint i = 0; i < sizeof sum; i++) hex[2 * i] = digits[sum[i] >> 4], hex[2 * i + 1] = digits[sum[i] & 15];
  hex[2 * sizeof sum] = '\0';
  g_free(hash);
  return hex;
}

void hash_bytes(struct hash *hash, const void *bytes, gsize count, guint8 sum[32]) {
  SHA256_Init(&hash->context);
  SHA256_Update(&hash->context, bytes, count);
  SHA256_Final(sum, &hash->context);
}

char *hash_file(int fd) {
  guint8 bytes[1 << 16];
  off_t at = 0;
  struct hash *hash = hash_begin();
  for (gssize got; (got = pread(fd, bytes, sizeof bytes, at)) != 0;) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      g_free(hash);
      return NULL;
    }
    hash_add(hash, bytes, (gsize)got);
    at += got;
  }
  return hash_end(hash);
}
