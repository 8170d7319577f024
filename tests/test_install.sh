#!/usr/bin/env bash
# make install, make uninstall and make deb: what they put where, and that nothing is left behind. TAP on standard output.
# tests/chroot does the same for real, in a bare Debian.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
source tests/tap.sh
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-install-XXXXXX")
trap 'rm -rf "$work"' EXIT
unset MAKEFLAGS MAKELEVEL MFLAGS

make=(make BUILD="$BUILD" DESTDIR="$work/here" PREFIX=/opt/face)
files() { (cd "$1" && find . -not -type d | sort); }

mkdir "$work/here"
umask 077
runs "make install succeeds" "${make[@]}" install
installed=$work/here/opt/face
runs "the program is there and runs" "$installed/bin/faceaudit" --version
runs "so is the man page" grep -q '^\.TH FACEAUDIT 1' "$installed/share/man/man1/faceaudit.1"
runs "and the completion of bash" bash -n "$installed/share/bash-completion/completions/faceaudit"
runs "and that of zsh, under the name that zsh loads" grep -qx '#compdef faceaudit' "$installed/share/zsh/site-functions/_faceaudit"
runs "others can read all of it, whatever the umask is" test -z "$(find "$installed" -not -perm -o=r)"
no_dead_links() { # every file that README names is there, but for sources
  local path
  for path in $(grep -oE '\]\((samples|README)[^)]*\)|src="samples[^"]*"' "$installed/share/doc/faceaudit/README.md" | sed -E 's/^\]\(|\)$|^src="|"$//g'); do
    [ -e "$installed/share/doc/faceaudit/$path" ] || { echo "no $path"; return 1; }
  done
}
runs "the README's links to samples and pictures work" no_dead_links
runs "the samples can be audited where they are" "$installed/bin/faceaudit" run "$installed/share/doc/faceaudit/examples" -o "$work/audit" --formats db,csv
runs "and nothing is written beside them" test ! -e "$installed/share/doc/faceaudit/examples/audit"
touch "$installed/share/man/man1/other.1"
runs "make uninstall succeeds" "${make[@]}" uninstall
runs "it removes what was installed, and nothing else" test "$(files "$work/here")" = "./opt/face/share/man/man1/other.1"

if command -v dpkg-shlibdeps > /dev/null; then
  runs "make deb succeeds" make BUILD="$BUILD" deb
  package=$(ls "$BUILD"/faceaudit_*.deb)
  runs "the package depends on the libraries, fonts and time zones" grep -Eq 'libc6 .*libcairo2 .*libsqlite3-0 .*fonts-dejavu-core.*tzdata' <(dpkg-deb -f "$package" Depends)
  dpkg-deb -x "$package" "$work/unpacked"
  runs "its program runs" "$work/unpacked/usr/bin/faceaudit" --version
  runs "its man page is compressed" gzip -t "$work/unpacked/usr/share/man/man1/faceaudit.1.gz"
  copyright=$work/unpacked/usr/share/doc/faceaudit/copyright
  has_fields() { # every field that a machine-readable copyright file must have, in a file that all can read
    local field
    for field in 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/' 'Files: ' 'Copyright: ' 'License: '; do
      grep -q "^$field" "$copyright" || { echo "no $field"; return 1; }
    done
    [ "$(stat -c %a "$copyright")" = 644 ]
  }
  runs "it says who holds the copyright, in the form that machines read" has_fields
  runs "its files are what it says they are" bash -c 'cd "$1" && dpkg-deb --ctrl-tarfile "$2" | tar -xO ./md5sums | md5sum -c --quiet' _ "$work/unpacked" "$PWD/$package"
  sha256sum "$package" > "$work/sum"
  make BUILD="$BUILD" deb > /dev/null 2>&1
  runs "made again it has the same bytes" sha256sum -c --quiet "$work/sum"
else
  skip "make deb makes a package" "no dpkg-shlibdeps (package dpkg-dev)"
fi
plan
