/* Runs the fastest of the programs in /usr/lib/growth that this processor can run. Their answers are the same. */
#include "CBuild.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
  static const struct {
    int level;
    const char *path;
  } programs[] = {
    {4, "/usr/lib/growth/growth-x86-64-v4"},
    {3, "/usr/lib/growth/growth-x86-64-v3"},
    {1, "/usr/lib/growth/growth-portable"},
  };
  (void)argc;
  int present = cbuild_processor_level();
  for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
    if (present < programs[i].level)
      continue;
    execv(programs[i].path, argv);
    /* An administrator may have removed one to save room. */
    if (errno != ENOENT || programs[i].level == 1) {
      fprintf(stderr, "growth: %s: %s\n", programs[i].path, strerror(errno));
      return 1;
    }
  }
  return 1;
}
