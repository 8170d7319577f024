/* The fonts that reports are set in. */
#pragma once
#include <pango/pangocairo.h>

/* A new font map of two fonts alone, DejaVu Sans Condensed and its bold; of all fonts where the machine has not both in their
   place. */
PangoFontMap *fonts_usual(void);

/* A new font map of all fonts of the machine, for signs that those two lack. */
PangoFontMap *fonts_all(void);
