import Languages

extension VerificationReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    let sections = [[title(style)], facts(style), reasons(style), table(style)]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func title(_ style: TextStyle) -> String {
    let name = file.printable
    let figures = NumberFormat.count(comparison?.figures ?? 0)
    switch verdict {
    case .same:
      return style.bold(
        style.green(
          localized(
            comparison?.figures == 0
              ? "\(name): the same, every word"
              : "\(name): the same to the last bit, all \(figures) numbers and every word")))
    case .changed:
      return style.bold(
        style.red(localized("\(name): it comes out the same, but the file has been changed")))
    case .failed: return style.bold(style.red(localized("\(name): no answer came out")))
    case .different:
      let count = NumberFormat.count(comparison?.changedFigures ?? 0)
      return style.bold(
        style.red(
          localized(
            comparison?.changedFigures == 0
              ? "\(name): not the same, though all \(figures) numbers are"
              : "\(name): not the same, \(count) of \(figures) numbers are others")))
    }
  }

  private func facts(_ style: TextStyle) -> [String] {
    var rows: [(String, String)] = [(localized("command"), command.printable)]
    rows.append(
      (
        localized("files"),
        inputs.isEmpty ? localized("no files") : inputs.map(\.printable).joined(separator: ", ")
      ))
    if let seed, let draws {
      rows.append(
        (
          localized("random numbers"),
          localized("seed \(String(seed)), \(NumberFormat.count(Int(clamping: draws))) draws")
        ))
    }
    rows.append((localized("made by"), "growth \(versionThen.printable)"))
    let time = NumberFormat(decimals: 1).string(seconds)
    rows.append(
      (localized("made again by"), localized("growth \(versionNow.printable), in \(time) s")))
    var table = TextTable(columns: [
      TextTable.Column(head: [], alignment: .left),
      TextTable.Column(head: [], alignment: .left, overflow: .wrap),
    ])
    table.rows = rows.map { [TextTable.Cell($0.0), TextTable.Cell($0.1)] }
    return table.lines(width: style.width, style: style)
  }

  private func reasons(_ style: TextStyle) -> [String] {
    causes.flatMap { text(of: $0).wrapped(to: style.width) }
  }

  private func text(of cause: Cause) -> String {
    switch cause {
    case .inputsChanged:
      localized(
        """
        The scenario, another file or the command in it was changed after growth wrote it: its hash does \
        not fit any more.
        """)
    case .answerChanged:
      localized(
        """
        Numbers or words of the answer were changed after growth wrote it: its hash does not fit any more.
        """)
    case .otherVersion:
      localized(
        """
        Another version of growth made it, \(versionThen.printable): what a seed yields may change from \
        one version to the next, and the changelog says where it did.
        """)
    case .rounding:
      localized(
        """
        Nothing in the file was changed, and the differences are no larger than those of rounding: \
        another library of linear algebra (LAPACK) explains them.
        """)
    case .unknown where verdict == .failed:
      localized("Nothing in the file was changed: see above what was said instead of an answer.")
    case .unknown:
      localized(
        isAnswerIntact == nil
          ? """
          The command and its files are those it was made from. A table that is written row by row does \
          not tell whether its rows were changed since.
          """
          : """
          Nothing in the file was changed and the version is the same: this should not be, and is a \
          defect of growth or of this computer.
          """)
    }
  }

  private func table(_ style: TextStyle) -> [String] {
    guard let comparison, !comparison.isSame else { return [] }
    var table = TextTable(columns: [
      TextTable.Column(head: [localized("Where")], alignment: .left, overflow: .wrap),
      TextTable.Column(head: [localized("in the file")], alignment: .right, overflow: .wrap),
      TextTable.Column(head: [localized("made again")], alignment: .right, overflow: .wrap),
      TextTable.Column(head: [localized("apart by")], alignment: .right),
    ])
    table.rows = comparison.changes.map { change in
      [
        TextTable.Cell(place(of: change)), TextTable.Cell(Self.cell(change.old)),
        TextTable.Cell(Self.cell(change.new)),
        TextTable.Cell(change.relative.map(Self.percent) ?? ""),
      ]
    }
    var lines = table.lines(width: style.width, style: style)
    let rest = comparison.changedFigures + comparison.otherChanges - comparison.changes.count
    if rest > 0 { lines.append(localized("and \(NumberFormat.count(rest)) more")) }
    return lines
  }

  /// The path in the answer, and the line of the file.
  private func place(of change: Change) -> String {
    let path = change.path.printable
    guard let line = change.line else { return path }
    return path.isEmpty ? localized("line \(line)") : localized("\(path), line \(line)")
  }

  private static func cell(_ text: String?) -> String { text?.printable ?? "-" }

  /// A relative difference: in percent, or as `2e-16` where it is small.
  private static func percent(_ relative: Double) -> String {
    let least = 1e-4
    if relative >= least {
      return NumberFormat(decimals: 2, powerOfTen: 2).string(relative) + "%"
    }
    // Numbers that differ beyond what this computer counts with.
    guard let number = ShortestDecimal(relative)?.rounded(significant: 1),
      let digit = number.digits.first
    else { return "< 1e-16" }
    return "\(digit)e\(number.integerDigits - 1)"
  }
}
