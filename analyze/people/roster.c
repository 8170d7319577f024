/* People: which member of the personnel file a cell or a narrative means. What follows from it is decided by rules. */
#include "analyze/people/roster.h"
#include "analyze/people/near_spelling.h"
#include "analyze/people/name.h"
#include "include/text.h"
#include <stdlib.h>
#include <string.h>

struct member {
  gint64 person;
  char *user_key, *employee, *last, *first; /* folded */
  char *bare, *letters, *digits;            /* of the user key: see account_bare, id_letters */
  char *full, *turned;                      /* the whole name, either way round */
};

struct roster {
  GArray *members;          /* of struct member */
  GHashTable *by_user;      /* folded user id -> struct member */
  GHashTable *by_employee;  /* id or badge without leading zeros -> struct member, or NULL where two share it */
  GHashTable *by_last;      /* each word of a folded surname -> GPtrArray of struct member */
  GHashTable *by_bare;      /* account without its domain -> struct member, or NULL where two share it */
  struct misspelt *letters; /* of accounts, by place in MEMBERS */
  struct misspelt *names;   /* whole names, either way round */
  bool marks[4096];         /* of those words: see word_mark */
};

static char *id_key(const char *id) {
  char *key = text_words(id);
  char *from = key;
  while (*from == '0' && from[1]) from++;
  memmove(key, from, strlen(from) + 1);
  return key;
}

static void member_clear(struct member *member) {
  g_free(member->user_key);
  g_free(member->employee);
  g_free(member->last);
  g_free(member->first);
  g_free(member->bare);
  g_free(member->letters);
  g_free(member->digits);
  g_free(member->full);
  g_free(member->turned);
}

/* Nearly all words are nobody's name: their first letters and length tell. */
static gsize word_mark(const char *word, gsize length) {
  return ((gsize)(guchar)word[0] * 31 + (gsize)(guchar)word[length > 1] * 7 + length) % sizeof((struct roster *)0)->marks;
}

/* "NSBPD\jmarsh", "jmarsh@agency.gov", "CN=jmarsh": what is left is the account. */
static char *account_bare(const char *user_id) {
  const char *from = strrchr(user_id, '\\');
  from = from ? from + 1 : user_id;
  const char *slash = strrchr(from, '/');
  if (slash && slash[1]) from = slash + 1;
  const char *end = strchr(from, '@');
  g_autofree char *bare = g_strndup(from, end && end > from ? (gsize)(end - from) : strlen(from));
  return text_key(bare);
}

/* Letters and digits alone; what digits there are, alone. */
static char *id_letters(const char *id, bool digits_only) {
  GString *kept = g_string_new(NULL);
  for (; *id; id++)
    if (digits_only ? g_ascii_isdigit(*id) : g_ascii_isalnum(*id)) g_string_append_c(kept, g_ascii_tolower(*id));
  return g_string_free(kept, FALSE);
}

/* What is compared with every account, made once. */
static void member_prepare(struct member *member) {
  member->bare = account_bare(member->user_key);
  member->letters = id_letters(member->user_key, false);
  member->digits = id_letters(member->user_key, true);
  member->full = g_strdup_printf("%s %s", member->first, member->last);
  member->turned = g_strdup_printf("%s %s", member->last, member->first);
}

/* An account of two domains is nobody's. */
static void bare_index(struct roster *roster, struct member *member) {
  gpointer held;
  bool taken = g_hash_table_lookup_extended(roster->by_bare, member->bare, NULL, &held);
  if (*member->bare) g_hash_table_insert(roster->by_bare, member->bare, taken ? NULL : member);
}

static void last_add(struct roster *roster, struct member *member, const char *word) {
  GPtrArray *same = g_hash_table_lookup(roster->by_last, word);
  if (!same) g_hash_table_insert(roster->by_last, g_strdup(word), same = g_ptr_array_new());
  roster->marks[word_mark(word, strlen(word))] = true;
  if (!same->len || same->pdata[same->len - 1] != member) g_ptr_array_add(same, member);
}

