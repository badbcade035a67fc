import Stochastics

/// Inputs that are looked at as one, independent of all others.
struct InputPart: Sendable {
  /// The places of the variables, ascending.
  let places: [Int]
  /// How those hang together that do.
  let kind: JointDistribution.Part.Kind
  /// What people call it, if it is more than an independent part of the distribution.
  let name: String?

  init(_ part: JointDistribution.Part) {
    places = part.places
    kind = part.kind
    name = nil
  }

  private init(places: [Int], kind: JointDistribution.Part.Kind, name: String?) {
    self.places = places
    self.kind = kind
    self.name = name
  }

  /// The smallest independent parts in which groups of variables are whole.
  ///
  /// Groups whose variables hang together are one part, since neither is independent of the rest.
  ///
  /// - Parameters:
  ///   - parts: independent of each other.
  ///   - groups: the places of the variables of each group; no variable in two.
  ///   - title: what people call a variable.
  static func merged(
    _ parts: [JointDistribution.Part], groups: [(name: String, places: Set<Int>)],
    title: (Int) -> String
  ) -> [InputPart] {
    guard !groups.isEmpty else { return parts.map(InputPart.init) }
    var sets = groups.map(\.places)
    for part in parts {
      let whole = Set(part.places)
      let touched = sets.filter { !$0.isDisjoint(with: whole) }
      sets.removeAll { !$0.isDisjoint(with: whole) }
      sets.append(touched.reduce(whole) { $0.union($1) })
    }
    let known = Set(parts.flatMap(\.places))
    return sets.compactMap { set in
      let places = set.intersection(known).sorted()
      guard !places.isEmpty else { return nil }
      let inside = parts.filter { !set.isDisjoint(with: $0.places) }
      let names = groups.filter { !$0.places.isDisjoint(with: places) }
      let grouped = names.reduce(Set()) { $0.union($1.places) }
      guard !names.isEmpty else { return InputPart(inside[0]) }
      let rest = places.filter { !grouped.contains($0) }.map(title)
      let isAlone = names.count == 1 && rest.isEmpty
      let kinds = inside.map(\.kind).filter { $0 != .single }
      return InputPart(
        places: places, kind: isAlone ? .single : kinds.first ?? .single,
        name: (names.map(\.name) + rest).joined(separator: "; "))
    }.sorted { $0.places[0] < $1.places[0] }
  }
}
