/* Opens an .xlsx by libzip and gives its parts to libxml2's reader. What the parts mean, xlsx.c knows. */
#include "ingest/xlsx/package.h"
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define UNPACKED_MOST (1024u * 1024 * 1024) /* all parts together */
#define SMALL (64u * 1024 * 1024)           /* a part up to here is not looked at for how well it was packed */
#define RATIO_MOST 250                      /* a log of 100,000 rows packs 10 to 40 to 1 */

struct package {
  GBytes *bytes;
  zip_t *zip;
  guint64 unpacked;
  char *fault;
};

struct part {
  struct package *package;
  char *name;
  zip_file_t *file;
  guint64 packed, unpacked;
  xmlTextReaderPtr reader;
};

struct package *package_open(GBytes *bytes) {
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  zip_source_t *source = zip_source_buffer_create(data, length, 0, NULL);
  zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
  if (!zip) {
    zip_source_free(source);
    return NULL;
  }
  struct package *package = g_new0(struct package, 1);
  package->bytes = g_bytes_ref(bytes), package->zip = zip;
  return package;
}

void package_close(struct package *package) {
  if (!package) return;
  zip_discard(package->zip);
  g_bytes_unref(package->bytes);
  g_free(package->fault);
  g_free(package);
}

bool package_has(const struct package *package, const char *prefix) {
  zip_int64_t count = zip_get_num_entries(package->zip, 0);
  for (zip_int64_t i = 0; i < count; i++) {
    const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
    if (name && g_str_has_prefix(name, prefix)) return true;
  }
  return false;
}

const char *package_fault(const struct package *package) { return package->fault; }

bool package_fail(struct package *package, const char *format, ...) {
  va_list words;
  va_start(words, format);
  char *fault = g_strdup_vprintf(format, words);
  va_end(words);
  if (package->fault) g_free(fault);
  else package->fault = fault;
  return false;
}

/* ---------------------------------------------------------------------------------------------------------------- parts */

static int part_read(void *data, char *into, int room) {
  struct part *part = data;
  struct package *package = part->package;
  zip_int64_t got = zip_fread(part->file, into, (zip_uint64_t)room);
  if (got < 0) return -1; /* a sum that does not fit, too */
  part->unpacked += (guint64)got, package->unpacked += (guint64)got;
  bool bomb = part->unpacked > SMALL && part->unpacked / RATIO_MOST > part->packed;
  if (!bomb && package->unpacked <= UNPACKED_MOST) return (int)got;
  package_fail(package, "%s unpacks to far more than an export does", part->name);
  return -1;
}

static int part_end(void *data) {
  (void)data;
  return 0;
}

static void error_ignore(void *data, xmlErrorPtr error) { (void)data, (void)error; }

struct part *part_open(struct package *package, const char *name) {
  zip_stat_t status;
  zip_int64_t index = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
  if (index < 0 || zip_stat_index(package->zip, (zip_uint64_t)index, 0, &status)) return NULL;
  zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
  if (!file) {
    package_fail(package, "%s cannot be unpacked: %s", name, zip_strerror(package->zip));
    return NULL;
  }
  struct part *part = g_new0(struct part, 1);
  *part = (struct part){.package = package, .name = g_strdup(name), .file = file, .packed = status.comp_size};
  /* No option that reads entities, a DTD or the network. */
  part->reader = xmlReaderForIO(part_read, part_end, part, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (!part->reader) g_error("no memory to read a workbook");
  xmlTextReaderSetStructuredErrorHandler(part->reader, error_ignore, NULL);
  return part;
}

void part_close(struct part *part) {
  if (!part) return;
  xmlFreeTextReader(part->reader);
  zip_fclose(part->file);
  g_free(part->name);
  g_free(part);
}

bool part_fail(struct part *part, const char *what) { return package_fail(part->package, "%s: %s", part->name, what); }

bool part_next(struct part *part) {
  int read = part->package->fault ? 0 : xmlTextReaderRead(part->reader), type = xmlTextReaderNodeType(part->reader);
  if (read == 0) return false;
  if (read < 0) return package_fail(part->package, "%s is damaged", part->name);
  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    return package_fail(part->package, "%s has a document type, which no workbook has", part->name);
  return true;
}

const char *part_element(struct part *part) {
  int type = xmlTextReaderNodeType(part->reader);
  return type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT
             ? (const char *)xmlTextReaderConstLocalName(part->reader)
             : "";
}

bool part_ends(struct part *part) { return xmlTextReaderNodeType(part->reader) == XML_READER_TYPE_END_ELEMENT; }
bool part_empty(struct part *part) { return xmlTextReaderIsEmptyElement(part->reader) == 1; }

const char *part_text(struct part *part) {
  switch (xmlTextReaderNodeType(part->reader)) {
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_WHITESPACE:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return (const char *)xmlTextReaderConstValue(part->reader);
  default: return NULL;
  }
}

char *part_attribute(struct part *part, const char *name) {
  return (char *)xmlTextReaderGetAttribute(part->reader, (const xmlChar *)name);
}

char *part_relation(struct part *part) {
  char *id = NULL;
  while (!id && xmlTextReaderMoveToNextAttribute(part->reader) == 1)
    if (xmlTextReaderConstPrefix(part->reader) && !strcmp((const char *)xmlTextReaderConstLocalName(part->reader), "id"))
      id = (char *)xmlTextReaderValue(part->reader);
  xmlTextReaderMoveToElement(part->reader);
  return id;
}

guint part_attribute_number(struct part *part, const char *name) {
  char *text = part_attribute(part, name);
  guint number = text ? (guint)strtoul(text, NULL, 10) : 0;
  free(text);
  return number;
}

bool part_attribute_true(struct part *part, const char *name) {
  char *value = part_attribute(part, name);
  bool yes = value && (!strcmp(value, "1") || !strcmp(value, "true"));
  free(value);
  return yes;
}
