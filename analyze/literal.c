/* Derives from an expression the literals that every match must hold, by recursive descent; what is known of its pieces is put
   together by literal_piece.c, a text is searched by prefilter.c. */
#include "analyze/literal.h"
#include <string.h>
#include "analyze/literal_piece.h"

enum {
  CLASS_MOST = 4, /* members of a class that is spelled out */
  GROUP_LONG = 80,
  DEPTH_MOST = 60
};

/* A group of an expression as it was read, with what was known of its place. */
struct group {
  const char *at;
  gsize length;
  char before, after;
  struct piece piece;
};

/* BEFORE, AFTER: what is known of the places where the alternatives in hand begin and end: LITERAL_EDGE, NO_WORD or 0. */
struct parser {
  struct literals *literals;
  const char *expression, *at;
  const char *base; /* where ENDS begins: for every parenthesis that opens, how far behind BASE its group ends */
  const guint32 *ends;
  guint depth;
  char before, after;
  bool failed;
};

static guint group_hash(gconstpointer data) {
  const struct group *group = data;
  guint hash = (guint)group->length * 31 + (guint)group->before * 5 + (guint)group->after;
  for (gsize i = 0; i < group->length; i += 7) hash = hash * 33 + (guchar)group->at[i];
  return hash;
}

static gboolean group_equal(gconstpointer a, gconstpointer b) {
  const struct group *one = a, *two = b;
  return one->length == two->length && one->before == two->before && one->after == two->after &&
         !memcmp(one->at, two->at, one->length);
}

struct literals *literals_new(void) {
  struct literals *literals = g_new(struct literals, 1);
  literals->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  literals->groups = g_hash_table_new_full(group_hash, group_equal, g_free, NULL);
  literals->sets = g_ptr_array_new_with_free_func(g_free);
  return literals;
}

void literals_free(struct literals *literals) {
  if (!literals) return;
  g_hash_table_unref(literals->lists);
  g_hash_table_unref(literals->groups);
  g_ptr_array_unref(literals->sets);
  g_free(literals);
}

/* ------------------------------------------------------------------------------------------------------------ alternatives */

static void sequence_parse(struct parser *parser, struct piece *piece);

/* Up to the parenthesis that closes it, or the end. */
static void alternatives_parse(struct parser *parser, struct piece *piece) {
  sequence_parse(parser, piece);
  if (*parser->at != '|') return;
  struct branches *branches = branches_new();
  branch_add(branches, piece);
  while (!parser->failed && *parser->at == '|') {
    parser->at++;
    sequence_parse(parser, piece);
    branch_add(branches, piece);
  }
  if (!parser->failed) branches_settle(parser->literals, branches, piece);
  branches_free(branches);
}

/* ------------------------------------------------------------------------------------------------- characters and classes */

/* The value of an escape that is one character, its length in LENGTH; -1 where it is a class or is not understood. */
static gint32 escape_value(const char *at, gsize *length) {
  static const char names[] = "n\nt\tr\rf\fe\033a\a";
  *length = 2;
  if (at[1] == 'x' && at[2] == '{') {
    char *end;
    gint64 value = g_ascii_strtoll(at + 3, &end, 16);
    *length = (gsize)(end - at) + 1;
    return *end == '}' && value > 0 && value < 0x110000 ? (gint32)value : -1;
  }
  if (!g_ascii_isalnum(at[1])) return at[1] && !(at[1] & 0x80) ? at[1] : -1;
  for (const char *name = names; *name; name += 2)
    if (*name == at[1]) return name[1];
  return -1;
}

/* Characters outside ASCII whose case is known to have no partner: the marks between words. */
static bool char_alone(gint32 c) { return (c >= 0x20 && c < 0x7F) || (c >= 0x2010 && c <= 0x2027); }

static bool run_add_char(struct run *run, gint32 c) {
  struct text text;
  char bytes[6];
  gint length = g_unichar_to_utf8((gunichar)c, bytes);
  text.length = (guint8)length;
  memcpy(text.bytes, bytes, (gsize)length);
  if (length == 1) *text.bytes = g_ascii_tolower(*text.bytes);
  return run->count < CLASS_MOST && run_add(run, &text);
}

