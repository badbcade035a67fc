/// A quantile function of a standard normal score, tabulated once and then cheap.
///
/// As a function of the score z instead of the probability, a quantile Q(Phi(z)) is smooth on the whole
/// line but for the kinks of Q: what an end of the support does to Q happens at an infinite score.
/// Short segments of equal length therefore fit it evenly well, with a polynomial of degree 7 in
/// each, and the number of the segment is a product and a rounding away.
///
/// A class, so that copies of a distribution share the 20 to 40 kB.
final class ScoreTable: Sendable {
  /// Two rows a segment: the coefficients of s^0 ... s^3 and of s^4 ... s^7, with s in [-1, 1].
  private let rows: [SIMD4<Double>]

  /// The centre of segment zero, chosen so that a kink lies between two segments.
  private let origin: Double

  private let segmentsPerUnit: Double

  /// The number of the first segment, below zero.
  private let first: Int

  /// From this magnitude on a score is left to the caller: `largestScore`, or less where the function
  /// is out of range.
  private let limit: Double

  /// The magnitude up to which there are segments. A score of its own, with a probability of 2^-65 or
  /// more, is never beyond; a mixture of correlated ones is once in 10^19 times.
  private static let largestScore = 9.25

  /// How short the segments are.
  enum Resolution: Double {
    /// 1/16 of a standard deviation.
    case standard = 16
    /// 1/32, for functions that grow like a power of the probability or have singularities near.
    case fine = 32
  }

  /// Samples a quantile function.
  ///
  /// - Parameter kink: the probability below the point where the function is not smooth, if any.
  /// - Complexity: 2,400 quantiles at the standard resolution, twice as many at the fine one.
  convenience init(
    _ resolution: Resolution = .standard, kink: Double? = nil,
    _ quantile: (TailProbability) -> Double
  ) {
    self.init(
      resolution, origin: Self.origin(kink, segmentsPerUnit: resolution.rawValue),
      score: { quantile(TailProbability(score: $0)) })
  }

  /// Samples any other smooth function of a number that is rarely beyond nine.
  convenience init(score resolution: Resolution, _ function: (Double) -> Double) {
    self.init(resolution, origin: 0, score: function)
  }

  private init(_ resolution: Resolution, origin: Double, score function: (Double) -> Double) {
    let perUnit = resolution.rawValue
    let first = Int(((-Self.largestScore - origin) * perUnit).rounded())
    let last = Int(((Self.largestScore - origin) * perUnit).rounded())
    var limit = Self.largestScore
    var rows: [SIMD4<Double>] = []
    rows.reserveCapacity(2 * (last - first + 1))
    for segment in first...last {
      let centre = origin + Double(segment) / perUnit
      let samples = Self.nodes.map { node in
        function(centre + node * (0.5 / perUnit))
      }
      let coefficients = Self.coefficients(samples)
      if !(coefficients.low + coefficients.high).sum().isFinite {
        limit = min(limit, max(centre.magnitude - 0.5 / perUnit, 0))
      }
      rows.append(coefficients.low)
      rows.append(coefficients.high)
    }
    self.rows = rows
    self.origin = origin
    self.first = first
    self.limit = limit
    segmentsPerUnit = perUnit
  }

  /// No table, for a distribution that is not complete yet: every score is left to the caller.
  static let empty = ScoreTable()

  private init() {
    rows = []
    limit = 0
    origin = 0
    segmentsPerUnit = 1
    first = 0
  }

  private static func origin(_ kink: Double?, segmentsPerUnit: Double) -> Double {
    guard let kink, kink > 0, kink < 1 else { return 0 }
    let z = StandardNormal.quantile(TailProbability(lower: kink))
    return z.magnitude < largestScore ? z + 0.5 / segmentsPerUnit : 0
  }

  /// Replaces each score by the value of the function.
  ///
  /// Eight scores at a time, where all of them have segments: to the same bits as one by one, in three fifths of
  /// the time.
  ///
  /// - Parameter beyond: the function at a score that has no segment.
  @inline(__always)
  func map(
    _ scores: UnsafeMutableBufferPointer<Double>, beyond: (Double) -> Double
  ) {
    guard let start = scores.baseAddress else { return }
    let raw = UnsafeMutableRawPointer(start)
    rows.withUnsafeBufferPointer { rows in
      for i in stride(from: 0, to: scores.count, by: 8) {
        let rest = scores.count - i
        if rest >= 8, let base = rows.baseAddress {
          let z = raw.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
          if isInside(z) {
            raw.storeBytes(of: values(z, base), toByteOffset: 8 * i, as: SIMD8<Double>.self)
            continue
          }
        }
        for k in i..<i + min(rest, 8) {
          let z = start[k]
          start[k] = z.magnitude < limit ? value(z, rows) : beyond(z)
        }
      }
    }
  }

