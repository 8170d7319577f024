/* Case numbers: the agency's format learnt from its own reports, keys, and the numbers that a text cites. Slips are in slip.c. */
#include "analyze/number/number_inside.h"
#include "include/message.h"
#include "include/text.h"
#include "include/cell/zone.h"
#include <stdlib.h>
#include <string.h>

gpointer number_slot(int year, guint64 sequence, guint16 series) {
  return GSIZE_TO_POINTER(((guint64)series << 48) ^ ((guint64)(guint)year << 37) ^ (sequence & G_GUINT64_CONSTANT(0x1FFFFFFFFF)));
}

static guint slot_hash(gconstpointer slot) { return (guint)((gsize)slot ^ (gsize)slot >> 32); }

/* ----------------------------------------------------------------------------------------------------- learning */

struct numbers *numbers_new(const char *agency, const char *pattern, const char *prefixes) {
  struct numbers *numbers = g_new0(struct numbers, 1);
  numbers->shapes = g_array_new(FALSE, TRUE, sizeof(struct shape));
  numbers->by_text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  numbers->by_cad = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  numbers->by_number = g_hash_table_new(slot_hash, NULL);
  numbers->by_bare = g_hash_table_new(slot_hash, NULL);
  numbers->years = g_hash_table_new(NULL, NULL);
  numbers->last_year = -1, numbers->learnt_day = G_MININT32;
  numbers->series = g_hash_table_new(NULL, NULL);
  labels_begin(numbers, agency, prefixes);
  if (pattern && *pattern) {
    int code;
    PCRE2_SIZE at;
    numbers->told = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS | PCRE2_UTF, &code, &at, NULL);
    if (!numbers->told) {
      PCRE2_UCHAR words[128];
      pcre2_get_error_message(code, words, sizeof words);
      stop_input("audit.ini", 0, "[case_numbers] pattern, character %zu: %s: mend the pattern", (gsize)at, (char *)words);
    }
  }
  return numbers;
}

void numbers_free(struct numbers *numbers) {
  labels_end(numbers);
  GHashTable *const tables[] = {numbers->by_number, numbers->by_bare, numbers->by_text,
                                numbers->by_cad,    numbers->years,   numbers->series};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) g_hash_table_unref(tables[i]);
  g_array_unref(numbers->shapes);
  pcre2_code_free(numbers->told);
  g_free(numbers);
}

static struct shape *shape_of(const struct numbers *numbers, const char *signature) {
  for (guint i = 0; i < numbers->shapes->len; i++) {
    struct shape *shape = &g_array_index(numbers->shapes, struct shape, i);
    if (!strcmp(shape->signature, signature)) return shape;
  }
  return NULL;
}

static const guint place_digits[PLACE_COUNT] = {4, 2, 4, 2, 4, 2};

guint place_size(enum year_place place) { return place_digits[place]; }

/* As token_year of SIZE digits, two or four, that are known to be some. */
static inline int digits_year(const char *digits, guint size) {
  int year = (digits[0] - '0') * 10 + digits[1] - '0';
  if (size == 4) year = year * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
  else year += year < 70 ? 2000 : 1900;
  return year >= 1970 && year <= 2069 ? year : 0;
}

/* The year that a run of digits would give if it stood at PLACE, 0 where it cannot. */
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

void numbers_learn(struct numbers *numbers, const char *text, gint32 day) {
  struct token tokens[TOKENS_MOST];
  guint count = number_tokens(text, tokens, TOKENS_MOST);
  if (!count || count >= TOKENS_MOST) return;
  char signature[TOKENS_MOST + 1] = "";
  for (guint i = 0; i < count; i++) signature[i] = tokens[i].digits ? 'D' : 'L';
  struct shape *shape = shape_of(numbers, signature);
  if (!shape) {
    struct shape fresh = {.runs = count};
    g_strlcpy(fresh.signature, signature, sizeof fresh.signature);
    g_array_append_val(numbers->shapes, fresh);
    shape = &g_array_index(numbers->shapes, struct shape, numbers->shapes->len - 1);
  }
  int unused;
  if (day != numbers->learnt_day) {
    numbers->learnt_day = day, numbers->learnt_year = 0;
    if (day != G_MININT32) day_date(day, &numbers->learnt_year, &unused, &unused);
  }
  shape->rows++;
  for (guint i = 0; i < count; i++) run_learn(&shape->run[i], &tokens[i], numbers->learnt_year);
}

