/// The periods of a model: what follows the base year, step by step.
public struct Timeline: Sendable, Equatable {
  /// How long a step of the model is.
  public enum Step: Sendable, Equatable, Hashable {
    /// A year, or a quarter of one.
    case year, quarter
  }

  /// The year that growth is measured from.
  public let baseYear: Int
  /// The last year, which is the one asked about.
  public let lastYear: Int
  /// How long a step is.
  public let step: Step

  /// The steps of the years after `baseYear` up to `lastYear`.
  public init(baseYear: Int, lastYear: Int, step: Step = .year) {
    self.baseYear = baseYear
    self.lastYear = lastYear
    self.step = step
  }

  /// The most years after the base year.
  public static let longest = 30

  /// The years after the base year, one at least and no more than `longest`.
  public var years: ClosedRange<Int> {
    baseYear + 1...min(max(lastYear, baseYear + 1), baseYear + Self.longest)
  }

  /// The steps after the base year, in order of time.
  public var steps: [Period] { years.flatMap(steps(of:)) }

  /// The steps of the base year.
  public var baseSteps: [Period] { steps(of: baseYear) }

  /// The steps that a year is made of.
  public func steps(of year: Int) -> [Period] {
    switch step {
    case .year: [Period(year: year)]
    case .quarter: (1...4).map { Period(year: year, quarter: $0) }
    }
  }

  /// The steps that a period is made of.
  public func steps(of period: Period) -> [Period] {
    switch step {
    case .year: [Period(year: period.year)]
    case .quarter: period.quarters.map { Period(year: period.year, quarter: $0) }
    }
  }

  /// Every period that a quantity can be asked for, years last.
  public var periods: [Period] {
    let spans: [Period.Span] = step == .year ? [.year] : Period.Span.allCases
    return years.flatMap { year in spans.map { Period(year: year, span: $0) } }
  }

  /// Whether a period is one that a quantity can be asked for.
  public func contains(_ period: Period) -> Bool {
    years.contains(period.year) && (step == .quarter || period.span == .year)
  }

  /// The step that lies this many steps before another.
  public func step(_ period: Period, before count: Int) -> Period {
    switch step {
    case .year: return Period(year: period.year - count)
    case .quarter:
      let number = 4 * period.year + period.quarters.lowerBound - 1 - count
      // Before the year 0, too, a year has quarters from 1 to 4.
      let quarter = number & 3
      return Period(year: (number - quarter) / 4, quarter: quarter + 1)
    }
  }

  /// Steps in a year.
  public var stepsInYear: Int { step == .year ? 1 : 4 }
}

/// A number for each step of a model.
public enum Schedule: Sendable, Equatable {
  /// The same in all of them.
  case all(Input)
  /// By quarter or by year; a quarter's own number comes before that of its year.
  case byPeriod([Period: Input])

  /// The number of a step; nil where there is none.
  public subscript(step: Period) -> Input? {
    switch self {
    case .all(let input): input
    case .byPeriod(let inputs): inputs[step] ?? inputs[Period(year: step.year)]
    }
  }

  /// The same number in every step.
  public static func constant(_ value: Double) -> Schedule { .all(.constant(value)) }
  /// The same uncertain number in every step.
  public static func uncertain(_ name: String) -> Schedule { .all(.uncertain(name)) }
}
