import GrowthModel

/// Reads the tree of activities.
final class ActivityReader {
  private let context: ReadingContext
  /// The place of each id so far, and the keys that lead to it.
  private var known: [String: (place: Place, path: String)] = [:]

  init(context: ReadingContext) { self.context = context }

  /// The activities under the key `activities` of some fields.
  func read(
    _ fields: Fields, kind: Activity.Kind? = nil, seasons: Seasons = Seasons()
  ) -> [ActivityDraft] {
    let seasons = fields.seasons(within: seasons)
    let path = fields.path(to: "activities")
    let entries = fields.named("activities", what: .activity)
    if entries.isEmpty, let entry = fields.entry("activities"), entry.value.entries?.isEmpty == true
    {
      context.findings.report(AccountsFact.noActivities, at: entry.keyPlace)
    }
    return entries.compactMap { entry in
      guard checkIdentifier(entry, path: path + "." + entry.key) else { return nil }
      return activity(entry, path: path + "." + entry.key, parent: kind, seasons: seasons)
    }
  }

  /// Whether the id is well-formed and new; of two activities with one id the first counts.
  private func checkIdentifier(_ entry: SyntaxNode.Entry, path: String) -> Bool {
    let id = entry.key
    if !Identifier.isValid(id) {
      context.findings.report(KeyFact.badIdentifier(id, what: .activity), at: entry.keyPlace)
    } else if Identifier.reserved.contains(id) {
      context.findings.report(AccountsFact.reservedActivity(id), at: entry.keyPlace)
    }
    if let first = known[id] {
      let location = first.place.location
      if let file = entry.keyPlace.file, let firstFile = first.place.file, file != firstFile {
        context.findings.report(
          ExtendsFact.activityElsewhere(id, at: location, path: first.path), at: entry.keyPlace)
      } else {
        context.findings.report(
          AccountsFact.duplicateActivity(id, firstLine: location.line), at: entry.keyPlace)
      }
      return false
    }
    known[id] = (entry.keyPlace, path)
    return true
  }

  private func activity(
    _ entry: SyntaxNode.Entry, path: String, parent: Activity.Kind?, seasons: Seasons
  ) -> ActivityDraft? {
    let isGroup = entry.value["activities"] != nil
    var schema = MappingSchema.leaf
    if isGroup {
      let figures = reportFigures(of: entry)
      schema = MappingSchema(
        MappingSchema.group.what, needed: ["activities"],
        optional: MappingSchema.group.names.filter { $0 != "activities" } + figures)
    }
    guard
      let fields = Fields(
        entry.value, schema: schema, path: path, place: entry.keyPlace, context: context)
    else { return nil }
    let name = fields.recordedWording("name") ?? entry.key
    let kind = self.kind(fields, parent: parent)
    let content: ActivityDraft.Content =
      isGroup
      ? .group(read(fields, kind: kind, seasons: seasons))
      : .leaf(leaf(fields, id: entry.key, kind: kind, seasons: fields.seasons(within: seasons)))
    return ActivityDraft(id: entry.key, name: name, kind: kind, content: content)
  }

  /// Reports figures of a leaf that a group has, and returns their keys.
  private func reportFigures(of entry: SyntaxNode.Entry) -> [String] {
    let own = (entry.value.entries ?? []).filter {
      MappingSchema.leaf.names.contains($0.key) && !MappingSchema.group.names.contains($0.key)
    }
    let activities = entry.value.entries?.first { $0.key == "activities" }?.keyPlace
    for figure in own {
      if let activities, context.isLater(activities, than: figure.keyPlace) {
        context.findings.report(
          ExtendsFact.figureOfBase(figure.key, id: entry.key), at: activities)
      } else {
        context.findings.report(
          AccountsFact.figureOfGroup(figure.key, id: entry.key), at: figure.keyPlace)
      }
    }
    return own.map(\.key)
  }

