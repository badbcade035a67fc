/// What the names of a formula mean.
public protocol FormulaScope {
  /// The unit of a quantity; nil where there is none of this path.
  func unit(of path: String) -> Unit?
  /// The ids of the leaves at or below an activity, and of all leaves for `all`; nil where there is
  /// no such activity.
  func leaves(of activity: String) -> [String]?
  /// Every path, from which suggestions are made.
  var names: [String] { get }
  /// Whether the steps of the model are quarters.
  var hasQuarters: Bool { get }
}

extension Formula {
  /// Finds all that is wrong with names and units.
  ///
  /// - Parameters:
  ///   - scope: what names mean.
  ///   - expecting: the unit that belongs where the formula stands; nil where any does.
  /// - Returns: the unit of the formula, nil where an error leaves it open, and the errors in the
  ///   order of the text.
  /// - Complexity: linear in the text, and for each unknown name linear in the names of the scope.
  public func check(
    in scope: some FormulaScope, expecting: Unit?
  ) -> (unit: Unit?, errors: [FormulaError]) {
    var checker = FormulaChecker(scope: scope, currency: currency)
    let unit = checker.unit(of: expression, expecting: expecting)
    return (unit, checker.errors.sorted { $0.offset < $1.offset })
  }
}
