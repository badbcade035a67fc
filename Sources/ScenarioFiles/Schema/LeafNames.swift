import GrowthModel

/// Finds the activities that projects, sectors and shocks name.
struct LeafNames {
  let context: ReadingContext
  let names: ModelNames

  /// The leaf that a key names; nil, with a diagnostic, where there is no such leaf.
  func leaf(_ key: String, of fields: Fields) -> String? {
    guard let id = fields.recordedText(key), let place = fields.entry(key)?.value.place else {
      return nil
    }
    return isLeaf(id, at: place) ? id : nil
  }

  /// Whether an activity is a leaf; reports that it is a group, or not there.
  func isLeaf(_ id: String, at place: Place) -> Bool {
    guard isActivity(id, at: place) else { return false }
    if names.isLeaf(id) { return true }
    context.findings.report(
      ProjectFact.group(id, leaves: names.leaves(of: id) ?? []), at: place)
    return false
  }

  /// Whether an activity is there; reports that it is not.
  func isActivity(_ id: String, at place: Place) -> Bool {
    if names.activities.contains(id) { return true }
    context.findings.report(EffectFact.unknownActivity(id, names.activities), at: place)
    return false
  }

  /// Reports amounts of money where the volumes are shares.
  func checkLevels(_ what: Noun, at place: Place) {
    guard names.unit(of: "grdp.volume") == nil else { return }
    context.findings.report(ProjectFact.noLevels(what), at: place)
  }
}
