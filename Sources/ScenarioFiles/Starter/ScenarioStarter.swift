import GrowthModel

/// A scenario to begin with: a file that runs at once, with figures that are made up and say so, and with
/// remarks on where the real ones are found.
public struct ScenarioStarter: Sendable {
  /// A part that a scenario can do without.
  public enum Part: String, Sendable, CaseIterable {
    /// A lever, the part of public investment that is disbursed, and its effect on growth.
    case investment
    /// Current prices, population and a target of GRDP per person.
    case prices
  }

  /// How long the steps of the model are.
  public enum Steps: String, Sendable, CaseIterable {
    /// The words of the file.
    case years, quarters
  }

  /// What people call the scenario.
  public var name: String
  /// The year that growth is measured from, and the one that is asked about.
  public var baseYear: Int
  /// The year that is asked about.
  public var year: Int
  /// Growth that is to be reached, as a fraction.
  public var target: Double
  /// Three capital letters.
  public var currency: String
  /// Their ids, in order.
  public var activities: [String]
  /// How long the steps of the model are.
  public var steps: Steps
  /// What the file has beside growth and its target.
  public var parts: Set<Part>

  /// Product taxes less subsidies, which are no industry.
  static let taxes = "taxes"
  /// The three sectors of a yearbook, and product taxes less subsidies.
  public static let standardActivities = ["agriculture", "industry", "services", taxes]
  /// More than any yearbook's table has.
  static let mostActivities = 60
  private static let longestName = 200

  /// - Throws: `StarterMistake` where a scenario could not be read.
  public init(
    name: String, baseYear: Int, year: Int, target: Double, currency: String = "VND",
    activities: [String] = standardActivities, steps: Steps = .years, parts: Set<Part> = []
  ) throws(StarterMistake) {
    self.name = name
    self.baseYear = baseYear
    self.year = year
    self.target = target
    self.currency = currency
    self.activities = activities
    self.steps = steps
    self.parts = parts
    try Self.check(name: name)
    try Self.check(currency: currency)
    try Self.check(activities: activities)
    try Self.check(year: year)
    try Self.check(year: baseYear)
    try Self.check(target: target)
    guard year > baseYear else { throw .yearNotAfter(year, baseYear: baseYear) }
    let most = steps == .quarters ? HeaderReader.mostYearsInQuarters : Timeline.longest
    guard year - baseYear <= most else { throw .tooManyYears(year - baseYear, most: most) }
  }

  /// - Throws: `StarterMistake` for a name that says nothing, or too much.
  public static func check(name: String) throws(StarterMistake) {
    let isLine = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
        false
      default: scalar != "\u{FEFF}"
      }
    }
    guard name.contains(where: { !$0.isWhitespace }), isLine, name.count <= longestName else {
      throw .badName
    }
  }

  /// - Throws: `StarterMistake` for what is no code of a currency.
  public static func check(currency: String) throws(StarterMistake) {
    guard Figure.isCurrency(currency) else { throw .badCurrency(currency) }
  }

  /// - Throws: `StarterMistake` for ids that a scenario could not have.
  public static func check(activities: [String]) throws(StarterMistake) {
    guard activities.contains(where: { $0 != taxes }) else { throw .noActivities }
    guard activities.count <= mostActivities else { throw .tooManyActivities(most: mostActivities) }
    var seen: Set<String> = []
    for id in activities {
      guard Identifier.isValid(id), !Identifier.reserved.contains(id), !ownNames.contains(id) else {
        throw .badActivity(id)
      }
      guard seen.insert(id).inserted else { throw .repeatedActivity(id) }
    }
  }

  /// Names of parts of the starter, which are not free for activities.
  static let ownNames = ["investment", "investment-effect"]

  /// - Throws: `StarterMistake` for what is not written with four digits.
  public static func check(year: Int) throws(StarterMistake) {
    guard 1000...9999 ~= year else { throw .badYear(year) }
  }

  /// - Throws: `StarterMistake` for growth that no economy has.
  public static func check(target: Double) throws(StarterMistake) {
    guard target > -1, target <= 10 else { throw .badTarget }
  }

  /// A rate as people write it: `8%`, `8`, `8,5 %`; nil for anything else.
  ///
  /// - Parameter text: in percent, with or without the sign.
  public static func rate(_ text: String) -> Double? {
    var text = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
    if text.hasSuffix("%") { text.removeLast() }
    guard !text.contains("%"), let figure = try? Figure.parse(text + "%"), figure.unit == .rate
    else {
      return nil
    }
    return figure.value
  }

  /// The name of a file for the scenario: its letters in ASCII, words joined by hyphens.
  public var fileName: String {
    var words: [String] = [""]
    for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "đ": words[words.count - 1] += "d"
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      default: if words.last != "" { words.append("") }
      }
    }
    let slug = words.filter { !$0.isEmpty }.joined(separator: "-")
    return (slug.isEmpty ? "scenario" : slug) + ".yaml"
  }
}
