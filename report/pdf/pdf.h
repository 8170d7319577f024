/* The report as PDF: pages of US letter, tagged, with outline and links. */
#pragma once
#include "report/document/document.h"

/* Writes DOCUMENT to PATH, which must not exist. */
void pdf_write(const struct document *document, const char *path);
