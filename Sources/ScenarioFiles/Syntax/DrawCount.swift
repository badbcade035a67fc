import MonteCarlo

/// Numbers of draws as people write them: `500000`, `100k`, `1M`, `2.5M`.
public enum DrawCount {
  /// The number of draws; nil when the text is not a whole number that a run can do.
  public static func parse(_ text: String) -> Int? {
    guard let (number, rest) = try? DecimalNumber.scan(text) else { return nil }
    let powers = ["": 0, "k": 3, "K": 3, "thousand": 3, "M": 6, "million": 6, "G": 9, "billion": 9]
    guard let power = powers[rest], let value = try? number.value(timesTenTo: power),
      value >= 1, value <= Double(Simulation.maximumDraws), value == value.rounded()
    else { return nil }
    return Int(value)
  }
}
