import ArgumentParser
import Languages

/// A probability that a target should have: `70%` or `0.7`.
struct TargetProbability {
  /// Above 0 and below 1.
  let value: Double

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    let isPercent = argument.hasSuffix("%")
    let number = (isPercent ? argument.dropLast() : argument[...]).filter { $0 != " " }
    // The digits of a percentage are moved, not divided, so that 70% is 0.7.
    guard number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let value = Double(isPercent ? number + "e-2" : number), value > 0, value < 1
    else {
      throw ValidationError(localized("write a probability between 0 and 1, such as 70% or 0.7"))
    }
    self.value = value
  }
}
