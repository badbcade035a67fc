/* The yardstick: how fast four correlated normals and their weighted sum can be had on this processor.
 *
 * No engine: W independent streams of xoshiro256+ (D. Blackman and S. Vigna, ACM Trans. Math. Softw. 47 (2021) 36,
 * doi:10.1145/3460772), one in each lane of a vector, Box and Muller's transform with polynomials of its own, and a
 * product with a Cholesky factor, all in registers. Nothing is stored, named or reproducible from the number of a
 * draw. Ratios to its time say what generality costs and hold across machines better than times do.
 *
 *   cc -O3 -march=native yardstick.c -o yardstick -lm              four lanes, the yardstick
 *   cc -O3 -march=native -DLANES=8 yardstick.c -o yardstick8 -lm   eight
 *
 *   yardstick         draws a second, nanoseconds a normal, and checks of what is drawn
 *   yardstick time    for each line of input: processor nanoseconds a normal
 */

#define _POSIX_C_SOURCE 199309L

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#if defined __x86_64__
#include <immintrin.h>
#endif

#ifndef LANES
#define LANES 4
#endif

typedef double reals __attribute__((vector_size(8 * LANES)));
typedef uint64_t words __attribute__((vector_size(8 * LANES)));
typedef int64_t integers __attribute__((vector_size(8 * LANES)));

#define INLINE static inline __attribute__((always_inline))

/* Streams. */

typedef struct {
  words s[4];
} streams;

INLINE words next(streams *streams) {
  words *s = streams->s;
  words result = s[0] + s[3];
  words shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = (s[3] << 45) | (s[3] >> 19);
  return result;
}

/* Seeds every word by SplitMix64, as the authors of xoshiro advise. */
static streams seeded(uint64_t seed) {
  streams streams;
  for (int k = 0; k < 4; ++k) {
    for (int lane = 0; lane < LANES; ++lane) {
      uint64_t z = seed += 0x9e3779b97f4a7c15;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      streams.s[k][lane] = z ^ (z >> 31);
    }
  }
  return streams;
}

/* Functions. Coefficients interpolate at Chebyshev's nodes, worked out with 40 digits; relative errors as stated. */

/* From the upper 52 bits: in [1, 2). */
INLINE reals unit(words bits) { return (reals)((bits >> 12) | 0x3ff0000000000000); }

/* -2 ln u for u in (0, 1]: with u = 2^k m and s = (m - 1) / (m + 1), ln m = s P(s^2), P to 1.8e-16. */
INLINE reals minus_two_log(reals u) {
  const uint64_t root_half = 0x3fe6a09e667f3bcd;
  words shifted = (words)u + (0x3ff0000000000000 - root_half);
  reals m = (reals)((shifted & 0xfffffffffffff) + root_half);
  reals k = (reals)((shifted >> 52) | 0x4330000000000000) - (0x1p52 + 1023);
  reals s = (m - 1) / (m + 1);
  reals t = s * s;
  reals p = 0.16837659970680488 * t + 0.18121934431215214;
  p = p * t + 0.22223434547517906;
  p = p * t + 0.2857141602110767;
  p = p * t + 0.40000000061741614;
  p = p * t + 0.6666666666655292;
  p = p * t + 2.0000000000000004;
  return -2 * (k * 0.6931471805599453 + s * p);
}

/* Sine and cosine of 2 pi f for |f| <= 1/8, to 3.5e-18 and 6.7e-17 before rounding. */
INLINE reals sine(reals f, reals t) {
  reals p = 3.7808664699905807 * t - 15.09380410301556;
  p = p * t + 42.058685018451314;
  p = p * t - 76.70585970426208;
  p = p * t + 81.605249275948;
  p = p * t - 41.341702240399634;
  p = p * t + 6.283185307179586;
  return f * p;
}

INLINE reals cosine(reals t) {
  reals p = 7.810285032991918 * t - 26.424256779833538;
  p = p * t + 60.24462008185416;
  p = p * t - 85.45681709031142;
  p = p * t + 64.93939402236528;
  p = p * t - 19.73920880217842;
  return p * t + 1.0;
}

/* The compiler takes a loop over lanes apart, hence the names of instructions. */
INLINE reals square_root(reals x) {
#if LANES == 8 && defined __AVX512F__
  return (reals)_mm512_sqrt_pd((__m512d)x);
#elif LANES == 4 && defined __AVX__
  return (reals)_mm256_sqrt_pd((__m256d)x);
#else
  reals root;
  for (int lane = 0; lane < LANES; ++lane) root[lane] = sqrt(x[lane]);
  return root;
#endif
}

/* Two vectors of independent standard normals. The top bit of the second word turns the cosine's sign, the next one
 * swaps sine and cosine: with an eighth of a turn to either side that is the whole circle. */
