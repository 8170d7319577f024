/* Prints the cards of rules: all in brief, or those of one clause in full, with their SQL. */
#include "report/explain/rules.h"
#include "analyze/judge/card.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include <stdio.h>
#include <string.h>

#define TEXT_AT 12

static void term_print(const char *label, const char *text) {
  if (text && *text) wrap_pair_at(label, text, TEXT_AT);
}

static void card_print(const struct card *card, bool whole) {
  printf("%-16s %s%s%s\n", card->clause, card->rule ? card->rule : "(not testable from records)", card->severity ? "  " : "",
         card->severity ? card->severity : "");
  wrap_text(card->title, TEXT_AT);
  if (!whole) return;
  term_print("asks", card->says);
  term_print("tested", card->means);
  term_print("graver", card->graver);
  term_print("needs", card->needs);
  term_print("limit", card->limit);
  term_print("innocent", card->innocent);
  term_print("remedy", card->remedy);
  term_print("file", card->path);
  if (card->sql) printf("\n%s\n", card->sql);
}

static bool card_wanted(const struct card *card, const char *name) {
  if (card->rule && !strcmp(card->rule, name)) return true;
  g_auto(GStrv) clauses = g_strsplit(card->clause, ", ", -1);
  for (char **clause = clauses; *clause; clause++)
    if (!strcmp(*clause, name) || (g_str_has_prefix(*clause, name) && (*clause)[strlen(name)] == '(')) return true;
  return false;
}

G_NORETURN static void name_refuse(GPtrArray *cards, const char *name) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < cards->len; i++)
    if (((const struct card *)cards->pdata[i])->rule) g_ptr_array_add(names, ((const struct card *)cards->pdata[i])->rule);
  g_ptr_array_add(names, NULL);
  const char *nearest = text_nearest(name, (const char *const *)names->pdata);
  if (nearest) stop_usage("there is no rule or clause \"%s\": did you mean %s?", name, nearest);
  stop_usage("there is no rule or clause \"%s\": faceaudit rules lists them", name);
}

void rules_print(const char *name) {
  g_autoptr(GPtrArray) cards = cards_load(NULL);
  guint shown = 0;
  for (guint i = 0; i < cards->len; i++) {
    if (name && !card_wanted(cards->pdata[i], name)) continue;
    if (shown++) putchar('\n');
    card_print(cards->pdata[i], name != NULL);
  }
  if (!shown) name_refuse(cards, name);
}
