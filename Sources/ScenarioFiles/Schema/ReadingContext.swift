import GrowthModel

/// What the parts of one reading share: the diagnostics, the values found, and what the top of the
/// file says about all of it.
final class ReadingContext {
  let findings: Findings
  /// The path of the scenario, which paths on the command line are relative to.
  let scenarioPath: String
  /// The paths of the scenario and the files it extends, each before the one it extends.
  var files: [String] = []
  /// The scenarios that this one is a variant of.
  var bases: [SyntaxNode] = []
  /// The currency of the file, or one for examples where the file does not say.
  private(set) var currency = "VND"
  /// Whether the file says what its currency is.
  private(set) var knowsCurrency = false
  /// The periods of the model; stands in for them where the file does not say.
  private(set) var timeline = Timeline(baseYear: 0, lastYear: 1)
  /// Whether the file says what the periods are.
  private(set) var knowsTimeline = false
  /// The bytes of each file that has been read, by its path.
  var sources: [String: [UInt8]] = [:]
  /// Where the lines of each of them begin, and one past its end; once it has been asked for.
  private var lineStarts: [String: [Int]] = [:]
  /// The bytes of files of data that the scenario names, in the order in which they are read.
  var dataFiles: [[UInt8]] = []
  /// A file of published figures that the command line names, and the last day of publication that counts.
  var actualsFile: (path: String, publishedBy: String?)?
  /// The distributions of earlier readings of the same files.
  var marginals = MarginalMemo()
  var variables = VariableTable()
  var history = History.Outcome.absent
  /// The rows that groups of correlations draw from.
  var bootstraps: [Bootstrap] = []
  private var recorded: [(value: ResolvedValue, order: Int)] = []
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

  /// Sets the periods of the model; nil where a mistake hides them.
  func use(timeline: Timeline?, step: Timeline.Step) {
    self.timeline = timeline ?? Timeline(baseYear: 0, lastYear: 1, step: step)
    knowsTimeline = timeline != nil
  }

  /// The bytes of a line of a file that has been read, without its end; nil where there is none.
  ///
  /// - Parameter number: counted from one.
  func line(_ number: Int, of path: String) -> ArraySlice<UInt8>? {
    guard let bytes = sources[path] else { return nil }
    let starts = lineStarts[path] ?? Self.lineStarts(bytes)
    lineStarts[path] = starts
    guard 1..<starts.count ~= number else { return nil }
    return bytes[starts[number - 1]..<(starts[number] - 1)]
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(place + 1)
    }
    return starts + [bytes.count + 1]
  }

  var hasQuarters: Bool { timeline.step == .quarter }

  /// Whether the first of two places is in a variant of the second one's file, or on the command line.
  func isLater(_ first: Place, than second: Place) -> Bool { depth(of: first) < depth(of: second) }

  private func depth(of place: Place) -> Int {
    place.file.map { files.firstIndex(of: $0) ?? 0 } ?? -1
  }

  /// Every value so far, in the order of the scenario.
  var values: [ResolvedValue] {
    recorded.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element.value)
  }

  /// Notes a value that somebody wrote.
  func record(_ path: String, _ value: String, at place: Place, source: String? = nil) {
    switch place {
    case .file(let location, _):
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

  /// One warning for all figures of a file without a source, at the first of them.
  func reportUnsourced() {
    let ordered = unsourced.enumerated().sorted {
      ($0.element.place.order, $0.offset) < ($1.element.place.order, $1.offset)
    }.map(\.element)
    for figures in Dictionary(grouping: ordered, by: \.place.file).values {
      findings.report(KeyFact.noSource(figures.map(\.path)), at: figures[0].place)
    }
  }
}
