/* Writes a zip archive of runs that are packed already: only heads and the directory are made here. */
#include "include/output.h"
#include "include/message.h"
#include "report/zip.h"
#include <string.h>
#include <zlib.h>

#define OLD_DATE 0x21 /* 1980-01-01, the first that a zip can say */

struct zip_file {
  const char *path;
  struct packer *packer;
  struct output *out;
  GString *directory;
  guint64 at;
  guint entries;
};

static void put2(GString *to, guint value) {
  g_string_append_c(to, (char)(value & 0xFF));
  g_string_append_c(to, (char)(value >> 8 & 0xFF));
}

static void put4(GString *to, guint64 value) {
  put2(to, (guint)(value & 0xFFFF));
  put2(to, (guint)(value >> 16 & 0xFFFF));
}

/* A file of 4 GB needs another form of archive, which not every program reads: nobody should get here. */
static void size_check(const struct zip_file *file, guint64 size) {
  if (size > G_MAXUINT32) stop_system(file->path, "would be longer than 4 GB: leave it out with --formats");
}

/* What the local head and the directory both say of an entry, from "version needed" on. */
static void entry_facts(GString *to, const struct run *whole, gsize name_length) {
  put2(to, 20);
  put2(to, 0);
  put2(to, 8);
  put2(to, 0);
  put2(to, OLD_DATE);
  put4(to, whole->crc);
  put4(to, whole->packed);
  put4(to, whole->length);
  put2(to, (guint)name_length);
  put2(to, 0);
}

static void entry_list(struct zip_file *file, const char *name, const struct run *whole) {
  g_string_append_len(file->directory, "PK\1\2", 4);
  put2(file->directory, 20);
  entry_facts(file->directory, whole, strlen(name));
  put2(file->directory, 0); /* no comment; first disk; no attributes */
  put2(file->directory, 0);
  put2(file->directory, 0);
  put4(file->directory, 0);
  put4(file->directory, file->at);
  g_string_append(file->directory, name);
  file->entries++;
}

static void file_put(struct zip_file *file, const void *bytes, gsize length) {
  output_put(file->out, bytes, length);
  file->at += length;
  size_check(file, file->at);
}

static void run_copy(struct zip_file *file, const struct run *run) {
  guint8 bytes[1 << 16];
  for (guint64 done = 0; done < run->packed;) {
    gsize part = (gsize)MIN(sizeof bytes, run->packed - done);
    packer_read(file->packer, run->at + done, bytes, part);
    file_put(file, bytes, part);
    done += part;
  }
}

struct zip_file *zip_open(const char *path, struct packer *packer) {
  struct zip_file *file = g_new0(struct zip_file, 1);
  *file = (struct zip_file){.path = path, .packer = packer, .out = output_open(path), .directory = g_string_new(NULL)};
  return file;
}

void zip_add(struct zip_file *file, const char *name, const struct run *runs, guint count) {
  static const guint8 last[] = {3, 0}; /* an empty block that says it is the last: the runs end at a byte */
  struct run whole = {.packed = sizeof last};
  for (guint i = 0; i < count; i++) {
    whole.crc = (guint32)crc32_combine(whole.crc, runs[i].crc, (z_off_t)runs[i].length);
    whole.packed += runs[i].packed;
    whole.length += runs[i].length;
  }
  size_check(file, whole.length);
  entry_list(file, name, &whole);
  g_autoptr(GString) head = g_string_new("PK\3\4");
  entry_facts(head, &whole, strlen(name));
  g_string_append(head, name);
  file_put(file, head->str, head->len);
  for (guint i = 0; i < count; i++) run_copy(file, &runs[i]);
  file_put(file, last, sizeof last);
}

void zip_close(struct zip_file *file) {
  g_autoptr(GString) end = g_string_new("PK\5\6");
  put4(end, 0);
  put2(end, file->entries);
  put2(end, file->entries);
  put4(end, file->directory->len);
  put4(end, file->at);
  put2(end, 0);
  file_put(file, file->directory->str, file->directory->len);
  file_put(file, end->str, end->len);
  output_close(file->out);
  g_string_free(file->directory, TRUE);
  g_free(file);
}
