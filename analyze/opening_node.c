/* Reads an expression into a tree, by recursive descent: as much of PCRE2 as the word files are written in. */
#include "analyze/opening_node.h"
#include <string.h>

enum { DEEP_MOST = 120, UNICHAR_K = 0x212A, UNICHAR_S = 0x17F };

struct nodes {
  GPtrArray *all;    /* of struct node */
  GHashTable *lists; /* name -> struct node */
};

struct reader {
  struct nodes *nodes;
  const char *expression, *at;
  guint deep;
  bool exact; /* case counts */
  bool failed;
};

/* ---------------------------------------------------------------------------------------------------------- characters */

static bool chars_has(const struct chars *chars, guint c) { return chars->bits[c / 64] >> c % 64 & 1; }
static void chars_put(struct chars *chars, guint c) { chars->bits[c / 64] |= G_GUINT64_CONSTANT(1) << c % 64; }

guint32 chars_mask(const struct chars *chars) {
  guint32 mask = 0;
  for (guint c = 0; c < 128; c++)
    if (chars_has(chars, c)) mask |= 1u << opening_class((char)c);
  return mask;
}

bool chars_capital(const struct chars *chars) {
  for (guint c = 0; c < 128; c++)
    if (chars_has(chars, c) && !g_ascii_isupper((char)c)) return false;
  return true;
}

/* From FIRST to LAST, which need not be ASCII; in any case unless EXACT. */
static void chars_range(struct chars *chars, gint32 first, gint32 last, bool exact) {
  for (gint32 c = first; c <= MIN(last, 127); c++) {
    chars_put(chars, (guint)c);
    if (!exact) chars_put(chars, (guint)g_ascii_tolower((gchar)c)), chars_put(chars, (guint)g_ascii_toupper((gchar)c));
  }
  if (!exact && first <= UNICHAR_K && last >= UNICHAR_K) chars_put(chars, 'k'), chars_put(chars, 'K');
  if (!exact && first <= UNICHAR_S && last >= UNICHAR_S) chars_put(chars, 's'), chars_put(chars, 'S');
}

static bool escape_holds(char escape, gchar c) {
  switch (g_ascii_tolower(escape)) {
  case 'd': return g_ascii_isdigit(c);
  case 's': return opening_class(c) == OPENING_BLANK;
  case 'w': return OPENING_WORD >> opening_class(c) & 1;
  default: return false;
  }
}

static void chars_escape(struct chars *chars, char escape) {
  for (guint c = 0; c < 128; c++)
    if (escape_holds(escape, (gchar)c) != (g_ascii_isupper(escape) != 0)) chars_put(chars, c);
}

static void chars_turn(struct chars *chars) { chars->bits[0] = ~chars->bits[0], chars->bits[1] = ~chars->bits[1]; }

/* ---------------------------------------------------------------------------------------------------------------- nodes */

static void node_free(gpointer data) {
  struct node *node = data;
  g_ptr_array_unref(node->inside);
  g_free(node);
}

struct nodes *nodes_new(void) {
  struct nodes *nodes = g_new(struct nodes, 1);
  nodes->all = g_ptr_array_new_with_free_func(node_free);
  nodes->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return nodes;
}

void nodes_free(struct nodes *nodes) {
  g_ptr_array_unref(nodes->all);
  g_hash_table_unref(nodes->lists);
  g_free(nodes);
}

static struct node *node_new(struct reader *reader, enum node_kind kind) {
  struct node *node = g_new0(struct node, 1);
  node->kind = kind, node->inside = g_ptr_array_new();
  g_ptr_array_add(reader->nodes->all, node);
  return node;
}

static struct node *node_around(struct reader *reader, enum node_kind kind, struct node *inside) {
  struct node *node = node_new(reader, kind);
  g_ptr_array_add(node->inside, inside);
  return node;
}

static struct node *node_nothing(struct reader *reader) { return node_new(reader, NODE_SEQUENCE); }

static struct node *node_failed(struct reader *reader) {
  reader->failed = true;
  return node_nothing(reader);
}

static bool sequence_first(const struct node *node, struct chars *chars) {
  for (guint i = 0; i < node->inside->len; i++)
    if (!node_first(node->inside->pdata[i], chars)) return false;
  return true;
}

bool node_first(const struct node *node, struct chars *chars) {
  bool open = node->kind == NODE_REPEAT && !node->least;
  switch (node->kind) {
  case NODE_CHARS: chars->bits[0] |= node->chars.bits[0], chars->bits[1] |= node->chars.bits[1]; return false;
  case NODE_SEQUENCE: return sequence_first(node, chars);
  case NODE_CHOICE:
    for (guint i = 0; i < node->inside->len; i++) open = node_first(node->inside->pdata[i], chars) || open;
    return open;
  case NODE_REPEAT: return node_first(node->inside->pdata[0], chars) || open;
  default: return true;
  }
}

/* ------------------------------------------------------------------------------------------------------ escapes, classes */

static bool take(struct reader *reader, const char *words) {
  if (!g_str_has_prefix(reader->at, words)) return false;
  reader->at += strlen(words);
  return true;
}

