/* Learns the formats of an agency's numbers from its reports: where the year is, how wide the sequence is. */
#include "analyze/number/agency_format.h"
#include <stdlib.h>
#include <string.h>

static struct format *format_of(const GArray *formats, const char *signature) {
  for (guint i = 0; i < formats->len; i++) {
    struct format *format = &g_array_index(formats, struct format, i);
    if (!strcmp(format->signature, signature)) return format;
  }
  return NULL;
}

static const guint place_digits[PLACE_COUNT] = {4, 2, 4, 2, 4, 2};

guint place_size(enum year_place place) { return place_digits[place]; }

/* Like token_year, for SIZE characters, two or four, that are known to be digits. */
static inline int digits_year(const char *digits, guint size) {
  int year = (digits[0] - '0') * 10 + digits[1] - '0';
  if (size == 4) year = year * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
  else year += year < 70 ? 2000 : 1900;
  return year >= 1970 && year <= 2069 ? year : 0;
}

/* The year that a run of digits would give at PLACE; 0 if it cannot be one. */
int place_year(const struct token *token, enum year_place place) {
  guint size = place_digits[place];
  if (place <= WHOLE_2) return token->length == size ? digits_year(token->text, size) : 0;
  if (token->length < size + 2) return 0;
  return digits_year(place <= LEADS_2 ? token->text : token->text + token->length - size, size);
}

bool month_day(const char *digits) {
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit(digits[i])) return false;
  int month = (digits[0] - '0') * 10 + digits[1] - '0', day = (digits[2] - '0') * 10 + digits[3] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* After the year that leads a run: four digits in "202505310012", two in "2505310012". */
static bool run_dated(const struct token *token) {
  guint size = token->length >= 11 ? 4 : 2;
  return token->length >= size + 6 && place_year(token, size == 4 ? LEADS_4 : LEADS_2) && month_day(token->text + size);
}

static void run_learn(struct run *run, const struct token *token, int year) {
  run->longest = MAX(run->longest, token->length);
  run->shortest = run->shortest ? MIN(run->shortest, token->length) : token->length;
  if (!token->digits) {
    guint16 series = series_pack(token->text, token->length);
    if (!run->series) run->series = series;
    run->varies |= run->series != series;
    if (token->length < sizeof run->letters && !run->letters[0]) memcpy(run->letters, token->text, token->length);
    return;
  }
  run->dated += run_dated(token);
  for (int place = 0; place < PLACE_COUNT; place++) {
    int found = place_year(token, (enum year_place)place);
    run->year_fits[place] += year ? found && abs(found - year) <= (found > year ? 0 : 1) : found >= 1990 && found <= 2040;
    run->year_same[place] += year && found == year;
  }
}

void formats_learn(GArray *formats, const struct token *tokens, guint count, int year) {
  char signature[TOKENS_MOST + 1] = "";
  for (guint i = 0; i < count; i++) signature[i] = tokens[i].digits ? 'D' : 'L';
  struct format *format = format_of(formats, signature);
  if (!format) {
    struct format fresh = {.runs = count};
    g_strlcpy(fresh.signature, signature, sizeof fresh.signature);
    g_array_append_val(formats, fresh);
    format = &g_array_index(formats, struct format, formats->len - 1);
  }
  format->rows++;
  for (guint i = 0; i < count; i++) run_learn(&format->run[i], &tokens[i], year);
}

/* A short run that ends a number after its sequence is a supplement: "2017-000003-01", "23-000123A". */
static bool format_ends_in_supplement(const struct format *format) {
  if (format->runs < 2) return false;
  const struct run *last = &format->run[format->runs - 1], *before = &format->run[format->runs - 2];
  bool digits = format->signature[format->runs - 1] == 'D', sequence_before = false;
  if (last->longest > (digits ? 2u : 1u) || format->year_run == (int)format->runs - 1) return false;
  for (guint i = 0; i + 1 < format->runs; i++)
    if (format->signature[i] == 'D' && (format->run[i].longest >= 3 && ((int)i != format->year_run || format->place >= LEADS_4)))
      sequence_before = true;
  return sequence_before && (!digits || format->signature[format->runs - 2] == 'D' || before->longest >= 1);
}

