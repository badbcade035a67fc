/// The translations of one language: English sentences with theirs.
struct Catalogue: Sendable {
  /// Translations of one topic, in the order in which they are met.
  typealias Entries = KeyValuePairs<String, String>

  let topics: [Entries]
  let translations: [String: String]

  init(_ topics: [Entries]) {
    self.topics = topics
    var translations: [String: String] = [:]
    for (key, value) in topics.joined() { translations[key] = value }
    self.translations = translations
  }

  /// In the terms of the statistical yearbook of Viet Nam.
  static let vietnamese = Catalogue([
    Vietnamese.words, Vietnamese.numbers, Vietnamese.quantities,
    Vietnamese.run, Vietnamese.update, Vietnamese.explain, Vietnamese.reach, Vietnamese.reconcile,
    Vietnamese.sensitivity, Vietnamese.compare, Vietnamese.sweep, Vietnamese.calibrate,
    Vietnamese.backtest, Vietnamese.check, Vietnamese.commands,
    Vietnamese.report, Vietnamese.spreadsheet, Vietnamese.page,
    Vietnamese.accounts, Vietnamese.dependence, Vietnamese.figures, Vietnamese.formulas,
    Vietnamese.history, Vietnamese.keys, Vietnamese.publishedFigures, Vietnamese.variantFiles,
    Vietnamese.help, Vietnamese.wording, Vietnamese.distributions,
    Vietnamese.editorSchema, Vietnamese.starter, Vietnamese.verify, Vietnamese.states,
  ])
}

/// A file a topic.
enum Vietnamese {}