/* A run that ends a number after its sequence and is short is a supplement: "2017-000003-01", "23-000123A". */
static bool shape_ends_in_supplement(const struct shape *shape) {
  if (shape->runs < 2) return false;
  const struct run *last = &shape->run[shape->runs - 1], *before = &shape->run[shape->runs - 2];
  bool digits = shape->signature[shape->runs - 1] == 'D', sequence_before = false;
  if (last->longest > (digits ? 2u : 1u) || shape->year_run == (int)shape->runs - 1) return false;
  for (guint i = 0; i + 1 < shape->runs; i++)
    if (shape->signature[i] == 'D' && (shape->run[i].longest >= 3 && ((int)i != shape->year_run || shape->place >= LEADS_4)))
      sequence_before = true;
  return sequence_before && (!digits || shape->signature[shape->runs - 2] == 'D' || before->longest >= 1);
}

static void shape_settle(struct shape *shape) {
  shape->year_run = -1;
  gint64 best = 0;
  for (guint i = 0; i < shape->runs; i++)
    for (int place = 0; place < PLACE_COUNT; place++) {
      gint64 fits = (gint64)shape->run[i].year_fits[place];
      if (shape->signature[i] != 'D' || fits * 10 < (gint64)shape->rows * 8) continue;
      /* An earlier place in the list is the plainer reading; only a clearly better fit displaces it. */
      gint64 score = fits * 100 + (gint64)shape->run[i].year_same[place] * 20 - place * (gint64)shape->rows;
      if (score > best) best = score, shape->year_run = (int)i, shape->place = (enum year_place)place;
    }
  shape->supplement = shape_ends_in_supplement(shape);
  guint end = shape->runs - shape->supplement;
  for (guint i = 0; i < end; i++) {
    if (shape->signature[i] != 'D') continue;
    guint width = shape->run[i].longest;
    if ((int)i == shape->year_run) width = shape->place <= WHOLE_2 ? 0 : width - place_digits[shape->place];
    shape->width += width;
  }
  shape->dated = shape->year_run >= 0 && shape->rows >= 3 && shape->run[shape->year_run].dated == shape->rows;
  shape->usable = shape->width > 0 && shape->width <= 11;
}

static int shape_compare(gconstpointer a, gconstpointer b) {
  const struct shape *x = a, *y = b;
  return x->rows != y->rows ? (x->rows < y->rows ? 1 : -1) : strcmp(x->signature, y->signature);
}

/* Letters of a rarer format that are not the agency's own tell it from the common one: 22-005619 and LB22-005619 are two reports.
 */
static void shape_letters_apart(const struct numbers *numbers, struct shape *shape) {
  const struct shape *common = &g_array_index(numbers->shapes, struct shape, 0);
  shape->apart = !strchr(common->signature, 'L');
  for (guint i = 0; i < shape->runs - shape->supplement; i++) {
    struct run *run = &shape->run[i];
    g_autofree char *letters = g_ascii_strdown(run->letters, -1);
    bool shared = false;
    for (guint j = 0; j < common->runs; j++)
      shared |= common->signature[j] == 'L' && !g_ascii_strcasecmp(common->run[j].letters, letters);
    if (shape->signature[i] == 'L' && !shared && !label_name(numbers, letters)) run->varies = true;
  }
}

void numbers_settle(struct numbers *numbers) {
  labels_forget(numbers);
  g_array_sort(numbers->shapes, shape_compare);
  for (guint i = 0; i < numbers->shapes->len; i++) {
    struct shape *shape = &g_array_index(numbers->shapes, struct shape, i);
    shape_settle(shape);
    numbers->width =
        MAX(numbers->width,
            shape->usable && shape->rows * 20 >= g_array_index(numbers->shapes, struct shape, 0).rows ? shape->width : 0);
  }
  for (guint i = 1; i < numbers->shapes->len; i++) shape_letters_apart(numbers, &g_array_index(numbers->shapes, struct shape, i));
  numbers->main = numbers->shapes->len ? &g_array_index(numbers->shapes, struct shape, 0) : NULL;
  if (numbers->main && !numbers->main->usable) numbers->main = NULL;
}

