/* Charts as pictures. */
#pragma once
#include "include/db.h"

/* Makes FOLDER, and in it an SVG and a PNG of each chart of the report, under its name. */
void pictures_write(struct db *db, const char *folder);
