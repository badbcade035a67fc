#define _GNU_SOURCE
#include "CBuild.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* `git archive` puts the commit here; `make install` and `make deb` write over it, so that a new commit compiles
 * nothing. Not constant, lest the compiler reads it now. */
char cbuild_stamped[128] __attribute__((section(".growth.stamp"), used)) = "$Format:%H$";

const char *cbuild_stamp(void)
{
  return cbuild_stamped[0] == '$' ? "" : cbuild_stamped;
}

char *cbuild_file_of(const char *function)
{
  Dl_info found;
  void *symbol = dlsym(RTLD_DEFAULT, function);
  if (symbol == NULL || dladdr(symbol, &found) == 0 || found.dli_fname == NULL)
    return NULL;
  return realpath(found.dli_fname, NULL);
}

#if defined(__x86_64__)

#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif

#ifdef CPU_FEATURE_ACTIVE
#define HAS(feature, name) CPU_FEATURE_ACTIVE(feature)
#else
#define HAS(feature, name) __builtin_cpu_supports(name)
#endif

int cbuild_processor_level(void)
{
  if (!(HAS(SSE3, "sse3") && HAS(SSSE3, "ssse3") && HAS(SSE4_1, "sse4.1") && HAS(SSE4_2, "sse4.2")
        && HAS(POPCNT, "popcnt")))
    return 1;
  if (!(HAS(AVX, "avx") && HAS(AVX2, "avx2") && HAS(BMI1, "bmi") && HAS(BMI2, "bmi2") && HAS(FMA, "fma")))
    return 2;
  if (!(HAS(AVX512F, "avx512f") && HAS(AVX512BW, "avx512bw") && HAS(AVX512CD, "avx512cd")
        && HAS(AVX512DQ, "avx512dq") && HAS(AVX512VL, "avx512vl")))
    return 3;
  return 4;
}

#else

int cbuild_processor_level(void)
{
  return 0;
}

#endif

/* The program says here what its Swift was compiled for. */
extern int growth_compiled_level(void) __attribute__((weak));

/* Before anything that may have instructions this processor lacks: in both languages, because what chooses between them
 * may have them too. */
__attribute__((constructor(101))) static void refuse_lesser_processor(void)
{
  if (growth_compiled_level == NULL)
    return;
  int compiled = growth_compiled_level();
  int present = cbuild_processor_level();
  if (present >= compiled)
    return;
  static const char text[] =
    "error: this growth was built for x86-64-v%d processors; this one is x86-64-v%d\n"
    "  hint: build it on this machine with `make`, or for all with `swift build -c release`\n"
    "lỗi: chương trình growth này được biên dịch cho bộ xử lý x86-64-v%d; máy này chỉ có x86-64-v%d\n"
    "  gợi ý: biên dịch lại trên máy này bằng `make`, hoặc cho mọi máy bằng `swift build -c release`\n";
  dprintf(STDERR_FILENO, text, compiled, present, compiled, present);
  _exit(1);
}