/* "de la Cruz" is looked for as "Cruz" and as "Delacruz". */
static void last_index(struct roster *roster, struct member *member) {
  g_auto(GStrv) words = g_strsplit(member->last, " ", -1);
  bool many = words[0] && words[1];
  for (char **word = words; *word; word++)
    if (**word && *g_utf8_next_char(*word) && !(many && text_particle(*word))) last_add(roster, member, *word);
  g_autofree char *one = g_strjoinv("", words);
  if (many) last_add(roster, member, one);
}

static void roster_index(struct roster *roster, guint place) {
  struct member *member = &g_array_index(roster->members, struct member, place);
  member_prepare(member);
  bare_index(roster, member);
  misspelt_add(roster->letters, member->letters, place);
  misspelt_add(roster->names, member->full, place);
  misspelt_add(roster->names, member->turned, place);
  g_hash_table_insert(roster->by_user, member->user_key, member);
  if (*member->employee) {
    bool taken = g_hash_table_contains(roster->by_employee, member->employee);
    g_hash_table_insert(roster->by_employee, member->employee, taken ? NULL : member);
  }
  last_index(roster, member);
}

static char *folded_words(const char *text) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(text ? text : "", &comma);
  g_ptr_array_add(words, NULL);
  return g_strjoinv(" ", (char **)words->pdata);
}

struct roster *roster_load(struct db *db) {
  struct roster *roster = g_new0(struct roster, 1);
  roster->members = g_array_new(FALSE, FALSE, sizeof(struct member));
  g_array_set_clear_func(roster->members, (GDestroyNotify)member_clear);
  roster->by_user = g_hash_table_new(g_str_hash, g_str_equal);
  roster->by_employee = g_hash_table_new(g_str_hash, g_str_equal);
  roster->by_bare = g_hash_table_new(g_str_hash, g_str_equal);
  roster->letters = misspelt_new();
  roster->names = misspelt_new();
  roster->by_last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT person, coalesce(user_key, ''), coalesce(employee_id, ''), last_name, first_name FROM person");
  while (db_step(db, rows)) {
    struct member member = {.person = db_int(rows, 0),
                            .user_key = g_strdup(db_text(rows, 1)),
                            .employee = id_key(db_text(rows, 2)),
                            .last = folded_words(db_text(rows, 3)),
                            .first = folded_words(db_text(rows, 4))};
    g_array_append_val(roster->members, member);
  }
  sqlite3_finalize(rows);
  for (guint i = 0; i < roster->members->len; i++) roster_index(roster, i);
  misspelt_finish(roster->letters);
  misspelt_finish(roster->names);
  return roster;
}

void roster_free(struct roster *roster) {
  g_hash_table_unref(roster->by_user);
  g_hash_table_unref(roster->by_employee);
  g_hash_table_unref(roster->by_last);
  g_hash_table_unref(roster->by_bare);
  misspelt_free(roster->letters);
  misspelt_free(roster->names);
  g_array_unref(roster->members);
  g_free(roster);
}

static bool member_has(const char *names, const char *word) {
  gsize size = strlen(word);
  for (const char *at = names; (at = strstr(at, word)); at += size)
    if ((at == names || at[-1] == ' ') && (!at[size] || at[size] == ' ')) return true;
  return false;
}

enum fit { FIT_NONE, FIT_SURNAME, FIT_INITIAL, FIT_SPELLING, FIT_SWAPPED, FIT_FULL };

static const char *const fit_words[] = {
    "", "surname", "surname and initial", "name, one letter differs", "name, first and last swapped", "name"};

/* How well the words of a name, in the order written, fit one member. Swapped: the cell has a comma, or is known to give the
   surname last, yet the surname stands where the first name should. */
static enum fit member_fit(const struct member *member, const GPtrArray *words, guint comma) {
  bool last = false, first = false, initial = false, other = false, last_leads = false;
  for (guint i = 0; i < words->len; i++) {
    const char *word = words->pdata[i];
    if (!word[1]) initial |= member->first[0] == word[0];
    else if (!last && member_has(member->last, word)) last = true, last_leads = i == 0;
    else if (member_has(member->first, word)) first = true;
    else if (member_has(member->last, word)) last = true;
    else other = true;
  }
  if (last && first) return comma && !last_leads && words->len > 1 ? FIT_SWAPPED : FIT_FULL;
  if (!last || other) return FIT_NONE;
  bool initials = false;
  for (guint i = 0; i < words->len; i++) initials |= !((char *)words->pdata[i])[1];
  if (initials) return initial ? FIT_INITIAL : FIT_NONE;
  return FIT_SURNAME;
}

