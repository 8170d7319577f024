/* Derives from a PCRE2 expression, in one pass, what a text must contain for it to match; what it does not understand may be
   anything. */
#include "analyze/words/sieve/pattern_needs.h"
#include <stdbool.h>
#include <string.h>

enum { NEED_MOST = 192 /* texts */ };
#define COST_MOST 0.6

/* A piece of an expression. EXACT: it matches the texts of its run and nothing else; otherwise NEED is what is known about it, or
   NULL. */
struct piece {
  bool exact;
  struct run run;
  const struct need *need;
};

struct needs {
  GPtrArray *all;    /* of struct need */
  GHashTable *lists; /* name -> struct piece */
};

struct parser {
  struct needs *needs;
  const char *whole, *at;
  bool failed;
};

/* --------------------------------------------------------------------------------------------------------------- pieces */

static void piece_exact(struct piece *piece, const char *letters) {
  piece->exact = true, piece->need = NULL, piece->run.count = 1;
  piece->run.texts[0].length = (guint8)strlen(letters);
  memcpy(piece->run.texts[0].at, letters, strlen(letters) + 1);
}

static void piece_anything(struct piece *piece) {
  piece_exact(piece, "");
  piece->exact = false;
}

static double text_cost(const struct letters *text) {
  static const double costs[LETTERS_MOST + 1] = {1, 1, .09, .027, .0081, .0024, .0007, .0002, .0001};
  if (text->length < 3) return 1;
  guint edges = (text->at[0] == ' ') + (guint)(text->at[text->length - 1] == ' ');
  return MAX(costs[text->length - edges], .0001) * (edges == 2 ? .36 : edges == 1 ? .6 : 1);
}

/* The rarer of a known need and COUNT texts, one of which must occur. */
static const struct need *need_rarer(struct needs *needs, const struct need *known, const struct letters *texts, guint count) {
  double cost = 0;
  for (guint i = 0; i < count; i++) cost += text_cost(&texts[i]);
  if (count > NEED_MOST || cost >= (known ? known->cost : COST_MOST)) return known;
  struct need *need = g_malloc(sizeof *need + count * sizeof *texts);
  need->cost = cost, need->count = count;
  memcpy(need->texts, texts, count * sizeof *texts);
  g_ptr_array_add(needs->all, need);
  return need;
}

/* Its run has come to an end. */
static void piece_settle(struct parser *parser, struct piece *piece) {
  const struct need *need = need_rarer(parser->needs, piece->need, piece->run.texts, piece->run.count);
  piece_anything(piece);
  piece->need = need;
}

static void piece_append(struct parser *parser, struct piece *whole, const struct piece *piece) {
  if (piece->exact && run_join(&whole->run, &piece->run)) return;
  piece_settle(parser, whole);
  whole->run = piece->run;
  if (piece->need && (!whole->need || piece->need->cost < whole->need->cost)) whole->need = piece->need;
}

/* ------------------------------------------------------------------------------------------------------------ characters */

/* U+017F and U+212A match s and k. */
static char code_letter(struct parser *parser, gunichar c) {
  if (c == 0x17F || c == 0x212A) parser->failed = true;
  return c < 0x80 ? letter_of((guchar)c) : ' ';
}

static char character_letter(struct parser *parser) {
  gunichar c = g_utf8_get_char(parser->at);
  parser->at = g_utf8_next_char(parser->at);
  return code_letter(parser, c);
}

/* Behind "\x". */
static gunichar code_read(struct parser *parser) {
  bool braces = *parser->at == '{';
  char *end;
  guint64 code = g_ascii_strtoull(parser->at + braces, &end, 16);
  if (braces ? *end != '}' : end != parser->at + 2) parser->failed = true;
  else parser->at = end + braces;
  return (gunichar)code;
}

/* The letter of an escape; PARSER is just after its backslash; 0: it may be one of many. */
static char escape_letter(struct parser *parser) {
  char c = *parser->at;
  if (!c || (c & 0x80)) return parser->failed = true, ' ';
  parser->at++;
  if (c == 'x') return code_letter(parser, code_read(parser));
  if ((c == 'p' || c == 'P') && *parser->at == '{') parser->at += strcspn(parser->at, "}");
  if (c == 'p' || c == 'P') parser->at += *parser->at ? 1 : 0;
  if (strchr("pPwdDSHVNX", c)) return 0;
  if (!g_ascii_isalnum(c)) return letter_of((guchar)c);
  if (!strchr("sWhvRtnrfea", c)) parser->failed = true;
  return ' ';
}

