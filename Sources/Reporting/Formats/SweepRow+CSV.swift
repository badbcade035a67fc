extension SweepRow {
  /// The quantiles of a row: their keys among `RunReport.probabilities`.
  static let quantiles = ["0.05", "0.5", "0.95"]

  private static let outcome = [
    "probability", "probability low", "probability high", "probability standard error",
  ]

  /// The titles of a table of such rows, as a line of comma-separated text.
  ///
  /// - Parameter paths: those that are varied, in the order of the rows' values.
  public func csvHeader(paths: [String]) -> String {
    var csv = CSVText()
    csv.add(
      paths
        + targets.flatMap { target in
          (Self.outcome + ["mean shortfall", "method"]).map { "\(target.id) \($0)" }
        } + (allTargets == nil ? [] : Self.outcome.map { "all targets \($0)" })
        + quantities.flatMap { quantity in
          (["mean", "standard deviation"] + Self.quantiles.map { "quantile \($0)" }).map {
            "\(quantity.path) \($0)"
          }
        })
    return csv.text
  }

  /// The row as a line of comma-separated text: the values as they were given, then numbers in base units
  /// with all digits; what does not exist is empty.
  public func csv() -> String {
    var csv = CSVText()
    csv.add(
      values.map(Self.oneLine)
        + targets.flatMap { target in
          Self.fields(target.outcome)
            + [CSVText.number(target.meanShortfall), target.outcome.method.name]
        } + (allTargets.map(Self.fields) ?? [])
        + quantities.flatMap { quantity in
          ([quantity.distribution.mean, quantity.distribution.standardDeviation]
            + Self.quantiles.map { quantity.distribution.quantile($0) ?? nil }).map(CSVText.number)
        })
    return csv.text
  }

  private static func fields(_ outcome: ProbabilityReport) -> [String] {
    [outcome.probability, outcome.low, outcome.high, outcome.standardError].map(CSVText.number)
  }

  /// A value without line breaks, so that a row is a line.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What a finished row says of a target.
  ///
  /// - Parameters:
  ///   - line: a row as `csv()` writes it.
  ///   - header: the titles, as `csvHeader(paths:)` writes them.
  ///   - target: the id of the target.
  /// - Returns: nil where the line is no such row.
  public static func point(csv line: String, header: String, target: String) -> SweepPoint? {
    let (titles, fields) = (CSVText.fields(header), CSVText.fields(line))
    guard titles.count == fields.count else { return nil }
    let numbers = outcome.prefix(3).map { name in
      titles.firstIndex(of: "\(target) \(name)").flatMap { Double(fields[$0]) }
    }
    guard let probability = numbers[0], let low = numbers[1], let high = numbers[2] else {
      return nil
    }
    return SweepPoint(probability: probability, low: low, high: high)
  }
}

extension CSVText {
  /// The fields of a line that `add` has written.
  static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    var previous: Character?
    for character in line where !character.isNewline {
      if character == "\"" {
        // The second of two marks inside quotes stands for one.
        if !isQuoted, previous == "\"" { fields[fields.count - 1].append(character) }
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
      previous = character
    }
    return fields
  }
}
