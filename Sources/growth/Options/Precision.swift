import ArgumentParser

/// Half the width of a probability's interval, in percentage points: `0.1pp`.
struct Precision: ExpressibleByArgument {
  /// A fraction between 0 and 1/2.
  let halfWidth: Double

  init?(argument: String) {
    guard argument.hasSuffix("pp") else { return nil }
    let number = argument.dropLast(2).filter { $0 != " " }
    guard let points = Double(number), points > 0, points < 50 else { return nil }
    halfWidth = points / 100
  }
}
