/* Draws a sample by tickets and writes it for people to read. What their answers say is evaluate.c's. */
#include "report/review/sample.h"
#include "report/review/sample_draw.h"
#include "include/assets.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/message.h"
#include "include/output.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/document/asked.h"
#include "report/xlsx/xlsx.h"
#include <string.h>

/* ------------------------------------------------------------------------------------------------------------- tickets */

struct ticket {
  gint64 event;
  char *name, *user, *month, *digits;
};

static void ticket_free(void *data) {
  struct ticket *ticket = data;
  char *texts[] = {ticket->name, ticket->user, ticket->month, ticket->digits};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  g_free(ticket);
}

static int tickets_order(gconstpointer a, gconstpointer b) {
  const struct ticket *x = *(struct ticket *const *)a, *y = *(struct ticket *const *)b;
  int order = strcmp(x->digits, y->digits);
  return order ? order : strcmp(x->name, y->name);
}

char *sample_ticket(const char *seed, const char *event) {
  g_autofree char *text = g_strconcat(seed, ",", event, NULL);
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

static GPtrArray *population_read(struct db *db, const char *of, const char *seed) {
  GPtrArray *tickets = g_ptr_array_new_with_free_func(ticket_free);
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT event, name, user_id, month FROM clean WHERE NOT on_search AND (?1 = 'search' OR NOT on_report) AND "
                     "(?1 <> 'user' OR NOT on_user) ORDER BY name");
  db_bind_text(rows, 1, of);
  while (db_step(db, rows)) {
    struct ticket *ticket = g_new(struct ticket, 1);
    *ticket = (struct ticket){db_int(rows, 0), g_strdup(db_text(rows, 1)), g_strdup(db_text(rows, 2)), g_strdup(db_text(rows, 3)),
                              sample_ticket(seed, db_text(rows, 1))};
    g_ptr_array_add(tickets, ticket);
  }
  sqlite3_finalize(rows);
  return tickets;
}

/* By which a population is known again, whoever draws from it: its events, sorted, a line each. */
static char *population_sha256(const GPtrArray *tickets) {
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  for (guint i = 0; i < tickets->len; i++) {
    const struct ticket *ticket = tickets->pdata[i];
    g_checksum_update(sum, (const guchar *)ticket->name, -1);
    g_checksum_update(sum, (const guchar *)"\n", 1);
  }
  return g_strdup(g_checksum_get_string(sum));
}

static void tickets_store(struct db *db, const GPtrArray *tickets, guint64 size) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO drawn VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (guint i = 0; i < tickets->len; i++) {
    const struct ticket *ticket = tickets->pdata[i];
    db_bind_int(to, 1, i + 1), db_bind_int(to, 2, ticket->event), db_bind_text(to, 3, ticket->name);
    db_bind_text(to, 4, ticket->digits), db_bind_text(to, 5, ticket->user), db_bind_text(to, 6, ticket->month);
    db_bind_int(to, 7, i < size);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

/* ---------------------------------------------------------------------------------------------------------------- drawing */

static char *size_words(const struct sample_asked *asked, const struct sample_size *size, guint64 population) {
  if (asked->size && asked->size >= population) return g_strdup("all of them: as many were asked for");
  if (asked->size) return g_strdup_printf("%" G_GUINT64_FORMAT ", as asked for", asked->size);
  if (size->size == population)
    return g_strdup("all of them: fewer would not show at this confidence that the tolerable rate is kept");
  return g_strdup_printf("%" G_GUINT64_FORMAT ": were %" G_GUINT64_FORMAT
                         " of the population (%.6g %%) or more not in order, at most "
                         "%" G_GUINT64_FORMAT " would be found with a chance of %.2f %%; %.6g %% confidence is asked for",
                         size->size, size->tolerable, 100 * share_value(asked->tolerable), size->allowed, 100 * size->risk,
                         100 * share_value(asked->confidence));
}

struct sample_drawn sample_redraw(struct db *db, const struct sample_asked *asked) {
  db_run(db, asset_text("report/review/sample.sql"));
  g_autoptr(GPtrArray) tickets = population_read(db, asked->of, asked->seed);
  struct sample_drawn drawn = {.population = tickets->len, .sha256 = population_sha256(tickets)};
  struct sample_size size = {.size = MIN(asked->size, drawn.population)};
  if (!asked->size && drawn.population)
    size = sample_size(drawn.population, asked->confidence, asked->tolerable, asked->expected);
  drawn.size = size.size;
  drawn.words = size_words(asked, &size, drawn.population);
  g_ptr_array_sort(tickets, tickets_order);
  g_autofree char *fingerprint = db_setting(db, "run", "fingerprint", "none");
  drawn.mark = g_strdup_printf("%s/%s/%s/%" G_GUINT64_FORMAT, fingerprint, asked->of, asked->seed, drawn.size);
  asked_set(db, "by", asked->by);
  asked_set(db, "of", asked->of);
  asked_set(db, "seed", asked->seed);
  asked_set(db, "mark", drawn.mark);
  asked_set(db, "size", drawn.words);
  asked_set(db, "population", drawn.sha256);
  tickets_store(db, tickets, drawn.size);
  return drawn;
}

void sample_drawn_clear(struct sample_drawn *drawn) {
  g_free(drawn->sha256);
  g_free(drawn->mark);
  g_free(drawn->words);
}

/* --------------------------------------------------------------------------------------------------------- earlier draws */

#define LOG "sample-draws.csv"

/* How often this population was drawn from before, and with which seeds, in a sentence; the caller's. */
char *sample_earlier(const char *out, const char *sha256, guint *times) {
  g_autofree char *path = g_build_filename(out, LOG, NULL), *text = NULL;
  g_autoptr(GString) seeds = g_string_new(NULL);
  *times = 0;
  if (!g_file_get_contents(path, &text, NULL, NULL)) return g_strdup("none of this population");
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) cells = g_strsplit(*line, ",", 9);
    if (g_strv_length(cells) < 7 || strcmp(cells[0], sha256)) continue;
    g_string_append_printf(seeds, "%s%s of %s with seed %s on %s", *times ? "; " : "", cells[4], cells[1], cells[3], cells[6]);
    ++*times;
  }
  if (!*times) return g_strdup("none of this population");
  return g_strdup_printf("%u of this population: %s", *times, seeds->str);
}

