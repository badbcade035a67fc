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

  /// Notes a variable; of two with one name the first counts.
  mutating func add(_ variable: Variable) {
    guard places[variable.name] == nil else { return }
    places[variable.name] = variables.count
    variables.append(variable)
  }

  subscript(name: String) -> Variable? {
    places[name].map { variables[$0] }
  }

  /// The names of the variables that are uncertain.
  var uncertainNames: [String] {
    variables.compactMap { if case .fixed = $0.state { nil } else { $0.name } }
  }

  var names: [String] { variables.map(\.name) }

  /// Whether a variable is uncertain, or would be but for a mistake.
  func isUncertain(_ name: String) -> Bool {
    switch self[name]?.state {
    case .uncertain, .broken: true
    case .fixed, nil: false
    }
  }

  /// The expected value that the marginal of a variable has.
  func mean(_ name: String) -> Double? {
    if case .uncertain(let marginal) = self[name]?.state { return marginal.mean }
    return nil
  }
}
