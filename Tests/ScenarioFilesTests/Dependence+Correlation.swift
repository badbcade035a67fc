import Stochastics

extension Dependence {
  /// The correlations of a copula, row by row; none of rows of a history.
  var correlation: [[Double]] {
    switch self {
    case .gaussian(let copula): copula.correlation
    case .studentT(let copula): copula.correlation
    case .rows: []
    }
  }
}
