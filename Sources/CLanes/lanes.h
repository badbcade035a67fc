#pragma once

/* Eight lanes side by side, SIMD8<Double> and SIMD8<UInt64> in Swift. Swift's own operations on them work lane by lane,
   and rely on the optimizer to put the lanes together again; it does not always, and never in a debug build. Clang's
   are one instruction each where the processor has it, and others to the same bits where it has not. */

typedef double clanes_double8 __attribute__((ext_vector_type(8)));
typedef long long clanes_int8 __attribute__((ext_vector_type(8)));
typedef unsigned long long clanes_uint8 __attribute__((ext_vector_type(8)));
typedef _Bool clanes_bool8 __attribute__((ext_vector_type(8)));

#define CLANES static inline __attribute__((always_inline))

/* Numbers. */
CLANES clanes_double8 clanes_repeated(double a) { return (clanes_double8)a; }
CLANES clanes_double8 clanes_sum(clanes_double8 a, clanes_double8 b) { return a + b; }
CLANES clanes_double8 clanes_difference(clanes_double8 a, clanes_double8 b) { return a - b; }
CLANES clanes_double8 clanes_product(clanes_double8 a, clanes_double8 b) { return a * b; }
CLANES clanes_double8 clanes_quotient(clanes_double8 a, clanes_double8 b) { return a / b; }

/* The lesser and the greater number of each lane; the second one where one of both is none. */
CLANES clanes_double8 clanes_lesser(clanes_double8 a, clanes_double8 b) { return a < b ? a : b; }
CLANES clanes_double8 clanes_greater(clanes_double8 a, clanes_double8 b) { return a > b ? a : b; }

/* Words of 64 bits, modulo 2^64. */
CLANES clanes_uint8 clanes_word_repeated(unsigned long long a) { return (clanes_uint8)a; }
CLANES clanes_uint8 clanes_word_sum(clanes_uint8 a, clanes_uint8 b) { return a + b; }
CLANES clanes_uint8 clanes_word_difference(clanes_uint8 a, clanes_uint8 b) { return a - b; }
CLANES clanes_uint8 clanes_word_product(clanes_uint8 a, clanes_uint8 b) { return a * b; }
CLANES clanes_uint8 clanes_and(clanes_uint8 a, clanes_uint8 b) { return a & b; }
CLANES clanes_uint8 clanes_or(clanes_uint8 a, clanes_uint8 b) { return a | b; }
CLANES clanes_uint8 clanes_xor(clanes_uint8 a, clanes_uint8 b) { return a ^ b; }
CLANES clanes_uint8 clanes_not(clanes_uint8 a) { return ~a; }

/* Shifts by less than 64 places, for each lane its own number of them. */
CLANES clanes_uint8 clanes_up(clanes_uint8 a, clanes_uint8 places) { return a << (places & 63); }
CLANES clanes_uint8 clanes_down(clanes_uint8 a, clanes_uint8 places) { return a >> (places & 63); }

/* The bits of each lane moved up by 1 to 63 places, those that leave it at the top coming back below. */
CLANES clanes_uint8 clanes_rotated(clanes_uint8 a, unsigned long long places) {
  return (a << places) | (a >> (64 - places));
}

/* The words of a, and those of c in lanes where a is b. */
CLANES clanes_uint8 clanes_replaced(clanes_uint8 a, clanes_uint8 b, clanes_uint8 c) {
  return a == b ? c : a;
}

/* The top bit of each lane, that of the first lane lowest. */
CLANES unsigned char clanes_top_bits(clanes_uint8 a) {
  return __builtin_bit_cast(
      unsigned char, __builtin_convertvector((clanes_int8)a < 0, clanes_bool8));
}

/* The top bit of each lane in all of its bits. */
CLANES clanes_uint8 clanes_spread_top_bits(clanes_uint8 a) {
  return (clanes_uint8)((clanes_int8)a < 0);
}

/* Each whole number, rounded once to the nearest double, ties to even. */
CLANES clanes_double8 clanes_rounded(clanes_uint8 a) {
  return __builtin_convertvector(a, clanes_double8);
}

/* Of each row of 16 numbers the one at the place of each lane, of which the lowest four bits count. */
CLANES clanes_double8 clanes_looked_up(const double *row, clanes_uint8 places) {
#if defined __AVX512F__ && __has_builtin(__builtin_ia32_vpermi2varpd512)
  typedef double doubles __attribute__((vector_size(64)));
  typedef long long words __attribute__((vector_size(64)));
  doubles low, high;
  __builtin_memcpy(&low, row, sizeof low);
  __builtin_memcpy(&high, row + 8, sizeof high);
  return (clanes_double8)__builtin_ia32_vpermi2varpd512(low, (words)places, high);
#else
  clanes_double8 found;
  for (int lane = 0; lane < 8; ++lane) found[lane] = row[places[lane] & 15];
  return found;
#endif
}

/* The place of the lowest bit that is set, 64 where none is. One by one: eight of these side by side would be put into
   lanes, which takes twice as long. */
CLANES unsigned long long clanes_lowest_bit(unsigned long long a) {
  unsigned long long place = a ? (unsigned long long)__builtin_ctzll(a) : 64;
  __asm__("" : "+r"(place));
  return place;
}

#undef CLANES
