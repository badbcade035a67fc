/// Collects the diagnostics of one reading.
final class Findings {
  private var diagnostics: [Diagnostic]
  private let main: String

  /// - Parameters:
  ///   - main: the path of the scenario, whose diagnostics come first.
  ///   - diagnostics: what is known already.
  init(main: String, _ diagnostics: [Diagnostic] = []) {
    self.main = main
    self.diagnostics = diagnostics
  }

  /// All so far, in the order of their reports.
  var all: [Diagnostic] { diagnostics }

  /// Whether the scenario cannot be used.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether there is an error in a file.
  func hasErrors(in path: String) -> Bool {
    diagnostics.contains { $0.severity == .error && $0.location.path == path }
  }

  func report(_ fact: some Fact, at place: Place) {
    report(fact, at: place.location)
  }

  func report(_ fact: some Fact, at location: Location) {
    diagnostics.append(
      Diagnostic(
        severity: fact.severity, location: location, message: Self.clipped(fact.message.text()),
        hint: fact.hint.map { Self.clipped($0.text()) }))
  }

  /// A text without its middle, where it quotes so much of a file that nobody would find the rest.
  private static func clipped(_ text: String) -> String {
    let (most, head, tail) = (600, 300, 200)
    guard text.count > most else { return text }
    return text.prefix(head) + " ... " + text.suffix(tail)
  }

  /// Each diagnostic once: those of the scenario first, then those of the command line, then other
  /// files by name; in each by line and column, and in the order of the report where these agree.
  var ordered: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = diagnostics.filter { seen.insert($0).inserted }
    return distinct.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }

  private func key(_ item: (offset: Int, element: Diagnostic)) -> (Int, String, Int, Int, Int) {
    let location = item.element.location
    let rank = location.path == main ? 0 : location.path.hasPrefix("--set ") ? 1 : 2
    // Overrides stay in the order in which they were applied.
    return (
      rank, rank == 1 ? "" : location.path, location.line ?? 0, location.column ?? 0, item.offset
    )
  }
}
