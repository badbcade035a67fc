// Comparisons of eight lanes with `.<` are taken apart and go through memory one by one; these are what the
// processor has instructions for.

extension SIMD8 where Scalar == Double {
  /// The bits of each lane.
  @inline(__always)
  var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  /// The numbers with these bits.
  @inline(__always)
  init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: SIMD8<Double>.self) }

  /// All bits of a lane set where its sign is minus, and none where it is not.
  @inline(__always)
  var isMinus: SIMD8<UInt64> {
    SIMD8<UInt64>(truncatingIfNeeded: unsafeBitCast(self, to: SIMD8<Int64>.self) &>> 63)
  }

  /// All bits of a lane set where it is zero, of either sign.
  @inline(__always)
  var isZero: SIMD8<UInt64> {
    let magnitude = bits & SIMD8<UInt64>(repeating: .max >> 1)
    return SIMD8(bits: magnitude &- SIMD8<UInt64>(repeating: 1)).isMinus
  }

  /// The lanes of `other` where all bits of the mask are set, and of this elsewhere.
  @inline(__always)
  func replaced(by other: SIMD8<Double>, where mask: SIMD8<UInt64>) -> SIMD8<Double> {
    SIMD8(bits: (bits & ~mask) | (other.bits & mask))
  }
}