/* One letter off at the most; names of other lengths need no closer look. */
static bool texts_near(const char *a, const char *b) {
  gsize x = strlen(a), y = strlen(b);
  return (x > y ? x - y : y - x) <= 4 && text_distance(a, b) <= 1;
}

static enum fit member_spelled(const struct member *member, const char *said) {
  bool near = strlen(said) > 7 && strchr(said, ' ') && (texts_near(said, member->full) || texts_near(said, member->turned));
  return near ? FIT_SPELLING : FIT_NONE;
}

/* A name looked for, and the best of those who fit it so far; person -1: several. */
struct search {
  const struct roster *roster;
  const GPtrArray *words;
  guint comma;
  const char *said;
  enum fit least, best;
  gint64 person;
};

static void search_weigh(struct search *search, const struct member *member, enum fit fit) {
  if (!fit || fit < search->least || fit < search->best) return;
  search->person = fit == search->best && search->person != member->person ? -1 : member->person;
  search->best = fit;
}

static void name_try(guint place, void *data) {
  struct search *search = data;
  const struct member *member = &g_array_index(search->roster->members, struct member, place);
  if (!member_fit(member, search->words, search->comma)) search_weigh(search, member, member_spelled(member, search->said));
}

/* The one member who fits NAME at least as well as LEAST: a word of it is the surname, or it is a slip of a whole name. */
static gint64 roster_name(const struct roster *roster, const char *name, enum fit least, const char **how) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  if (!words->len) return 0;
  g_autofree char *said = name_spelled(words);
  struct search search = {roster, words, comma, said, least, FIT_NONE, 0};
  for (guint i = 0; i < words->len; i++) {
    const GPtrArray *same = g_hash_table_lookup(roster->by_last, words->pdata[i]);
    for (guint k = 0; same && k < same->len; k++) search_weigh(&search, same->pdata[k], member_fit(same->pdata[k], words, comma));
  }
  if (words->len > 1) misspelt_near(roster->names, said, name_try, &search);
  if (search.person <= 0) return 0;
  if (how) *how = fit_words[search.best];
  return search.person;
}

/* The numbers in an officer's words: "Det. Whitman (ID 221)", "P.O. First Last 377", "#221". */
static struct member *officer_badge(const struct roster *roster, const char *words) {
  for (const char *at = words; *at;) {
    if (!g_ascii_isdigit(*at)) {
      at++;
      continue;
    }
    const char *end = at;
    while (g_ascii_isalnum(*end)) end++;
    g_autofree char *number = g_strndup(at, (gsize)(end - at)), *key = id_key(number);
    struct member *member = g_hash_table_lookup(roster->by_employee, key);
    if (member) return member;
    at = end;
  }
  return NULL;
}

static bool name_fits(const struct member *member, const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  return words->len && member_fit(member, words, comma);
}

/* An account looked for by its letters and digits; person -1: several. */
struct account_search {
  const struct roster *roster;
  const char *letters, *digits, *user_name, **how;
  gint64 person;
};

static void account_try(guint place, void *data) {
  struct account_search *search = data;
  const struct member *member = &g_array_index(search->roster->members, struct member, place);
  bool same = !strcmp(search->letters, member->letters);
  bool near = !same && strlen(search->letters) >= 5 && !strcmp(search->digits, member->digits) &&
              text_distance(search->letters, member->letters) == 1 && search->user_name && *search->user_name &&
              name_fits(member, search->user_name);
  if (!same && !near) return;
  *search->how = same ? "user id, other punctuation" : "user id, one letter differs, and the name";
  search->person = search->person && search->person != member->person ? -1 : member->person;
}