  private static let kinds: [(name: String, kind: Activity.Kind)] = [
    ("industry", .industry), ("taxes less subsidies", .taxesLessSubsidies),
  ]

  /// The kind that is given, or else that of the group; only top activities differ.
  private func kind(_ fields: Fields, parent: Activity.Kind?) -> Activity.Kind {
    guard let text = fields.recordedText("kind"), let entry = fields.entry("kind") else {
      return parent ?? .industry
    }
    guard let kind = Self.kinds.first(where: { $0.name == text })?.kind else {
      context.findings.report(
        KeyFact.notOneOf(text, key: "kind", allowed: Self.kinds.map(\.name)),
        at: entry.value.place)
      return parent ?? .industry
    }
    if let parent, parent != kind {
      context.findings.report(AccountsFact.kindUnlikeGroup(text), at: entry.value.place)
    }
    return kind
  }

  private func leaf(
    _ fields: Fields, id: String, kind: Activity.Kind, seasons: Seasons
  ) -> LeafDraft {
    let growth = fields.schedule(
      "growth", variable: id + ".growth", .exactly(.rate), above: .growth)
    let deflator = fields.schedule(
      "deflator", variable: id + ".deflator", .exactly(.rate), above: .growth)
    return LeafDraft(
      id: id, path: fields.path, place: fields.place, kind: kind,
      volume: base(fields, level: "base-volume", share: "base-volume-share"),
      value: base(fields, level: "base-value", share: "base-value-share"),
      plannedShare: share(fields, "planned-share"), growth: growth, deflator: deflator,
      seasons: seasons, hasDeflator: fields.has("deflator"))
  }

  private func base(_ fields: Fields, level: String, share: String) -> GivenBase? {
    guard fields.has(level) else { return self.share(fields, share) }
    if fields.has(share) {
      context.findings.report(
        AccountsFact.levelAndShare(level: level, share: share),
        at: fields.place(ofOneOf: [level, share]))
    }
    if fields.entry(level)?.value.items != nil { return quarters(fields, level) }
    let figure = fields.figure(level, .exactly(.money))
    return GivenBase(key: level, isShare: false, figure: figure, place: fields.place(of: level))
  }

  /// A figure for each quarter of the base year.
  private func quarters(_ fields: Fields, _ key: String) -> GivenBase? {
    guard let entry = fields.entry(key) else { return nil }
    let place = fields.place(of: key)
    let broken = GivenBase(key: key, isShare: false, figure: nil, place: place, quarters: nil)
    guard context.hasQuarters else {
      context.findings.report(
        TimeFact.needsQuarters(.quarterlyFigure), at: entry.keyPlace)
      return broken
    }
    guard let figures = fields.quarterFigures(entry, .money) else { return broken }
    let sum = figures.reduce(0) { $0 + $1.value }
    let text = FigureText.write(sum, unit: .money, currency: context.currency)
    let year = Figure(value: sum, unit: .money, currency: context.currency, text: text)
    let figure = LocatedFigure(
      figure: year, place: entry.value.place, path: fields.path(to: key))
    return GivenBase(key: key, isShare: false, figure: figure, place: place, quarters: figures)
  }

  private func share(_ fields: Fields, _ key: String) -> GivenBase? {
    guard fields.has(key) else { return nil }
    let figure = fields.figure(key, .exactly(.rate))
    return GivenBase(key: key, isShare: true, figure: figure, place: fields.place(of: key))
  }
}

/// The names that a user chooses.
enum Identifier {
  /// Names of the accounts' own quantities.
  static let reserved = ["growth", "grdp", "gva", "population", "baseline", "shocks"]

  /// Lower-case letters, digits and hyphens, beginning with a letter.
  static func isValid(_ id: some StringProtocol) -> Bool {
    guard let first = id.unicodeScalars.first, "a"..."z" ~= first else { return false }
    return id.unicodeScalars.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" }
  }

  /// Identifiers joined by points.
  static func isValidPath(_ path: String) -> Bool {
    path.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isValid($0) }
  }
}
