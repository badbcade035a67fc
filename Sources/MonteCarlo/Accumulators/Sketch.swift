/// The distribution of one column of draws in bounded memory: counts over bins that cover the whole
/// real line, finest at the centre.
///
/// A value x falls into a bin by the monotone map
///
///     u = (x - centre) / scale,   bin = round(4096 ± 4095 (1 - r(2 + |u|))), with the sign of u
///
/// where r(y) is 2/y at powers of two and a straight line between them: in binary the difference of infinity and y, both
/// taken as whole numbers, so that no draw waits for a division. Within |u| = 2, from there to 6, from 6 to 14 and so on, bins
/// are equally wide, each time four times as wide as before. No value is out of range: the first and the last bin that are
/// used are those of both infinities. With the scale a standard deviation, a bin is 0.001 standard deviations wide up to two
/// of them from the centre and 0.004 up to six; a quantile is found to within its bin, and by interpolation much closer. Counts
/// are integers: merging is exact in any order.
public struct Sketch: Sendable, Equatable {
  static let binCount = 8192
  /// Bins that a search for a quantile passes over at once.
  private static let runLength = 64
  /// Bins on either side of the middle one.
  static let half = 4095.0
  /// The middle bin. A whole number, which rounding to a bin by adding 2^52 keeps exact.
  static let middle = 4096.0
  /// How far from the centre bins are as narrow as there.
  static let core = 2.0
  /// Infinity, by its bits: r(y) is this less y.
  static let infinity = Double.infinity.bitPattern

  /// The value that maps to the middle bin.
  public let centre: Double
  /// The unit of the map, positive.
  public let scale: Double
  /// The draws in each bin, in all at most `Simulation.maximumDraws`.
  public private(set) var counts: [UInt32]
  /// The draws in all bins.
  public private(set) var total: UInt64 = 0
  /// The smallest and largest value seen; infinite while nothing has been.
  public private(set) var minimum = Double.infinity
  /// The largest value seen; minus infinity while nothing has been.
  public private(set) var maximum = -Double.infinity

  init(centre: Double, scale: Double) {
    self.centre = centre
    self.scale = scale
    counts = [UInt32](repeating: 0, count: Self.binCount)
  }

  /// Adds counts collected elsewhere under the same centre and scale.
  ///
  /// - Parameter other: `binCount` counts.
  mutating func add(counts other: ArraySlice<UInt32>, minimum low: Double, maximum high: Double) {
    precondition(other.count == Self.binCount)
    other.withUnsafeBufferPointer { other in
      counts.withUnsafeMutableBufferPointer { counts in
        for i in 0..<Self.binCount { counts[i] += other[i] }
      }
    }
    total += other.reduce(0 as UInt64) { $0 &+ UInt64($1) }
    minimum = min(minimum, low)
    maximum = max(maximum, high)
  }

  /// The value below which a fraction p of the draws lies, p in [0, 1]; NaN when there are none.
  ///
  /// Linear interpolation inside the bin, held within the smallest and largest value seen.
  public func quantile(_ p: Double) -> Double {
    guard total > 0 else { return .nan }
    let rank = min(max(p, 0), 1) * Double(total)
    if rank <= 0 { return minimum }
    var below = 0.0
    for first in stride(from: 0, to: Self.binCount, by: Self.runLength) {
      let run = first..<first + Self.runLength
      // Counts are whole numbers below 2^53, so that a run is passed over exactly.
      let inRun = Double(counts[run].reduce(0 as UInt64) { $0 &+ UInt64($1) })
      guard below + inRun >= rank else {
        below += inRun
        continue
      }
      for bin in run where counts[bin] > 0 {
        let inBin = Double(counts[bin])
        if below + inBin >= rank {
          let place = Double(bin) - 0.5 + (rank - below) / inBin
          return min(max(value(at: place), minimum), maximum)
        }
        below += inBin
      }
    }
    return maximum
  }

  /// The fraction of draws at or below x, interpolated inside the bin of x.
  public func fraction(atOrBelow x: Double) -> Double {
    guard total > 0 else { return .nan }
    if x < minimum { return 0 }
    if x >= maximum { return 1 }
    let place = self.place(of: x)
    let bin = min(max(Int(place.rounded()), 0), Self.binCount - 1)
    var below: UInt64 = 0
    for i in 0..<bin { below += UInt64(counts[i]) }
    let part = min(max(place - (Double(bin) - 0.5), 0), 1)
    return (Double(below) + part * Double(counts[bin])) / Double(total)
  }

  /// The width of the bin that x falls into: the bound on the error of a quantile there.
  public func resolution(at x: Double) -> Double {
    let place = self.place(of: x).rounded()
    return value(at: place + 0.5) - value(at: place - 0.5)
  }

  private func place(of x: Double) -> Double {
    Self.middle + Self.distance(of: (x - centre) * (1 / scale))
  }

  /// How many bins from the middle one a value lies, and on which side.
  ///
  /// - Parameter u: how many scales the value lies above the centre.
  static func distance(of u: Double) -> Double {
    let reciprocal = Double(bitPattern: infinity &- (core + u.magnitude).bitPattern)
    return Double(signOf: u, magnitudeOf: half - half * reciprocal)
  }

  /// The inverse of `place(of:)`, for places inside the open range of bins.
  private func value(at place: Double) -> Double {
    let distance = place - Self.middle
    let reciprocal = 1 - distance.magnitude / Self.half
    guard reciprocal > 0 else { return distance < 0 ? -.infinity : .infinity }
    let u = Double(bitPattern: Self.infinity - reciprocal.bitPattern) - Self.core
    return centre + scale * Double(signOf: distance, magnitudeOf: u)
  }
}
