/* The texts of an .xlsx: those that cells share, and any one of them. */
#include "ingest/xlsx/xlsx.h"
#include <string.h>

#define TEXTS_MOST 5000000u
#define BYTES_MOST (512u * 1024 * 1024)

/* "_x000D_" is how a workbook writes a character that XML cannot hold. */
static bool escape_at(const char *at, gunichar *character) {
  if (at[0] != '_' || at[1] != 'x') return false;
  *character = 0;
  for (int i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit(at[i])) return false;
    *character = *character * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
  }
  return at[6] == '_';
}

static void text_unescape(GString *text) {
  if (!strstr(text->str, "_x")) return;
  GString *plain = g_string_new(NULL);
  for (const char *at = text->str; *at;) {
    gunichar character;
    if (!escape_at(at, &character)) {
      g_string_append_c(plain, *at++);
      continue;
    }
    bool good = character >= 0x20 ? g_unichar_validate(character) : strchr("\t\n\r", (int)character) && character;
    g_string_append_unichar(plain, good ? character : 0xFFFD);
    at += 7;
  }
  g_string_assign(text, plain->str);
  g_string_free(plain, TRUE);
}

bool xlsx_text_read(struct part *part, const char *element, GString *text) {
  bool keep = false, aside = false;
  g_string_truncate(text, 0);
  if (part_empty(part)) return true;
  while (text->len <= CELL_MOST && part_next(part)) {
    const char *name = part_element(part);
    bool opens = !part_ends(part) && !part_empty(part);
    if (!opens && !strcmp(name, element)) return text_unescape(text), true;
    if (!strcmp(name, "rPh")) aside = opens;
    else if (!strcmp(name, "t")) keep = opens && !aside;
    else if (keep && part_text(part)) g_string_append(text, part_text(part));
  }
  return part_fail(part, "a text is longer than any cell's");
}

static bool texts_item(struct xlsx *book, struct part *part, GString *text, guint64 *bytes) {
  if (!xlsx_text_read(part, "si", text)) return false;
  *bytes += text->len + 1;
  if (book->shared->len >= TEXTS_MOST || *bytes > BYTES_MOST) return part_fail(part, "there are more texts than an export has");
  g_ptr_array_add(book->shared, g_string_chunk_insert_len(book->texts, text->str, (gssize)text->len));
  return true;
}

bool xlsx_texts_read(struct xlsx *book) {
  if (book->shared) return true;
  book->shared = g_ptr_array_new();
  struct part *part = book->strings ? part_open(book->package, book->strings) : NULL;
  if (!part) return !package_fault(book->package);
  g_autoptr(GString) text = g_string_new(NULL);
  guint64 bytes = 0;
  bool good = true;
  while (good && part_next(part))
    if (!strcmp(part_element(part), "si") && !part_ends(part)) good = texts_item(book, part, text, &bytes);
  part_close(part);
  return good && !package_fault(book->package);
}
