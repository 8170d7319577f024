/* Loads the personnel file into memory, with the keys by which members are looked up. roster_cell.c decides which member a cell
   means, roster_text.c whose names are in a text. */
#include "analyze/people/roster.h"
#include "analyze/people/roster_members.h"
#include "analyze/people/name.h"
#include "include/text.h"
#include <string.h>

char *id_key(const char *id) {
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

gsize word_mark(const char *word, gsize length) {
  return ((gsize)(guchar)word[0] * 31 + (gsize)(guchar)word[length > 1] * 7 + length) % sizeof((struct roster *)0)->marks;
}

char *account_bare(const char *user_id) {
  const char *from = strrchr(user_id, '\\');
  from = from ? from + 1 : user_id;
  const char *slash = strrchr(from, '/');
  if (slash && slash[1]) from = slash + 1;
  const char *end = strchr(from, '@');
  g_autofree char *bare = g_strndup(from, end && end > from ? (gsize)(end - from) : strlen(from));
  return text_key(bare);
}

char *id_letters(const char *id, bool digits_only) {
  GString *kept = g_string_new(NULL);
  for (; *id; id++)
    if (digits_only ? g_ascii_isdigit(*id) : g_ascii_isalnum(*id)) g_string_append_c(kept, g_ascii_tolower(*id));
  return g_string_free(kept, FALSE);
}

/* Keys that are compared with every account, made once. */
static void member_prepare(struct member *member) {
  member->bare = account_bare(member->user_key);
  member->letters = id_letters(member->user_key, false);
  member->digits = id_letters(member->user_key, true);
  member->full = g_strdup_printf("%s %s", member->first, member->last);
  member->turned = g_strdup_printf("%s %s", member->last, member->first);
}

/* An account that exists in two domains is nobody's. */
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

/* "de la Cruz" is found as "Cruz" and as "Delacruz". */
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
  near_spelling_add(roster->letters, member->letters, place);
  near_spelling_add(roster->names, member->full, place);
  near_spelling_add(roster->names, member->turned, place);
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

/* PEOPLE selects person, user key, employee id, last and first name. */
static struct roster *roster_from(struct db *db, const char *people) {
  struct roster *roster = g_new0(struct roster, 1);
  roster->members = g_array_new(FALSE, FALSE, sizeof(struct member));
  g_array_set_clear_func(roster->members, (GDestroyNotify)member_clear);
  roster->by_user = g_hash_table_new(g_str_hash, g_str_equal);
  roster->by_employee = g_hash_table_new(g_str_hash, g_str_equal);
  roster->by_bare = g_hash_table_new(g_str_hash, g_str_equal);
  roster->letters = near_spelling_new();
  roster->names = near_spelling_new();
  roster->by_last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3_stmt *rows = db_prepare(db, people);
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
  return roster;
}

static const char members[] =
    "SELECT person, coalesce(user_key, ''), coalesce(employee_id, ''), last_name, first_name FROM person";

struct roster *roster_load(struct db *db) {
  return roster_from(db, members);
}

/* Without a comma, the last word is the surname. */
struct roster *roster_load_with_log(struct db *db) {
  static const char others[] =
      " UNION ALL SELECT owner, user_key, '', iif(comma, substr(name, 1, comma - 1), substr(name, length(rtrim(name, "
      "replace(name, "
      "' ', ''))) + 1)), iif(comma, substr(name, comma + 1), rtrim(name, replace(name, ' ', ''))) FROM (SELECT owner, user_key, "
      "trim(user_name) AS name, instr(user_name, ',') AS comma FROM account WHERE owner < 0 AND trim(user_name) LIKE '% %')";
  g_autofree char *all = g_strconcat(members, others, NULL);
  return roster_from(db, all);
}

void roster_free(struct roster *roster) {
  g_hash_table_unref(roster->by_user);
  g_hash_table_unref(roster->by_employee);
  g_hash_table_unref(roster->by_last);
  g_hash_table_unref(roster->by_bare);
  near_spelling_free(roster->letters);
  near_spelling_free(roster->names);
  g_array_unref(roster->members);
  g_free(roster);
}

bool member_has(const char *names, const char *word) {
  gsize size = strlen(word);
  for (const char *at = names; (at = strstr(at, word)); at += size)
    if ((at == names || at[-1] == ' ') && (!at[size] || at[size] == ' ')) return true;
  return false;
}
