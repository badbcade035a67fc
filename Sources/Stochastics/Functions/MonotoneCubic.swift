/// An increasing curve through points: a cubic between two neighbours, a straight line beyond the
/// first and the last.
///
/// The slopes at the inner points are the weighted harmonic means of those of the secants on both
/// sides, which keep every cubic increasing: F. N. Fritsch and J. Butland, "A method for constructing
/// local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5 (1984) 300,
/// doi:10.1137/0905021, after F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238,
/// doi:10.1137/0717021. Those at the ends leave no curvature there, so that it dies out towards
/// the lines. The curve has a continuous slope everywhere, and points on a line give the line.
struct MonotoneCubic: Sendable {
  /// The arguments and the values of the points, both ascending.
  let arguments: [Double]
  let values: [Double]

  /// The slopes at the points, above zero.
  let slopes: [Double]

  /// The coefficients of the square and the cube of the distance from the first point of each piece.
  private let squares: [Double]
  private let cubes: [Double]

  /// Lays the curve through two points or more; nil where a slope is out of the range of a `Double`.
  ///
  /// - Precondition: arguments and values ascend.
  init?(arguments: [Double], values: [Double]) {
    let widths = zip(arguments, arguments.dropFirst()).map { $1 - $0 }
    let secants = zip(zip(values, values.dropFirst()), widths).map { ($0.1 - $0.0) / $1 }
    let isInRange = { (slope: Double) in
      slope >= .leastNormalMagnitude && slope < 0.125 * .greatestFiniteMagnitude
    }
    guard secants.allSatisfy(isInRange) else { return nil }
    let slopes = Self.slopes(secants: secants, widths: widths)
    guard slopes.allSatisfy(isInRange) else { return nil }
    self.arguments = arguments
    self.values = values
    self.slopes = slopes
    squares = secants.indices.map {
      (3 * secants[$0] - (2 * slopes[$0] + slopes[$0 + 1])) / widths[$0]
    }
    cubes = secants.indices.map {
      ((slopes[$0] + slopes[$0 + 1]) - 2 * secants[$0]) / widths[$0] / widths[$0]
    }
    guard (squares + cubes).allSatisfy(\.isFinite) else { return nil }
  }

  private static func slopes(secants: [Double], widths: [Double]) -> [Double] {
    guard secants.count > 1 else { return [secants[0], secants[0]] }
    let inner = secants.indices.dropFirst().map { i in
      let (before, after) = (widths[i - 1], widths[i])
      let weight = (before + 2 * after) / (3 * (before + after))
      // The secants in relation to the smaller one, whose reciprocal may overflow.
      let least = min(secants[i - 1], secants[i])
      return least / (weight * (least / secants[i - 1]) + (1 - weight) * (least / secants[i]))
    }
    // No curvature at an end: 2 d + d' = 3 s, with d' below 3 s.
    let first = 0.5 * (3 * secants[0] - inner[0])
    let last = 0.5 * (3 * secants[secants.count - 1] - inner[inner.count - 1])
    return [first] + inner + [last]
  }

  /// The value of the curve.
  ///
  /// - Complexity: O(log n) in the number of points.
  func callAsFunction(_ argument: Double) -> Double {
    value(argument, piece: piece(of: argument))
  }

  /// The number of the last point at or below an argument; -1 for none.
  func piece(of argument: Double) -> Int { Self.place(of: argument, in: arguments) }

  /// The value of the curve at an argument in a piece.
  func value(_ argument: Double, piece: Int) -> Double {
    guard piece >= 0 else { return values[0] + slopes[0] * (argument - arguments[0]) }
    let u = argument - arguments[piece]
    guard piece < cubes.count else { return values[piece] + slopes[piece] * u }
    let y = values[piece] + u * (slopes[piece] + u * (squares[piece] + u * cubes[piece]))
    // Rounding must not carry it past a neighbour.
    return min(max(y, values[piece]), values[piece + 1])
  }

  /// The slope of the curve.
  func slope(_ argument: Double) -> Double {
    let piece = piece(of: argument)
    guard piece >= 0 else { return slopes[0] }
    guard piece < cubes.count else { return slopes[piece] }
    let u = argument - arguments[piece]
    return slopes[piece] + u * (2 * squares[piece] + u * (3 * cubes[piece]))
  }

  /// The argument at which the curve has a value.
  ///
  /// Newton's method on the piece, kept between two arguments that enclose the root.
  func inverse(_ value: Double) -> Double {
    let piece = Self.place(of: value, in: values)
    guard piece >= 0 else { return arguments[0] + (value - values[0]) / slopes[0] }
    guard piece < cubes.count else {
      return arguments[piece] + (value - values[piece]) / slopes[piece]
    }
    let gain = value - values[piece]
    var low = 0.0
    var high = arguments[piece + 1] - arguments[piece]
    var u = high * (gain / (values[piece + 1] - values[piece]))
    for _ in 0..<80 {
      let linear = slopes[piece] + u * (squares[piece] + u * cubes[piece])
      let excess = u * linear - gain
      if excess > 0 { high = u } else { low = u }
      let slope = slopes[piece] + u * (2 * squares[piece] + u * (3 * cubes[piece]))
      var next = u - excess / slope
      if !(next > low && next < high) { next = low + 0.5 * (high - low) }
      let step = next - u
      u = next
      // The next step would be of the order of the square of this one.
      if step.magnitude <= 0x1p-52 * u { break }
    }
    return arguments[piece] + u
  }

  /// The number of the last entry at or below `x`; -1 for none.
  private static func place(of x: Double, in ascending: [Double]) -> Int {
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
