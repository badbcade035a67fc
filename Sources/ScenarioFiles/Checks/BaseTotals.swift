import GrowthModel

/// The totals under the key `base`.
struct BaseTotals {
  var volume: LocatedFigure?
  var value: LocatedFigure?
  /// Whether the key is written, perhaps with a mistake.
  var hasVolume = false
  var hasValue = false

  init(_ fields: Fields) {
    guard let base = fields.mapping("base", schema: .base) else {
      hasVolume = fields.has("base")
      hasValue = hasVolume
      return
    }
    hasVolume = base.has("volume")
    hasValue = base.has("value")
    volume = base.figure("volume", .exactly(.money))
    value = base.figure("value", .exactly(.money))
    for (key, figure) in [("base.volume", volume), ("base.value", value)] {
      guard let figure, figure.value <= 0 else { continue }
      base.context.findings.report(
        AccountsFact.totalNotPositive(key, text: figure.figure.text), at: figure.place)
    }
  }
}

/// Works out the base year of all leaves from what the file gives: levels, or shares and a total.
///
/// Each function is one check; together they report all that is wrong.
struct BaseCheck {
  let context: ReadingContext
  let leaves: [LeafDraft]

  /// How far shares may be from 100%, for rounding in publications.
  static let shareTolerance = 0.001
  /// How far a total may be from the sum of its parts, relative to it, for the same reason.
  static let totalTolerance = 0.001

  /// The base figures of all leaves under one of two keys; nil where any is missing or wrong.
  ///
  /// - Parameter get: the figure of a leaf.
  func figures(_ get: (LeafDraft) -> GivenBase?) -> [LocatedFigure]? {
    let given = leaves.map { ($0, get($0)) }
    guard let (owner, first) = given.lazy.compactMap({ pair in pair.1.map { (pair.0, $0) } }).first
    else { return nil }
    for (leaf, base) in given {
      guard let base else {
        context.findings.report(
          AccountsFact.missingBase(leaf.id, like: first.key), at: leaf.place)
        continue
      }
      if base.isShare != first.isShare {
        context.findings.report(
          AccountsFact.mixedBases(key: base.key, other: first.key, with: owner.id), at: base.place)
      }
      checkSign(leaf, base)
    }
    let figures = given.compactMap { $0.1?.isShare == first.isShare ? $0.1?.figure : nil }
    return figures.count == leaves.count ? figures : nil
  }

  private func checkSign(_ leaf: LeafDraft, _ base: GivenBase) {
    guard let figure = base.figure else { return }
    if base.key == "base-volume", let zero = base.quarters?.first(where: { $0.value == 0 }) {
      context.findings.report(AccountsFact.zeroBase(leaf.id, key: base.key), at: zero.place)
    } else if figure.value == 0, base.key.hasPrefix("base-volume") || base.key == "planned-share" {
      context.findings.report(AccountsFact.zeroBase(leaf.id, key: base.key), at: figure.place)
    } else if figure.value < 0, leaf.kind == .industry {
      context.findings.report(
        AccountsFact.negativeBase(leaf.id, key: base.key, text: figure.figure.text),
        at: figure.place)
    }
  }

  /// The shares, scaled to sum to one; nil, with a diagnostic, where they are too far from it.
  func shares(_ figures: [LocatedFigure], key: String) -> [Double]? {
    let sum = figures.reduce(0) { $0 + $1.value }
    // The tolerance is a decimal number, so its own rounding must not decide.
    guard (sum - 1).magnitude <= Self.shareTolerance + 1e-12 else {
      let text = FigureText.write(sum, unit: .rate, currency: context.currency)
      context.findings.report(
        AccountsFact.sharesOff(key: key, sum: text, count: figures.count), at: figures[0].place)
      return nil
    }
    return figures.map { $0.value / sum }
  }

  /// Compares the total of a file with the sum of its parts.
  func checkTotal(_ total: LocatedFigure?, key: String, parts: [LocatedFigure], partKey: String) {
    let sum = parts.reduce(0) { $0 + $1.value }
    guard let total, total.value > 0,
      (total.value - sum).magnitude > Self.totalTolerance * total.value * (1 + 1e-12)
    else { return }
    let text = FigureText.write(sum, unit: .money, currency: context.currency)
    context.findings.report(
      AccountsFact.levelsOff(total: key, key: partKey, sum: text, given: total.figure.text),
      at: total.place)
  }

  /// Reports groups, and an economy, whose parts cancel.
  func checkGroups(_ activities: [ActivityDraft], amounts: [String: Double]) {
    for draft in activities.flatMap(\.selfAndDescendants) {
      guard case .group(let children) = draft.content, !children.isEmpty else { continue }
      let parts = draft.leaves.compactMap { amounts[$0.id] }
      let size = parts.reduce(0) { $0 + $1.magnitude }
      guard size > 0, parts.reduce(0, +).magnitude <= 1e-12 * size,
        let place = draft.leaves.first?.place
      else { continue }
      context.findings.report(AccountsFact.zeroTotal(.groupNamed(draft.id)), at: place)
    }
  }
}
