/* SHA-256 by libcrypto, which uses the processor's own instructions. What is hashed is for others to say. */
#include "hash.h"
#include "say.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

struct hash {
  EVP_MD_CTX *context;
};

struct hash *hash_begin(void) {
  /* No clean-up of the library at the end: a thread may still be hashing when the program stops. */
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  struct hash *hash = g_new(struct hash, 1);
  hash->context = EVP_MD_CTX_new();
  if (!hash->context || !EVP_DigestInit_ex(hash->context, EVP_sha256(), NULL)) stop_system(NULL, "SHA-256 cannot be computed");
  return hash;
}

void hash_add(struct hash *hash, const void *bytes, gsize count) {
  if (!EVP_DigestUpdate(hash->context, bytes, count)) stop_system(NULL, "SHA-256 cannot be computed");
}

char *hash_end(struct hash *hash) {
  static const char digits[] = "0123456789abcdef";
  guchar sum[EVP_MAX_MD_SIZE];
  guint length = 0;
  if (!EVP_DigestFinal_ex(hash->context, sum, &length)) stop_system(NULL, "SHA-256 cannot be computed");
  char *hex = g_malloc(2 * length + 1);
  for (guint i = 0; i < length; i++) hex[2 * i] = digits[sum[i] >> 4], hex[2 * i + 1] = digits[sum[i] & 15];
  hex[2 * length] = '\0';
  EVP_MD_CTX_free(hash->context);
  g_free(hash);
  return hex;
}

void hash_bytes(struct hash *hash, const void *bytes, gsize count, guint8 sum[32]) {
  if (!EVP_DigestInit_ex(hash->context, NULL, NULL) || !EVP_DigestUpdate(hash->context, bytes, count) ||
      !EVP_DigestFinal_ex(hash->context, sum, NULL))
    stop_system(NULL, "SHA-256 cannot be computed");
}
