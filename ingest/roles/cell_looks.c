/* Finds what the sample cells of a column look like, and scores that for or against a role. */
#include "ingest/roles/cell_looks.h"
#include "include/cell/moment.h"
#include "include/cell/cell_state.h"
#include <string.h>

struct census {
  guint length, digits, letters, blanks, commas, upper_words, words, others, hex;
  bool line_break;
};

static struct census cell_census(const char *text) {
  struct census c = {0};
  bool inside = false;
  for (; *text; text++, c.length++) {
    unsigned char at = (unsigned char)*text;
    bool letter = g_ascii_isalpha((char)at) || at >= 0x80;
    c.digits += g_ascii_isdigit((char)at) != 0;
    c.letters += letter;
    c.blanks += at == ' ';
    c.commas += at == ',';
    c.line_break = c.line_break || at == '\n';
    c.hex += g_ascii_isxdigit((char)at) || at == '-';
    c.others += !letter && !g_ascii_isdigit((char)at) && !strchr(" ,.-_'", at);
    if (letter && !inside) {
      c.words++;
      c.upper_words += g_ascii_isupper((char)at) || at >= 0x80;
    }
    inside = letter || at == '\'';
  }
  return c;
}

static unsigned look_time(const char *text) {
  struct cell_time time;
  if (!cell_time(text, ORDER_MONTH_FIRST, &time) && !cell_time(text, ORDER_DAY_FIRST, &time)) return 0;
  const struct civil *c = &time.civil;
  if (!time.has_date) return LOOK_TIME;
  if (!time.has_time) return LOOK_DATE;
  return c->hour || c->minute || c->second || c->millisecond ? LOOK_DATETIME : LOOK_DATETIME | LOOK_DATE;
}

static bool look_ip(const char *text) {
  guint dots = 0, colons = 0;
  for (const char *at = text; *at; at++) {
    dots += *at == '.';
    colons += *at == ':';
    if (!g_ascii_isxdigit(*at) && *at != '.' && *at != ':') return false;
  }
  return (dots == 3 && !colons) || (colons >= 2 && !strstr(text, ":::"));
}

static bool look_file(const char *text) {
  static const char *const ends[] = {".jpg",  ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff",
                                     ".heic", ".webp", ".jp2", ".mp4", ".avi", NULL};
  const char *dot = strrchr(text, '.');
  for (guint i = 0; dot && ends[i]; i++)
    if (!g_ascii_strcasecmp(dot, ends[i])) return true;
  return false;
}

static bool look_flag(const char *text) {
  static const char *const flags[] = {"y", "n", "yes", "no", "true", "false", "t", "f", "0", "1", "checked", NULL};
  for (guint i = 0; flags[i]; i++)
    if (!g_ascii_strcasecmp(text, flags[i])) return true;
  return false;
}

static unsigned look_words(const struct census *c) {
  unsigned look = 0;
  bool person = c->words >= 2 && c->words <= 5 && c->length <= 40 && !c->others && !c->line_break;
  if (person && (c->commas == 1 || (!c->commas && c->upper_words == c->words)) && c->digits <= 5) look |= LOOK_NAME;
  if (c->words && c->words <= 3 && c->length <= 30 && !c->digits && !c->commas) look |= LOOK_WORD;
  if (c->blanks && (c->words >= 2 || (c->words && c->digits))) look |= LOOK_TEXT;
  if (c->length > 100 || c->line_break) look |= LOOK_LONG;
  return look;
}

static unsigned cell_look(const char *text) {
  struct census c = cell_census(text);
  unsigned look = look_time(text) | (look_flag(text) ? LOOK_FLAG : 0) | look_words(&c);
  if (c.blanks || c.line_break) return look;
  if (c.digits == c.length) look |= LOOK_INTEGER;
  if (look_ip(text)) return look | LOOK_IP;
  if (look_file(text)) return look | LOOK_FILE;
  if (c.length >= 16 && c.hex == c.length && c.digits < c.length && c.letters) look |= LOOK_HEX;
  if (c.length <= 30 && c.digits && !c.commas) look |= LOOK_CODE;
  if (g_ascii_isalpha(*text) && !c.commas && c.length <= 60) look |= LOOK_LOGIN;
  return look;
}

void look_read(struct look_column *column, char ***samples, guint sample_count, guint position) {
  *column = (struct look_column){.cells = g_new0(unsigned, sample_count + 1)};
  GHashTable *distinct = g_hash_table_new(g_str_hash, g_str_equal);
  guint counts[LOOK_COUNT] = {0};
  for (guint row = 0; row < sample_count; row++) {
    const char *text = samples[row][position];
    if (!text || cell_state(text) != CELL_STATED || cell_placeholder(text)) continue;
    unsigned look = cell_look(text);
    g_hash_table_add(distinct, samples[row][position]);
    column->cells[column->stated++] = look;
    for (guint bit = 0; bit < LOOK_COUNT; bit++) counts[bit] += look >> bit & 1;
  }
  for (guint bit = 0; bit < LOOK_COUNT && column->stated; bit++) column->share[bit] = (double)counts[bit] / column->stated;
  column->distinct = g_hash_table_size(distinct);
  g_hash_table_destroy(distinct);
}

void look_clear(struct look_column *column) { g_free(column->cells); }

double look_share(const struct look_column *column, unsigned look) {
  for (guint bit = 0; bit < LOOK_COUNT; bit++)
    if (look == 1u << bit) return column->share[bit];
  return 0;
}

/* Ids differ from row to row; the names of actions do not. */
static double evidence_distinct(const struct look_column *column, const struct role *role) {
  if (column->stated < 8) return 0;
  double share = (double)column->distinct / column->stated;
  if (role->names_row && share < .9) return -40;
  return role->repeats && share > .8 ? -30 : 0;
}

double look_evidence(const struct look_column *column, const struct role *role) {
  if (!column->stated) return 0;
  double support = 0;
  guint against = 0;
  for (guint bit = 0; bit < LOOK_COUNT; bit++)
    if (role->fits >> bit & 1) support = MAX(support, column->share[bit]);
  for (guint i = 0; i < column->stated; i++) against += !(column->cells[i] & (role->fits | role->bears));
  return 20 * support - 60.0 * against / column->stated + evidence_distinct(column, role);
}
