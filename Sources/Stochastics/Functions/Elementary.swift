/// Elementary functions that give the same bits on every processor.
///
/// A system's mathematics library may choose another code path, and with it another last bit, on
/// another CPU. These functions use only addition, subtraction, multiplication, division and the
/// square root, each of which IEEE 754 rounds correctly, and never a fused multiply-add.
@usableFromInline
enum Elementary {
  /// The leading 42 bits of ln 2: a multiple by any exponent of a `Double` is exact.
  @usableFromInline static let ln2High = 0x1.62e42fefa3800p-1

  /// ln 2 less `ln2High`.
  @usableFromInline static let ln2Low = 0x1.ef35793c76730p-45

  /// The square root of one half, where the significands of the logarithm are folded.
  @usableFromInline static let rootHalf = 0x1.6a09e667f3bcdp-1
}