/* "\p{Lu}" into CHARS: letters and digits are known; false for the others. Where case does not count, it is left open what
   PCRE2 makes of a property that tells cases apart: both, which must not be TURNED. */
static bool property_read(struct reader *reader, struct chars *chars, bool turned) {
  bool upper = take(reader, "\\p{Lu}"), lower = !upper && take(reader, "\\p{Ll}"), cased = upper || lower;
  if (cased && !reader->exact && turned) return false;
  if (cased) chars_range(chars, upper ? 'A' : 'a', upper ? 'Z' : 'z', reader->exact);
  else if (take(reader, "\\p{L}")) chars_range(chars, 'A', 'Z', false);
  else if (take(reader, "\\p{N}")) chars_range(chars, '0', '9', true);
  else return false;
  return true;
}

/* One character, plain or escaped; -1 where it is none. */
static gint32 char_read(struct reader *reader) {
  static const char names[] = "n\nt\tr\rf\fe\033a\a";
  const char *at = reader->at;
  if (*at != '\\') {
    if (!*at) return -1;
    reader->at = g_utf8_next_char(at);
    return (gint32)g_utf8_get_char(at);
  }
  if (take(reader, "\\x{")) {
    char *end;
    gint64 value = g_ascii_strtoll(reader->at, &end, 16);
    reader->at = end;
    return take(reader, "}") && value > 0 && value < 0x110000 ? (gint32)value : -1;
  }
  reader->at += at[1] ? 2 : 1;
  if (at[1] && !(at[1] & 0x80) && !g_ascii_isalnum(at[1])) return at[1];
  for (const char *name = names; *name; name += 2)
    if (*name == at[1]) return name[1];
  return -1;
}

/* One member of a class, or a range of them. */
static void member_read(struct reader *reader, struct chars *chars, bool turned) {
  const char *at = reader->at;
  if (at[0] == '\\' && at[1] && strchr("dDwWsS", at[1])) {
    reader->at += 2;
    chars_escape(chars, at[1]);
    return;
  }
  if (at[0] == '\\' && (at[1] == 'p' || at[1] == 'P')) {
    if (!property_read(reader, chars, turned)) reader->failed = true;
    return;
  }
  if (at[0] == '[' && at[1] && strchr(":.=", at[1])) reader->failed = true;
  gint32 first = char_read(reader), last = first;
  if (reader->at[0] == '-' && reader->at[1] && reader->at[1] != ']') reader->at++, last = char_read(reader);
  if (first < 0 || last < first) reader->failed = true;
  else chars_range(chars, first, last, reader->exact);
}

static struct node *class_read(struct reader *reader) {
  struct node *node = node_new(reader, NODE_CHARS);
  reader->at++;
  bool turned = take(reader, "^");
  for (bool first = true; *reader->at && (first || *reader->at != ']') && !reader->failed; first = false)
    member_read(reader, &node->chars, turned);
  if (!take(reader, "]")) reader->failed = true;
  if (turned) chars_turn(&node->chars);
  return node;
}

static struct node *char_node(struct reader *reader) {
  struct node *node = node_new(reader, NODE_CHARS);
  gint32 c = char_read(reader);
  if (c < 0) reader->failed = true;
  else chars_range(&node->chars, c, c, reader->exact);
  return node;
}

static struct node *escape_read(struct reader *reader) {
  char c = reader->at[1];
  if (c && strchr("AzZGBK", c)) return reader->at += 2, node_nothing(reader);
  if (c == 'b') return reader->at += 2, node_new(reader, NODE_EDGE);
  if (!c || !strchr("dDwWsSp", c)) return char_node(reader);
  struct node *node = node_new(reader, NODE_CHARS);
  if (c == 'p') reader->failed = !property_read(reader, &node->chars, false) || reader->failed;
  else reader->at += 2, chars_escape(&node->chars, c);
  return node;
}

/* --------------------------------------------------------------------------------------------------------------- groups */

static struct node *choice_read(struct reader *reader);

/* The rest of a group whose head was read. */
static struct node *inside_read(struct reader *reader) {
  if (++reader->deep > DEEP_MOST) reader->failed = true;
  struct node *node = reader->failed ? node_nothing(reader) : choice_read(reader);
  reader->deep--;
  if (!take(reader, ")")) reader->failed = true;
  return node;
}

static struct node *cased_read(struct reader *reader, bool exact) {
  bool outside = reader->exact;
  reader->exact = exact;
  struct node *node = inside_read(reader);
  reader->exact = outside;
  return node;
}

/* What must not stand before: all that is of use is that no letter does. */
static struct node *behind_read(struct reader *reader) {
  const struct node *node = inside_read(reader);
  struct chars letters = {{0, 0}};
  chars_range(&letters, 'A', 'Z', false);
  while (node->kind != NODE_CHARS && node->kind <= NODE_CHOICE && node->inside->len == 1) node = node->inside->pdata[0];
  bool all = node->kind == NODE_CHARS && !(letters.bits[0] & ~node->chars.bits[0]) && !(letters.bits[1] & ~node->chars.bits[1]);
  return all ? node_new(reader, NODE_NO_LETTER) : node_nothing(reader);
}

