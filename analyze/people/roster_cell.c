/* Finds which member of the personnel file a cell means: by account, id or badge, else by name. The rules decide what follows. */
#include "analyze/people/roster.h"
#include "analyze/people/roster_members.h"
#include "analyze/people/name.h"
#include "include/text.h"
#include <string.h>

/* ---------------------------------------------------------------------------------------------------------------- names */

enum fit { FIT_NONE, FIT_SURNAME, FIT_INITIAL, FIT_SPELLING, FIT_SWAPPED, FIT_FULL };

static const char *const fit_words[] = {
    "", "surname", "surname and initial", "name, one letter differs", "name, first and last swapped", "name"};

/* How well the words of a name, in the order written, fit a member. Swapped: the cell has a comma, or is known to give the
   surname last, yet the surname is in the place of the first name. */
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

/* At most one letter different; names of clearly different length need no closer look. */
static bool texts_near(const char *a, const char *b) {
  gsize x = strlen(a), y = strlen(b);
  return (x > y ? x - y : y - x) <= 4 && text_distance(a, b) <= 1;
}

static enum fit member_spelled(const struct member *member, const char *said) {
  bool near = strlen(said) > 7 && strchr(said, ' ') && (texts_near(said, member->full) || texts_near(said, member->turned));
  return near ? FIT_SPELLING : FIT_NONE;
}

enum { SEVERAL = G_MININT32 }; /* instead of a person */

/* The name searched for, and the best matches so far. */
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
  search->person = fit == search->best && search->person != member->person ? SEVERAL : member->person;
  search->best = fit;
}

static void name_try(guint place, void *data) {
  struct search *search = data;
  const struct member *member = &g_array_index(search->roster->members, struct member, place);
  if (!member_fit(member, search->words, search->comma)) search_weigh(search, member, member_spelled(member, search->said));
}

/* The only member who fits NAME at least as well as LEAST: a word of it is the surname, or it is a slip of a whole name. */
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
  if (words->len > 1) near_spelling_ask(roster->names, said, name_try, &search);
  if (!search.person || search.person == SEVERAL) return 0;
  if (how) *how = fit_words[search.best];
  return search.person;
}

static bool name_fits(const struct member *member, const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  return words->len && member_fit(member, words, comma);
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

/* -------------------------------------------------------------------------------------------------- accounts and badges */

/* The numbers in an officer's name: "Det. Whitman (ID 221)", "P.O. First Last 377", "#221". */
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

/* Finds an account by its letters and digits. */
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
  search->person = search->person && search->person != member->person ? SEVERAL : member->person;
}

/* "z.muller" for "zmuller"; "zmullr" if the surname next to it agrees. An extra digit is another account. */
static gint64 account_spelled(const struct roster *roster, const char *bare, const char *user_name, const char **how) {
  g_autofree char *letters = id_letters(bare, false), *digits = id_letters(bare, true);
  struct account_search search = {roster, letters, digits, user_name, how, 0};
  if (strlen(letters) >= 4) near_spelling_ask(roster->letters, letters, account_try, &search);
  return search.person == SEVERAL ? 0 : search.person;
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
  /* An account is assigned only by a whole name: a surname and an initial may be anybody's. */
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
