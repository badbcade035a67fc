/// A smooth function of -ln p, for the probabilities p of a tail, tabulated once and then cheap.
///
/// A quantile is an analytic function of l = -ln p with its nearest singularity at l = 0, where the
/// tail holds everything. Two segments to each power of two of l therefore fit the function evenly
/// well, from the median, l = ln 2, to the smallest `Double`, l = 744.4: in each of them a
/// polynomial of degree 15 leaves an error of the order of 10^-16 of the function's size. A function with
/// singularities elsewhere near the line takes more segments.
struct TailTable: Sendable {
  /// Four rows a segment: the coefficients of s^0 ... s^3, s^4 ... s^7 and so on.
  private let rows: [SIMD4<Double>]

  /// The leading bits of the significand that number the segments of a power of two.
  private let bits: UInt64

  /// Samples `function` at arguments between 0.5 and 768, some of them below ln 2: 336 of them with one
  /// bit, twice as many with each bit more.
  ///
  /// - Parameter bits: two to this power are the segments to each power of two, at least two.
  init(bits: UInt64 = 1, _ function: (Double) -> Double) {
    self.bits = bits
    let first = Self.firstSegment << bits
    var rows: [SIMD4<Double>] = []
    for segment in 0..<(Self.halfSegmentCount << (bits - 1)) {
      let start = Double(bitPattern: (first + segment) << (52 - bits))
      let end = Double(bitPattern: (first + segment + 1) << (52 - bits))
      let centre = 0.5 * (start + end)
      let samples = Self.nodes.map { function(centre + 0.5 * (end - start) * $0) }
      let coefficients = Self.interpolate(samples)
      for row in 0..<4 {
        rows.append(SIMD4(coefficients[(4 * row)..<(4 * row + 4)]))
      }
    }
    self.rows = rows
  }

  /// The function at `l`, for 0.5 <= l < 768.
  func callAsFunction(_ l: Double) -> Double {
    // The exponent and the first bits of the significand number the segment; the others say where in
    // it l lies, as a number in [1, 2) and then as s in [-1, 1).
    let segment = Int((l.bitPattern >> (52 - bits)) - Self.firstSegment << bits)
    let unit = Double(bitPattern: (l.bitPattern << bits) & 0x000f_ffff_ffff_ffff | 0x3ff << 52)
    let s = 2 * unit - 3
    let square = s * s
    let fourth = SIMD4<Double>(repeating: square * square)
    var sum = rows[4 * segment + 3]
    sum = sum * fourth + rows[4 * segment + 2]
    sum = sum * fourth + rows[4 * segment + 1]
    sum = sum * fourth + rows[4 * segment]
    return (sum.x + s * sum.y) + square * (sum.z + s * sum.w)
  }

  /// The sign and the exponent of 0.5.
  private static let firstSegment: UInt64 = 0x3fe

  /// The segments from 0.5 to 768 with one bit.
  private static let halfSegmentCount: UInt64 = 21

  /// The zeros of the Chebyshev polynomial of degree 16: cos(pi (2k + 1) / 32), k = 0 ... 15.
  private static let nodes: [Double] = {
    let positive = [
      0.9951847266721969, 0.9569403357322088, 0.881921264348355, 0.773010453362737,
      0.6343932841636455, 0.47139673682599764, 0.2902846772544624, 0.0980171403295606,
    ]
    return positive + positive.reversed().map { -$0 }
  }()

  /// The coefficients of the powers of s in the polynomial through the samples at the nodes.
  private static func interpolate(_ samples: [Double]) -> [Double] {
    let count = nodes.count
    var coefficients = [Double](repeating: 0, count: count)
    // The projections below round in proportion to what is projected: only differences are.
    let level = samples[count / 2]
    // T[n] at the nodes, and its coefficients, by T[n + 1] = 2 s T[n] - T[n - 1].
    var previousValues = nodes
    var values = [Double](repeating: 1, count: count)
    var previousPowers = [Double](repeating: 0, count: count)
    var powers = previousPowers
    powers[0] = 1
    for degree in 0..<count {
      var projection = 0.0
      for index in 0..<count { projection += (samples[index] - level) * values[index] }
      projection *= (degree == 0 ? 1 : 2) / Double(count)
      for index in 0...degree { coefficients[index] += projection * powers[index] }

      let factor = degree == 0 ? 1.0 : 2.0
      var nextPowers = previousPowers.map { -$0 }
      for index in 0..<(count - 1) { nextPowers[index + 1] += factor * powers[index] }
      let nextValues = (0..<count).map { index in
        degree == 0
          ? nodes[index] : 2 * nodes[index] * values[index] - previousValues[index]
      }
      (previousPowers, powers) = (powers, nextPowers)
      (previousValues, values) = (values, nextValues)
    }
    coefficients[0] += level
    return coefficients
  }
}