static void format_settle(struct format *format) {
  format->year_run = -1;
  gint64 best = 0;
  for (guint i = 0; i < format->runs; i++)
    for (int place = 0; place < PLACE_COUNT; place++) {
      gint64 fits = (gint64)format->run[i].year_fits[place];
      if (format->signature[i] != 'D' || fits * 10 < (gint64)format->rows * 8) continue;
      /* Earlier places in the list are the simpler readings; only a clearly better fit displaces one. */
      gint64 score = fits * 100 + (gint64)format->run[i].year_same[place] * 20 - place * (gint64)format->rows;
      if (score > best) best = score, format->year_run = (int)i, format->place = (enum year_place)place;
    }
  format->supplement = format_ends_in_supplement(format);
  guint end = format->runs - format->supplement;
  for (guint i = 0; i < end; i++) {
    if (format->signature[i] != 'D') continue;
    guint width = format->run[i].longest;
    if ((int)i == format->year_run) width = format->place <= WHOLE_2 ? 0 : width - place_digits[format->place];
    format->width += width;
  }
  format->dated = format->year_run >= 0 && format->rows >= 3 && format->run[format->year_run].dated == format->rows;
  format->usable = format->width > 0 && format->width <= 11;
}

static int format_compare(gconstpointer a, gconstpointer b) {
  const struct format *x = a, *y = b;
  return x->rows != y->rows ? (x->rows < y->rows ? 1 : -1) : strcmp(x->signature, y->signature);
}

/* Letters of a rarer format that are not the agency's own distinguish it from the common one: 22-005619 and LB22-005619 are two
   reports. */
static void format_letters_apart(const GArray *formats, const struct agency *agency, struct format *format) {
  const struct format *common = &g_array_index(formats, struct format, 0);
  format->apart = !strchr(common->signature, 'L');
  for (guint i = 0; i < format->runs - format->supplement; i++) {
    struct run *run = &format->run[i];
    g_autofree char *letters = g_ascii_strdown(run->letters, -1);
    bool shared = false;
    for (guint j = 0; j < common->runs; j++)
      shared |= common->signature[j] == 'L' && !g_ascii_strcasecmp(common->run[j].letters, letters);
    if (format->signature[i] == 'L' && !shared && !agency_named(agency, letters)) run->varies = true;
  }
}

void formats_settle(GArray *formats, const struct agency *agency) {
  g_array_sort(formats, format_compare);
  for (guint i = 0; i < formats->len; i++) format_settle(&g_array_index(formats, struct format, i));
  for (guint i = 1; i < formats->len; i++) format_letters_apart(formats, agency, &g_array_index(formats, struct format, i));
}

bool format_common(const GArray *formats, const struct format *format) {
  return format->rows * 20 >= g_array_index(formats, struct format, 0).rows;
}

static bool token_name(const struct agency *agency, const struct token *token) {
  g_autofree char *letters = g_ascii_strdown(token->text, token->length);
  return agency_named(agency, letters);
}

/* The number of tokens without the supplement; 0: the number has another format. */
static guint format_runs(const struct format *format, const struct token *tokens, guint count, bool *supplement) {
  guint runs = format->runs - format->supplement;
  const struct token *last = &tokens[count - 1];
  *supplement = count == runs + 1 && (format->supplement || last->length <= (last->digits ? 2u : 1u));
  return count == runs || *supplement ? runs : 0;
}

/* The digits of a run after its year, padded to the width that was learnt, so that 19-1-254 and 19-01-0254 are the same. */
static void sequence_append(struct number_reading *out, const char *digits, guint length, guint width) {
  for (guint zero = length; zero < width; zero++) out->sequence *= 10;
  for (guint i = 0; i < length; i++) out->sequence = out->sequence * 10 + (guint64)(digits[i] - '0');
}

static bool run_read(const struct format *format, guint at, const struct token *token, struct number_reading *out) {
  if (token->length > format->run[at].longest || token->length > 12) return false;
  guint year = 0;
  if ((int)at == format->year_run) {
    year = place_digits[format->place];
    out->year = place_year(token, format->place);
    if (!out->year) return false;
    if (format->place <= WHOLE_2) return true;
  }
  bool leads = year && format->place <= LEADS_2;
  sequence_append(out, token->text + (leads ? year : 0), token->length - year, format->run[at].longest - year);
  return true;
}

bool format_read(const struct format *format, const struct agency *agency, const struct token *tokens, guint count,
                 struct number_reading *out) {
  bool supplement;
  guint runs = count ? format_runs(format, tokens, count, &supplement) : 0;
  *out = (struct number_reading){0};
  for (guint i = 0; i < runs; i++) {
    const struct token *token = &tokens[i];
    if (token->digits != (format->signature[i] == 'D')) return false;
    if (token->digits && !run_read(format, i, token, out)) return false;
    if (!token->digits && format->run[i].varies && !(format->apart && token_name(agency, token)))
      out->series = (guint16)(out->series * 31 + series_pack(token->text, token->length));
  }
  if (runs && supplement) out->supplement = &tokens[count - 1];
  return runs > 0;
}
