/// Named uncertain numbers: a marginal for each, and the dependence among them.
public struct JointDistribution: Sendable {
  /// One uncertain number.
  public struct Variable: Sendable {
    /// The name that its stream of random numbers is keyed by, unique in a distribution.
    public let name: String
    /// Its distribution by itself.
    public let marginal: any Marginal

    /// Names a distribution.
    public init(name: String, marginal: any Marginal) {
      self.name = name
      self.marginal = marginal
    }
  }

  /// The variables, in the order in which they were given.
  public let variables: [Variable]
  /// The dependence among some or all of the variables: those of a group move together, and
  /// independently of all others.
  public let groups: [Dependence]
  private let places: [String: Int]
  /// Where a joined variable stands: its group, and its row there.
  private let rows: [String: GroupRow]

  private struct GroupRow {
    let group: Int
    let row: Int
  }

  /// Joins the variables of each of several groups; a variable that is in none is independent of all
  /// others.
  ///
  /// - Throws: `DependenceError.duplicateVariable`, `.unknownVariable`, `.inTwoGroups`,
  ///   `.notMarginalOfRows` or `.duplicateStream`.
  /// - Complexity: O(number of variables).
  public init(variables: [Variable], groups: [Dependence]) throws(DependenceError) {
    var places: [String: Int] = [:]
    for (place, variable) in variables.enumerated()
    where places.updateValue(place, forKey: variable.name) != nil {
      throw .duplicateVariable(variable.name)
    }
    let groups = groups.filter { !$0.names.isEmpty }
    var rows: [String: GroupRow] = [:]
    for (group, dependence) in groups.enumerated() {
      for (row, name) in dependence.names.enumerated() {
        guard places[name] != nil else { throw .unknownVariable(name) }
        guard rows.updateValue(GroupRow(group: group, row: row), forKey: name) == nil else {
          throw .inTwoGroups(name)
        }
      }
    }
    var streams = Set(places.keys)
    for name in groups.flatMap(\.streamNames) where !streams.insert(name).inserted {
      throw .duplicateStream(name)
    }
    try Self.requireMarginalsOfRows(groups) { places[$0].map { variables[$0].marginal } }
    self.variables = variables
    self.groups = groups
    self.rows = rows
    self.places = places
  }

  /// What is drawn from rows has the distribution of its column, whatever a caller would like.
  private static func requireMarginalsOfRows(
    _ groups: [Dependence], _ marginal: (String) -> (any Marginal)?
  ) throws(DependenceError) {
    for case .rows(let rows) in groups {
      for names in rows.steps {
        for (name, expected) in zip(names, rows.marginals) {
          guard let found = marginal(name) as? EmpiricalDistribution, found == expected else {
            throw .notMarginalOfRows(name)
          }
        }
      }
    }
  }

  /// Joins marginals by one copula; variables that it does not name are independent.
  ///
  /// - Throws: `DependenceError.duplicateVariable` or `.unknownVariable`.
  public init(
    variables: [Variable], dependence: GaussianCopula = .independent
  ) throws(DependenceError) {
    try self.init(variables: variables, groups: [.gaussian(dependence)])
  }

  /// The place of the variable of this name.
  ///
  /// - Complexity: O(1).
  public func place(of name: String) -> Int? { places[name] }

  /// Whether a variable moves with others only as normal scores do, so that sums of such variables with
  /// normal marginals are normal.
  ///
  /// - Complexity: O(1).
  public func isJoinedNormally(_ name: String) -> Bool {
    guard let row = rows[name] else { return true }
    if case .gaussian = groups[row.group] { return true }
    return false
  }

  /// The marginal of the variable of this name.
  ///
  /// - Complexity: O(1).
  public func marginal(of name: String) -> (any Marginal)? {
    places[name].map { variables[$0].marginal }
  }

  /// How two variables are correlated: their normal scores, the t scores of a Student t copula, or the
  /// values of rows; zero unless one group joins them.
  ///
  /// - Complexity: O(1), for rows O(number of rows).
  public func correlation(_ first: String, _ second: String) -> Double {
    if first == second { return 1 }
    guard let one = rows[first], let other = rows[second], one.group == other.group else {
      return 0
    }
    switch groups[one.group] {
    case .gaussian(let copula): return copula.correlation[one.row][other.row]
    case .studentT(let copula): return copula.correlation[one.row][other.row]
    case .rows(let rows): return rows.correlation(one.row, other.row)
    }
  }
}
