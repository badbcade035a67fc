/// Sobol indices of one response from the means of its replicates.
///
/// The first-order index is `Cov(b, h) / Var`, the total index `E[(a - h)^2] / (2 Var)`: M. J. W. Jansen,
/// "Analysis of variance designs for model output", Comput. Phys. Commun. 117 (1999) 35-43,
/// doi:10.1016/S0010-4655(98)00154-4. Both are corrected by what is known to be zero in truth: the
/// covariance of a and b, and the differences of means and of variances of a, b and h. The slope on the
/// first of them is found and not chosen: at 0 the first-order index would be that of A. Janon, T. Klein, A.
/// Lagnoux, M. Nodet and C. Prieur, "Asymptotic normality and efficiency of two Sobol index estimators",
/// ESAIM: Probab. Stat. 18 (2014) 342-364, doi:10.1051/ps/2013040, the better one for large indices; at 1
/// that of A. Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys.
/// Commun. 181 (2010) 259-270, doi:10.1016/j.cpc.2009.09.018, the better one for small indices.
struct SobolEstimator {
  private let shared: [PickFreezeSums.Shared]
  /// The mean of all a and b, and their variance about it.
  let mean: Double
  let variance: Double

  init(_ shared: [PickFreezeSums.Shared]) {
    self.shared = shared
    let count = Double(shared.count)
    let mean = shared.reduce(0) { $0 + ($1.a + $1.b) } / (2 * count)
    self.mean = mean
    variance = shared.reduce(0) { $0 + ($1.aa + $1.bb) } / (2 * count) - mean * mean
  }

  /// Draws that meet a target, or that miss it if those are fewer, of a response that is one or zero.
  func hits(of response: Response, draws: Int) -> Int {
    let share = response.centre + response.scale * mean
    return Int((min(share, 1 - share) * Double(draws)).rounded())
  }

  /// Controls that have nothing to do with a part.
  private var sharedControls: [[Double]] {
    [
      shared.map { $0.ab - mean * ($0.a + $0.b) + mean * mean },
      shared.map { square($0.aa, $0.a) - square($0.bb, $0.b) },
      shared.map { $0.a - $0.b },
    ]
  }

  /// The mean square about the common mean.
  private func square(_ square: Double, _ first: Double) -> Double {
    square - 2 * mean * first + mean * mean
  }

  /// The indices of a part.
  func indices(_ own: [PickFreezeSums.Own]) -> (first: ControlledMean, total: ControlledMean) {
    let pairs = Array(zip(shared, own))
    let controls =
      sharedControls + [
        pairs.map { square($1.hh, $1.h) - (square($0.aa, $0.a) + square($0.bb, $0.b)) / 2 },
        pairs.map { $1.h - ($0.a + $0.b) / 2 },
      ]
    let first = pairs.map { $1.bh - mean * ($0.b + $1.h) + mean * mean }
    let total = pairs.map { ($0.aa - 2 * $1.ah + $1.hh) / 2 }
    return (ratio(first, controls), ratio(total, controls))
  }

  /// The part of the variance that something is, given its mean in each replicate.
  func share(_ means: [Double]) -> ControlledMean { ratio(means, sharedControls) }

  /// The ratio of a mean to the variance, each replicate saying what it makes of it to first order (the
  /// delta method).
  private func ratio(_ numerators: [Double], _ controls: [[Double]]) -> ControlledMean {
    let variances = shared.map { (square($0.aa, $0.a) + square($0.bb, $0.b)) / 2 }
    let ratio = numerators.reduce(0, +) / variances.reduce(0, +)
    let values = zip(numerators, variances).map { ratio + ($0 - ratio * $1) / variance }
    return ControlledMean(values, controls: controls)
  }
}
