extension RunContext {
  /// What stands above a screen: the scenario, facts about the run, and what was replaced for it.
  ///
  /// - Parameters:
  ///   - scenario: its name.
  ///   - facts: such as `for 2025, 1,000,000 draws, seed 1`.
  ///   - style: how text is set.
  func title(_ scenario: String, _ facts: String, style: TextStyle) -> [String] {
    let known = asOf.map { ", as of \($0.printable)" } ?? ""
    var lines = "\(scenario.printable) (\(facts)\(known))".wrapped(to: style.width, indent: "  ")
    if !overrides.isEmpty {
      lines += "with \(overrides.map(\.printable).joined(separator: ", "))"
        .wrapped(to: style.width, indent: "  ")
    }
    return lines.map(style.bold)
  }

  /// What the reader must know, with its places in files, as many as a reader wants to see.
  func warningLines(style: TextStyle) -> [String] {
    let most = 6
    guard !warnings.isEmpty else { return [] }
    var lines = [style.bold(warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings")]
    for warning in warnings.prefix(most) {
      let text = "\(warning.place): \(warning.message)".printable
      lines += text.wrapped(to: style.width - 2, indent: "  ").map { "  " + style.yellow($0) }
    }
    if warnings.count > most {
      let rest = "and \(warnings.count - most) more: growth check \(file.printable)"
      lines += rest.wrapped(to: style.width - 2, indent: "  ").map { "  " + $0 }
    }
    return lines
  }
}
