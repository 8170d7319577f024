/* A signature and a request for a timestamp of a manifest, by the programs gpg and openssl where they are there. */
#pragma once
#include <stdbool.h>

/* Writes MANIFEST.asc, a detached signature by KEY of the caller's gpg, in place of an earlier one. A gpg that is missing or
   refuses is stop_system with its words, and leaves what was there. */
void seal_sign(const char *manifest, const char *key);
/* Writes MANIFEST.tsq, a request (RFC 3161) to send to a timestamping authority; its answer belongs beside it as MANIFEST.tsr. */
void seal_request(const char *manifest);
/* Prints what the signature and the timestamp beside MANIFEST are worth, where there are any; false: one of them is of other
 * bytes. */
bool seal_print(const char *manifest);
