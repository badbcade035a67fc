import CLanes

// In place of comparisons with `.<`, which the compiler takes apart and passes through memory lane by lane.

extension SIMD8 where Scalar == UInt64 {
  /// The top bit of each lane, that of the first lane lowest.
  @inlinable
  @inline(__always)
  package var topBits: UInt64 { UInt64(clanes_top_bits(self)) }

  /// For each lane the number at its place in a row of 16; of a place the lowest four bits count.
  @inlinable
  @inline(__always)
  package func lookedUp(in row: UnsafePointer<Double>) -> SIMD8<Double> {
    clanes_looked_up(row, self)
  }
}

extension SIMD8 where Scalar == Double {
  /// The bits of each lane.
  @inlinable
  @inline(__always)
  package var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  /// The numbers with these bits.
  @inlinable
  @inline(__always)
  package init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: SIMD8<Double>.self) }

  /// All bits of a lane set where its sign is minus, and none where it is not.
  @inlinable
  @inline(__always)
  package var isMinus: SIMD8<UInt64> { clanes_spread_top_bits(bits) }

  /// All bits of a lane set where it is zero, of either sign.
  @inlinable
  @inline(__always)
  package var isZero: SIMD8<UInt64> {
    let magnitude = bits & SIMD8<UInt64>(repeating: .max >> 1)
    return SIMD8(bits: magnitude &- SIMD8<UInt64>(repeating: 1)).isMinus
  }

  /// The lanes of `other` where all bits of the mask are set, and of this elsewhere.
  @inlinable
  @inline(__always)
  package func replaced(by other: SIMD8<Double>, where mask: SIMD8<UInt64>) -> SIMD8<Double> {
    SIMD8(bits: (bits & ~mask) | (other.bits & mask))
  }
}

extension UInt64 {
  /// The place of the lowest bit that is set, 64 where none is.
  @inlinable
  @inline(__always)
  package var lowestBit: Int { Int(truncatingIfNeeded: clanes_lowest_bit(self)) }
}
