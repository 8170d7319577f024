/* The short way to read a usual date says what the long way says, whatever stands in the cell. */
#include "tests/check.h"
#include "include/cell/tokens.h"

static const char *const forms[] = {
    "00/00/0000 00:00:00 AM", "0/0/0000 0:00:00 pm", "00/00/0000 00:00", "00/00/0000",
    "00-00-0000 00:00:00",    "0/0/00 00:00",        "0/0/0000",         "0000-00-00 00:00:00",
    "0000-00-00T00:00:00Z",   "0000-00-00",          "0000/00/00",       "0000-00-00T00:00:00-00:00",
    "0000-00-00T00:00+0000",  "0000-00-00 00:00 PM", "00:00 00/00/0000", "0000-00-00 00:00-00"};

/* A form with digits that are often valid, and some of its characters changed, dropped or put in. */
static void text_make(GRand *random, char *text) {
  static const char strange[] = "0123456789/-:. TtZzAPMapm+,";
  static const char *const centuries[] = {"20", "20", "20", "20", "19", "18", "21", "03"};
  static const char digits[] = "000111112223459";
  strcpy(text, forms[g_rand_int_range(random, 0, G_N_ELEMENTS(forms))]);
  char *year = strstr(text, "0000");
  memcpy(year ? year : text, centuries[g_rand_int_range(random, 0, G_N_ELEMENTS(centuries))], 2);
  for (char *at = text; *at; at++)
    if (*at == '0' && at != year + 1) *at = digits[g_rand_int_range(random, 0, sizeof digits - 1)];
  for (int i = g_rand_int_range(random, -4, 3); i > 0; i--) {
    char *at = text + g_rand_int_range(random, 0, (gint32)strlen(text) + 1);
    char with = strange[g_rand_int_range(random, 0, sizeof strange - 1)];
    if (*at && g_rand_boolean(random)) *at = with;
    else if (*at && g_rand_boolean(random)) memmove(at, at + 1, strlen(at));
    else memmove(at + 1, at, strlen(at) + 1), *at = with;
  }
}

static void times_agree(void) {
  static const enum date_order orders[] = {ORDER_UNKNOWN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST};
  GRand *random = g_rand_new_with_seed(1);
  guint read = 0;
  char text[64];
  for (guint i = 0; i < 300000; i++) {
    struct cell_time usual, any;
    text_make(random, text);
    enum date_order order = orders[i % 3];
    if (!usual_time(text, order, &usual)) continue;
    read++;
    if (!any_time(text, order, &any)) g_error("\"%s\" is no time the long way", text);
    const struct civil *a = &usual.civil, *b = &any.civil;
    if (a->year != b->year || a->month != b->month || a->day != b->day || a->hour != b->hour || a->minute != b->minute ||
        a->second != b->second || a->millisecond != b->millisecond || usual.has_date != any.has_date ||
        usual.has_time != any.has_time || usual.mark != any.mark || usual.offset != any.offset ||
        !g_str_equal(usual.shape, any.shape))
      g_error("\"%s\" is read in two ways", text);
  }
  g_assert_cmpuint(read, >, 20000);
  g_rand_free(random);
}

static void usual_is_read(void) {
  static const char *const texts[] = {"06/02/2022 03:43:08 PM",    "6/2/2022 15:43",
                                      "2022-06-02T15:43:08Z",      "2022-06-02 15:43:08",
                                      "2022-06-02T15:43:08-04:00", "06/02/2022"};
  struct cell_time time;
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    if (!usual_time(texts[i], ORDER_MONTH_FIRST, &time)) g_error("\"%s\" took the long way", texts[i]);
}

static void columns_agree(void) {
  GRand *random = g_rand_new_with_seed(2);
  char text[64], apart[80];
  for (guint i = 0; i < 100000; i++) {
    struct date_column one = {0}, two = {0};
    struct usual usual;
    text_make(random, text);
    if (!usual_read(text, &usual)) continue;
    g_snprintf(apart, sizeof apart, "  %s", text); /* blanks before it: the long way */
    date_column_add(&one, text);
    date_column_add(&two, apart);
    if (memcmp(&one, &two, sizeof one)) g_error("\"%s\" counts in two ways", text);
  }
  g_rand_free(random);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("usual", "the usual forms are read the short way", usual_is_read);
  TEST("usual", "the short way says what the long way says", times_agree);
  TEST("usual", "a date is evidence of the same in both ways", columns_agree);
  return g_test_run();
}