/* Steps over one member of a class; -1 where it is more than one character. */
static gint32 member_parse(struct parser *parser) {
  const char *at = parser->at;
  if (at[0] == '[' && at[1] && strchr(":.=", at[1])) {
    const char *end = strchr(at + 2, ']');
    parser->failed = parser->failed || !end;
    parser->at = end ? end + 1 : at + 1;
    return -1;
  }
  if (*at != '\\') return parser->at = g_utf8_next_char(at), (gint32)g_utf8_get_char(at);
  gsize length;
  gint32 value = escape_value(at, &length);
  bool property = value < 0 && (at[1] == 'p' || at[1] == 'P') && at[2] == '{';
  const char *end = property ? strchr(at, '}') : NULL;
  if (value < 0 && !end && (!at[1] || !strchr("dDwWsShHvV", at[1]))) parser->failed = true;
  parser->at = end ? end + 1 : value < 0 ? at + (at[1] ? 2 : 1) : at + length;
  return value;
}

static void class_parse(struct parser *parser, struct piece *piece) {
  bool small = *++parser->at != '^', blank = small;
  if (!small) parser->at++;
  piece->exact = true, piece->blank = false, piece->needs.count = 0, piece->run.count = 0;
  for (bool first = true; *parser->at && (first || *parser->at != ']') && !parser->failed; first = false) {
    bool space = parser->at[0] == '\\' && parser->at[1] == 's';
    gint32 c = member_parse(parser);
    bool range = parser->at[0] == '-' && parser->at[1] && parser->at[1] != ']';
    if (range) parser->at++, member_parse(parser);
    blank = blank && !range && (space || (c >= 0 && !(c < 0x80 && word_letter((char)c))));
    small = small && !range && char_alone(c) && run_add_char(&piece->run, c);
  }
  if (*parser->at != ']') parser->failed = true;
  else parser->at++;
  if (small) return;
  piece_anything(piece);
  piece->blank = blank;
}

static void piece_unichar(struct piece *piece, gint32 c) {
  piece->exact = true, piece->blank = false, piece->needs.count = 0, piece->run.count = 0;
  if (!char_alone(c) || !run_add_char(&piece->run, c)) piece_anything(piece);
}

static void escape_parse(struct parser *parser, struct piece *piece) {
  char c = parser->at[1];
  gsize length;
  if (c && strchr("AzZ", c)) parser->at += 2, piece_char(piece, NO_WORD);
  else if (c && strchr("GBK", c)) parser->at += 2, piece_nothing(piece);
  else if (c == 'b') parser->at += 2, piece_char(piece, LITERAL_EDGE);
  else if (c && strchr("NRX", c)) parser->at += 2, piece_anything(piece);
  else {
    piece_unichar(piece, escape_value(parser->at, &length));
    member_parse(parser);
    piece->blank = c == 's' || c == 'W';
  }
}

/* ------------------------------------------------------------------------------------------------------------------ groups */

const char *literal_class_end(const char *at) {
  at += at[1] == '^' ? 2 : 1;
  for (at += *at == ']'; *at && *at != ']'; at++) {
    if (*at == '\\' && at[1]) at++;
    else if (at[0] == '[' && at[1] == ':' && strstr(at, ":]")) at = strstr(at, ":]") + 1;
  }
  return *at ? at + 1 : at;
}

/* Where the groups of BASE end, up to a parenthesis that closes none of them; what never closes ends at the end. */
static guint32 *ends_find(const char *base) {
  gsize length = strlen(base);
  guint32 *ends = g_new(guint32, length + 1), open = G_MAXUINT32;
  for (const char *at = base; *at;) {
    guint32 here = (guint32)(at - base);
    if (*at == '\\' && at[1]) at += 2;
    else if (*at == '[') at = literal_class_end(at);
    else if (*at++ == '(') ends[here] = open, open = here; /* until it ends: the group around it */
    else if (at[-1] == ')') {
      if (open == G_MAXUINT32) return ends;
      guint32 around = ends[open];
      ends[open] = here + 1, open = around;
    }
  }
  while (open != G_MAXUINT32) {
    guint32 around = ends[open];
    ends[open] = (guint32)length, open = around;
  }
  return ends;
}

static const char *group_end(const struct parser *parser, const char *at) {
  return parser->base + parser->ends[at - parser->base];
}

