// The functions over whole columns, four numbers at a time: the same bits as one by one, several
// times as fast. Runs of numbers for which the lanes are not made go one by one.
extension PortableMath {
  /// Numbers that are looked at together.
  private static let run = 32

  /// Replaces each number of a column by its exponential.
  ///
  /// - Complexity: O(count).
  public static func exp(_ column: UnsafeMutableBufferPointer<Double>) {
    map(
      column, within: SIMD4(repeating: -699), SIMD4(repeating: 699), lanes: Elementary.exp(normal:),
      single: Elementary.exp)
  }

  /// Replaces each number of a column by its natural logarithm.
  ///
  /// - Complexity: O(count).
  public static func log(_ column: UnsafeMutableBufferPointer<Double>) {
    map(
      column, within: SIMD4(repeating: .leastNormalMagnitude),
      SIMD4(repeating: .greatestFiniteMagnitude), lanes: Elementary.log(normal:),
      single: Elementary.log)
  }

  /// Replaces each number of a column, an angle in radians, by its sine.
  ///
  /// - Complexity: O(count).
  public static func sin(_ column: UnsafeMutableBufferPointer<Double>) {
    for i in column.indices { column[i] = Elementary.sine(column[i]) }
  }

  /// Replaces each number of a column, an angle in radians, by its cosine.
  ///
  /// - Complexity: O(count).
  public static func cos(_ column: UnsafeMutableBufferPointer<Double>) {
    for i in column.indices { column[i] = Elementary.cosine(column[i]) }
  }

  /// Replaces each number of a column by its power: `bases[i]` to `exponents[i]`.
  ///
  /// - Parameters:
  ///   - bases: the column.
  ///   - exponents: as many as there are bases, and no part of the same memory.
  /// - Complexity: O(count).
  public static func power(
    _ bases: UnsafeMutableBufferPointer<Double>, _ exponents: UnsafeBufferPointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: bases.count) { logarithms in
      for i in 0..<bases.count { logarithms[i] = bases[i] }
      log(logarithms)
      for i in 0..<bases.count { logarithms[i] = exponents[i] * logarithms[i] }
      exp(logarithms)
      for i in 0..<bases.count {
        let (x, y) = (bases[i], exponents[i])
        bases[i] = x > 0 && !isSpecial(y) ? logarithms[i] : power(x, y)
      }
    }
  }

  /// Whether the power is worked out otherwise than by logarithms.
  @inline(__always)
  static func isSpecial(_ exponent: Double) -> Bool {
    exponent == 0.5 || exponent.magnitude <= 64 && exponent == exponent.rounded()
  }

  @inline(__always)
  private static func map(
    _ column: UnsafeMutableBufferPointer<Double>, within low: SIMD4<Double>,
    _ high: SIMD4<Double>, lanes: (SIMD4<Double>) -> SIMD4<Double>, single: (Double) -> Double
  ) {
    guard let start = column.baseAddress else { return }
    var first = 0
    while first < column.count {
      let count = min(run, column.count - first)
      let part = start + first
      if count == run, lies(part, within: low, high) {
        Columns.map(part, count: count, lanes)
      } else {
        for i in 0..<count { part[i] = single(part[i]) }
      }
      first += count
    }
  }

  /// Whether a run of numbers lies between two bounds.
  @inline(__always)
  private static func lies(
    _ numbers: UnsafeMutablePointer<Double>, within low: SIMD4<Double>, _ high: SIMD4<Double>
  ) -> Bool {
    let raw = UnsafeRawPointer(numbers)
    var isInside = SIMDMask<SIMD4<Int64>>(repeating: true)
    for offset in stride(from: 0, to: 8 * run, by: 32) {
      let x = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      let isBetween = (x .>= low) .& (x .<= high)
      isInside .&= isBetween
    }
    return all(isInside)
  }
}
