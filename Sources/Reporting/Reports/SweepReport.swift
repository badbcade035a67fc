import GrowthModel
import Languages
import MonteCarlo

/// The probability of one target over the variants of a scenario: what `sweep` shows on a screen or a chart.
public struct SweepReport: Sendable {
  /// How the values of the paths are put together.
  public enum Design: Sendable, Equatable {
    /// Every value of each path with every value of the others; the last path varies fastest.
    case grid
    /// The values of all paths in step: one row of a list each.
    case list
    /// Points spread evenly over the ranges.
    case latinHypercube
  }

  /// A path that is varied.
  public struct Axis: Sendable, Equatable {
    /// As `--set` takes it.
    public let path: String
    /// Of a grid each value once, else the value of each variant; empty where a variant leaves the
    /// scenario's own.
    public let values: [String]
    /// The values as numbers, in the unit in which they were written; nil where they are none.
    public let numbers: [Double]?
    /// That unit, such as `%` or `billion VND`.
    public let unit: String

    /// Puts together what the properties hold.
    public init(path: String, values: [String], numbers: [Double]?, unit: String) {
      self.path = path
      self.values = values
      self.numbers = numbers
      self.unit = unit
    }

    /// `investment.plan, billion VND`.
    var title: String {
      unit.isEmpty ? path.printable : path.printable + ", " + unitName
    }

    /// The unit as people read it.
    var unitName: String { Measure.words(unit: unit.printable) }

    private static let longestNumber = 8
    private static let significantDigits = 6

    /// The value, without its unit where that stands in the title, and with no more digits of a number than
    /// people read.
    func label(_ place: Int) -> String {
      let value = values[place].printable
      if value.isEmpty { return localized("as it is") }
      guard let numbers else { return value }
      let number = value.hasSuffix(unit) ? String(value.dropLast(unit.count)).printable : value
      let isLong = number.columns > Self.longestNumber && number.contains(".")
      let rounded = ShortestDecimal(numbers[place])?.rounded(significant: Self.significantDigits)
      guard isLong, let rounded else { return Self.pointed(number) }
      return Self.pointed(
        NumberFormat(decimals: 10, trimsZeros: true, language: .english).string(rounded.double)
          .filter { $0 != "," })
    }

    /// A number of a scenario file, with the decimal separator that people read.
    private static func pointed(_ number: String) -> String {
      String(number.map { $0 == "." ? Language.current.decimalSeparator : $0 })
    }
  }

  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// How the values of the paths are put together.
  public let design: Design
  /// The paths that are varied.
  public let axes: [Axis]
  /// The target that is shown, and its quantity.
  public let target: Target
  /// What people call the quantity of the target.
  public let quantityTitle: String
  let measure: Measure
  /// What the random numbers follow from.
  public let seed: UInt64
  /// Draws of each variant.
  public let draws: Int
  /// What there is to say of the run beside its results.
  public let context: RunContext
  /// One for each variant, in their order.
  public let points: [SweepPoint]

  /// Gathers the points of a sweep.
  ///
  /// - Parameters:
  ///   - scenario: that is varied.
  ///   - design: how the values are put together.
  ///   - axes: the paths that are varied.
  ///   - target: that is shown.
  ///   - quantity: that it is about.
  ///   - seed: of the draws.
  ///   - draws: of each variant.
  ///   - context: where the scenario came from.
  ///   - points: one for each variant.
  public init(
    scenario: Scenario, design: Design, axes: [Axis], target: Target, quantity: Quantity,
    seed: UInt64, draws: Int, context: RunContext, points: [SweepPoint]
  ) {
    self.scenario = scenario.name
    year = scenario.economy.year
    self.design = design
    self.axes = axes
    self.target = target
    quantityTitle = quantity.title
    measure = Measure(unit: quantity.unit, currency: scenario.economy.currency)
    self.seed = seed
    self.draws = draws
    self.context = context
    self.points = points
  }

  /// `GRDP growth of at least 8%`.
  var statement: String {
    let threshold = measure.base(target.threshold)
    let scale = measure.scale(for: threshold)
    let text = scale.labelled(scale.exact(threshold))
    let name = target.name.printable
    switch target.comparison {
    case .atLeast: return localized("\(name) of at least \(text)")
    case .atMost: return localized("\(name) of at most \(text)")
    case .within(let tolerance):
      let difference = scale.labelledDifference(scale.exact(measure.base(tolerance)))
      return localized("\(name) of \(text) ± \(difference)")
    }
  }

  /// Which of its values a path has in a variant.
  func place(_ axis: Int, of variant: Int) -> Int {
    guard design == .grid else { return variant }
    let faster = axes[(axis + 1)...].reduce(1) { $0 * $1.values.count }
    return variant / faster % axes[axis].values.count
  }

  /// The value of a path in a variant, as it was given.
  func value(_ axis: Int, of variant: Int) -> String {
    axes[axis].values[place(axis, of: variant)]
  }

  /// The mean probability over the variants that share a value of a path.
  struct Effect: Sendable, Equatable {
    let label: String
    let variants: Int
    let mean: Double
  }

  private static let classes = 5

  /// The main effect of a path: mean probabilities by value, or by fifths of the range where every variant has
  /// a value of its own. Empty for a list of variants, whose paths move together.
  func mainEffect(_ axis: Int) -> [Effect] {
    guard design != .list else { return [] }
    let path = axes[axis]
    var order: [String] = []
    var sums: [String: (count: Int, sum: Double)] = [:]
    func add(_ label: String, _ probability: Double) {
      if sums[label] == nil { order.append(label) }
      sums[label, default: (0, 0)].count += 1
      sums[label, default: (0, 0)].sum += probability
    }
    if design == .latinHypercube, let numbers = path.numbers,
      Set(path.values).count == path.values.count
    {
      let sorted = points.indices.sorted { numbers[$0] < numbers[$1] }
      let classes = min(Self.classes, sorted.count)
      for part in 0..<classes {
        let members = sorted[
          (part * sorted.count / classes)..<((part + 1) * sorted.count / classes)]
        guard let low = members.first, let high = members.last else { continue }
        let label = localized("\(path.label(low)) to \(path.label(high))")
        for variant in members { add(label, points[variant].probability) }
      }
    } else {
      let places = points.indices.map { (variant: $0, place: place(axis, of: $0)) }
      let ordered =
        design == .grid
        ? places
        : places.sorted { a, b in
          guard let numbers = path.numbers else {
            return path.values[a.place] < path.values[b.place]
          }
          return numbers[a.place] < numbers[b.place]
        }
      for (variant, place) in ordered { add(path.label(place), points[variant].probability) }
    }
    return order.compactMap { label in
      sums[label].map {
        Effect(label: label, variants: $0.count, mean: $0.sum / Double($0.count))
      }
    }
  }

  /// The variants, the likeliest to meet the target first.
  var bestFirst: [Int] {
    points.indices.sorted {
      (points[$1].probability, $0) < (points[$0].probability, $1)
    }
  }
}