INLINE void normals(streams *streams, reals *first, reals *second) {
  reals radius = square_root(minus_two_log(2 - unit(next(streams))));
  words turn = next(streams);
  reals f = (unit(turn << 2) - 1.5) * 0.25;
  reals t = f * f;
  words c = (words)cosine(t) ^ (turn & 0x8000000000000000);
  words s = (words)sine(f, t);
  words swap = (words)((integers)(turn << 1) < 0);
  *first = radius * (reals)((swap & s) | (~swap & c));
  *second = radius * (reals)((swap & c) | (~swap & s));
}

/* The work. */

static const double weights[4] = {0.23, 0.29, 0.42, 0.06};

/* Row i, column j of the correlations. */
static double correlation(int i, int j) { return pow(0.9, i > j ? i - j : j - i); }

static void cholesky(double factor[4][4]) {
  memset(factor, 0, 16 * sizeof(double));
  for (int j = 0; j < 4; ++j) {
    for (int i = j; i < 4; ++i) {
      double rest = correlation(i, j);
      for (int k = 0; k < j; ++k) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i == j ? sqrt(rest) : rest / factor[j][j];
    }
  }
}

INLINE reals weighted_sum(const double factor[4][4], const reals z[4]) {
  reals sum = {0};
  for (int i = 0; i < 4; ++i) {
    reals x = factor[i][0] * z[0];
    for (int j = 1; j <= i; ++j) x += factor[i][j] * z[j];
    sum += weights[i] * x;
  }
  return sum;
}

typedef struct {
  reals sum, squares;
} moments;

/* Draws a multiple of LANES times. */
static __attribute__((noinline)) moments draw(streams *from, long draws) {
  double factor[4][4];
  cholesky(factor);
  streams own = *from;
  moments moments = {{0}, {0}};
  for (long n = 0; n < draws; n += LANES) {
    reals z[4];
    normals(&own, &z[0], &z[1]);
    normals(&own, &z[2], &z[3]);
    reals sum = weighted_sum(factor, z);
    moments.sum += sum;
    moments.squares += sum * sum;
  }
  *from = own;
  return moments;
}

static double total(reals x) {
  double sum = 0;
  for (int lane = 0; lane < LANES; ++lane) sum += x[lane];
  return sum;
}

/* Checks: each statistic within four and a half standard errors of what it should be. */

static int failures = 0;

static void expect(const char *name, double value, double expected, double standard_error) {
  int passed = fabs(value - expected) <= 4.5 * standard_error;
  printf("%-34s %10.6f  expected %9.6f +- %.6f%s\n", name, value, expected, standard_error,
         passed ? "" : "  WRONG");
  failures += !passed;
}

/* Mean, variance, skewness, kurtosis and the product of each pair that one transform makes. */
static void check_normals(streams *from) {
  const long n = 4000000;
  double power[4] = {0}, product = 0, squares = 0;
  for (long i = 0; i < n / 2; i += LANES) {
    reals a, b;
    normals(from, &a, &b);
    reals x = a;
    reals y = b;
    for (int k = 0; k < 4; ++k) {
      power[k] += total(x + y);
      x *= a;
      y *= b;
    }
    product += total(a * b);
    squares += total(a * a * b * b);
  }
  expect("mean of a normal", power[0] / n, 0, sqrt(1.0 / n));
  expect("its square", power[1] / n, 1, sqrt(2.0 / n));
  expect("its third power", power[2] / n, 0, sqrt(15.0 / n));
  expect("its fourth power", power[3] / n, 3, sqrt(96.0 / n));
  expect("product of a pair", product / (n / 2), 0, sqrt(2.0 / n));
  expect("product of their squares", squares / (n / 2), 1, sqrt(16.0 / n));
}

static void check_sum(moments moments, long draws) {
  double variance = 0;
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 4; ++j) variance += weights[i] * weights[j] * correlation(i, j);
  double mean = total(moments.sum) / draws;
  double deviation = sqrt(total(moments.squares) / draws - mean * mean);
  expect("mean of the sum", mean, 0, sqrt(variance / draws));
  expect("standard deviation of the sum", deviation, sqrt(variance), sqrt(variance / 2 / draws));
}

/* Processor time, which others on the machine do not lengthen. */
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

int main(int count, char **arguments) {
  streams streams = seeded(2025);
  if (count == 2 && strcmp(arguments[1], "time") == 0) {
    const long draws = 10000000;
    draw(&streams, draws / 5);
    for (int c; (c = getchar()) != EOF;) {
      if (c != '\n') continue;
      double start = now();
      moments moments = draw(&streams, draws);
      double spent = now() - start;
      /* A sum that is not a number shows, and keeps the compiler from leaving out the work. */
      printf("%.6f\n", isnan(total(moments.sum)) ? NAN : spent * 1e9 / (4 * draws));
      fflush(stdout);
    }
    return 0;
  }
  const long draws = 100000000;
  double start = now();
  moments moments = draw(&streams, draws);
  double spent = now() - start;
  printf("%d lanes: %.1f million draws a second, %.3f ns a normal\n", LANES, draws / spent / 1e6,
         spent * 1e9 / (4.0 * draws));
  check_sum(moments, draws);
  check_normals(&streams);
  return failures != 0;
}