/* At the beginning or end of a word there is a blank before or after. */
static void escape_parse(struct parser *parser, struct piece *piece) {
  char kind = *++parser->at;
  bool place = kind && strchr("bAzZBK", kind);
  const char letters[] = {place ? ' ' : escape_letter(parser), 0};
  if (place) parser->at++;
  if (*letters) piece_exact(piece, kind == 'B' || kind == 'K' ? "" : letters);
  else piece_anything(piece);
}

/* A class without letters is a blank. */
static void class_parse(struct parser *parser, struct piece *piece) {
  bool blank = parser->at[1] != '^';
  parser->at += blank ? 1 : 2;
  for (bool first = true; !parser->failed && *parser->at && (first || *parser->at != ']'); first = false) {
    bool range = *parser->at == '-' && !first && parser->at[1] != ']';
    if (*parser->at == '[') parser->failed = true; /* "[:alpha:]" */
    if (range) blank = false;
    bool escape = *parser->at == '\\';
    if (escape) parser->at++;
    blank = (escape ? escape_letter(parser) : character_letter(parser)) == ' ' && blank;
  }
  parser->failed = parser->failed || *parser->at++ != ']';
  if (blank) piece_exact(piece, " ");
  else piece_anything(piece);
}

/* ---------------------------------------------------------------------------------------------------------------- groups */

static void alternatives_parse(struct parser *parser, const char *before, struct piece *piece);

/* "(?&name)": the list of this name, wherever it is called. */
static void list_parse(struct parser *parser, struct piece *piece) {
  gsize length = strcspn(parser->at, ")");
  g_autofree char *name = g_strndup(parser->at, length), *head = g_strdup_printf("(?(DEFINE)(?<%s>", name);
  const char *list = strstr(parser->whole, head);
  struct piece *held = g_hash_table_lookup(parser->needs->lists, name);
  parser->at += length;
  if (!held && list) {
    struct parser inner = {parser->needs, parser->whole, list + strlen(head), false};
    held = g_new(struct piece, 1);
    piece_anything(held); /* for a list that calls itself */
    g_hash_table_insert(parser->needs->lists, g_steal_pointer(&name), held);
    alternatives_parse(&inner, "", piece);
    if (!inner.failed) *held = *piece;
  }
  if (held) *piece = *held;
  else piece_anything(piece);
}

/* Skips what opens a group. False: the group matches no letters of its own, such as a look-ahead. */
static bool group_open(struct parser *parser) {
  const char *at = parser->at + 1;
  gsize flags = *at == '?' ? strspn(at + 1, "-ims") : 0, look = *at && at[1] == '<' ? 2 : 1;
  bool own = false;
  if (*at == '*') parser->failed = true;
  else if (*at != '?') own = true, parser->at = at;
  else if (at[look] == '=' || at[look] == '!') parser->at = at + look + 1;
  else if (at[1] == '<' && strchr(at, '>')) own = true, parser->at = strchr(at, '>') + 1;
  else if (at[1] == '>' || at[1] == '|' || at[1 + flags] == ':') own = true, parser->at = at + 2 + flags;
  else if (g_str_has_prefix(at, "?(DEFINE)")) parser->at = at + strlen("?(DEFINE)");
  else parser->failed = true;
  return own;
}

static void group_parse(struct parser *parser, const char *before, struct piece *piece) {
  bool list = g_str_has_prefix(parser->at, "(?&"), own = list || group_open(parser);
  if (list) parser->at += strlen("(?&"), list_parse(parser, piece);
  else if (!parser->failed) alternatives_parse(parser, own ? before : "", piece);
  if (!own) piece_exact(piece, "");
  parser->failed = parser->failed || *parser->at++ != ')';
}

/* ----------------------------------------------------------------------------------------------------------- expressions */

