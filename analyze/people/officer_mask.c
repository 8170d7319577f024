/* Finds officers of the personnel file by rank and surname, whatever the rank and however the surname is written, and replaces
   them by a name that every pattern knows. Who acted is decided by the readers of the text. */
#include "analyze/people/officer_mask.h"
#include "analyze/people/name.h"
#include "include/title.h"
#include "include/text.h"
#include <string.h>

enum { RUN_MOST = 4, RANKS_MOST = 5, MASKED_LEAST = 5, WORD_LONG = 14 };

struct mask {
  GHashTable *surnames; /* written as one word, folded -> first names, folded, of all who bear it, with blanks around each */
};

/* --------------------------------------------------------------------------------------------------------------- loading */

static void surname_add(struct mask *mask, const char *one, const char *first) {
  if (!*one || !*g_utf8_next_char(one)) return;
  const char *held = g_hash_table_lookup(mask->surnames, one);
  g_hash_table_insert(mask->surnames, g_strdup(one), g_strdup_printf("%s%s ", held ? held : " ", first));
}

/* A surname in one spelling: its words together, without a suffix. */
static void spelling_add(struct mask *mask, const char *last, const char *first) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(last, &comma);
  if (!words->len) g_ptr_array_add(words, text_words(last)); /* Chief */
  g_ptr_array_add(words, NULL);
  g_autofree char *plain = g_strjoinv(" ", (char **)words->pdata), *one = surname_joined(plain);
  surname_add(mask, one, first);
  bool particle = words->len > 1 && text_particle(words->pdata[0]); /* "John" alone is not St. John */
  for (guint i = 0; words->len > 2 && !particle && i + 1 < words->len; i++)
    if (!text_particle(words->pdata[i])) surname_add(mask, words->pdata[i], first);
}

static void owner_add(struct mask *mask, const char *last, const char *first) {
  g_autofree char *folded = text_words(first), *wide = name_umlauts(last);
  spelling_add(mask, last, folded);
  if (strcmp(last, wide)) spelling_add(mask, wide, folded);
}

struct mask *mask_load(struct db *db) {
  struct mask *mask = g_new(struct mask, 1);
  mask->surnames = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *rows = db_prepare(db, "SELECT last_name, first_name FROM person WHERE last_name <> '' UNION ALL"
                                      " SELECT NULL, user_name FROM account WHERE user_name <> ''");
  while (db_step(db, rows)) {
    g_autofree char *first = NULL, *last = NULL;
    g_autofree char *other = db_is_null(rows, 0) ? surname_other(db_text(rows, 1)) : g_strdup("");
    if (db_is_null(rows, 0)) last = surname_of(db_text(rows, 1), &first);
    if (*other) owner_add(mask, other, last);
    owner_add(mask, last ? last : db_text(rows, 0), first ? first : db_is_null(rows, 1) ? "" : db_text(rows, 1));
  }
  sqlite3_finalize(rows);
  return mask;
}

void mask_free(struct mask *mask) {
  g_hash_table_unref(mask->surnames);
  g_free(mask);
}

/* ----------------------------------------------------------------------------------------------------------------- words */

static const struct place *place_at(const GArray *places, guint i) { return &g_array_index(places, struct place, i); }

/* Whether only characters that occur inside names are between two words. */
static bool gap_is(const char *text, const struct place *one, const struct place *two, const char *of) {
  for (gsize at = one->end; at < two->start; at++)
    if (!strchr(of, text[at])) return false;
  return two->start - one->end <= 3;
}

/* The largest number of words from FROM that are a surname; FIRST gets the first names of its bearers. */
static guint surname_at(const struct mask *mask, const char *text, const GArray *places, guint from, const char **first) {
  g_autoptr(GString) one = g_string_new(NULL);
  guint words = 0;
  for (guint i = from; i < MIN(places->len, from + RUN_MOST); i++) {
    if (i > from && !gap_is(text, place_at(places, i - 1), place_at(places, i), " .-")) break;
    const char *word = place_at(places, i)->word;
    g_string_append(one, strcmp(word, "st") ? word : "saint");
    const char *held = strcmp(word, "st") ? g_hash_table_lookup(mask->surnames, one->str) : NULL; /* of "1st", "Main St." */
    if (held) *first = held, words = i - from + 1;
  }
  return words;
}

static bool in_capitals(const char *text, const struct place *place) {
  for (gsize at = place->start; at < place->end; at++)
    if (g_ascii_islower(text[at])) return false;
  return true;
}

static bool lower_near(const char *text, gsize from) {
  for (gsize at = from > 60 ? from - 60 : 0; at < from + 60 && text[at]; at++)
    if (g_ascii_islower(text[at])) return true;
  return false;
}