  /// Whether each of eight scores has a segment.
  @inline(__always)
  private func isInside(_ z: SIMD8<Double>) -> Bool {
    // Magnitudes are in the order of their bits, and a number that is none is beyond all of them.
    let magnitudes = z.bits & SIMD8(repeating: .max >> 1)
    return (magnitudes &- SIMD8(repeating: limit.bitPattern)).topBits == 0xff
  }

  // Adding 1.5 x 2^52 rounds to a whole number and leaves it in the low bits.
  private static let magic = 0x1.8p52

  /// What the number of the first segment leaves in the low bits.
  private var firstBits: UInt64 { Self.magic.bitPattern &+ UInt64(bitPattern: Int64(first)) }

  /// The function at a score that has a segment.
  @inline(__always)
  private func value(_ z: Double, _ rows: UnsafeBufferPointer<SIMD4<Double>>) -> Double {
    let v = (z - origin) * segmentsPerUnit
    let shifted = v + Self.magic
    let s = 2 * (v - (shifted - Self.magic))
    let row = 2 * Int(truncatingIfNeeded: shifted.bitPattern &- firstBits)
    let square = s * s
    let sum = rows[row] + SIMD4(repeating: square * square) * rows[row + 1]
    return (sum.x + s * sum.y) + square * (sum.z + s * sum.w)
  }

  /// The function at eight scores that have segments.
  @inline(__always)
  private func values(
    _ z: SIMD8<Double>, _ rows: UnsafePointer<SIMD4<Double>>
  ) -> SIMD8<Double> {
    let magic = SIMD8(repeating: Self.magic)
    let v = (z - SIMD8(repeating: origin)) * SIMD8(repeating: segmentsPerUnit)
    let shifted = v + magic
    let s = SIMD8(repeating: 2) * (v - (shifted - magic))
    let square = s * s
    let fourth = square * square
    let places = shifted.bits &- SIMD8(repeating: firstBits)
    /// The polynomials in the fourth power, for the powers 0 ... 3 of one score.
    @inline(__always)
    func sum(_ lane: Int) -> SIMD4<Double> {
      let row = rows + 2 * Int(truncatingIfNeeded: places[lane])
      return row[0] + SIMD4(repeating: fourth[lane]) * row[1]
    }
    /// The function at four scores, the first of which is in this lane.
    @inline(__always)
    func four(_ lane: Int, _ s: SIMD4<Double>, _ square: SIMD4<Double>) -> SIMD4<Double> {
      let first = SIMD8(lowHalf: sum(lane), highHalf: sum(lane + 1))
      let second = SIMD8(lowHalf: sum(lane + 2), highHalf: sum(lane + 3))
      let even = SIMD8(lowHalf: first.evenHalf, highHalf: second.evenHalf)
      let odd = SIMD8(lowHalf: first.oddHalf, highHalf: second.oddHalf)
      let pairs = even + SIMD8(s[0], s[0], s[1], s[1], s[2], s[2], s[3], s[3]) * odd
      return pairs.evenHalf + square * pairs.oddHalf
    }
    return SIMD8(
      lowHalf: four(0, s.lowHalf, square.lowHalf), highHalf: four(4, s.highHalf, square.highHalf))
  }

  /// The zeros of the Chebyshev polynomial of degree 8: cos(pi (2k + 1) / 16), k = 0 ... 7.
  private static let nodes: [Double] = {
    let positive = [
      0.9807852804032304, 0.8314696123025452, 0.5555702330196022, 0.1950903220161283,
    ]
    return positive + positive.reversed().map { -$0 }
  }()

  /// The coefficients of s^0 ... s^3 and s^4 ... s^7 in the polynomial that is one at node k and zero
  /// at the others, for k = 0 ... 7.
  private static let basis: [(low: SIMD4<Double>, high: SIMD4<Double>)] = (0..<8).map { k in
    // The product of (s - node) over the other nodes, divided by its value at the node.
    var powers = [Double](repeating: 0, count: 8)
    powers[0] = 1
    var scale = 1.0
    for (index, node) in nodes.enumerated() where index != k {
      powers = powers.indices.map { (($0 > 0) ? powers[$0 - 1] : 0) - node * powers[$0] }
      scale *= nodes[k] - node
    }
    let scaled = powers.map { $0 / scale }
    return (SIMD4(scaled[0..<4]), SIMD4(scaled[4..<8]))
  }

  /// The coefficients of the powers of s in the polynomial through the samples at the nodes.
  private static func coefficients(
    _ samples: [Double]
  ) -> (low: SIMD4<Double>, high: SIMD4<Double>) {
    // Rounding is in proportion to what is summed: only the differences are.
    let level = samples[3]
    var low = SIMD4<Double>(repeating: 0)
    var high = low
    for (sample, basis) in zip(samples, basis) {
      let weight = SIMD4(repeating: sample - level)
      low += weight * basis.low
      high += weight * basis.high
    }
    low[0] += level
    return (low, high)
  }
}
