import GrowthModel
import Languages

extension RunContext {
  /// What stands above a screen: the scenario, facts about the run, and what was replaced for it.
  ///
  /// - Parameters:
  ///   - scenario: its name.
  ///   - facts: such as `for 2025, 1,000,000 draws, seed 1`.
  ///   - style: how text is set.
  func title(_ scenario: String, _ facts: String, style: TextStyle) -> [String] {
    var lines = "\(scenario.printable) (\(dated(facts)))".wrapped(to: style.width, indent: "  ")
    if !overrides.isEmpty {
      lines += localized("with \(overrides.map(\.printable).joined(separator: ", "))")
        .wrapped(to: style.width, indent: "  ")
    }
    return lines.map(style.bold)
  }

  /// Facts about a run, and the day of the knowledge in the scenario where it is known.
  func dated(_ facts: String) -> String {
    guard let asOf else { return facts }
    return localized("\(facts), as of \(CalendarDate.text(asOf.printable))")
  }

  /// What the reader must know, with its places in files, as many as a reader wants to see.
  func warningLines(style: TextStyle) -> [String] {
    let most = 6
    guard !warnings.isEmpty else { return [] }
    let count = localized(warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings")
    var lines = [style.bold(count)]
    for warning in warnings.prefix(most) {
      let text = "\(warning.place): \(warning.message)".printable
      lines += text.wrapped(to: style.width - 2, indent: "  ").map { "  " + style.yellow($0) }
    }
    if warnings.count > most {
      let rest = localized("and \(warnings.count - most) more: growth check \(file.printable)")
      lines += rest.wrapped(to: style.width - 2, indent: "  ").map { "  " + $0 }
    }
    return lines
  }
}