/* A rank in the lists, or an abbreviation in the place of one: "DUSM", "Rsv.", "X/Y". */
static bool rank_at(const char *text, const GArray *places, guint i, bool unknown) {
  const struct place *place = place_at(places, i);
  gsize length = place->end - place->start;
  char next = text[place->end];
  if (place->start && g_ascii_isdigit(text[place->start - 1])) return length == 2; /* "1st Class" */
  if (!place->capital) return false;
  if (title_is(place->word, TITLE_ANY)) return true;
  if (title_is(place->word, TITLE_PLAIN) || length > 6) return false;
  bool slashed = next == '/' || (place->start && text[place->start - 1] == '/');
  if (slashed) return !strchr("wbhau", place->word[0]) || length > 1;
  if (length < 2 || (!unknown && strpbrk(place->word, "aeiouy"))) return false; /* "It was Billy Cagle. Det. King ..." */
  return length <= 5 && lower_near(text, place->start) && (next == '.' || in_capitals(text, place));
}

/* The number of words before I that are letters of one rank: "P.O.", "S.A.". */
static guint dotted_before(const char *text, const GArray *places, guint i) {
  for (guint k = 2; k <= 3 && k <= i; k++) {
    gsize start = place_at(places, i - k)->start, size = place_at(places, i - 1)->end + 1 - start;
    if (size > 8 || text[start + size - 1] != '.' || !gap_is(text, place_at(places, i - 1), place_at(places, i), " .")) continue;
    g_autofree char *said = g_ascii_strdown(text + start, (gssize)size);
    if (title_dotted(said) == size) return k;
  }
  return 0;
}

/* The place of the first word of the ranks before I; I itself if there are none. */
static guint ranks_before(const char *text, const GArray *places, guint i) {
  guint from = i;
  while (from && i - from < RANKS_MOST && gap_is(text, place_at(places, from - 1), place_at(places, from), " ./1stndr") &&
         rank_at(text, places, from - 1, from == i))
    from--;
  guint letters = dotted_before(text, places, from);
  if (letters) return from - letters;
  while (from < i && title_is(place_at(places, from)->word, TITLE_BESIDE)) from++;
  bool rank = false;
  for (guint k = from; k < i; k++) rank |= !title_is(place_at(places, k)->word, TITLE_BESIDE | TITLE_UNIT);
  return rank ? from : i;
}

/* The first name of a bearer of the surname, or initials. */
static guint firsts_before(const char *text, const GArray *places, guint i, const char *first) {
  guint from = i;
  while (from && i - from < 2 && gap_is(text, place_at(places, from - 1), place_at(places, from), " .")) {
    const struct place *place = place_at(places, from - 1);
    g_autofree char *whole = g_strdup_printf(" %s ", place->word);
    bool initial = place->end - place->start <= 2 && !*g_utf8_next_char(place->word) && place->capital;
    if (!place->capital || (!initial && !strstr(first, whole))) break;
    from--;
  }
  return from;
}

/* --------------------------------------------------------------------------------------------------------------- masking */

/* Chiefs and sheriffs are notified of searches, so their ranks must stay readable. */
static bool told_rather(const GArray *places, guint from, guint to) {
  for (guint i = from; i < to; i++)
    if (title_is(place_at(places, i)->word, TITLE_NOTIFIED)) return true;
  return false;
}

/* A first name and a surname if there is room: "Zooooooo Zoooooooo". */
static void name_put(char *to, gsize length, bool capitals) {
  gsize words = MIN(1 + length / WORD_LONG, 4), each = length / words;
  memset(to, capitals ? 'O' : 'o', length);
  for (gsize i = 0; i < words; i++) {
    to[i * each] = 'Z';
    if (i) to[i * each - 1] = ' ';
  }
}

static bool name_mask(const char *text, const GArray *places, guint from, guint surname, guint end, GString *masked) {
  gsize start = place_at(places, from)->start, behind = place_at(places, end - 1)->end, length = behind - start;
  bool capitals = in_capitals(text, place_at(places, end - 1)) && !lower_near(text, start);
  if (told_rather(places, from, surname)) start = place_at(places, surname)->start, length = 0;
  if (length && length < MASKED_LEAST) return false;
  if (!masked->len) g_string_assign(masked, text);
  if (length) {
    const char *rank = length == MASKED_LEAST ? "PO " : capitals ? "DET " : "Det ";
    memcpy(masked->str + start, rank, strlen(rank));
    start += strlen(rank);
  }
  name_put(masked->str + start, behind - start, capitals);
  return true;
}

bool mask_apply(const struct mask *mask, const char *text, GString *masked) {
  bool any = false;
  if (!g_hash_table_size(mask->surnames)) return false;
  g_autoptr(GArray) places = places_of(text);
  g_string_truncate(masked, 0);
  for (guint i = 1; i < places->len; i++) {
    const char *first = "";
    guint words = surname_at(mask, text, places, i, &first);
    if (!words || (!place_at(places, i)->capital && !text_particle(place_at(places, i)->word))) continue;
    guint given = firsts_before(text, places, i, first), from = ranks_before(text, places, given);
    while (from == given && given < i)
      from = ranks_before(text, places, ++given); /* "Det. I Singh", "P.O. Ann Long": not an initial */
    if (from == given) continue;
    any |= name_mask(text, places, from, i, i + words, masked);
    i += words - 1;
  }
  return any;
}

bool mask_word(const char *word) { return word[0] == 'z' && word[1] == 'o' && strspn(word + 1, "o") == strlen(word) - 1; }
