/// A formula of the model, read from a text such as
/// `services.growth[-1] + 0.3 * (tourism.visits.growth - 5%)`.
///
/// **Figures** are written as in scenario files: `8%`, `0.5 pp`, `1.2 trillion VND`,
/// `61.8 million VND per person`, `5.3 million visits`, `2025-07-01`, `18 months`, `3`.
/// **Names** are quantity paths; a hyphen directly between letters or digits belongs to the name.
/// **Lags**: `x[-1]` is a step of the model earlier, `x[-1y]` a year. **Operators**, from the
/// strongest: `^` (right to left), unary `-`, `* /`, `+ -`, comparisons, `not`, `and`, `or`.
/// **Functions**: `if`, `min`, `max`, `clamp`, `exp`, `log`, `sqrt`, `abs`, `pow`, `rate`, `number`,
/// and `sum(group.quantity)` over the leaves of an activity. `year` and `quarter` are the numbers of
/// the period.
///
/// **Units**: rates, percentage points and plain numbers have no dimension but are not the same:
///
/// - a rate plus or minus a plain number is an error; the literal `1` with rates is an index, a plain
///   number: `1 + g`. Back again with `rate(x)`, and the other way with `number(x)`;
/// - rate x rate is a rate, rate / rate a number; rates and points times anything keep its unit;
/// - rate - rate may be used as a rate or as percentage points; points may be added to rates;
/// - money, counts and times multiply and divide as in physics: money / visits is money per visit;
/// - date - date is a time, date + time a date;
/// - a bare `0` has any unit but that of a date.
public struct Formula: Sendable, Equatable {
  /// Longest text, in Unicode scalars.
  public static let maximumLength = 4000
  /// Deepest nesting of parentheses, calls, signs and powers.
  public static let maximumNesting = 64

  /// How far back a reference looks.
  public enum Lag: Sendable, Equatable, Hashable {
    /// The same period.
    case none
    /// Steps of the model, one or more.
    case steps(Int)
    /// Years, one or more.
    case years(Int)
  }

  /// A quantity that a formula looks at.
  public struct Reference: Sendable, Equatable, Hashable {
    /// As the formula has it, without lag.
    public let path: String
    /// How far back it looks.
    public let lag: Lag
    /// Where it stands in the text, in Unicode scalars from 0.
    public let offset: Int
    /// Whether the path is an activity and a quantity of its leaves, which are summed.
    public let isLeafSum: Bool
  }

  /// As it was written.
  public let text: String
  /// The currency that money is in, such as `VND`.
  public let currency: String
  let expression: Expression

  /// Reads a formula.
  ///
  /// - Throws: `FormulaError`, the first place where the text is not a formula.
  public init(parsing text: String, currency: String) throws(FormulaError) {
    self.text = text
    self.currency = currency
    var parser = try FormulaParser(text, currency: currency)
    expression = try parser.formula()
  }

  /// The quantities that it looks at, in the order of the text.
  public var references: [Reference] {
    var found: [Reference] = []
    expression.visitReferences { found.append($0) }
    return found
  }
}