static struct node *ignored_read(struct reader *reader) {
  inside_read(reader);
  return node_nothing(reader);
}

/* A list that is called: its definition stands behind the pattern. One that calls itself is not understood. */
static struct node *list_read(struct reader *reader) {
  const char *end = strchr(reader->at, ')');
  if (!end) return node_failed(reader);
  g_autofree char *name = g_strndup(reader->at, (gsize)(end - reader->at)), *head = g_strdup_printf("(?(DEFINE)(?<%s>", name);
  const char *definition = strstr(reader->expression, head);
  gpointer known;
  reader->at = end + 1;
  if (g_hash_table_lookup_extended(reader->nodes->lists, name, NULL, &known)) return known ? known : node_failed(reader);
  if (!definition) return node_failed(reader);
  g_hash_table_insert(reader->nodes->lists, g_strdup(name), NULL);
  struct reader inside = {.nodes = reader->nodes, .expression = reader->expression, .at = definition + strlen(head)};
  inside.deep = reader->deep;
  struct node *node = inside_read(&inside);
  reader->failed = reader->failed || inside.failed;
  g_hash_table_insert(reader->nodes->lists, g_strdup(name), node);
  return node;
}

static struct node *named_read(struct reader *reader) {
  const char *end = strchr(reader->at, '>');
  if (!end || !g_ascii_isalpha(*reader->at)) return node_failed(reader);
  reader->at = end + 1;
  return inside_read(reader);
}

static struct node *group_read(struct reader *reader) {
  if (take(reader, "(?:") || take(reader, "(?>") || take(reader, "(?|")) return inside_read(reader);
  if (take(reader, "(?i:")) return cased_read(reader, false);
  if (take(reader, "(?-i:")) return cased_read(reader, true);
  if (take(reader, "(?=")) return node_around(reader, NODE_AHEAD, inside_read(reader));
  if (take(reader, "(?<!")) return behind_read(reader);
  if (take(reader, "(?!") || take(reader, "(?<=") || take(reader, "(?(DEFINE)")) return ignored_read(reader);
  if (take(reader, "(?&")) return list_read(reader);
  if (take(reader, "(*SKIP)") || take(reader, "(*FAIL)") || take(reader, "(*F)")) return node_nothing(reader);
  if (take(reader, "(?<")) return named_read(reader);
  if (reader->at[1] == '?' || reader->at[1] == '*') return node_failed(reader);
  return reader->at++, inside_read(reader);
}

/* ------------------------------------------------------------------------------------------------------------ sequences */

static struct node *dot_node(struct reader *reader) {
  struct node *node = node_new(reader, NODE_CHARS);
  chars_put(&node->chars, '\n');
  chars_turn(&node->chars);
  reader->at++;
  return node;
}

static struct node *atom_read(struct reader *reader) {
  switch (*reader->at) {
  case '(': return group_read(reader);
  case '[': return class_read(reader);
  case '\\': return escape_read(reader);
  case '.': return dot_node(reader);
  case '^':
  case '$': return reader->at++, node_nothing(reader);
  case '*':
  case '+':
  case '?': return node_failed(reader);
  default: return char_node(reader);
  }
}

/* False where none follows. */
static bool quantifier_read(struct reader *reader, guint *least, guint *most) {
  char *end = NULL;
  *least = 0, *most = G_MAXUINT;
  if (take(reader, "*")) return true;
  if (take(reader, "+")) return *least = 1, true;
  if (take(reader, "?")) return *most = 1, true;
  if (*reader->at != '{' || !g_ascii_isdigit(reader->at[1])) return false;
  *least = *most = (guint)g_ascii_strtoull(reader->at + 1, &end, 10);
  if (*end == ',') *most = g_ascii_isdigit(end[1]) ? (guint)g_ascii_strtoull(end + 1, &end, 10) : (end++, G_MAXUINT);
  if (*end != '}') return false;
  reader->at = end + 1;
  return true;
}

static struct node *sequence_read(struct reader *reader) {
  struct node *sequence = node_new(reader, NODE_SEQUENCE);
  while (*reader->at && *reader->at != '|' && *reader->at != ')' && !reader->failed) {
    struct node *node = atom_read(reader);
    guint least, most;
    if (quantifier_read(reader, &least, &most)) {
      node = node_around(reader, NODE_REPEAT, node);
      node->least = least, node->most = most;
      if (!take(reader, "?")) take(reader, "+");
    }
    g_ptr_array_add(sequence->inside, node);
  }
  return sequence;
}

static struct node *choice_read(struct reader *reader) {
  struct node *choice = node_around(reader, NODE_CHOICE, sequence_read(reader));
  while (!reader->failed && take(reader, "|")) g_ptr_array_add(choice->inside, sequence_read(reader));
  return choice;
}

const struct node *nodes_parse(struct nodes *nodes, const char *expression) {
  struct reader reader = {.nodes = nodes, .expression = expression, .at = expression};
  const struct node *node = choice_read(&reader);
  return reader.failed || *reader.at ? NULL : node;
}
