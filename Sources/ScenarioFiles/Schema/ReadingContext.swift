/// What the parts of one reading share: the diagnostics, the values found, and what the top of the
/// file says about all of it.
final class ReadingContext {
  let findings: Findings
  /// The path of the scenario, which paths of other files are relative to.
  let scenarioPath: String
  /// The currency of the file, or one for examples where the file does not say.
  private(set) var currency = "VND"
  /// Whether the file says what its currency is.
  private(set) var knowsCurrency = false
  var variables = VariableTable()
  var history = History.Outcome.absent
  private var recorded: [(value: ResolvedValue, order: Location)] = []
  private var unsourced: [(path: String, place: Place)] = []

  init(findings: Findings, scenarioPath: String) {
    self.findings = findings
    self.scenarioPath = scenarioPath
  }

  /// Sets the currency of the file.
  func use(currency: String?) {
    guard let currency else { return }
    self.currency = currency
    knowsCurrency = true
  }

  /// Every value so far, in the order of the file.
  var values: [ResolvedValue] {
    recorded.enumerated().sorted { first, second in
      let a = first.element.order
      let b = second.element.order
      return (a.line ?? 0, a.column ?? 0, first.offset) < (
        b.line ?? 0, b.column ?? 0, second.offset
      )
    }.map(\.element.value)
  }

  /// Notes a value that somebody wrote.
  func record(_ path: String, _ value: String, at place: Place, source: String? = nil) {
    switch place {
    case .file(let location):
      record(path, value, origin: .file(location), source: source, near: place)
    case .commandLine(let text, _):
      record(path, value, origin: .commandLine(text), source: source, near: place)
    }
  }

  /// Notes a value that follows from what stands at a place.
  func record(
    _ path: String, _ value: String, origin: ResolvedValue.Origin, source: String? = nil,
    near place: Place
  ) {
    let value = ResolvedValue(path: path, value: value, origin: origin, source: source)
    recorded.append((value, place.order))
  }

  /// Notes that a figure of the file names no source.
  func noteUnsourced(_ path: String, at place: Place) {
    if !place.isCommandLine { unsourced.append((path, place)) }
  }

  /// One warning for all figures without a source, at the first of them.
  func reportUnsourced() {
    let ordered = unsourced.enumerated().sorted { first, second in
      let a = first.element.place.order
      let b = second.element.place.order
      return (a.line ?? 0, a.column ?? 0, first.offset) < (
        b.line ?? 0, b.column ?? 0, second.offset
      )
    }.map(\.element)
    guard let first = ordered.first else { return }
    findings.report(KeyFact.noSource(ordered.map(\.path)), at: first.place)
  }
}
