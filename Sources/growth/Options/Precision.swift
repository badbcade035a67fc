import ArgumentParser
import Languages

/// Half the width of a probability's interval, in percentage points: `0.1pp`.
struct Precision {
  /// A fraction between 0 and 1/2.
  let halfWidth: Double

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    let number = argument.dropLast(2).filter { $0 != " " }
    guard argument.hasSuffix("pp"), let points = Double(number), points > 0, points < 50 else {
      throw ValidationError(localized("write percentage points between 0 and 50, such as 0.1pp"))
    }
    halfWidth = points / 100
  }
}
