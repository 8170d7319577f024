/* A search and its incident report: numbers first, then, for sessions without one, the best fit among reports nobody accounts
   for. How one report fits one session is weighed in weigh.c; what follows from a missing link is decided by rules. */
#include "link.h"
#include "audit.h"
#include "link_inside.h"
#include "text.h"
#include "zone.h"
#include <stdlib.h>
#include <string.h>

enum { EXACT_HOLDS = 2 /* an exact number with so many of officer, time and use loses to no slip */ };

/* ------------------------------------------------------------------------------------------------- by number */

struct search_weights {
  const struct linker *linker;
  const struct session *session;
  const struct citation *citation;
  GArray *weights;
};

static void weigh_slip(gint64 report, const char *slip, void *data) {
  struct search_weights *search = data;
  struct weight weight = session_weigh(&search->linker->weigher, search->session, report, BY_SLIP, search->citation->text, slip);
  /* A slip and the right officer at the right time is much; it still takes a report that at least speaks of the matter. */
  bool spoken = search->linker->reports->at[report - 1].mention;
  if (weight.officer && weight.near && (weight.use || spoken) && !weight.subject_differs)
    g_array_append_val(search->weights, weight);
}

static enum number_evidence evidence_of(const struct citation *citation, bool reason) {
  if (reason) return BY_REASON;
  if (citation->kind == CITE_CAD) return BY_CAD;
  return citation->short_form ? BY_SHORT : BY_NUMBER;
}

static void weigh_citations(struct search_weights *search, const struct citation *cited, guint count, bool reason) {
  for (guint i = 0; i < count; i++) {
    search->citation = &cited[i];
    bool holds = false;
    if (cited[i].report) {
      struct weight weight = session_weigh(&search->linker->weigher, search->session, cited[i].report,
                                           evidence_of(&cited[i], reason), cited[i].text, NULL);
      /* A number with another agency's label is this report's only where all else says so. */
      weight.foreign = cited[i].kind == CITE_FOREIGN;
      if (!weight.foreign || weight_fits(&weight) == 3) g_array_append_val(search->weights, weight);
      holds = !weight.foreign && weight_fits(&weight) >= EXACT_HOLDS;
    }
    if (!holds) numbers_slips(search->linker->numbers, &cited[i], weigh_slip, search);
  }
}

