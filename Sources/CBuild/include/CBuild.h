#pragma once

/* What a program was built from and for, and what the processor that runs it has.
 *
 * Levels of x86-64 are those of its binary interface: 1 has every such processor, 2 brings SSE4.2, 3 AVX2, 4
 * AVX-512. 0 is another architecture. */

/* The level that the code including this is compiled for. Swift is given it by `-Xcc -march=`; the C of this package
 * is not, and runs everywhere. A processor that has some of a level's instructions counts as having to have all. */
#if !defined(__x86_64__)
static const int cbuild_compiled_level = 0;
#elif defined(__AVX512F__)
static const int cbuild_compiled_level = 4;
#elif defined(__AVX__)
static const int cbuild_compiled_level = 3;
#elif defined(__SSE3__)
static const int cbuild_compiled_level = 2;
#else
static const int cbuild_compiled_level = 1;
#endif

/* The level of the processor that this runs on. glibc's tunables, `GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F`, can take
 * features away. */
int cbuild_processor_level(void);

/* What was written into the program after it was linked: the commit, and after a space the version of Swift. An
 * archive that git made knows the commit alone. Empty where nobody wrote anything. */
const char *cbuild_stamp(void);

/* The file from which the process has a function of this name, with symbolic links followed, for the caller to free;
 * NULL where the system does not say. */
char *cbuild_file_of(const char *function);
