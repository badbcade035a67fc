import GrowthModel
import LinearAlgebra

/// Whether the mean of a series shifted at a time that nobody named.
///
/// Each figure is explained by a constant and its own last ones, and in turn, for every time of the middle 70%, by another
/// constant from then on. The largest F of these is that of R. E. Quandt, J. Am. Stat. Assoc. 55 (1960) 324-330,
/// doi:10.1080/01621459.1960.10482067; its distribution without a shift is in D. W. K. Andrews, Econometrica 61 (1993) 821-856,
/// doi:10.2307/2951764, with the corrected table of Econometrica 71 (2003) 395-397, doi:10.1111/1468-0262.00405.
public struct MeanShiftTest: Sendable, Equatable {
  /// The first period of what would be the new mean.
  public let period: Period
  /// The largest F.
  public let statistic: Double

  /// What is exceeded once in a hundred long histories without a shift: one constant, 15% left out at each end.
  public static let criticalValue = 12.16
  /// The part of the rows at each end in which no shift is looked for.
  public static let trimming = 0.15
  /// With fewer rows the distribution of long histories says little.
  public static let fewestRows = 20

  /// Whether a history without a shift would hardly show so much.
  public var isClear: Bool { statistic > Self.criticalValue }

  /// Tests one series.
  ///
  /// - Parameters:
  ///   - runs: figures without a gap in time between them, the earlier runs first.
  ///   - periods: those of all figures.
  ///   - first: the place of the first figure to look at; lags reach back to it.
  ///   - lags: of the figure itself, that explain it.
  /// - Returns: nil for fewer rows than `fewestRows`, and where lags explain all or each other.
  /// - Complexity: O(rows x lags^2).
  public init?(_ runs: [[Double]], periods: [Period], from first: Int, lags: Int) {
    var (places, regressors, values): ([Int], [[Double]], [Double]) = ([], [], [])
    var place = 0
    for run in runs {
      for t in run.indices {
        if t >= lags, place - lags >= first {
          places.append(place)
          values.append(run[t])
          regressors.append((1...max(lags, 1)).prefix(lags).map { run[t - $0] })
        }
        place += 1
      }
    }
    let rows = values.count
    guard rows >= Self.fewestRows else { return nil }
    // About their means, so that the constant is told apart from them to the last digits.
    let means = (0..<lags).map { k in regressors.reduce(0) { $0 + $1[k] } / Double(rows) }
    let design = regressors.map { row in [1] + zip(row, means).map { $0 - $1 } }
    guard let matrix = try? Matrix(rows: design),
      let fit = try? LeastSquares.fullRank(matrix, values),
      let factor = try? Cholesky(matrix.transposed * matrix)
    else { return nil }
    let degrees = Double(rows - lags - 2)
    var sums = [Double](repeating: 0, count: lags + 1)
    var left = 0.0
    var best: (place: Int, statistic: Double)?
    let edge = max(Int((Self.trimming * Double(rows)).rounded(.up)), 1)
    for t in stride(from: rows - 1, through: edge, by: -1) {
      for k in sums.indices { sums[k] += design[t][k] }
      left += fit.residuals[t]
      guard rows - t >= edge, let solved = try? factor.solve(sums) else { continue }
      // What the other regressors leave of the step is of this length squared; R. Frisch and F. V. Waugh (1933).
      let length = Double(rows - t) - zip(sums, solved).reduce(0) { $0 + $1.0 * $1.1 }
      guard length > 1e-9 * Double(rows) else { continue }
      let gain = left * left / length
      let rest = fit.residualSumOfSquares - gain
      guard rest > 0 else { continue }
      let statistic = gain / (rest / degrees)
      if statistic >= best?.statistic ?? 0 { best = (places[t], statistic) }
    }
    guard let best else { return nil }
    period = periods[best.place]
    statistic = best.statistic
  }
}