/* "z.muller" for "zmuller"; "zmullr" where the surname beside it says the same. A digit more is another account. */
static gint64 account_spelled(const struct roster *roster, const char *bare, const char *user_name, const char **how) {
  g_autofree char *letters = id_letters(bare, false), *digits = id_letters(bare, true);
  struct account_search search = {roster, letters, digits, user_name, how, 0};
  if (strlen(letters) >= 4) misspelt_near(roster->letters, letters, account_try, &search);
  return MAX(search.person, 0);
}

gint64 roster_account(const struct roster *roster, const char *user_id, const char *user_name, const char **how) {
  const char *unused;
  if (!how) how = &unused;
  g_autofree char *key = text_key(user_id ? user_id : ""), *bare = account_bare(user_id ? user_id : ""),
                  *id = id_key(user_id ? user_id : "");
  struct member *member = g_hash_table_lookup(roster->by_user, key);
  if (!member) member = g_hash_table_lookup(roster->by_user, bare);
  if (member) return *how = "user id", member->person;
  member = g_hash_table_lookup(roster->by_employee, id);
  if (member) return *how = "employee id", member->person;
  member = *bare ? g_hash_table_lookup(roster->by_bare, bare) : NULL; /* the personnel file may be the one with the domain */
  if (member) return *how = "user id", member->person;
  gint64 spelled = account_spelled(roster, bare, user_name, how);
  if (spelled) return spelled;
  member = user_name ? officer_badge(roster, user_name) : NULL;
  if (member && name_fits(member, user_name)) return *how = "badge", member->person;
  /* An account is somebody's only by a whole name: a surname and an initial may be anybody's. */
  gint64 person = user_name && *user_name ? roster_name(roster, user_name, FIT_SPELLING, how) : 0;
  if (!person && user_id && strpbrk(user_id, ", .")) person = roster_name(roster, user_id, FIT_SPELLING, how);
  return person;
}

gint64 roster_officer(const struct roster *roster, const char *words, const char *id, const char **how) {
  const char *unused;
  if (!how) how = &unused;
  if (id && *id) {
    g_autofree char *key = id_key(id), *user = text_key(id);
    struct member *member = g_hash_table_lookup(roster->by_employee, key);
    if (!member) member = g_hash_table_lookup(roster->by_user, user);
    if (member) return *how = "employee id", member->person;
  }
  if (!words || !*words) return 0;
  g_autofree char *user = text_key(words);
  struct member *member = g_hash_table_lookup(roster->by_user, user);
  g_autofree char *bare = account_bare(words); /* "jmarsh@agency.gov" */
  if (!member && strcmp(bare, user)) member = g_hash_table_lookup(roster->by_user, bare);
  if (!member && *bare) member = g_hash_table_lookup(roster->by_bare, bare);
  if (member) return *how = "user id", member->person;
  gint64 named = roster_name(roster, words, FIT_SURNAME, how);
  if (named) return named;
  member = officer_badge(roster, words);
  if (!member) return 0;
  guint comma;
  g_autoptr(GPtrArray) name = name_words(words, &comma);
  g_autofree char *said = name_spelled(name);
  if (name->len && !member_fit(member, name, comma) && !member_spelled(member, said)) return 0; /* somebody else's number */
  return *how = "badge", member->person;
}

gint64 roster_bearer(const struct roster *roster, const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  gint64 person = 0;
  for (guint i = 0; i < words->len; i++) {
    const GPtrArray *same = g_hash_table_lookup(roster->by_last, words->pdata[i]);
    for (guint k = 0; same && k < same->len; k++) {
      const struct member *member = same->pdata[k];
      bool before = !person || member->person < person;
      if (before && *member->first && name_bears(name, member->last, member->first)) person = member->person;
    }
  }
  return person;
}

/* "Marsh's report", "Marsh’s report": the name without what it owns. */
static char *without_possessives(const char *text) {
  GString *plain = g_string_new(NULL);
  while (*text) {
    gsize mark = *text == '\'' ? 1 : g_str_has_prefix(text, "’") ? strlen("’") : 0;
    bool owns = mark && (text[mark] == 's' || text[mark] == 'S') && !g_ascii_isalpha(text[mark + 1]);
    if (owns) text += mark + 1, g_string_append_c(plain, ' ');
    else g_string_append_c(plain, *text++);
  }
  return g_string_free(plain, FALSE);
}

