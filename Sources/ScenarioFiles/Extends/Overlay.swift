import GrowthModel

/// Lays the tree of a variant over that of the scenario it extends.
///
/// Mappings are merged key by key, in the order of the base with new keys last; anything else
/// replaces what the base has, and `null` removes it. Every node keeps its place and the source that
/// covers it in its own file.
struct Overlay {
  let findings: Findings

  /// What each file says for itself, and no base for its variants.
  private static let own = ["format", "name", "extends"]

  /// The scenario that a variant means.
  func scenario(_ variant: SyntaxNode, over base: SyntaxNode) -> SyntaxNode {
    var scenario = merge(variant, over: base, as: .scenario)
    if let name = variant["name"], let given = scenario["name"].flatMap(Wording.init),
      let text = base["name"].flatMap(Wording.init)?.shared(with: given)
    {
      findings.report(ExtendsFact.sameName(text), at: name.place)
    }
    scenario.place = variant.place
    guard let entries = scenario.entries else { return scenario }
    scenario.content = .mapping(
      entries.filter { !Self.own.contains($0.key) || variant[$0.key] != nil })
    return scenario
  }

  private func merge(
    _ variant: SyntaxNode, over base: SyntaxNode, as role: MappingRole
  ) -> SyntaxNode {
    guard let changes = variant.entries, let inherited = base.entries else { return variant }
    if role.mayBeFigure, variant.isWholeFigure(over: base) {
      var figure = variant
      figure.content = .mapping(
        changes.filter { !$0.value.isRemoval || base[$0.key] == nil })
      return figure
    }
    if role != .scenario { checkSource(changes) }
    var result = base
    // A year's figure takes the place of those of its quarters.
    let years = Set(changes.map(\.key).filter { Period($0)?.span == .year })
    var merged: [SyntaxNode.Entry?] = inherited.map { entry in
      guard let period = Period(entry.key), period.span != .year else { return entry }
      return years.contains("\(Period(year: period.year))") ? nil : entry
    }
    let positions = Dictionary(
      inherited.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for change in changes {
      let position = positions[change.key]
      if change.value.isRemoval {
        guard let position else {
          findings.report(
            ExtendsFact.nothingToRemove(change.key, inherited.map(\.key)), at: change.keyPlace)
          continue
        }
        merged[position] = nil
        result.removed[change.key] = change.keyPlace
      } else if let position, let old = merged[position] {
        merged[position] = merge(change, over: old, as: role.below(change.key))
      } else {
        merged.append(change)
        result.removed[change.key] = nil
      }
    }
    result.content = .mapping(merged.compactMap(\.self))
    return result
  }

  /// A key that both files have stands where its value does: in the base, if that is only changed.
  private func merge(
    _ change: SyntaxNode.Entry, over old: SyntaxNode.Entry, as role: MappingRole
  ) -> SyntaxNode.Entry {
    var entry = old
    entry.value = merge(change.value, over: old.value, as: role)
    let isChanged = change.value.entries != nil && old.value.entries != nil
    let isWhole = role.mayBeFigure && change.value.isWholeFigure(over: old.value)
    if !isChanged || isWhole { entry.keyPlace = change.keyPlace }
    return entry
  }

  /// Warns of a source that covers nothing: the figures that it stands beside are all the base's.
  private func checkSource(_ changes: [SyntaxNode.Entry]) {
    let idle = ["source", "notes", "name", "kind", "distribution", "quantity"]
    guard let source = changes.first(where: { $0.key == "source" }), !source.value.isEmpty,
      changes.allSatisfy({ idle.contains($0.key) || $0.value.isRemoval })
    else { return }
    findings.report(ExtendsFact.idleSource, at: source.keyPlace)
  }
}

/// What a mapping of a scenario describes: only a figure is ever replaced as a whole.
enum MappingRole {
  case scenario
  /// A part of the format with keys of its own, such as `base` or `run`.
  case section
  /// Activities, indicators, effects, targets and such by their names.
  case names
  /// Uncertainties by their names, or published figures by their quantities: figures themselves, or what
  /// holds some.
  case figureNames
  /// One of these.
  case named
  /// One of them that may be a figure itself.
  case namedFigure
  case figure

  var mayBeFigure: Bool { self == .figure || self == .namedFigure }

  /// What a mapping under a key of this one describes.
  func below(_ key: String) -> MappingRole {
    switch (self, key) {
    case (.scenario, "activities"), (.scenario, "levers"), (.scenario, "indicators"),
      (.scenario, "effects"), (.scenario, "projects"), (.scenario, "targets"),
      (.scenario, "statements"), (.named, "activities"), (.section, "sectors"),
      (.section, "groups"):
      .names
    case (.scenario, "uncertainties"), (.scenario, "actuals"): .figureNames
    case (.scenario, "population"): .figure
    case (.scenario, _), (.section, "columns"), (.section, "innovations"), (.section, "history"):
      .section
    case (.names, _), (.named, "construction"), (.named, "common-factor"): .named
    case (.figureNames, _): .namedFigure
    case (.section, _), (.named, _), (.namedFigure, _), (.figure, _): .figure
    }
  }
}

extension SyntaxNode {
  /// Whether a variant removes the key: an empty value may be a slip, the word `null` is none.
  fileprivate var isRemoval: Bool { isEmpty && text?.isEmpty == false }

  /// Whether a figure of a variant owes nothing to that of the base: it gives a value, or another
  /// distribution, or the same one by its other set of parameters.
  fileprivate func isWholeFigure(over base: SyntaxNode) -> Bool {
    if let value = self["value"], !value.isEmpty { return true }
    if ScheduleReader.isByPeriod(self) != ScheduleReader.isByPeriod(base),
      base["level"] == nil, base["base"] == nil
    {
      return ScheduleReader.isByPeriod(self) || self["distribution"] != nil
    }
    guard let distribution = self["distribution"], !distribution.isEmpty else { return false }
    guard let name = distribution.text, name == base["distribution"]?.text else { return true }
    let row = DistributionTable.row(name, keys: base.entries?.map(\.key) ?? [])
    let known = row?.parameters.map(\.key) ?? []
    let others = DistributionTable.rows.filter { $0.name == name }.flatMap(\.parameters).map(\.key)
    return entries?.contains { others.contains($0.key) && !known.contains($0.key) } ?? false
  }
}
