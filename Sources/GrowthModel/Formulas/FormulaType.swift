import Languages

/// What a part of a formula measures: the units of the model, and what lies between them.
enum FormulaType: Equatable {
  /// True or false.
  case condition
  case date
  /// A fraction, written in percent.
  case rate
  /// A rate less a rate: it serves as a rate and as percentage points.
  case difference
  case points
  /// A bare `0`, which has any unit but that of a date.
  case zero
  /// A product of powers of money, time and counts; a plain number where there are none.
  case measure(Dimension)

  static let number = FormulaType.measure(Dimension())

  /// The powers of the units that a measure is made of.
  struct Dimension: Equatable {
    var money = 0
    var years = 0
    /// By the singular of what is counted; none is zero.
    var things: [String: Int] = [:]

    var isNumber: Bool { self == Dimension() }

    /// The largest exponent of a unit: no quantity has one of three.
    static let largestExponent = 64

    /// This times the other to a power; nil where an exponent would be larger than any that means something.
    ///
    /// - Precondition: the power is `largestExponent` at the most.
    func times(_ other: Dimension, power: Int = 1) -> Dimension? {
      var result = self
      result.money += other.money * power
      result.years += other.years * power
      for (thing, exponent) in other.things {
        let sum = result.things[thing, default: 0] + exponent * power
        result.things[thing] = sum == 0 ? nil : sum
      }
      let largest = ([result.money, result.years] + result.things.values).map(\.magnitude).max()
      return largest ?? 0 <= Self.largestExponent ? result : nil
    }

    /// Its square root; nil where an exponent is odd.
    var root: Dimension? {
      let exponents = [money, years] + Array(things.values)
      guard exponents.allSatisfy({ $0 % 2 == 0 }) else { return nil }
      return Dimension(money: money / 2, years: years / 2, things: things.mapValues { $0 / 2 })
    }
  }
}

extension FormulaType {
  init(_ unit: Unit) {
    switch unit {
    case .rate: self = .rate
    case .percentagePoints: self = .points
    case .money: self = .measure(Dimension(money: 1))
    case .moneyPer(let thing):
      self = .measure(Dimension(money: 1, things: [Self.singular(thing): -1]))
    case .count(let noun): self = .measure(Dimension(things: [Self.singular(noun): 1]))
    case .number: self = .number
    case .date: self = .date
    case .duration: self = .measure(Dimension(years: 1))
    }
  }

  /// The unit of the model that it is; nil where there is none.
  ///
  /// Counts are in the plural, which is the singular and an s.
  var unit: Unit? {
    switch self {
    case .condition: return nil
    case .date: return .date
    case .rate: return .rate
    case .difference, .points: return .percentagePoints
    case .zero: return .number
    case .measure(let dimension):
      let thing = dimension.things.first
      switch (dimension.money, dimension.years, dimension.things.count, thing?.value) {
      case (0, 0, 0, _): return .number
      case (1, 0, 0, _): return .money
      case (0, 1, 0, _): return .duration
      case (1, 0, 1, .some(-1)): return thing.map { .moneyPer($0.key) }
      case (0, 0, 1, .some(1)): return thing.map { .count($0.key + "s") }
      default: return nil
      }
    }
  }

  static func singular(_ noun: String) -> String {
    noun.count > 1 && noun.hasSuffix("s") ? String(noun.dropLast()) : noun
  }

  /// A fraction: a rate or a difference of rates.
  var isFraction: Bool { self == .rate || self == .difference || self == .points }

  /// What can be multiplied: neither a condition nor a date.
  var isAmount: Bool { self != .condition && self != .date }

  var text: Phrase {
    if case .condition = self { return "a condition" }
    if case .difference = self { return "a difference of rates" }
    if let unit { return unit.kindText }
    guard case .measure(let dimension) = self else { return "nothing" }
    let (above, below) = (Self.product(dimension, sign: 1), Self.product(dimension, sign: -1))
    return below.isEmpty ? "\(above)" : "\(above.isEmpty ? localized("one") : above) / \(below)"
  }

  /// What stands above a fraction's line, or below it: `money x visits^2`.
  private static func product(_ dimension: Dimension, sign: Int) -> String {
    var parts = [(localized("money"), dimension.money), (localized("time"), dimension.years)]
    parts += dimension.things.sorted { $0.key < $1.key }.map { ("\($0.key)s", $0.value) }
    return parts.filter { $0.1.signum() == sign }.map { name, exponent in
      exponent.magnitude == 1 ? name : "\(name)^\(exponent.magnitude)"
    }.joined(separator: " x ")
  }
}

extension FormulaType {
  /// What both are, where they can be compared or chosen between; nil where they cannot.
  static func common(_ a: FormulaType, _ b: FormulaType) -> FormulaType? {
    switch (a, b) {
    case _ where a == b: a
    case (.zero, .condition), (.condition, .zero), (.zero, .date), (.date, .zero): nil
    case (.zero, _): b
    case (_, .zero): a
    case (.difference, .rate), (.rate, .difference): .rate
    case (.difference, .points), (.points, .difference): .points
    default: nil
    }
  }

  /// The type of `a + b` or `a - b`; nil where there is none.
  static func sum(_ a: FormulaType, _ b: FormulaType, isMinus: Bool) -> FormulaType? {
    let time = FormulaType(.duration)
    switch (a, b) {
    case (.condition, _), (_, .condition): return nil
    case (.date, .date): return isMinus ? time : nil
    case (.date, time): return .date
    case (time, .date): return isMinus ? nil : .date
    case (.date, _), (_, .date): return nil
    case (.points, .points): return .points
    case (.points, .difference), (.difference, .points), (.difference, .difference):
      return .difference
    case (.rate, .rate), (.difference, .rate): return isMinus ? .difference : .rate
    case (.rate, .points), (.points, .rate), (.rate, .difference): return .rate
    default: return common(a, b)
    }
  }

  /// The type of `a x b`, or `a / b`; nil where one is a condition or a date, or the unit has no meaning.
  static func product(_ a: FormulaType, _ b: FormulaType, isDivision: Bool) -> FormulaType? {
    guard a.isAmount, b.isAmount else { return nil }
    let left = a == .zero ? .number : a
    let right = b == .zero ? .number : b
    switch (left, right) {
    case (.measure(let x), .measure(let y)):
      return x.times(y, power: isDivision ? -1 : 1).map { .measure($0) }
    case (.measure(let x), _): return x.isNumber && !isDivision ? right : left
    case (_, .measure(let y)) where y.isNumber: return left
    case (_, .measure(let y)):
      return isDivision ? Dimension().times(y, power: -1).map { .measure($0) } : right
    case _ where isDivision: return .number
    default:
      if left == .points || right == .points { return .points }
      return left == .difference || right == .difference ? .difference : .rate
    }
  }

  /// The type of `a` to a power; nil where there is none.
  ///
  /// - Parameter exponent: the number that the power is, where the formula says so.
  func raised(to exponent: Double?) -> FormulaType? {
    switch self {
    case .condition, .date: return nil
    case .zero: return .number
    case .rate, .difference, .points: return (exponent ?? 0) > 0 ? self : .number
    case .measure(let dimension):
      if dimension.isNumber { return self }
      guard let exponent else { return nil }
      if exponent == 0.5 { return dimension.root.map { .measure($0) } }
      guard let whole = Int(exactly: exponent), whole.magnitude <= Dimension.largestExponent else {
        return nil
      }
      return Dimension().times(dimension, power: whole).map { .measure($0) }
    }
  }
}
