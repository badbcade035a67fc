// Comparisons of eight lanes with `.<` are taken apart and go through memory one by one; these are what the
// processor has instructions for.

extension SIMD8 where Scalar == UInt64 {
  /// The top bit of each lane, that of the first lane lowest.
  @inlinable
  @inline(__always)
  package var topBits: UInt64 {
    let bytes = SIMD8<UInt8>(truncatingIfNeeded: self &>> SIMD8(repeating: 63))
    // The product moves bit 8 i to place 56 + i, and no two bits to one place.
    return (unsafeBitCast(bytes, to: UInt64.self) &* 0x0102_0408_1020_4080) &>> 56
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
  package var isMinus: SIMD8<UInt64> {
    SIMD8<UInt64>(truncatingIfNeeded: unsafeBitCast(self, to: SIMD8<Int64>.self) &>> 63)
  }

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
