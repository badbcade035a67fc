import Languages

extension RunContext {
  /// What was replaced for a run, as it stands below the title of a screen; nothing where nothing was.
  ///
  /// - Parameter style: how text is set.
  func overrideLines(style: TextStyle) -> [String] {
    guard !overrides.isEmpty else { return [] }
    let values = overrides.map(\.printable).joined(separator: ", ")
    return localized("with \(values)").wrapped(to: style.width, indent: "  ")
  }

  /// How many warnings there are, in words.
  var warningCount: String {
    warnings.count == 1 ? localized("1 warning") : localized("\(warnings.count) warnings")
  }
}
