import Stochastics

/// Variables that a Gaussian or a Student t copula joins, and that can be drawn given each other.
struct Joint: Sendable {
  let places: [Int]
  let marginals: [any Marginal]
  let correlation: [[Double]]
  /// Nil for a Gaussian copula.
  let student: StudentTSteps?

  /// - Parameters:
  ///   - part: of the distribution.
  ///   - uncertainty: the distribution.
  /// - Returns: nil for variables that no such copula joins: single ones, those drawn from rows, and those of
  ///   a Student t copula of one degree of freedom or fewer.
  init?(_ part: JointDistribution.Part, of uncertainty: JointDistribution) {
    let names = part.places.map { uncertainty.variables[$0].name }
    switch part.kind {
    case .single, .rows: return nil
    case .gaussian: student = nil
    case .studentT:
      let copulas = uncertainty.groups.compactMap { group in
        if case .studentT(let copula) = group { copula } else { nil }
      }
      guard let copula = copulas.first(where: { $0.names.contains(names[0]) }),
        let steps = try? StudentTSteps(copula, count: names.count)
      else { return nil }
      student = steps
    }
    places = part.places
    marginals = part.places.map { uncertainty.variables[$0].marginal }
    correlation = names.map { first in names.map { uncertainty.correlation(first, $0) } }
  }
}