/* The only date of the clock: when somebody drew. */
static void draw_log(const char *out, const struct sample_asked *asked, const struct sample_drawn *drawn) {
  g_autofree char *path = g_build_filename(out, LOG, NULL), *text = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  g_autofree char *today = g_date_time_format(now, "%Y-%m-%d %H:%M"), *by = text_show(asked->drawn_by, true),
                  *who = text_csv_cell(by, ',');
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    text = g_strdup("population_sha256,searches,of,seed,drawn,beside,drawn_on,drawn_by,drawn_from\n");
  g_autofree char *whole = g_strdup_printf("%s%s,%" G_GUINT64_FORMAT ",%s,%s,%" G_GUINT64_FORMAT ",%s,%s,%s,%s\n", text,
                                           drawn->sha256, drawn->population, asked->of, asked->seed, drawn->size,
                                           asked->by ? asked->by : "", today, who, drawn->mark);
  if (!g_file_set_contents_full(path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    stop_system(path, "cannot be written: %s: nothing was drawn", error->message);
}

/* ------------------------------------------------------------------------------------------------------------------ files */

static void tickets_write(struct db *db, const char *path) {
  struct output *file = output_open(path);
  sqlite3_stmt *rows = db_prepare(db, "SELECT turn, name, ticket, iif(chosen, 'yes', 'no') FROM drawn ORDER BY turn");
  output_print(file, "Draw,Event,Ticket,Drawn\n");
  while (db_step(db, rows)) {
    g_autofree char *name = text_csv_cell(db_text(rows, 1), ','),
                    *line = g_strdup_printf("%s,%s,%s,%s\n", db_text(rows, 0), name, db_text(rows, 2), db_text(rows, 3));
    output_print(file, line);
  }
  sqlite3_finalize(rows);
  output_close(file);
}

static void files_write(struct db *db, const char *out, const char *seed) {
  struct stage *stage = stage_new(out);
  const char *files = stage_files(stage);
  g_autofree char *base = g_strconcat("sample-", seed, NULL), *book = g_strconcat(base, ".xlsx", NULL),
                  *list = g_strconcat(base, ".csv", NULL), *manifest = g_strconcat(base, "-sha256.txt", NULL),
                  *book_path = g_build_filename(files, book, NULL), *list_path = g_build_filename(files, list, NULL);
  xlsx_write_sections(db, book_path, "sample");
  tickets_write(db, list_path);
  manifest_write(files, manifest, NULL, 0);
  stage_publish_as(stage, manifest, NULL);
}

static void sizes_print(struct db *db, const char *of) {
  sqlite3_stmt *sizes = db_prepare(db, "SELECT printf('%,d', searches), words, of FROM population_size ORDER BY place");
  while (db_step(db, sizes)) {
    bool own = g_str_equal(db_text(sizes, 2), of);
    g_autofree char *text =
        g_strdup_printf("%s %s (--of %s)%s", db_text(sizes, 0), db_text(sizes, 1), db_text(sizes, 2), own ? ": drawn from" : "");
    wrap_pair(own ? "population" : "", text);
  }
  sqlite3_finalize(sizes);
}

void sample_draw(struct db *db, const char *out, const struct sample_asked *asked) {
  guint times;
  struct sample_drawn drawn = sample_redraw(db, asked);
  if (!drawn.population)
    stop_input(out, 0, "no search of this audit is without findings by --of %s: there is nothing to draw a sample of", asked->of);
  g_autofree char *earlier = sample_earlier(out, drawn.sha256, &times);
  asked_set(db, "earlier", earlier);
  files_write(db, out, asked->seed);
  draw_log(out, asked, &drawn);
  wrap_heading("Sample of searches without findings", 2);
  sizes_print(db, asked->of);
  wrap_pair("size", drawn.words);
  wrap_pair("seed", asked->seed);
  wrap_pair("earlier draws", earlier);
  if (times)
    wrap_text("A second draw of one population is only fair where it was planned before the first was read: say so where the "
              "result is told.",
              0);
  if (drawn.population < 60) wrap_text("So few are better read whole: a full reading has no bound, only a count.", 0);
  g_autofree char *wrote = g_strdup_printf(
      "Wrote sample-%s.xlsx, to be filled in, sample-%s.csv with every ticket, and a line in %s.", asked->seed, asked->seed, LOG);
  wrap_text(wrote, 0);
  sample_drawn_clear(&drawn);
}
