/* The proof of a release finds a value that was withheld wherever it was written, also in what a PDF compresses. */
#include "tests/check.h"
#include "tests/report_sample.h"
#include "include/db.h"
#include "report/document/document.h"
#include "report/pdf/pdf.h"
#include "report/release/proof.h"

/* What the font library keeps for the whole process is not a leak; it reads its files on a thread of its own. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:libfontconfig"; }

/* What stands in the document that the proof is given, in the PDF of its folder, and in a file of text there; NULL: nothing. */
struct leak {
  const char *document, *pdf, *text, *released;
  const char *folder;
  bool beside; /* what is released stands in the reason of the very search */
};

static struct document *document_of(struct db *db, const char *words) {
  struct document *document = document_read_titled(db, "no section", "Public-records release", "");
  if (words) block_add(document->blocks, BLOCK_TEXT, NULL, words);
  return document;
}

static void prove_work(void *data) {
  static const char *const reasons[] = {"burglary suspect"};
  const struct leak *leak = data;
  struct db *db = sample_open(reasons, 1);
  db_run(
      db,
      "CREATE TEMP TABLE release_cell (row INTEGER, event TEXT, column TEXT, part INTEGER, value TEXT, shown TEXT, outcome TEXT);"
      "INSERT INTO release_cell VALUES (1, 'E-1', 'Candidate selected', 0, 'Moss, Leonard', '[withheld]', 'withheld')");
  if (leak->released) {
    sqlite3_stmt *to = db_prepare(db, "INSERT INTO release_cell VALUES (?2, 'E-2', ?3, 0, ?1, ?1, 'released')");
    db_bind_text(to, 1, leak->released);
    db_bind_int(to, 2, leak->beside ? 1 : 2);
    db_bind_text(to, 3, leak->beside ? "Reason" : "Candidate selected");
    db_step(db, to);
    sqlite3_finalize(to);
  }
  g_autofree char *pdf = g_build_filename(leak->folder, "records.pdf", NULL),
                  *text = g_build_filename(leak->folder, "letter.txt", NULL);
  struct document *written = document_of(db, leak->pdf), *given = document_of(db, leak->document);
  pdf_write(written, pdf);
  g_file_set_contents(text, leak->text ? leak->text : "", -1, NULL);
  guint sought = release_prove(db, leak->folder, given);
  _exit(sought ? 0 : 9);
}

static int proven(struct leak leak) {
  g_autofree char *folder = sample_folder();
  leak.folder = folder;
  return sample_status(prove_work, &leak, 0);
}

static void test_clean(void) {
  g_assert_cmpint(proven((struct leak){.document = "Nothing of his", .pdf = "Nothing of his", .text = "Mossley"}), ==, 0);
}

static void test_document(void) { g_assert_cmpint(proven((struct leak){.document = "seen with LEONARD MOSS"}), ==, 4); }

static void test_pdf(void) { g_assert_cmpint(proven((struct leak){.pdf = "seen with Leonard Moss"}), ==, 4); }

static void test_text(void) { g_assert_cmpint(proven((struct leak){.text = "Dear Moss,  Leonard"}), ==, 4); }

static void test_released(void) {
  g_assert_cmpint(proven((struct leak){.released = "Leonard Moss", .document = "Leonard Moss"}), ==, 0);
}

static void test_row(void) {
  g_assert_cmpint(proven((struct leak){.released = "robbery by Leonard Moss", .beside = true}), ==, 3);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  TEST("proof", "a release without the value is proven", test_clean);
  TEST("proof", "the value in what a PDF was made of is found", test_document);
  TEST("proof", "the value in the PDF itself is found", test_pdf);
  TEST("proof", "the value in a file of text is found", test_text);
  TEST("proof", "a value that another cell releases is not sought in the text", test_released);
  TEST("proof", "the name of a candidate who is withheld stands in no other cell of the search", test_row);
  return g_test_run();
}
