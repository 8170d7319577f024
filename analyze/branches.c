/* Rewrites the long alternatives of an expression, inside out. */
#include "analyze/branches.h"
#include "analyze/literal.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>

enum { RUN_LEAST = 4 /* branches that are worth it */ };

/* Behind what stands at AT and cannot be cut: an escape, a class, a character, a parenthesis. */
static const char *piece_end(const char *at) {
  if (at[0] == '\\' && at[1]) return at + 2;
  return *at == '[' ? literal_class_end(at) : at + 1;
}

/* Behind the parenthesis that closes the group that is open at AT. */
static const char *group_end(const char *at) {
  for (guint open = 1; *at && open; at = piece_end(at))
    if (*at == '(') open++;
    else if (*at == ')' && !--open) return at + 1;
  return at;
}

static bool quantifier_begins(char c) { return c && strchr("*+?{", c); }

/* A branch that begins with this letter as it stands: it must match it. */
static char branch_letter(const char *branch) {
  return g_ascii_islower(branch[0]) && !quantifier_begins(branch[1]) ? branch[0] : 0;
}

/* -------------------------------------------------------------------------------------------------------------- runs */

static void run_write(char *const *branches, guint count, GString *out);

/* Branches that begin with the same letter: it, and what they have in common besides, stands before their rests. */
static void letter_write(GPtrArray *branches, GString *out) {
  bool same = true;
  while (same) {
    char letter = branch_letter(branches->pdata[0]);
    for (guint i = 0; i < branches->len; i++) same = same && letter && branch_letter(branches->pdata[i]) == letter;
    if (!same) break;
    g_string_append_c(out, letter);
    for (guint i = 0; i < branches->len; i++) branches->pdata[i] = (char *)branches->pdata[i] + 1;
  }
  g_string_append(out, "(?:");
  run_write((char *const *)branches->pdata, branches->len, out);
  g_string_append_c(out, ')');
}

/* A run of branches that all begin with a letter, those with the same one together: no other can match where they do. */
static void letters_write(char *const *branches, guint count, GString *out) {
  const char *seen = "";
  g_autoptr(GString) letters = g_string_new(NULL);
  g_autoptr(GPtrArray) same = g_ptr_array_new();
  for (guint i = 0; i < count; i++) {
    char letter = branch_letter(branches[i]);
    if (strchr(seen, letter)) continue;
    seen = g_string_append_c(letters, letter)->str;
    if (i) g_string_append_c(out, '|');
    g_ptr_array_set_size(same, 0);
    for (guint k = i; k < count; k++)
      if (branch_letter(branches[k]) == letter) g_ptr_array_add(same, branches[k]);
    if (same->len > 1) letter_write(same, out);
    else g_string_append(out, branches[i]);
  }
}

static void run_write(char *const *branches, guint count, GString *out) {
  for (guint i = 0, end; i < count; i = end) {
    for (end = i; end < count && branch_letter(branches[end]);) end++;
    if (i) g_string_append_c(out, '|');
    if (end - i >= RUN_LEAST) letters_write(branches + i, end - i, out);
    else end = i + 1, g_string_append(out, branches[i]);
  }
}

/* ------------------------------------------------------------------------------------------------------------ groups */

static const char *inside_write(const char *at, GString *out);

/* The groups whose inside may be put in another order. Behind a lookbehind every branch has its own length. */
static const char *group_write(const char *at, GString *out) {
  static const char *const heads[] = {"(?:", "(?=", "(?!", "(?>", "(?i:", "(?-i:", "(?(DEFINE)"};
  const char *inside = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(heads) && !inside; i++)
    if (g_str_has_prefix(at, heads[i])) inside = at + strlen(heads[i]);
  if (g_str_has_prefix(at, "(?<") && g_ascii_isalpha(at[3]) && strchr(at, '>')) inside = strchr(at, '>') + 1;
  if (!inside) {
    const char *end = group_end(at + 1);
    g_string_append_len(out, at, end - at);
    return end;
  }
  g_string_append_len(out, at, inside - at);
  const char *end = inside_write(inside, out);
  if (*end) g_string_append_c(out, ')');
  return *end ? end + 1 : end;
}

/* Up to the parenthesis that closes it, or the end. */
static const char *inside_write(const char *at, GString *out) {
  g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) branch = g_string_new(NULL);
  for (; *at && *at != ')';) {
    const char *end = piece_end(at);
    if (*at == '(') end = group_write(at, branch);
    else if (*at != '|') g_string_append_len(branch, at, end - at);
    else g_ptr_array_add(branches, g_strdup(branch->str)), g_string_truncate(branch, 0);
    at = end;
  }
  g_ptr_array_add(branches, g_strdup(branch->str));
  run_write((char *const *)branches->pdata, branches->len, out);
  return at;
}

char *branches_join(const char *expression) {
  GString *out = g_string_new(NULL);
  const char *end = inside_write(expression, out);
  if (!*end) return g_string_free(out, FALSE);
  g_string_free(out, TRUE);
  return g_strdup(expression);
}
