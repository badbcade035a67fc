import GrowthModel

/// Which quantities a run keeps the distribution of; what it does not keep costs nothing.
///
/// Quantities of targets are kept in any case.
public struct Recording: Sendable, Equatable {
  /// A choice by what quantities are.
  public enum Selection: Sendable, Equatable {
    /// Nothing but what is named.
    case named
    /// Those of these paths that the model has.
    case those(Set<String>)
    /// Every quantity of the last year, and the totals of every period.
    case standard
    /// Every quantity in every period.
    case all
  }

  /// What is kept in any case.
  public var selection: Selection
  /// Paths of quantities that are kept too.
  public var paths: [String]

  /// A selection, and the quantities of these paths besides.
  public init(_ selection: Selection, paths: [String] = []) {
    self.selection = selection
    self.paths = paths
  }

  /// Every quantity of the last year, and the totals of every period.
  public static let standard = Recording(.standard)
  /// Every quantity in every period.
  public static let all = Recording(.all)

  /// The quantities that are kept, in the order of the model.
  ///
  /// - Throws: `SimulationError.unknownPath`.
  func select(
    from graph: QuantityGraph, with targeted: [Quantity]
  ) throws(SimulationError) -> [Quantity] {
    for path in paths where graph.quantity(path) == nil { throw .unknownPath(path) }
    let named = Set(targeted.map(\.path) + paths)
    // The last year's quantities stand twice, with and without their period.
    let last = graph.quantities.first { $0.isOfLastYear }?.period
    return graph.quantities.filter {
      named.contains($0.path) || (keeps($0) && ($0.isOfLastYear || $0.period != last))
    }
  }

  private func keeps(_ quantity: Quantity) -> Bool {
    switch selection {
    case .named: false
    case .all: true
    case .standard: quantity.isOfLastYear || quantity.scope == .total
    case .those(let paths): paths.contains(quantity.path)
    }
  }
}
