/// Student t variables of one copula, one after the other given those before.
///
/// With L the triangular factor of the correlations, the variables are `L e`. Given the first k of the e,
/// the next is `sqrt((nu + Q) / (nu + k)) tau`, where Q is the sum of their squares and tau a t variable of nu
/// + k degrees of freedom that is independent of them: P. Ding, "On the conditional distribution of the
/// multivariate t distribution", Amer. Statist. 70 (2016) 293-295, doi:10.1080/00031305.2016.1164756.
public struct StudentTSteps: Sendable {
  /// nu of the copula.
  public let degreesOfFreedom: Double
  private let scores: StudentTScores
  /// The distribution of each tau.
  private let steps: [StudentTDistribution]

  /// - Parameters:
  ///   - copula: which copula.
  ///   - count: how many variables.
  /// - Throws: `MarginalError` for one degree of freedom or fewer.
  /// - Complexity: some milliseconds for each variable, for tables.
  public init(_ copula: StudentTCopula, count: Int) throws(MarginalError) {
    degreesOfFreedom = copula.degreesOfFreedom
    scores = copula.scores
    var steps: [StudentTDistribution] = []
    for number in 0..<count {
      steps.append(
        try StudentTDistribution(
          location: 0, scale: 1, degreesOfFreedom: copula.degreesOfFreedom + Double(number)))
    }
    self.steps = steps
  }

  /// Replaces independent normal scores by the tau after k others.
  public func replaceByStep(_ column: UnsafeMutableBufferPointer<Double>, after k: Int) {
    steps[k].transform(scores: column)
  }

  /// The t variable with a probability below it.
  public func quantile(_ probability: Double) -> Double { steps[0].quantile(probability) }

  /// Replaces t variables by the normal scores of the same probabilities.
  public func replaceByNormals(_ column: UnsafeMutableBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: column.count) { ones in
      ones.initialize(repeating: 1)
      guard let start = ones.baseAddress else { return }
      scores.mix(column, factors: start)
    }
  }
}
