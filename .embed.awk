# Turns the text files named as arguments (sorted) into the table of include/assets.h.
BEGIN { print "#include \"include/assets.h\"\n#include <string.h>\nconst struct asset assets[] = {" }
FNR == 1 { if (NR > 1) print "  },"; printf "  {\"%s\",\n", FILENAME; files++ }
{ gsub(/["\\]/, "\\\\&"); gsub(/\?/, "\\?"); printf "   \"%s\\n\"\n", $0 }
END {
  print "  },\n};\nconst size_t asset_count = sizeof assets / sizeof *assets;"
  print "const char *asset_text(const char *path) {\n  for (size_t i = 0; i < asset_count; i++)\n    if (!strcmp(assets[i].path, path)) return assets[i].text;\n  return NULL;\n}"
}
