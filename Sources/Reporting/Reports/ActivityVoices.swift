import MonteCarlo

/// Which of the activities in a tree sentences are about, so that none says what another has said.
///
/// Where one part of a group tells about as much as the group, the part speaks, since the group owes its
/// difference to it. Where several parts tell about as much as each other and as the group, they move
/// together, and the group speaks for all of them. Else each part speaks for itself.
struct ActivityVoices {
  /// What tells this part of something else tells about as much.
  static let aboutAsMuch = 0.9

  private let figures: [ExplainedFigure]
  private let ids: [String]
  /// The places of the parts of each group, by its id; those without a group among the figures are parts of
  /// nothing.
  private let parts: [String?: [Int]]

  /// - Parameter figures: those that are not of activities are left aside.
  init(_ figures: [ExplainedFigure]) {
    var found: [(figure: ExplainedFigure, id: String, groups: [String])] = []
    for figure in figures {
      if case .activity(let id, let groups) = figure.role { found.append((figure, id, groups)) }
    }
    let known = Set(found.map(\.id))
    self.figures = found.map(\.figure)
    ids = found.map(\.id)
    parts = Dictionary(grouping: found.indices) { place in
      found[place].groups.last(where: known.contains)
    }
  }

  /// The activities that speak.
  var speaking: [ExplainedFigure] { (parts[nil] ?? []).flatMap(voices) }

  private func voices(_ place: Int) -> [ExplainedFigure] {
    let own = figures[place]
    let below = (parts[ids[place]] ?? []).flatMap(voices)
    guard let best = below.map(\.distance).max() else { return [own] }
    let isOneOfThem = below.count { $0.distance >= Self.aboutAsMuch * best } == 1
    if isOneOfThem, best >= Self.aboutAsMuch * own.distance { return below }
    return own.distance >= Self.aboutAsMuch * best ? [own] : below
  }
}