/* A list that is called, its definition read once. One that calls itself asks for nothing. */
static void list_piece(struct parser *parser, struct piece *piece) {
  const char *end = strchr(parser->at, ')');
  g_autofree char *name = g_strndup(parser->at + 3, end ? (gsize)(end - parser->at) - 3 : 0);
  parser->at = end ? end + 1 : parser->at + 3;
  struct piece *known = g_hash_table_lookup(parser->literals->lists, name);
  if (!known) {
    known = g_new0(struct piece, 1);
    g_hash_table_insert(parser->literals->lists, g_strdup(name), known);
    g_autofree char *head = g_strdup_printf("(?(DEFINE)(?<%s>", name);
    const char *definition = strstr(parser->expression, head);
    struct parser inside = {.literals = parser->literals, .expression = parser->expression, .depth = parser->depth + 1};
    inside.at = inside.base = definition ? definition + strlen(head) : "";
    inside.failed = inside.depth > DEPTH_MOST;
    g_autofree guint32 *ends = ends_find(inside.base);
    inside.ends = ends;
    struct piece found;
    if (definition) alternatives_parse(&inside, &found);
    if (definition && !inside.failed && *inside.at == ')') *known = found;
    else parser->failed = true;
  }
  *piece = *known;
}

/* Steps into "(?<name>" and what else begins a group whose inside is matched; false where it is another kind. */
static bool group_enter(struct parser *parser) {
  const char *at = parser->at;
  if (at[1] != '?' && at[1] != '*') return parser->at++, true;
  if (at[1] == '*' || !at[2]) return false;
  if (strchr(":>|", at[2])) return parser->at += 3, true;
  if (at[2] == 'i' && at[3] == ':') return parser->at += 4, true;
  if (at[2] == '-' && at[3] == 'i' && at[4] == ':') return parser->at += 5, true;
  const char *end = at[2] == '<' && (g_ascii_isalpha(at[3]) || at[3] == '_') ? strchr(at, '>') : NULL;
  if (end) parser->at = end + 1;
  return end != NULL;
}

/* What stands behind the group that ends at AT, as far as its branches may know it. */
static char group_after(const struct parser *parser, const char *at) {
  if (at[0] == '\\' && at[1] == 'b') return LITERAL_EDGE;
  if (at[0] == '\\' && at[1] == 's') return at[2] == '*' || at[2] == '?' || at[2] == '{' ? 0 : NO_WORD;
  return *at == '|' || *at == ')' ? parser->after : 0;
}

static void inside_parse(struct parser *parser, struct piece *piece, char before, char after) {
  struct parser outside = *parser;
  parser->before = before, parser->after = after;
  if (++parser->depth > DEPTH_MOST) parser->failed = true;
  else alternatives_parse(parser, piece);
  parser->depth--;
  parser->before = outside.before, parser->after = outside.after;
  if (*parser->at != ')') parser->failed = true;
  else parser->at++;
}

/* What stands ahead or behind stands in the text too, but not here. */
static void look_parse(struct parser *parser, struct piece *piece, char before) {
  struct piece seen;
  bool behind = parser->at[2] == '<';
  parser->at += behind ? 4 : 3;
  inside_parse(parser, &seen, behind ? 0 : before, 0);
  if (!parser->failed) piece_settle(parser->literals, &seen);
  piece_nothing(piece);
  if (!parser->failed) piece->needs = seen.needs;
}

/* A group up to END, remembered where it is long. */
static void group_known(struct parser *parser, struct piece *piece, char before, const char *start, const char *end) {
  struct group group = {start, (gsize)(end - start), before, group_after(parser, end), {.exact = false}};
  const struct group *known = group.length < GROUP_LONG ? NULL : g_hash_table_lookup(parser->literals->groups, &group);
  if (known) *piece = known->piece, parser->at = end;
  else inside_parse(parser, piece, before, group.after);
  if (known || parser->failed || group.length < GROUP_LONG) return;
  group.piece = *piece;
  g_hash_table_add(parser->literals->groups, g_memdup2(&group, sizeof group));
}

static void group_parse(struct parser *parser, struct piece *piece, char before) {
  const char *at = parser->at;
  char kind = at[1] == '?' ? at[2] : 0, side = kind == '<' ? at[3] : kind;
  if (side == '!' || (kind == '(' && g_str_has_prefix(at, "(?(DEFINE)")))
    parser->at = group_end(parser, at), piece_nothing(piece);
  else if (side == '=') look_parse(parser, piece, before);
  else if (kind == '&') list_piece(parser, piece);
  else if (group_enter(parser)) group_known(parser, piece, before, at, group_end(parser, at));
  else parser->failed = true;
}