static bool quantifier_begins(const char *at) {
  gsize digits = *at == '{' ? strspn(at + 1, "0123456789,") : 0;
  return *at == '*' || *at == '+' || *at == '?' || (digits && at[1 + digits] == '}');
}

/* Adjacent blanks count as one. */
static void quantifier_apply(struct parser *parser, struct piece *piece) {
  static const struct letters nothing = {0, ""};
  const char *at = parser->at;
  if (!quantifier_begins(at)) return;
  bool none = *at == '*' || *at == '?' || (*at == '{' && g_ascii_strtoull(at + 1, NULL, 10) == 0);
  bool once = *at == '?' || g_str_has_prefix(at, "{0,1}") || g_str_has_prefix(at, "{1}");
  bool blank = piece->exact && piece->run.count == 1 && !strcmp(piece->run.texts[0].at, " ");
  at += *at == '{' ? strcspn(at, "}") + 1 : 1;
  parser->at = at + (*at == '?' || *at == '+');
  if (none && !(piece->exact && (once || blank) && run_add(&piece->run, &nothing))) piece_anything(piece);
  else if (!none && !once && !blank) piece_settle(parser, piece);
}

static void atom_parse(struct parser *parser, const char *before, struct piece *piece) {
  switch (*parser->at) {
  case '(': group_parse(parser, before, piece); break;
  case '[': class_parse(parser, piece); break;
  case '\\': escape_parse(parser, piece); break;
  case '.': piece_anything(piece), parser->at++; break;
  case '^':
  case '$': piece_exact(piece, " "), parser->at++; break;
  default: piece_exact(piece, (const char[]){character_letter(parser), 0});
  }
}

static void sequence_parse(struct parser *parser, const char *before, struct piece *whole) {
  struct piece piece;
  piece_exact(whole, before);
  parser->failed = parser->failed || quantifier_begins(parser->at);
  while (!parser->failed && *parser->at && *parser->at != '|' && *parser->at != ')') {
    char letter = letter_of((guchar)*parser->at);
    if (letter != ' ' && !quantifier_begins(parser->at + 1) && run_put(&whole->run, letter)) {
      parser->at++;
      continue;
    }
    atom_parse(parser, run_end(&whole->run), &piece);
    if (parser->failed) return;
    quantifier_apply(parser, &piece);
    piece_append(parser, whole, &piece);
  }
  if (!whole->exact) piece_settle(parser, whole);
}

/* Branches together match the texts of all of them, or need one of all their texts. */
static void branches_parse(struct parser *parser, const char *before, struct piece *all) {
  g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(struct letters));
  struct piece piece = *all;
  bool exact = true, known = true;
  all->run.count = 0, all->need = NULL;
  while (true) {
    for (guint i = 0; exact && i < piece.run.count; i++) exact = piece.exact && run_add(&all->run, &piece.run.texts[i]);
    known = known && (piece.exact || piece.need);
    if (piece.exact) g_array_append_vals(texts, piece.run.texts, piece.run.count);
    else if (piece.need) g_array_append_vals(texts, piece.need->texts, piece.need->count);
    if (parser->failed || *parser->at != '|') break;
    parser->at++;
    sequence_parse(parser, before, &piece);
  }
  if (exact) return;
  piece_anything(all);
  if (known) all->need = need_rarer(parser->needs, NULL, (const struct letters *)(void *)texts->data, texts->len);
}

static void alternatives_parse(struct parser *parser, const char *before, struct piece *piece) {
  sequence_parse(parser, before, piece);
  if (!parser->failed && *parser->at == '|') branches_parse(parser, before, piece);
}

struct needs *needs_new(void) {
  struct needs *needs = g_new(struct needs, 1);
  needs->all = g_ptr_array_new_with_free_func(g_free);
  needs->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return needs;
}

void needs_free(struct needs *needs) {
  g_ptr_array_unref(needs->all);
  g_hash_table_unref(needs->lists);
  g_free(needs);
}

const struct need *needs_derive(struct needs *needs, const char *expression) {
  struct parser parser = {needs, expression, expression, false};
  struct piece piece;
  alternatives_parse(&parser, "", &piece);
  if (parser.failed || *parser.at) return NULL;
  piece_settle(&parser, &piece);
  return piece.need;
}
