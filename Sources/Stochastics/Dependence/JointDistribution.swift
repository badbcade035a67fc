/// Named uncertain numbers: a marginal for each, and the dependence among them.
public struct JointDistribution: Sendable {
  /// One uncertain number.
  public struct Variable: Sendable {
    /// The name that its stream of random numbers is keyed by, unique in a distribution.
    public let name: String
    public let marginal: any Marginal

    public init(name: String, marginal: any Marginal) {
      self.name = name
      self.marginal = marginal
    }
  }

  public let variables: [Variable]
  /// The dependence among some or all of the variables; those it does not name are independent.
  public let dependence: GaussianCopula

  /// Joins marginals by a copula.
  ///
  /// - Throws: `DependenceError.duplicateVariable` or `.unknownVariable`.
  public init(
    variables: [Variable], dependence: GaussianCopula = .independent
  ) throws(DependenceError) {
    var names: Set<String> = []
    for variable in variables where !names.insert(variable.name).inserted {
      throw .duplicateVariable(variable.name)
    }
    for name in dependence.names where !names.contains(name) { throw .unknownVariable(name) }
    self.variables = variables
    self.dependence = dependence
  }

  /// The marginal of the variable of this name.
  public func marginal(of name: String) -> (any Marginal)? {
    variables.first { $0.name == name }?.marginal
  }
}
