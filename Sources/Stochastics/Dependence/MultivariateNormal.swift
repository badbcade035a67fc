import LinearAlgebra

/// The normal distribution of several variables, which may be linearly dependent.
public struct MultivariateNormal: Sendable, Equatable {
  /// The expected value of each variable.
  public let mean: [Double]

  /// The covariances, variables x variables.
  public let covariance: Matrix

  /// Creates a distribution.
  ///
  /// - Throws: `MultivariateNormalError.wrongCount`, `.notFinite`, or `.covariance` if the matrix is
  ///   not symmetric and positive semidefinite to rounding.
  /// - Complexity: O(n^3).
  public init(mean: [Double], covariance: Matrix) throws(MultivariateNormalError) {
    guard covariance.rows == mean.count else {
      throw .wrongCount(
        quantity: "rows of the covariance", expected: mean.count, actual: covariance.rows)
    }
    if let variable = mean.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(variable: variable, value: mean[variable])
    }
    do {
      _ = try PivotedCholesky(covariance)
    } catch {
      throw .covariance(error)
    }
    self.mean = mean
    self.covariance = covariance
  }

  /// An estimate by random shifts of a lattice.
  public struct Estimate: Sendable, Equatable {
    /// The estimate, in [0, 1].
    public let probability: Double

    /// The standard error of `probability` over twelve independent shifts, so that it is known to
    /// about a fifth of itself; zero where no sampling was needed.
    public let standardError: Double

    /// The number of points at which the integrand was evaluated.
    public let evaluations: Int
  }

  /// The probability that every variable lies between its limits.
  ///
  /// By Genz's separation of variables: "Numerical computation of multivariate normal
  /// probabilities", J. Comput. Graph. Statist. 1 (1992) 141-149,
  /// doi:10.1080/10618600.1992.10477010. The integral over the unit cube is taken on a randomly
  /// shifted lattice, folded by the tent x -> |2x - 1| (Dick, Nuyens and Pillichshammer 2014,
  /// doi:10.1007/s00211-013-0566-0), whose size is doubled until the standard error is small
  /// enough.
  ///
  /// - Parameters:
  ///   - lower: the lower limits; minus infinity where there is none.
  ///   - upper: the upper limits; infinity where there is none.
  ///   - target: the standard error at which the doubling ends. It also ends at 2^18 points a
  ///     shift; the estimate then has the error that it states.
  ///   - seed: the seed of the shifts. Equal seeds give equal estimates.
  /// - Accuracy: the standard error, and 1e-15 n from the rounding of the one-dimensional
  ///   probabilities. A variable whose standard deviation, given the others, is below s = 1e-7
  ///   sqrt(n) of its own is taken as a linear function of them, which moves the probability by up
  ///   to s / 6 where the limits meet in a corner and by s^2 elsewhere.
  /// - Throws: `MultivariateNormalError.wrongCount`, `.limitNotANumber`, `.limitsNotAscending`.
  /// - Complexity: O(n^3) to order the variables, O(n^2) a point.
  public func probability(
    lower: [Double], upper: [Double], standardError target: Double = 1e-6, seed: UInt64
  ) throws(MultivariateNormalError) -> Estimate {
    try requireLimits(lower, upper)
    guard let region = SeparatedRegion(self, lower: lower, upper: upper) else {
      return Estimate(probability: 0, standardError: 0, evaluations: 0)
    }
    guard region.dimension > 0 else {
      var scores = [Double](repeating: 0, count: region.depth)
      let probability = region.integrand([], &scores)
      return Estimate(probability: probability, standardError: 0, evaluations: 1)
    }
    return Self.integrate(region, target: target, seed: seed)
  }

  private func requireLimits(
    _ lower: [Double], _ upper: [Double]
  ) throws(MultivariateNormalError) {
    guard lower.count == mean.count else {
      throw .wrongCount(quantity: "lower limits", expected: mean.count, actual: lower.count)
    }
    guard upper.count == mean.count else {
      throw .wrongCount(quantity: "upper limits", expected: mean.count, actual: upper.count)
    }
    for i in mean.indices {
      guard !lower[i].isNaN, !upper[i].isNaN else { throw .limitNotANumber(variable: i) }
      guard lower[i] <= upper[i] else {
        throw .limitsNotAscending(variable: i, lower: lower[i], upper: upper[i])
      }
    }
  }

  /// Doubles the lattice until the means over the shifts agree.
  private static func integrate(
    _ region: SeparatedRegion, target: Double, seed: UInt64
  ) -> Estimate {
    var generator = SplitMix64(state: seed)
    let lattice = EmbeddedLattice(dimension: region.dimension) { generator.next() }
    let shifts = (0..<shiftCount).map { _ in
      (0..<region.dimension).map { _ in Double(generator.next() >> 11) * 0x1p-53 }
    }
    var sums = [Double](repeating: 0, count: shiftCount)
    var level = EmbeddedLattice.levels.lowerBound
    while true {
      for (index, shift) in shifts.enumerated() {
        sums[index] += sum(of: region, over: lattice, level: level, shift: shift)
      }
      let points = 1 << level
      let means = sums.map { $0 / Double(points) }
      let mean = means.reduce(0, +) / Double(shiftCount)
      let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(shiftCount * (shiftCount - 1))).squareRoot()
      if error <= target || level == EmbeddedLattice.levels.upperBound {
        return Estimate(
          probability: min(max(mean, 0), 1), standardError: error,
          evaluations: points * shiftCount)
      }
      level += 1
    }
  }

  /// The number of independent estimates behind a standard error.
  private static let shiftCount = 12

  /// The sum of the integrand over the points that the lattice of size 2^`level` adds to its
  /// predecessor, or over all of them at the first level.
  private static func sum(
    of region: SeparatedRegion, over lattice: EmbeddedLattice, level: Int, shift: [Double]
  ) -> Double {
    let isFirst = level == EmbeddedLattice.levels.lowerBound
    let count = 1 << (isFirst ? level : level - 1)
    var scores = [Double](repeating: 0, count: region.depth)
    var point = [Double](repeating: 0, count: region.dimension)
    // Sums of runs first, so that the rounding grows with the root of the number of points.
    let run = 512
    var total = 0.0
    for start in stride(from: 0, to: count, by: run) {
      var partial = 0.0
      for index in start..<min(start + run, count) {
        lattice.setPoint(
          &point, number: isFirst ? index : 2 * index + 1, level: level, shift: shift)
        for j in point.indices { point[j] = (2 * point[j] - 1).magnitude }
        partial += region.integrand(point, &scores)
      }
      total += partial
    }
    return total
  }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014),
/// doi:10.1145/2660193.2660195.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
