import Stochastics

/// The mean of what independent replicates found, corrected by controls: numbers of each replicate whose
/// expected value is known to be zero.
///
/// If the replicates had too much of a control, they had too much of what goes with it, by the slope of
/// the one on the other over the replicates. With R replicates and K controls the error has Student's t
/// distribution of R - 1 - K degrees of freedom where all is normal, as means of many draws are: S. S.
/// Lavenberg and P. D. Welch, "A perspective on the use of control variables to increase the efficiency of
/// Monte Carlo simulations", Management Science 27 (1981) 322-335, doi:10.1287/mnsc.27.3.322.
struct ControlledMean: Sendable, Equatable {
  let mean: Double
  let standardError: Double
  let degreesOfFreedom: Int
  /// What each replicate says of the mean.
  let replicates: [Double]

  /// A control that the others explain to this part of its variance adds nothing but rounding.
  private static let leastVariance = 1e-9

  /// - Parameters:
  ///   - values: one of each replicate.
  ///   - controls: each with one number of each replicate.
  init(_ values: [Double], controls: [[Double]]) {
    let count = Double(values.count)
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / count }
    let centre = mean(values)
    var residuals = values.map { $0 - centre }
    var directions: [(numbers: [Double], mean: Double, square: Double)] = []
    var shift = 0.0
    var leverage = 1 / count
    for control in controls {
      // Less what the controls before it explain: Gram and Schmidt's way, one control after the other.
      var offset = mean(control)
      var rest = control.map { $0 - offset }
      let before = Self.square(rest)
      for known in directions {
        let slope = Self.product(rest, known.numbers) / known.square
        for i in rest.indices { rest[i] -= slope * known.numbers[i] }
        offset -= slope * known.mean
      }
      let square = Self.square(rest)
      guard square > Self.leastVariance * before, square > 0 else { continue }
      let slope = Self.product(residuals, rest) / square
      for i in residuals.indices { residuals[i] -= slope * rest[i] }
      shift += slope * offset
      leverage += offset * offset / square
      directions.append((rest, offset, square))
    }
    self.mean = centre - shift
    degreesOfFreedom = values.count - 1 - directions.count
    let variance = Self.square(residuals) / Double(max(degreesOfFreedom, 1))
    standardError = (variance * leverage).squareRoot()
    let corrected = self.mean
    replicates = residuals.map { corrected + $0 }
  }

  /// The sum of several means, whose errors go together.
  init(sum means: [ControlledMean], degreesOfFreedom: Int) {
    let count = means.first?.replicates.count ?? 0
    let totals = (0..<count).map { i in means.reduce(0) { $0 + $1.replicates[i] } }
    mean = means.reduce(0) { $0 + $1.mean }
    let centre = totals.reduce(0, +) / Double(max(count, 1))
    let variance = Self.square(totals.map { $0 - centre }) / Double(max(degreesOfFreedom, 1))
    standardError = (variance / Double(max(count, 1))).squareRoot()
    self.degreesOfFreedom = degreesOfFreedom
    replicates = totals
  }

  private static func square(_ numbers: [Double]) -> Double { product(numbers, numbers) }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
