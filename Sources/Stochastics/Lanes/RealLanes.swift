/// One real number, or several side by side, under the operations that IEEE 754 rounds correctly.
///
/// A formula written over lanes gives the same bits for each number whether it is evaluated alone
/// or together with others.
@usableFromInline
protocol RealLanes {
  init(repeating value: Double)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
}

extension Double: RealLanes {
  @usableFromInline
  @inline(__always)
  init(repeating value: Double) { self = value }
}

extension SIMD8: RealLanes where Scalar == Double {}

extension RealLanes {
  @usableFromInline
  @inline(__always)
  static func + (a: Self, b: Double) -> Self { a + Self(repeating: b) }

  @usableFromInline
  @inline(__always)
  static func * (a: Double, b: Self) -> Self { Self(repeating: a) * b }
}
