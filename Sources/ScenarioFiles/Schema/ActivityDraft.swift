import GrowthModel

/// An activity as the file gives it, before its base is worked out.
struct ActivityDraft {
  enum Content {
    case leaf(LeafDraft)
    case group([ActivityDraft])
  }

  let id: String
  let name: String
  let kind: Activity.Kind
  let content: Content

  var leaves: [LeafDraft] {
    switch content {
    case .leaf(let leaf): [leaf]
    case .group(let children): children.flatMap(\.leaves)
    }
  }

  var selfAndDescendants: [ActivityDraft] {
    if case .group(let children) = content {
      return [self] + children.flatMap(\.selfAndDescendants)
    }
    return [self]
  }
}

/// The figures of a leaf; nil where the file gives none, or a wrong one.
struct LeafDraft {
  let id: String
  /// The keys that lead to it.
  let path: String
  let place: Place
  let kind: Activity.Kind
  let volume: GivenBase?
  let value: GivenBase?
  let plannedShare: GivenBase?
  let growth: ScheduleFigure?
  let deflator: ScheduleFigure?
  /// How the figures of the base year fall on its quarters, where the file says so.
  let seasons: Seasons
  /// Whether the key `deflator` is written, perhaps with a mistake.
  let hasDeflator: Bool
}

/// A figure of the base year, as a level or as a share of the total.
struct GivenBase {
  let key: String
  let isShare: Bool
  /// Nil where the figure is wrong, which has been reported.
  let figure: LocatedFigure?
  let place: Place
  /// The four figures of the quarters, where they are given rather than one for the year.
  var quarters: [LocatedFigure]?

  /// The figure's parts for the steps of the base year, whose sum is `amount`; nil where a model in
  /// quarters has nothing to divide it by.
  func parts(of amount: Double, seasons: [Double]?) -> [Double]? {
    if let quarters {
      let sum = quarters.reduce(0) { $0 + $1.value }
      return quarters.map { sum == amount || sum == 0 ? $0.value : $0.value * (amount / sum) }
    }
    return seasons.map { $0.map { amount * $0 } }
  }
}
