// The functions over whole columns, eight numbers at a time: the same bits as one by one, several
// times as fast. Runs of numbers for which the lanes are not made go one by one.
extension PortableMath {
  /// Numbers that are looked at together.
  private static let run = 32

  /// Replaces each number of a column by its exponential.
  ///
  /// - Complexity: O(count).
  public static func exp(_ column: UnsafeMutableBufferPointer<Double>) {
    map(
      column, lanes: Elementary.exp(normal:), single: Elementary.exp,
      outside: { bits in
        let magnitude = bits & SIMD8(repeating: .max >> 1)
        return SIMD8(repeating: 699.0.bitPattern) &- magnitude
      })
  }

  /// Replaces each number of a column by its natural logarithm.
  ///
  /// - Complexity: O(count).
  public static func log(_ column: UnsafeMutableBufferPointer<Double>) {
    map(
      column, lanes: Elementary.log(normal:), single: Elementary.log,
      outside: { bits in
        let least = SIMD8(repeating: Double.leastNormalMagnitude.bitPattern)
        let greatest = SIMD8(repeating: Double.greatestFiniteMagnitude.bitPattern)
        return bits | (bits &- least) | (greatest &- bits)
      })
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

  /// Replaces each number of a column by a function of it.
  ///
  /// - Parameters:
  ///   - lanes: the function of eight numbers, in the domain of the lanes.
  ///   - single: the function of any number.
  ///   - outside: words whose top bit is set where a number, given by its bits, is out of the domain of
  ///     the lanes.
  @inline(__always)
  private static func map(
    _ column: UnsafeMutableBufferPointer<Double>, lanes: (SIMD8<Double>) -> SIMD8<Double>,
    single: (Double) -> Double, outside: (SIMD8<UInt64>) -> SIMD8<UInt64>
  ) {
    guard let start = column.baseAddress else { return }
    var first = 0
    while first < column.count {
      let count = min(run, column.count - first)
      let part = start + first
      if count == run, lies(part, outside: outside) {
        Columns.map(part, count: count, lanes)
      } else {
        for i in 0..<count { part[i] = single(part[i]) }
      }
      first += count
    }
  }

  /// Whether a run of numbers lies in the domain of the lanes.
  @inline(__always)
  private static func lies(
    _ numbers: UnsafeMutablePointer<Double>, outside: (SIMD8<UInt64>) -> SIMD8<UInt64>
  ) -> Bool {
    let raw = UnsafeRawPointer(numbers)
    var marks = SIMD8<UInt64>(repeating: 0)
    for offset in stride(from: 0, to: 8 * run, by: 64) {
      marks |= outside(raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self))
    }
    let half = marks.lowHalf | marks.highHalf
    let quarter = half.lowHalf | half.highHalf
    return (quarter.x | quarter.y) >> 63 == 0
  }
}
