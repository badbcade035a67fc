import Languages

/// One line that tells how far a run is; printing it is up to the caller.
public struct ProgressLine: Sendable {
  /// How many are done.
  public var done: Int
  /// Draws in all; zero or less when it is not known.
  public var total: Int
  /// Seconds since the start.
  public var elapsed: Double
  /// What is counted.
  public var counted: Counted

  /// What is counted.
  public enum Counted: Sendable {
    /// Draws, variants, variants that were read, and periods in which forecasts were made.
    case draws, variants, variantsRead, origins
  }

  /// - Parameters:
  ///   - done: how many are done.
  ///   - total: of them, zero or less when it is not known.
  ///   - elapsed: seconds since the start.
  ///   - counted: what is counted.
  public init(done: Int, total: Int, elapsed: Double, counted: Counted = .draws) {
    self.done = done
    self.total = total
    self.elapsed = elapsed
    self.counted = counted
  }

  /// ` 37%  3,700,000 of 10,000,000 draws  1,230,000 draws/s  5 s left`.
  public var text: String {
    var parts: [String] = []
    if total > 0 {
      // A run that is not done is never at 100%.
      let percent = done >= total ? 100 : Int(Double(max(done, 0)) / Double(total) * 100)
      parts.append("\(percent)%".padded(to: 4, .right))
      let share = localized("\(NumberFormat.count(done)) of \(NumberFormat.count(total))")
      parts.append(localized(counted.amount(share)))
    } else {
      parts.append(localized(counted.amount(NumberFormat.count(done))))
    }
    if done > 0, elapsed > 0, elapsed.isFinite {
      let speed = Double(done) / elapsed
      parts.append(localized(counted.speed(Self.threeDigits(speed))))
      if total > done {
        parts.append(localized("\(Self.time(Double(total - done) / speed)) left"))
      }
    }
    return parts.joined(separator: "  ")
  }

  private static func threeDigits(_ value: Double) -> String {
    let rounded = ShortestDecimal(value)?.rounded(significant: 3).double ?? value
    return NumberFormat(decimals: rounded < 100 ? 1 : 0, trimsZeros: true).string(rounded)
  }

  /// Whole seconds rounded up, minutes past one, hours past one.
  private static func time(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return localized("a long time") }
    let whole = Int(seconds.rounded(.up))
    switch whole {
    case ..<60: return localized("\(whole) s")
    case ..<3600: return localized("\(whole / 60) min \(whole % 60) s")
    default: return localized("\(whole / 3600) h \(whole % 3600 / 60) min")
    }
  }
}

extension ProgressLine.Counted {
  /// How many are done.
  fileprivate func amount(_ number: String) -> Phrase {
    switch self {
    case .draws: "\(number) draws"
    case .variants: "\(number) variants"
    case .variantsRead: "\(number) variants read"
    case .origins: "\(number) origins"
    }
  }

  /// How many are done in a second.
  fileprivate func speed(_ number: String) -> Phrase {
    switch self {
    case .draws: "\(number) draws/s"
    case .variants: "\(number) variants/s"
    case .variantsRead: "\(number) variants read/s"
    case .origins: "\(number) origins/s"
    }
  }
}
