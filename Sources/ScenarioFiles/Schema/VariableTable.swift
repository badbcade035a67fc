import GrowthModel
import Stochastics

/// The figures of a scenario that may be uncertain, by the path of the figure.
struct VariableTable {
  enum State {
    case fixed
    case uncertain(any Marginal)
    /// Uncertain, but wrong in a way that has been reported.
    case broken
  }

  struct Variable {
    let name: String
    let state: State
    /// Its unit; nil where a mistake hides it.
    let unit: Unit?
    let place: Place
  }

  private(set) var variables: [Variable] = []
  private var places: [String: Int] = [:]
  /// The variables that a name stands for, one a period.
  private var families: [String: [Member]] = [:]

  /// A variable of one period, among those of a figure that has one for each.
  struct Member {
    let period: Period
    let name: String
  }

  /// Notes a variable; of two with one name the first counts.
  mutating func add(_ variable: Variable) {
    guard places[variable.name] == nil else { return }
    places[variable.name] = variables.count
    variables.append(variable)
  }

  /// Notes that a name stands for a variable in each of several periods.
  mutating func addFamily(_ name: String, _ members: [Member]) {
    if families[name] == nil { families[name] = members }
  }

  /// The variables that a name stands for, where that is one for each of several periods.
  func family(_ name: String) -> [Member]? { families[name] }

  subscript(name: String) -> Variable? {
    places[name].map { variables[$0] }
  }

  /// The names of the variables that are uncertain.
  var uncertainNames: [String] {
    variables.compactMap { if case .fixed = $0.state { nil } else { $0.name } }
  }

  var names: [String] { variables.map(\.name) }

  /// The names that correlations can speak of: the uncertain variables, and those of several of them.
  var correlatedNames: [String] {
    uncertainNames + families.keys.filter { isUncertain($0) }.sorted()
  }

  /// Whether a variable is uncertain, or would be but for a mistake.
  func isUncertain(_ name: String) -> Bool {
    switch self[name]?.state {
    case .uncertain, .broken: true
    case .fixed: false
    case nil: families[name]?.contains { isUncertain($0.name) } ?? false
    }
  }

  /// Where a variable stands, or the first of those that a name stands for.
  func place(of name: String) -> Place? {
    self[name]?.place ?? families[name]?.lazy.compactMap { self[$0.name]?.place }.first
  }
}
