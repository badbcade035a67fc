#include "Callgrind.h"

#include <valgrind/callgrind.h>

int callgrind_is_present(void) { return RUNNING_ON_VALGRIND; }

void callgrind_dump(const char *label) { CALLGRIND_DUMP_STATS_AT(label); }
