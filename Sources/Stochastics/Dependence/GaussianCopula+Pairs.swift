extension GaussianCopula {
  /// Two variables and the correlation of their scores, in [-1, 1].
  public typealias Pair = (first: String, second: String, correlation: Double)

  /// Joins variables by the correlations of pairs; what no pair names is uncorrelated.
  ///
  /// - Parameter pairs: in any order, each at most once.
  /// - Throws: `DependenceError`, the first fact that makes the correlations impossible. Its rows count the variables in
  ///   the order in which the pairs name them.
  /// - Complexity: O(n^3) for n variables.
  public init(pairs: [Pair]) throws(DependenceError) {
    var names: [String] = []
    var places: [String: Int] = [:]
    func place(_ name: String) -> Int {
      if let known = places[name] { return known }
      names.append(name)
      places[name] = names.count - 1
      return names.count - 1
    }
    let entries = pairs.map { (row: place($0.first), column: place($0.second)) }
    var correlation = names.indices.map { i in names.indices.map { $0 == i ? 1.0 : 0.0 } }
    var seen: Set<Set<String>> = []
    for ((i, j), pair) in zip(entries, pairs) {
      guard seen.insert([pair.first, pair.second]).inserted else {
        throw .pairTwice(pair.first, pair.second)
      }
      correlation[i][j] = pair.correlation
      correlation[j][i] = pair.correlation
    }
    try self.init(names: names, correlation: correlation)
  }
}

extension JointDistribution {
  /// Joins marginals by the correlations of pairs of their normal scores; variables that no pair names are independent.
  ///
  /// For normal marginals the correlations are those of the variables themselves.
  ///
  /// - Parameters:
  ///   - marginals: each under the name of its variable, which keys its random numbers.
  ///   - correlations: of pairs, in any order, each at most once.
  /// - Throws: `DependenceError`, the first fact that makes the distribution impossible.
  public init(
    _ marginals: KeyValuePairs<String, any Marginal>, correlations: [GaussianCopula.Pair] = []
  ) throws(DependenceError) {
    try self.init(
      variables: marginals.map { Variable(name: $0.key, marginal: $0.value) },
      dependence: GaussianCopula(pairs: correlations))
  }
}
