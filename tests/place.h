/* A database of its own in a folder of its own, for tests of what stands in the file. */
#pragma once
#include "tests/check.h"
#include "include/db.h"
#include <glib/gstdio.h>

struct place {
  char *folder, *path;
  struct db *db;
};

/* With TABLES, as SQL. */
static struct place place_make(const char *tables) {
  struct place place = {.folder = g_dir_make_tmp("faceaudit-test-XXXXXX", NULL)};
  place.path = g_build_filename(place.folder, "audit.db", NULL);
  place.db = db_open(place.path, DB_CREATE);
  db_run(place.db, tables);
  return place;
}

static void place_remove(struct place *place) {
  db_close(place->db);
  g_unlink(place->path);
  g_rmdir(place->folder);
  g_free(place->path);
  g_free(place->folder);
}
