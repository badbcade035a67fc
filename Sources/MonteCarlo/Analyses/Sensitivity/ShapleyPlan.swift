import GrowthModel
import Stochastics

/// The inputs among which Shapley effects share the variance out, and what depends on each.
struct ShapleyPlan: Sendable {
  /// An input: variables that change together.
  struct Player: Sendable {
    /// What its place in the random orders is keyed by.
    let name: String
    /// Whether it is a group with a name of its own.
    let isGroup: Bool
    let places: [Int]
    /// Variables that are independent of those of all other players.
    let plain: [Int]
    /// Variables that a copula joins with others: their part, and their row there.
    let joined: [Member]
    /// Steps to evaluate again once it has changed, ascending.
    let steps: [Int]
  }

  struct Member: Sendable, Hashable {
    let part: Int
    let row: Int
  }

  let plan: Plan
  let players: [Player]
  let joints: [Joint]
  /// What is drawn: scores in place of the variables of joints.
  let distribution: JointDistribution

  /// - Parameters:
  ///   - plan: what is evaluated.
  ///   - parts: independent of each other.
  ///   - groups: the places of the variables of each player that has several; the others are on their own.
  ///     Groups among whose variables some are drawn from the same rows are one player.
  ///   - uncertainty: what the variables are drawn from.
  /// - Throws: `DependenceError`.
  init(
    _ plan: Plan, parts: [JointDistribution.Part], groups: [(name: String, places: Set<Int>)] = [],
    uncertainty: JointDistribution
  ) throws(DependenceError) {
    self.plan = plan
    let names = uncertainty.variables.map(\.name)
    joints = parts.compactMap { Joint($0, of: uncertainty) }
    var members: [Int: Member] = [:]
    for (part, joint) in joints.enumerated() {
      for (row, place) in joint.places.enumerated() {
        members[place] = Member(part: part, row: row)
      }
    }
    // What hangs together and cannot be drawn given each other changes as a whole.
    let known = Set(parts.flatMap(\.places))
    var sets = groups.map { (name: $0.name, places: $0.places.intersection(known), isGroup: true) }
      .filter { !$0.places.isEmpty }
    for part in parts where part.kind != .single && members[part.places[0]] == nil {
      let whole = Set(part.places)
      let touched = sets.filter { !$0.places.isDisjoint(with: whole) }
      sets.removeAll { !$0.places.isDisjoint(with: whole) }
      sets.append(
        (
          touched.isEmpty ? names[part.places[0]] : touched.map(\.name).joined(separator: "; "),
          touched.reduce(whole) { $0.union($1.places) }, !touched.isEmpty
        ))
    }
    let rest = known.subtracting(sets.flatMap(\.places))
    sets += rest.map { (names[$0], [$0], false) }
    sets.sort { ($0.places.min() ?? 0) < ($1.places.min() ?? 0) }
    let reach = Reach(plan)
    let joints = self.joints
    players = sets.map { name, places, isGroup in
      let own = places.sorted()
      let joined = own.compactMap { members[$0] }
      // With a member all that hangs together with it may change.
      let all = Set(own + joined.flatMap { joints[$0.part].places })
      return Player(
        name: name, isGroup: isGroup, places: own,
        plain: own.filter { members[$0] == nil }, joined: joined, steps: reach.steps(from: all))
    }
    let scores = Set(joints.flatMap(\.places))
    let kept = uncertainty.groups.filter { group in
      if case .rows = group { return true }
      return !group.names.contains { uncertainty.place(of: $0).map(scores.contains) ?? false }
    }
    distribution = try JointDistribution(
      variables: uncertainty.variables.enumerated().map { place, variable in
        scores.contains(place)
          ? JointDistribution.Variable(name: variable.name, marginal: NormalDistribution.standard)
          : variable
      }, groups: kept)
  }

  /// The order of the players for some draws: random, each of all orders being equally likely, and that
  /// of some players the same whatever others there are.
  ///
  /// - Parameters:
  ///   - number: of the order.
  ///   - keys: the streams that the places of the players are drawn from.
  func order(_ number: Int, keys: [RandomStream]) -> [Int] {
    let bits = keys.map { $0.bits(draw: number) }
    return players.indices.sorted {
      bits[$0] == bits[$1] ? players[$0].name < players[$1].name : bits[$0] < bits[$1]
    }
  }

  /// Streams for the places of the players.
  func orderKeys(seed: UInt64) -> [RandomStream] {
    players.map {
      RandomStream(seed: seed, name: $0.name + ($0.isGroup ? "\u{0}group" : "\u{0}order"))
    }
  }

  /// Which steps depend on which variables.
  private struct Reach {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func steps(from variables: Set<Int>) -> [Int] {
      var isChanged = (0..<plan.variableCount).map(variables.contains)
      var steps: [Int] = []
      for (number, step) in plan.steps.enumerated() {
        let isTouched = plan.columns(of: step).contains { isChanged[$0] }
        isChanged.append(isTouched)
        if isTouched { steps.append(number) }
      }
      return steps
    }
  }
}
