#pragma once

/* What a program asks of callgrind while it runs under it; without callgrind these do nothing. */

/* Whether the program runs under valgrind. */
int callgrind_is_present(void);

/* Sets the counts of all threads to zero. */
void callgrind_zero(void);

/* Writes the counts of all threads to a file that carries this label, and sets them to zero. */
void callgrind_dump(const char *label);
