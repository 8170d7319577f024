/* The blocks that a document is made of, and the sign and words of a status. Their contents come from document.c. */
#include "report/document/block.h"
#include "report/chart/scale.h"
#include "include/text.h"

static const struct {
  const char *status, *sign, *words;
} statuses[] = {{"compliant", "✓", "No exceptions"},
                {"exceptions", "▲", "Exceptions"},
                {"to be read", "◇", "To be read by a person"},
                {"not tested", "○", "Not tested"},
                {"not testable", "—", "Not testable from records"}};

const char *status_sign(const char *status) {
  for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++)
    if (g_str_equal(statuses[i].status, status)) return statuses[i].sign;
  return "?";
}

const char *status_words(const char *status) {
  for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++)
    if (g_str_equal(statuses[i].status, status)) return statuses[i].words;
  return status;
}

static void block_free(void *data) {
  struct block *block = data;
  g_free(block->label);
  g_free(block->text);
  table_free(block->table);
  chart_free(block->chart);
  g_free(block);
}

GPtrArray *blocks_new(void) { return g_ptr_array_new_with_free_func(block_free); }

struct block *block_add(GPtrArray *blocks, enum block_kind kind, const char *label, const char *text) {
  struct block *block = g_new0(struct block, 1);
  block->kind = kind;
  block->label = label ? text_show(label, true) : NULL;
  block->text = text ? text_show(text, false) : NULL;
  g_ptr_array_add(blocks, block);
  return block;
}

void heading_add(GPtrArray *blocks, int level, const char *name, const char *text) {
  block_add(blocks, BLOCK_HEADING, name, text)->level = level;
}

void rest_add(GPtrArray *blocks, const struct section *section, gint64 rest) {
  if (rest <= 0) return;
  g_autofree char *number = scale_number(rest);
  g_autofree char *text = g_strdup_printf("… and %s more, %s.", number, section->rest ? section->rest : "in audit.db");
  block_add(blocks, BLOCK_TEXT, NULL, text);
}

void section_heading(GPtrArray *blocks, const struct section *section) {
  if (section->page) block_add(blocks, BLOCK_PAGE, NULL, NULL);
  g_autofree char *file = g_path_get_basename(section->path), *name = g_strndup(file, strcspn(file, "."));
  if (section->title) heading_add(blocks, section->level ? section->level[0] - '0' : 1, name, section->title);
  if (section->says) block_add(blocks, BLOCK_TEXT, NULL, section->says);
}
