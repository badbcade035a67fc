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
  /// The dependence among some or all of the variables: those of a group move together, and
  /// independently of all others.
  public let groups: [GaussianCopula]
  private let places: [String: Int]
  /// Where a joined variable stands: its group, and its row there.
  private let rows: [String: GroupRow]

  private struct GroupRow {
    let group: Int
    let row: Int
  }

  /// Joins marginals by a copula for each of several groups; a variable that is in none is
  /// independent of all others.
  ///
  /// - Throws: `DependenceError.duplicateVariable`, `.unknownVariable` or `.inTwoGroups`.
  /// - Complexity: O(number of variables).
  public init(variables: [Variable], groups: [GaussianCopula]) throws(DependenceError) {
    var places: [String: Int] = [:]
    for (place, variable) in variables.enumerated()
    where places.updateValue(place, forKey: variable.name) != nil {
      throw .duplicateVariable(variable.name)
    }
    let groups = groups.filter { !$0.names.isEmpty }
    var rows: [String: GroupRow] = [:]
    for (group, copula) in groups.enumerated() {
      for (row, name) in copula.names.enumerated() {
        guard places[name] != nil else { throw .unknownVariable(name) }
        guard rows.updateValue(GroupRow(group: group, row: row), forKey: name) == nil else {
          throw .inTwoGroups(name)
        }
      }
    }
    self.variables = variables
    self.groups = groups
    self.rows = rows
    self.places = places
  }

  /// Joins marginals by one copula; variables that it does not name are independent.
  ///
  /// - Throws: `DependenceError.duplicateVariable` or `.unknownVariable`.
  public init(
    variables: [Variable], dependence: GaussianCopula = .independent
  ) throws(DependenceError) {
    try self.init(variables: variables, groups: [dependence])
  }

  /// The marginal of the variable of this name.
  ///
  /// - Complexity: O(1).
  public func marginal(of name: String) -> (any Marginal)? {
    places[name].map { variables[$0].marginal }
  }

  /// The correlation of the normal scores of two variables: zero unless one group joins them.
  ///
  /// - Complexity: O(1).
  public func correlation(_ first: String, _ second: String) -> Double {
    if first == second { return 1 }
    guard let one = rows[first], let other = rows[second], one.group == other.group else {
      return 0
    }
    return groups[one.group].correlation[one.row][other.row]
  }
}