/* An exact number that cannot be the report loses to a slip that fits; else the stronger evidence wins. */
static int weight_compare(gconstpointer a, gconstpointer b) {
  const struct weight *x = a, *y = b;
  bool x_slip = x->number == BY_SLIP, y_slip = y->number == BY_SLIP;
  if (x_slip != y_slip) {
    const struct weight *exact = x_slip ? y : x;
    const struct weight *slip = x_slip ? x : y;
    bool exact_holds = weight_fits(exact) >= (slip->use ? EXACT_HOLDS : 1);
    return x_slip == exact_holds ? 1 : -1;
  }
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static void weights_settle(GArray *weights) {
  g_array_sort(weights, weight_compare);
  for (guint i = 1; i < weights->len;) {
    bool again = false;
    for (guint j = 0; j < i && !again; j++)
      again = g_array_index(weights, struct weight, j).report == g_array_index(weights, struct weight, i).report;
    if (again) g_array_remove_index(weights, i);
    else i++;
  }
}

static guint weights_rivals(const GArray *weights) {
  guint rivals = 0;
  for (guint i = 1; i < weights->len; i++)
    rivals += g_array_index(weights, struct weight, 0).score - g_array_index(weights, struct weight, i).score < 1.5 &&
              g_array_index(weights, struct weight, i).number == g_array_index(weights, struct weight, 0).number;
  return rivals;
}

static void choice_take(struct choice *choice, GArray *weights) {
  weights_settle(weights);
  choice->others = weights;
  if (!weights->len) return;
  choice->weight = g_array_index(weights, struct weight, 0);
  choice->rivals = weights_rivals(weights);
  g_array_remove_index(weights, 0);
}

struct cited {
  bool own, foreign, unreadable, off_cover, ambiguous;
};

static void cited_note(struct cited *cited, const struct linker *linker, const struct citation *citations, guint count) {
  for (guint i = 0; i < count; i++) {
    cited->own |= citations[i].kind == CITE_OWN || citations[i].kind == CITE_CAD;
    cited->foreign |= citations[i].kind == CITE_FOREIGN;
    cited->unreadable |= citations[i].kind == CITE_UNREADABLE;
    cited->ambiguous |= citations[i].ambiguous;
    int first = 0, last = 0, unused;
    if (linker->reports->first_day > linker->reports->last_day) continue;
    day_date(linker->reports->first_day, &first, &unused, &unused);
    day_date(linker->reports->last_day, &last, &unused, &unused);
    cited->off_cover |=
        citations[i].kind == CITE_OWN && citations[i].year && (citations[i].year < first || citations[i].year > last);
  }
}

static const char *orphan_kind(const struct linker *linker, const struct session *session, const struct cited *cited) {
  const struct reports *reports = linker->reports;
  if (!cited->own && !cited->unreadable && !cited->foreign) return "no number";
  if (!cited->own && cited->foreign) return "another agency's number";
  if (cited->off_cover || session->last_day < reports->first_day || session->first_day > reports->last_day + linker->pending_days)
    return "outside the reports supplied";
  if (session->last_day > reports->last_day - linker->pending_days) return "report may be pending";
  return "number not found";
}

/* Reasons are few, and most hold no digit: those are read once. */
static bool reason_cites(struct linker *linker, const struct session_reason *reason) {
  gpointer key = GSIZE_TO_POINTER(reason->reason);
  if (strpbrk(reason->text, "0123456789")) return true;
  if (g_hash_table_contains(linker->cites_none, key)) return false;
  struct citation citations[CITATIONS_MOST];
  if (numbers_read(linker->numbers, reason->text, true, 0, citations)) return true;
  g_hash_table_add(linker->cites_none, key);
  return false;
}

static void reasons_weigh(struct linker *linker, struct search_weights *search, struct cited *cited, struct choice *choice) {
  struct citation citations[CITATIONS_MOST];
  bool in_cell = cited->own || cited->foreign || cited->unreadable;
  const GArray *reasons = search->session->reasons;
  for (guint i = 0; reasons && i < reasons->len; i++) {
    const struct session_reason *reason = &g_array_index(reasons, struct session_reason, i);
    if (!reason_cites(linker, reason)) continue;
    guint count = numbers_read(linker->numbers, reason->text, true, search->session->first_day, citations);
    if (!in_cell) cited_note(cited, linker, citations, count);
    if (!choice->case_key && count) choice->case_key = citation_key(&citations[0]);
    weigh_citations(search, citations, count, true);
  }
}

static void link_by_number(struct linker *linker, const struct session *session, struct choice *choice) {
  struct search_weights search = {linker, session, NULL, g_array_new(FALSE, FALSE, sizeof(struct weight))};
  struct citation citations[CITATIONS_MOST];
  struct cited cited = {0};
  for (guint i = 0; session->cases && i < session->cases->len; i++) {
    guint count = numbers_read(linker->numbers, session->cases->pdata[i], false, session->first_day, citations);
    cited_note(&cited, linker, citations, count);
    if (!choice->case_key) choice->case_key = citation_key(&citations[0]);
    weigh_citations(&search, citations, count, false);
  }
  reasons_weigh(linker, &search, &cited, choice);
  choice->cites = cited.own || cited.foreign || cited.unreadable;
  choice_take(choice, search.weights);
  if (choice->weight.report) linker->reports->at[choice->weight.report - 1].claimed = true;
  else choice->orphan = orphan_kind(linker, session, &cited), choice->ambiguous = cited.ambiguous;
}

/* --------------------------------------------------------------------------------------------------- keeping it */

static char *orphan_words(const struct linker *linker, const struct session *session, const struct choice *choice) {
  if (!linker->reports->supplied) return g_strdup("No incident reports were supplied.");
  static const struct {
    const char *kind, *words;
  } all[] = {{"no number", "No number is cited, and no report that documents a use by this officer near this time is left."},
             {"number not found", "The number cited is in no report supplied, nor one a slip away that fits."},
             {"another agency's number", "The number cited bears another agency's label or form."},
             {"outside the reports supplied",
              "The number or the day of the search lies outside the time that the reports supplied cover."},
             {"report may be pending", "The number cited is in no report supplied; the search is so late that its report may not "
                                       "have been written or approved yet."}};
  const char *words = "";
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
    if (!strcmp(all[i].kind, choice->orphan)) words = all[i].words;
  bool late = session->last_day > linker->reports->last_day - linker->pending_days && !strcmp(choice->orphan, "no number");
  bool withheld = session->withheld_case && !strcmp(choice->orphan, "no number");
  if (choice->ambiguous)
    words = "The number cited means several reports (their letters are left out), and none of them fits alone.";
  return g_strdup_printf("%s%s%s", withheld ? "The case number is withheld in the export. " : "", words,
                         late ? " The search is so late that its report may not have been written or approved yet." : "");
}

static struct lost *alternatives_tell(const struct linker *linker, const struct choice *choice, guint *count) {
  *count = choice->others ? MIN(choice->others->len, (guint)ALTERNATIVES_MOST) : 0;
  struct lost *lost = *count ? g_new(struct lost, *count) : NULL;
  for (guint i = 0; i < *count; i++) {
    const struct weight *weight = &g_array_index(choice->others, struct weight, i);
    const char *number = linker->reports->at[weight->report - 1].number;
    lost[i] = (struct lost){weight->report, weight->score, weight_words(weight, number, 0)};
  }
  return lost;
}

/* What is said of a session, in words; the choice's case_key is taken over. */
static struct told_link link_tell(const struct linker *linker, const struct session *session, struct choice *choice) {
  struct told_link told = {.session = session->session, .account = session->account, .searches = session->searches};
  const struct weight *weight = &choice->weight;
  told.report = weight->report;
  if (weight->report) {
    told.method = weight_method(weight);
    told.confidence = weight_confidence(weight, choice->rivals);
    told.why = weight_words(weight, linker->reports->at[weight->report - 1].number, choice->rivals);
  } else if (choice->orphan) {
    told.why = orphan_words(linker, session, choice);
    told.orphan = linker->reports->supplied ? choice->orphan : NULL;
  }
  told.case_key = g_steal_pointer(&choice->case_key);
  told.lost = alternatives_tell(linker, choice, &told.lost_count);
  return told;
}

static void told_clear(struct told_link *told) {
  for (guint i = 0; i < told->lost_count; i++) g_free(told->lost[i].why);
  g_free(told->lost);
  g_free(told->why);
  g_free(told->case_key);
}

static void alternatives_store(struct linker *linker, const struct told_link *told) {
  for (guint i = 0; i < told->lost_count; i++) {
    db_bind_int(linker->other, 1, told->session);
    db_bind_int(linker->other, 2, told->lost[i].report);
    db_bind_real(linker->other, 3, told->lost[i].score);
    db_bind_text(linker->other, 4, told->lost[i].why);
    db_step(linker->db, linker->other);
    db_reset(linker->other);
  }
}

static void link_bind(sqlite3_stmt *to, const struct told_link *told) {
  db_bind_int(to, 5, told->report);
  db_bind_text(to, 6, told->method);
  db_bind_real(to, 7, told->confidence);
  db_bind_text(to, 8, told->why);
}

void link_store(struct linker *linker, struct told_link *told) {
  sqlite3_stmt *to = linker->insert;
  db_bind_int(to, 1, told->session);
  db_bind_int(to, 2, told->account);
  db_bind_int(to, 3, told->session);
  db_bind_int(to, 4, told->searches);
  if (told->report) link_bind(to, told);
  else db_bind_text(to, 8, told->why), db_bind_text(to, 9, told->orphan);
  db_bind_text(to, 10, told->case_key);
  db_step(linker->db, to);
  db_reset(to);
  alternatives_store(linker, told);
  told_clear(told);
}

static void choice_clear(struct choice *choice) {
  g_free(choice->case_key);
  if (choice->others) g_array_unref(choice->others);
}

static struct choice found_choice(const struct linker *linker, const struct found *found) {
  struct choice choice = {.rivals = found->rivals, .others = g_array_new(FALSE, FALSE, sizeof(struct weight))};
  if (found->winner) choice.weight = g_array_index(linker->pairs, struct pair, found->winner - 1).weight;
  for (guint i = 0; i < found->losers; i++)
    g_array_append_val(choice.others, g_array_index(linker->pairs, struct pair, found->loser[i] - 1).weight);
  return choice;
}

/* What the second look found for sessions that are stored as orphans already. */
static void links_mend(struct linker *linker) {
  for (guint i = 0; linker->pairs && i < linker->open->len; i++) {
    if (!linker->found[i].winner && !linker->found[i].losers) continue;
    struct choice choice = found_choice(linker, &linker->found[i]);
    struct told_link told = link_tell(linker, linker->open->pdata[i], &choice);
    if (told.report) {
      link_bind(linker->update, &told);
      db_bind_int(linker->update, 1, told.session);
      db_step(linker->db, linker->update);
      db_reset(linker->update);
    }
    alternatives_store(linker, &told);
    told_clear(&told);
    choice_clear(&choice);
  }
}

/* A session with a number is decided at once; one without waits until all others have claimed their reports. */
static void session_link(struct session *session, void *data) {
  struct linker *linker = data;
  struct choice choice = {0};
  link_by_number(linker, session, &choice);
  bool waits = linker->reports->supplied && !choice.weight.report && !choice.cites;
  struct told_link told = link_tell(linker, session, &choice);
  g_array_append_val(linker->told, told);
  choice_clear(&choice);
  if (!waits) {
    session_free(session);
    return;
  }
  g_clear_pointer(&session->cases, g_ptr_array_unref);
  g_clear_pointer(&session->reasons, g_array_unref);
  g_ptr_array_add(linker->open, session);
}

static void linker_begin(struct linker *linker) {
  struct db *db = linker->db;
  linker->weigher = (struct weigher){linker->reports, (gint32)db_setting_int(db, "thresholds", "near_before_days", 14),
                                     (gint32)db_setting_int(db, "thresholds", "near_after_days", 3)};
  linker->pending_days = (gint32)db_setting_int(db, "thresholds", "pending_days", 14);
  linker->open = g_ptr_array_new_with_free_func((GDestroyNotify)session_free);
  linker->cites_none = g_hash_table_new(NULL, NULL);
  linker->insert = db_prepare(db, "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  linker->other = db_prepare(db, "INSERT INTO alternative VALUES (?, ?, ?, ?)");
  linker->update = db_prepare(db, "UPDATE session SET report = ?5, method = ?6, confidence = ?7, why = ?8, orphan_kind = NULL"
                                  " WHERE session = ?1");
}

static void linker_end(struct linker *linker) {
  g_free(linker->found);
  if (linker->pairs) g_array_unref(linker->pairs);
  g_ptr_array_unref(linker->open);
  g_hash_table_unref(linker->cites_none);
  sqlite3_finalize(linker->insert);
  sqlite3_finalize(linker->other);
  sqlite3_finalize(linker->update);
}

void link_searches(struct db *db, const struct numbers *numbers, struct reports *reports) {
  struct linker linker = {.db = db, .numbers = numbers, .reports = reports};
  linker_begin(&linker);
  /* Without reports nothing is found, but the numbers cited still name the cases of notifications. */
  log_link(&linker, session_link);
  linker.found = g_new0(struct found, linker.open->len + 1);
  if (reports->supplied) link_without_number(&linker);
  links_mend(&linker);
  linker_end(&linker);
}
