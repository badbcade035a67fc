/// One line that tells how far a run is; printing it is up to the caller.
public struct ProgressLine: Sendable {
  public var done: Int
  /// Draws in all; zero or less when it is not known.
  public var total: Int
  /// Seconds since the start.
  public var elapsed: Double
  /// What is counted, in the plural.
  public var noun: String

  public init(done: Int, total: Int, elapsed: Double, noun: String = "draws") {
    self.done = done
    self.total = total
    self.elapsed = elapsed
    self.noun = noun
  }

  /// ` 37%  3,700,000 of 10,000,000 draws  1,230,000 draws/s  5 s left`.
  public var text: String {
    var parts: [String] = []
    if total > 0 {
      // A run that is not done is never at 100%.
      let percent = done >= total ? 100 : Int(Double(max(done, 0)) / Double(total) * 100)
      parts.append("\(percent)%".padded(to: 4, .right))
      parts.append("\(NumberFormat.count(done)) of \(NumberFormat.count(total)) \(noun)")
    } else {
      parts.append("\(NumberFormat.count(done)) \(noun)")
    }
    if done > 0, elapsed > 0, elapsed.isFinite {
      let speed = Double(done) / elapsed
      parts.append("\(Self.threeDigits(speed)) \(noun)/s")
      if total > done { parts.append(Self.time(Double(total - done) / speed) + " left") }
    }
    return parts.joined(separator: "  ")
  }

  private static func threeDigits(_ value: Double) -> String {
    let rounded = ShortestDecimal(value)?.rounded(significant: 3).double ?? value
    return NumberFormat(decimals: rounded < 100 ? 1 : 0, trimsZeros: true).string(rounded)
  }

  /// Whole seconds rounded up, minutes past one, hours past one.
  private static func time(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return "a long time" }
    let whole = Int(seconds.rounded(.up))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}
