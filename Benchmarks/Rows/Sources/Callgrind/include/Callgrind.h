#pragma once

/* What a program asks of callgrind while it runs under it; without callgrind these do nothing. */

/* Whether the program runs under valgrind. */
int callgrind_is_present(void);

/* Writes the counts since the last call to a file that carries this label. */
void callgrind_dump(const char *label);
