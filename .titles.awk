# Turns analyze/lexicon/titles.txt into the table of include/title.h: a line "rank short: det sgt" has the marks of its words.
BEGIN { print "#include \"include/title.h\"\nconst struct title titles[] = {" }
/^[^ ]/ { listed = 0 }
/^(rank|office|suffix|plain)[a-z ]*:/ {
  marks = toupper(substr($0, 1, index($0, ":") - 1))
  gsub(/ /, " | TITLE_", marks)
  sub(/^[^:]*:/, "")
  listed = 1
}
listed { for (i = 1; i <= NF; i++) printf "  {\"%s\", TITLE_%s},\n", $i, marks }
END { print "  {0}};" }
