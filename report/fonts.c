/* Finds fonts. To read all that fontconfig is told of a machine and to rank all its fonts takes longer than to set a report, and
   hardly any report needs more than two of them. What is set in them is decided in type.c. */
#include "report/fonts.h"
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdbool.h>

#define USUAL 2 /* fonts */

/* As fontconfig's own file has the places of its caches; of the folder nothing but the two. */
static const char usual[] =
    "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir><selectfont><acceptfont><glob>*/DejaVuSansCondensed.ttf</glob>"
    "<glob>*/DejaVuSansCondensed-Bold.ttf</glob></acceptfont><rejectfont><glob>*</glob></rejectfont></selectfont></fontconfig>";

static PangoFontMap *map_of(FcConfig *config) {
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  return map;
}

static bool usual_read(FcConfig *config) {
  if (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)usual, FcTrue) || !FcConfigBuildFonts(config)) return false;
  const FcFontSet *fonts = FcConfigGetFonts(config, FcSetSystem);
  return fonts && fonts->nfont == USUAL;
}

PangoFontMap *fonts_usual(void) {
  FcConfig *config = FcConfigCreate();
  /* The current one is what Pango would otherwise begin to read in a thread of its own. */
  PangoFontMap *map = usual_read(config) && FcConfigSetCurrent(config) ? map_of(config) : fonts_all();
  FcConfigDestroy(config);
  return map;
}

PangoFontMap *fonts_all(void) {
  FcConfig *config = FcInitLoadConfigAndFonts();
  FcConfigSetCurrent(config);
  PangoFontMap *map = map_of(config);
  FcConfigDestroy(config);
  return map;
}