char *numbers_format(const struct numbers *numbers) {
  const struct shape *shape = numbers->main;
  if (numbers->told) return g_strdup("as [case_numbers] pattern says");
  if (!shape) return NULL;
  if (shape->year_run < 0) return g_strdup_printf("up to %u digits without a year", shape->width);
  return g_strdup_printf("the year in %u digits and a sequence of up to %u digits", place_digits[shape->place], shape->width);
}

/* -------------------------------------------------------------------------------------------------------- keys */

bool told_read(const struct numbers *numbers, const char *text, int *year, guint64 *sequence) {
  pcre2_match_data *match = pcre2_match_data_create_from_pattern(numbers->told, NULL);
  bool found = pcre2_match(numbers->told, (PCRE2_SPTR)text, strlen(text), 0, 0, match, NULL) > 0;
  PCRE2_UCHAR *number = NULL, *years = NULL;
  PCRE2_SIZE size;
  if (found && pcre2_substring_get_byname(match, (PCRE2_SPTR) "number", &number, &size) == 0) {
    *sequence = g_ascii_strtoull((char *)number, NULL, 10);
    *year = 0;
    if (pcre2_substring_get_byname(match, (PCRE2_SPTR) "year", &years, &size) == 0)
      *year = token_year((char *)years, (guint)size);
  } else found = false;
  pcre2_substring_free(number);
  pcre2_substring_free(years);
  pcre2_match_data_free(match);
  return found;
}

static bool token_name(const struct numbers *numbers, const struct token *token) {
  g_autofree char *letters = g_ascii_strdown(token->text, token->length);
  return label_name(numbers, letters);
}

/* Reads tokens as a number of the shape: exactly its runs, each no longer than learnt. */
bool shape_read(const struct numbers *numbers, const struct shape *shape, const struct token *tokens, guint count,
                struct reading_of *out) {
  guint wanted = shape->runs;
  bool supplement = shape->supplement && count == wanted;
  if (shape->supplement && count == wanted - 1) wanted--;
  else if (!shape->supplement && count == wanted + 1 && tokens[count - 1].length <= (tokens[count - 1].digits ? 2u : 1u))
    supplement = true;
  else if (count != wanted) return false;
  guint runs = shape->runs - shape->supplement;
  *out = (struct reading_of){0};
  for (guint i = 0; i < runs; i++) {
    const struct token *token = &tokens[i];
    if (token->digits != (shape->signature[i] == 'D')) return false;
    if (!token->digits) {
      if (shape->run[i].varies && !(shape->apart && token_name(numbers, token)))
        out->series = (guint16)(out->series * 31 + series_pack(token->text, token->length));
      continue;
    }
    if (token->length > shape->run[i].longest || token->length > 12) return false;
    const char *from = token->text;
    guint length = token->length;
    if ((int)i == shape->year_run) {
      guint size = place_digits[shape->place];
      out->year = place_year(token, shape->place);
      if (!out->year) return false;
      if (shape->place <= WHOLE_2) continue;
      if (shape->place <= LEADS_2) from += size;
      length -= size;
    }
    guint width = (int)i == shape->year_run ? shape->run[i].longest - place_digits[shape->place] : shape->run[i].longest;
    for (guint zero = length; zero < width; zero++) out->sequence *= 10;
    /* Pad every run to its width, so that 19-1-254 and 19-01-0254 are one. */
    guint64 scale = 1, value = 0;
    for (guint d = 0; d < length; d++) value = value * 10 + (guint64)(from[d] - '0'), scale *= 10;
    out->sequence = out->sequence * scale + value;
  }
  if (supplement) out->supplement = &tokens[count - 1];
  return true;
}

char *number_plain(const char *text) {
  GString *plain = g_string_new(NULL);
  for (; *text; text++)
    if (g_ascii_isalnum(*text)) g_string_append_c(plain, g_ascii_toupper(*text));
    else if ((guchar)*text >= 0x80 && !((guchar)*text == 0xE2)) g_string_append_c(plain, *text);
  return g_string_free(plain, FALSE);
}

