/* A small set of pointers, none of them its own, that mostly holds one. */
#pragma once
#include <glib.h>

struct few {
  gpointer first;
  GPtrArray *more; /* NULL: one at most */
};

static inline guint few_count(const struct few *few) { return few->more ? few->more->len + 1 : few->first ? 1 : 0; }

static inline gpointer few_at(const struct few *few, guint at) { return at ? few->more->pdata[at - 1] : few->first; }

static inline void few_add(struct few *few, gpointer one) {
  if (!few->first) {
    few->first = one;
    return;
  }
  if (!few->more) few->more = g_ptr_array_new();
  g_ptr_array_add(few->more, one);
}

static inline void few_clear(struct few *few) {
  if (few->more) g_ptr_array_unref(few->more);
  *few = (struct few){NULL, NULL};
}
