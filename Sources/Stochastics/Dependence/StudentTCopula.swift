/// Dependence of Student t variables: correlated normal scores that one common random number makes
/// larger or smaller together, so that extremes come together.
///
/// With Z normal of these correlations and W an independent chi-square variable of nu degrees of
/// freedom, the t variables are `Z / sqrt(W / nu)`. The fewer degrees of freedom, the stronger the
/// dependence of extremes, also where the correlation is zero; with many the copula is Gaussian. See S.
/// Demarta and A. J. McNeil, "The t copula and related copulas", Int. Statist. Review 73 (2005) 111-129,
/// doi:10.1111/j.1751-5823.2005.tb00254.x.
public struct StudentTCopula: Sendable {
  /// The copula of the normal scores before they are divided by `sqrt(W / nu)`.
  public let gaussian: GaussianCopula
  /// nu.
  public let degreesOfFreedom: Double
  /// The name of the stream that W is drawn from.
  public private(set) var mixingName: String
  /// Tables that depend on the degrees of freedom alone.
  let scores: StudentTScores

  /// The fewest degrees of freedom. Below them the joint extremes of a draw in a hundred are
  /// past the largest `Double`.
  public static let smallestDegreesOfFreedom = 0.25
  /// The most degrees of freedom. A Gaussian copula is the same to 10^-5 of a score up to six standard
  /// deviations.
  public static let largestDegreesOfFreedom = 1e6

  /// Joins variables.
  ///
  /// - Parameters:
  ///   - names: the variables, in the order of the rows.
  ///   - correlation: the correlations of the scores, positive semidefinite.
  ///   - degreesOfFreedom: any real number from `smallestDegreesOfFreedom` to `largestDegreesOfFreedom`.
  ///   - group: what the stream of W is keyed by, to be the same whatever variables are in the group;
  ///     without it the names in alphabetical order.
  /// - Throws: `DependenceError`, the first fact that makes the copula impossible.
  /// - Complexity: O(n^3) for n variables, and some milliseconds for tables.
  public init(
    names: [String], correlation: [[Double]], degreesOfFreedom: Double, group: String? = nil
  ) throws(DependenceError) {
    try self.init(
      GaussianCopula(names: names, correlation: correlation), degreesOfFreedom: degreesOfFreedom,
      group: group)
  }

  /// Joins the variables of a Gaussian copula in this way.
  ///
  /// - Throws: `DependenceError.degreesOfFreedom`.
  public init(
    _ gaussian: GaussianCopula, degreesOfFreedom: Double, group: String? = nil
  ) throws(DependenceError) {
    guard
      degreesOfFreedom >= Self.smallestDegreesOfFreedom,
      degreesOfFreedom <= Self.largestDegreesOfFreedom
    else { throw .degreesOfFreedom(degreesOfFreedom) }
    self.init(
      gaussian, StudentTScores(degreesOfFreedom: degreesOfFreedom), group: group)
  }

  private init(_ gaussian: GaussianCopula, _ scores: StudentTScores, group: String?) {
    self.gaussian = gaussian
    self.scores = scores
    degreesOfFreedom = scores.degreesOfFreedom
    mixingName = "mixing(\(group ?? gaussian.factorOrder.joined(separator: ", ")))"
  }

  /// The variables it joins, in the order of the rows.
  public var names: [String] { gaussian.names }
  /// Row i, column j: the correlation of the t variables i and j.
  public var correlation: [[Double]] { gaussian.correlation }

  /// The same dependence among other variables, with a W of their own.
  ///
  /// - Parameters:
  ///   - newName: the name of the variable that takes the place of the one named.
  ///   - group: what the stream of W is keyed by; without it the names.
  /// - Throws: `DependenceError.duplicateVariable`.
  public func renamed(
    group: String? = nil, _ newName: (String) -> String
  ) throws(DependenceError) -> StudentTCopula {
    StudentTCopula(try gaussian.renamed(newName), scores, group: group)
  }

  /// The same dependence of extremes with other correlations, among other variables.
  ///
  /// - Parameters:
  ///   - gaussian: the copula of the normal scores.
  ///   - group: what the stream of W is keyed by; without it the names.
  public func joining(_ gaussian: GaussianCopula, group: String? = nil) -> StudentTCopula {
    StudentTCopula(gaussian, scores, group: group)
  }

  /// The same dependence among variables whose names, and that of the stream of W, have a suffix.
  func copy(suffix: String) throws(DependenceError) -> StudentTCopula {
    var copy = try renamed { $0 + suffix }
    copy.mixingName = mixingName + suffix
    return copy
  }

  // MARK: Measures of dependence

  /// The limit of the probability that one variable is beyond its quantile at p, given that another one is
  /// beyond its own, as p goes to zero:
  ///
  ///     lambda = 2 t(-sqrt((nu + 1) (1 - r) / (1 + r)))
  ///
  /// with t the distribution function of Student's t with nu + 1 degrees of freedom. The same in both
  /// tails; for variables that move against each other, between the upper and the lower tail at -r.
  ///
  /// - Parameter r: the correlation, in [-1, 1].
  public func tailDependence(correlation r: Double) -> Double {
    if r.magnitude >= 1 { return r < 0 ? 0 : 1 }
    // t^2 / (nu + 1), which is the reciprocal odds of the fraction of `RegularizedBeta`.
    let odds = (1 - r) / (1 + r)
    let beta = RegularizedBeta(0.5 * (degreesOfFreedom + 1), 0.5)
    return beta.tails(logit: -Elementary.log(odds)).lower
  }

  /// Spearman's rho as a function of the correlation; no marginal may have ties.
  public var spearman: StudentTSpearman { StudentTSpearman(scores) }
}