static bool number_own(const struct numbers *numbers, const char *text, struct reading_of *out) {
  *out = (struct reading_of){0};
  if (numbers->told) return told_read(numbers, text, &out->year, &out->sequence);
  struct token tokens[TOKENS_MOST];
  guint count = number_tokens(text, tokens, TOKENS_MOST);
  for (guint i = 0; i < numbers->shapes->len; i++) {
    const struct shape *shape = &g_array_index(numbers->shapes, struct shape, i);
    if (shape->usable && shape_read(numbers, shape, tokens, count, out)) return true;
  }
  return false;
}

char *numbers_key(const struct numbers *numbers, const char *text, char **supplement) {
  struct reading_of reading;
  if (supplement) *supplement = NULL;
  if (!number_own(numbers, text, &reading)) {
    g_autofree char *plain = number_plain(text);
    return g_strdup_printf("%s", *plain ? plain : text);
  }
  if (supplement && reading.supplement) *supplement = g_strndup(reading.supplement->text, reading.supplement->length);
  return g_strdup_printf("%d/%u/%" G_GUINT64_FORMAT, reading.year, reading.series, reading.sequence);
}

/* People leave the series letters out; the number then means a report only where no other series has it. */
static void number_add_bare(struct numbers *numbers, const struct reading_of *reading, guint32 report) {
  gpointer slot = number_slot(reading->year, reading->sequence, 0);
  guint32 held = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_bare, slot));
  g_hash_table_insert(numbers->by_bare, slot, GUINT_TO_POINTER(held && held != report ? AMBIGUOUS : report));
  if (g_hash_table_add(numbers->series, GUINT_TO_POINTER(reading->series))) labels_forget(numbers);
}

guint32 numbers_enter(struct numbers *numbers, const char *text, guint32 report, struct span *supplement) {
  struct reading_of reading;
  if (supplement) *supplement = (struct span){0, 0};
  if (!number_own(numbers, text, &reading)) {
    g_autofree char *plain = number_plain(text);
    gpointer other = g_hash_table_lookup(numbers->by_text, *plain ? plain : text);
    if (other) return (guint32)GPOINTER_TO_SIZE(other);
    g_hash_table_insert(numbers->by_text, *plain ? g_steal_pointer(&plain) : g_strdup(text), GSIZE_TO_POINTER((gsize)report));
    return report;
  }
  if (supplement && reading.supplement)
    *supplement = (struct span){(gsize)(reading.supplement->text - text), reading.supplement->length};
  gpointer slot = number_slot(reading.year, reading.sequence, reading.series);
  guint32 known = GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_number, slot));
  if (known) return known;
  g_hash_table_insert(numbers->by_number, slot, GUINT_TO_POINTER(report));
  numbers->greatest = MAX(numbers->greatest, reading.sequence);
  if (reading.series) number_add_bare(numbers, &reading, report);
  if (reading.year != numbers->last_year) g_hash_table_add(numbers->years, GINT_TO_POINTER(numbers->last_year = reading.year));
  return report;
}

/* YYYYMMDDNNNN and YYMMDDNNNN are one number in two systems. */
char *number_cad_key(const char *cad) {
  char *key = number_plain(cad);
  if (strlen(key) == 12 && strspn(key, "0123456789") == 12 && !strncmp(key, "20", 2)) memmove(key, key + 2, 11);
  return key;
}

guint32 cad_report(const struct numbers *numbers, const char *key) {
  return GPOINTER_TO_UINT(g_hash_table_lookup(numbers->by_cad, key));
}

static void cad_add(struct numbers *numbers, const char *key, guint32 report) {
  guint32 held = cad_report(numbers, key);
  g_hash_table_insert(numbers->by_cad, g_strdup(key), GUINT_TO_POINTER(held && held != report ? AMBIGUOUS : report));
}

/* By the whole number, and by its digits: people leave the letters in front out. */
void numbers_add_cad(struct numbers *numbers, const char *cad, guint32 report) {
  g_autofree char *key = number_cad_key(cad);
  if (strlen(key) < 5 || number_placeholder(cad)) return;
  cad_add(numbers, key, report);
  const char *digits = key;
  while (g_ascii_isalpha(*digits)) digits++;
  if (digits > key && strlen(digits) >= 7) cad_add(numbers, digits, report);
}
