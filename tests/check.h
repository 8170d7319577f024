/* What every test file includes: GLib's test framework, which prints TAP. A test's name is a sentence. */
#pragma once
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* CHECK_CASES(begin) ... : int main of a test file is
     int main(int argc, char **argv) {
       g_test_init(&argc, &argv, NULL);
       TEST("csv", "a row with too few cells is rejected", function);
       return g_test_run();
     } */
#define TEST(area, sentence, function) g_test_add_func("/" area "/" sentence, function)
