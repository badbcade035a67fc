/// Columns of numbers, worked on eight at a time.
enum Columns {
  /// The length of a column that holds `count` numbers in whole lanes.
  static func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }

  /// Replaces each number of a column by a function of it.
  ///
  /// A pass over contiguous memory for each function keeps the compiler from taking lanes apart.
  ///
  /// - Parameters:
  ///   - column: room for `padded(count)` numbers, all in the function's domain.
  ///   - count: the numbers that matter.
  @inline(__always)
  static func map(
    _ column: UnsafeMutablePointer<Double>, count: Int,
    _ function: (SIMD8<Double>) -> SIMD8<Double>
  ) {
    let raw = UnsafeMutableRawPointer(column)
    for offset in stride(from: 0, to: 8 * count, by: 64) {
      let x = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      raw.storeBytes(of: function(x), toByteOffset: offset, as: SIMD8<Double>.self)
    }
  }
}
