/* Adds to a PDF what cairo cannot write: its language, and that viewers show its title. The existing bytes stay as they are. */
#include "report/pdf/pdf_finish.h"
#include "include/message.h"
#include <stdlib.h>
#include <string.h>

static const guint8 *bytes_last(const GByteArray *bytes, const char *word) {
  gsize length = strlen(word);
  for (gsize at = bytes->len < length ? 0 : bytes->len - length + 1; at-- > 0;)
    if (!memcmp(bytes->data + at, word, length)) return bytes->data + at;
  return NULL;
}

/* The number after the last WORD in BYTES. */
static guint64 number_after(const GByteArray *bytes, const char *word) {
  const guint8 *at = bytes_last(bytes, word);
  if (!at) stop_system("audit.pdf", "cairo wrote no %s: this version of cairo is not supported", word);
  return g_ascii_strtoull((const char *)at + strlen(word), NULL, 10);
}

/* The catalogue from "<<" to the last ">>" of its object. */
static char *catalog_text(const GByteArray *bytes, guint64 root) {
  g_autofree char *start = g_strdup_printf("\n%" G_GUINT64_FORMAT " 0 obj", root);
  const guint8 *at = bytes_last(bytes, start);
  const char *open = at ? strstr((const char *)at, "<<") : NULL, *end = open ? strstr(open, "endobj") : NULL;
  while (end && end > open && memcmp(end, ">>", 2) != 0) end--;
  if (!end || end == open) stop_system("audit.pdf", "cairo wrote no catalogue: this version of cairo is not supported");
  return g_strndup(open + 2, (gsize)(end - open - 2));
}

void pdf_finish(GByteArray *bytes, const char *language) {
  static const guint8 ends[] = {0};
  g_byte_array_append(bytes, ends, 1); /* so that the searches above stop */
  guint64 root = number_after(bytes, "/Root "), size = number_after(bytes, "/Size "), info = number_after(bytes, "/Info ");
  guint64 before = number_after(bytes, "startxref\n");
  g_autofree char *catalog = catalog_text(bytes, root);
  g_byte_array_set_size(bytes, bytes->len - 1);
  g_autofree char *object = g_strdup_printf(
      "%" G_GUINT64_FORMAT " 0 obj\n<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", root,
      catalog, language);
  guint at = bytes->len;
  g_byte_array_append(bytes, (const guint8 *)object, (guint)strlen(object));
  g_autofree char *trailer = g_strdup_printf("xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \ntrailer\n<< /Size %" G_GUINT64_FORMAT
                                             " /Root %" G_GUINT64_FORMAT " 0 R /Info %" G_GUINT64_FORMAT
                                             " 0 R /Prev %" G_GUINT64_FORMAT " >>\nstartxref\n%u\n%%%%EOF\n",
                                             root, at, size, root, info, before, bytes->len);
  g_byte_array_append(bytes, (const guint8 *)trailer, (guint)strlen(trailer));
}