/* --------------------------------------------------------------------------------------------------------------- sequences */

static void atom_parse(struct parser *parser, struct piece *piece, char before) {
  char c = *parser->at;
  if (c == '(') group_parse(parser, piece, before);
  else if (c == '[') class_parse(parser, piece);
  else if (c == '\\') escape_parse(parser, piece);
  else if (c == '.') parser->at++, piece_anything(piece);
  else if (c == '^' || c == '$') parser->at++, piece_char(piece, NO_WORD);
  else if (c == '*' || c == '+' || c == '?' || (!(c & 0x80) && !g_ascii_isprint(c))) parser->failed = true;
  else if (c & 0x80) {
    piece_unichar(piece, (gint32)g_utf8_get_char(parser->at));
    parser->at = g_utf8_next_char(parser->at);
  } else parser->at++, piece_char(piece, c);
}

static bool quantifier_begins(char c) { return c == '*' || c == '+' || c == '?' || c == '{'; }

/* The length of the quantifier at AT, 0 where there is none. */
static gsize quantifier_read(const char *at, guint *least, bool *one) {
  if (!quantifier_begins(*at)) return 0;
  gsize length = 1;
  *least = *at == '+', *one = *at == '?';
  if (*at == '{') {
    char *end = NULL;
    if (!g_ascii_isdigit(at[1])) return 0;
    *least = (guint)g_ascii_strtoull(at + 1, &end, 10);
    guint64 most = *least;
    if (*end == ',') most = g_ascii_isdigit(end[1]) ? g_ascii_strtoull(end + 1, &end, 10) : (end++, G_MAXUINT);
    if (*end != '}') return 0;
    *one = most == 1, length = (gsize)(end - at) + 1;
  }
  return length + (at[length] == '?' || at[length] == '+');
}

static void quantifier_apply(struct parser *parser, struct piece *piece) {
  guint least;
  bool one;
  gsize length = quantifier_read(parser->at, &least, &one);
  if (!length) return;
  parser->at += length;
  static const struct text nothing = {.length = 0};
  if (least && one) return;
  if (least && piece->blank) return;
  if (least) piece_settle(parser->literals, piece);
  else if (one && piece->exact && run_add(&piece->run, &nothing)) piece->needs.count = 0;
  else piece_anything(piece);
}

static void run_end(struct parser *parser, struct piece *whole) {
  needs_run(parser->literals, &whole->needs, &whole->run);
  whole->exact = false;
}

/* Puts PIECE behind the run that is being gathered; the run ends where that is too much or too little is known. */
static void piece_append(struct parser *parser, struct piece *whole, const struct piece *piece) {
  needs_join(&whole->needs, &piece->needs);
  if (piece->exact && run_join(&whole->run, &piece->run)) return;
  if (piece->blank) run_put(&whole->run, NO_WORD);
  run_end(parser, whole);
  if (piece->exact) whole->run = piece->run;
  else if (piece->blank) run_char(&whole->run, NO_WORD);
  else whole->run.count = 1, whole->run.at[0].length = 0;
}

static bool sequence_goes_on(const struct parser *parser) {
  return !parser->failed && *parser->at && *parser->at != '|' && *parser->at != ')';
}

static void sequence_parse(struct parser *parser, struct piece *whole) {
  struct piece piece;
  piece_nothing(whole);
  if (parser->before) run_char(&whole->run, parser->before);
  while (sequence_goes_on(parser)) {
    if (word_letter(*parser->at) && !quantifier_begins(parser->at[1])) {
      run_put(&whole->run, g_ascii_tolower(*parser->at++));
      continue;
    }
    atom_parse(parser, &piece, *parser->at == '(' ? run_after(&whole->run) : 0);
    if (parser->failed) return;
    quantifier_apply(parser, &piece);
    piece_append(parser, whole, &piece);
  }
  if (parser->after) run_put(&whole->run, parser->after);
  if (!whole->exact) needs_run(parser->literals, &whole->needs, &whole->run);
}

void literals_derive(struct literals *literals, const char *expression, struct literal_needs *needs) {
  g_autofree guint32 *ends = ends_find(expression);
  struct parser parser = {.literals = literals, .expression = expression, .at = expression, .base = expression, .ends = ends};
  struct piece piece;
  needs->count = 0;
  alternatives_parse(&parser, &piece);
  if (parser.failed || *parser.at) return;
  piece_settle(literals, &piece);
  *needs = piece.needs;
}