/* The word that stands before AT in TEXT, folded, without a middle initial between; "" where a stop or nothing does. */
static char *word_before(const char *text, const char *at) {
  const char *end = at, *from;
  for (;;) {
    while (end > text && strchr(" .", end[-1])) end--;
    from = end;
    while (from > text && (g_ascii_isalnum(from[-1]) || from[-1] == '\'' || (from[-1] & 0x80))) from--;
    if (end - from != 1 || *end != '.') break;
    end = from;
  }
  g_autofree char *word = g_strndup(from, (gsize)(end - from));
  return text_words(word);
}

/* Of several of one surname, those whose first name stands before it; of "St. John", nobody where only "John" does. */
static void word_named(const struct roster *roster, const char *word, const char *text, const char *at,
                       void (*found)(gint64 person, void *data), void *data) {
  const GPtrArray *same = g_hash_table_lookup(roster->by_last, word);
  if (!same) return;
  g_autofree char *before = word_before(text, at);
  bool first = false;
  for (guint i = 0; i < same->len; i++) first |= *before && member_has(((struct member *)same->pdata[i])->first, before);
  for (guint i = 0; i < same->len; i++) {
    const struct member *member = same->pdata[i];
    bool saint = g_str_has_prefix(member->last, "st ") && !g_str_has_prefix(word, "st");
    if (saint && strcmp(before, "st") && strcmp(before, "saint")) continue;
    if (!first || same->len == 1 || member_has(member->first, before)) found(member->person, data);
  }
}

/* Folds the word at TEXT as text_words does it, its owner's mark left out; returns where it ends. */
static const char *word_fold(const char *text, char *word, gsize most) {
  gsize length = 0;
  for (; g_ascii_isalnum(*text) || *text == '\''; text++) {
    if (*text == '\'' && (text[1] == 's' || text[1] == 'S') && !g_ascii_isalpha(text[2])) {
      text++;
      break;
    }
    if (*text != '\'' && length < most) word[length++] = g_ascii_tolower(*text);
  }
  word[length] = 0;
  return text;
}

/* Nearly every word is nobody's name, and is not even folded. */
static const char *word_pass(const struct roster *roster, const char *text, bool *perhaps) {
  const char *end = text;
  while (g_ascii_isalnum(*end)) end++;
  char first[2] = {g_ascii_tolower(text[0]), end > text + 1 ? g_ascii_tolower(text[1]) : 0};
  *perhaps = *end == '\'' || roster->marks[word_mark(first, (gsize)(end - text))];
  return end;
}

void roster_named(const struct roster *roster, const char *text, void (*found)(gint64 person, void *data), void *data) {
  char word[64];
  const char *whole = text;
  if (g_str_is_ascii(text)) {
    while (*text) {
      bool perhaps;
      if (!g_ascii_isalnum(*text)) {
        text++;
        continue;
      }
      const char *end = word_pass(roster, text, &perhaps);
      if (perhaps) end = word_fold(text, word, sizeof word - 1), word_named(roster, word, whole, text, found, data);
      text = end;
    }
    return;
  }
  g_autofree char *plain = without_possessives(text), *words = text_words(plain);
  char *rest = words;
  g_autofree char *folded = g_strdup(words);
  for (char *each; (each = strsep(&rest, " "));) word_named(roster, each, folded, folded + (each - words), found, data);
}

GHashTable *roster_known_names(struct db *db) {
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT last_name FROM person UNION SELECT first_name FROM person "
                                      "UNION SELECT name FROM candidate");
  while (db_step(db, rows)) {
    if (db_is_null(rows, 0)) continue;
    guint comma;
    g_autoptr(GPtrArray) words = name_words(db_text(rows, 0), &comma);
    for (guint i = 0; i < words->len; i++)
      if (((char *)words->pdata[i])[1]) g_hash_table_add(known, g_strdup(words->pdata[i]));
  }
  sqlite3_finalize(rows);
  return known;
}
