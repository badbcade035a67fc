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
  let growth: UncertainFigure?
  let deflator: UncertainFigure?
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
}
