import CLanes

// These take the place of the standard library's, which are generic: an optimizer puts their lanes together again as
// a rule, but takes rotations apart on AVX2, and without one each costs a hundred times as much.

extension SIMD8 where Scalar == Double {
  /// The same number in each lane.
  @inlinable
  @inline(__always)
  package init(repeating value: Double) { self = clanes_repeated(value) }

  /// The sum of each lane's numbers.
  @inlinable
  @inline(__always)
  package static func + (a: Self, b: Self) -> Self { clanes_sum(a, b) }

  /// The difference of each lane's numbers.
  @inlinable
  @inline(__always)
  package static func - (a: Self, b: Self) -> Self { clanes_difference(a, b) }

  /// The product of each lane's numbers.
  @inlinable
  @inline(__always)
  package static func * (a: Self, b: Self) -> Self { clanes_product(a, b) }

  /// The quotient of each lane's numbers.
  @inlinable
  @inline(__always)
  package static func / (a: Self, b: Self) -> Self { clanes_quotient(a, b) }

  /// The lesser number of each lane; that of the other where one of both is none.
  @inlinable
  @inline(__always)
  package func lesser(_ other: Self) -> Self { clanes_lesser(self, other) }

  /// The greater number of each lane; that of the other where one of both is none.
  @inlinable
  @inline(__always)
  package func greater(_ other: Self) -> Self { clanes_greater(self, other) }

  /// The sum of all lanes: of both halves, then of neighbours, then of these.
  @inlinable
  @inline(__always)
  package var total: Double {
    let half = lowHalf + highHalf
    return (half[0] + half[1]) + (half[2] + half[3])
  }

  /// Adds to each lane.
  @inlinable
  @inline(__always)
  package static func += (a: inout Self, b: Self) { a = a + b }

  /// Multiplies each lane.
  @inlinable
  @inline(__always)
  package static func *= (a: inout Self, b: Self) { a = a * b }
}

extension SIMD8 where Scalar == UInt64 {
  /// The same word in each lane.
  @inlinable
  @inline(__always)
  package init(repeating value: UInt64) { self = clanes_word_repeated(value) }

  /// The sum of each lane's words, modulo 2^64.
  @inlinable
  @inline(__always)
  package static func &+ (a: Self, b: Self) -> Self { clanes_word_sum(a, b) }

  /// The difference of each lane's words, modulo 2^64.
  @inlinable
  @inline(__always)
  package static func &- (a: Self, b: Self) -> Self { clanes_word_difference(a, b) }

  /// The product of each lane's words, modulo 2^64.
  @inlinable
  @inline(__always)
  package static func &* (a: Self, b: Self) -> Self { clanes_word_product(a, b) }

  /// The bits set in both.
  @inlinable
  @inline(__always)
  package static func & (a: Self, b: Self) -> Self { clanes_and(a, b) }

  /// The bits set in either.
  @inlinable
  @inline(__always)
  package static func | (a: Self, b: Self) -> Self { clanes_or(a, b) }

  /// The bits set in one of both.
  @inlinable
  @inline(__always)
  package static func ^ (a: Self, b: Self) -> Self { clanes_xor(a, b) }

  /// The bits not set.
  @inlinable
  @inline(__always)
  package static prefix func ~ (a: Self) -> Self { clanes_not(a) }

  /// The bits of each lane moved up, by a number of places modulo 64.
  @inlinable
  @inline(__always)
  package static func &<< (a: Self, b: Self) -> Self { clanes_up(a, b) }

  /// The bits of each lane moved down, by a number of places modulo 64.
  @inlinable
  @inline(__always)
  package static func &>> (a: Self, b: Self) -> Self { clanes_down(a, b) }

  /// The same words, and those of another where they are what is to be replaced.
  @inlinable
  @inline(__always)
  package func replacing(_ old: Self, with new: Self) -> Self { clanes_replaced(self, old, new) }

  /// Subtracts from each lane, modulo 2^64.
  @inlinable
  @inline(__always)
  package static func &-= (a: inout Self, b: Self) { a = a &- b }

  /// Sets the bits of the other.
  @inlinable
  @inline(__always)
  package static func |= (a: inout Self, b: Self) { a = a | b }

  /// Turns the bits that are set in the other.
  @inlinable
  @inline(__always)
  package static func ^= (a: inout Self, b: Self) { a = a ^ b }

  /// The bits of each lane moved up by 1 to 63 places, those that leave it at the top coming back below.
  @inlinable
  @inline(__always)
  package func rotated(by places: UInt64) -> Self { clanes_rotated(self, places) }

  /// Each number rounded to the nearest `Double`.
  @inlinable
  @inline(__always)
  package var rounded: SIMD8<Double> { clanes_rounded(self) }
}
