import GrowthModel
import MonteCarlo

/// What two scenarios assume differently, and the scenarios in between.
public struct ScenarioDifference: Sendable {
  /// In the order of their names.
  public let assumptions: [ChangedAssumption]
  /// Whether the scenarios are built so differently that there are none in between: all that differs is one
  /// assumption then.
  public let isStructural: Bool
  /// The same for a pair of scenarios whichever comes first: whether this one is the other way round. What is
  /// worked out in one direction alone has the same bits in the other.
  public let isReversed: Bool

  private let first: Side
  private let second: Side
  /// Where the trees differ, for each assumption.
  private let places: [[[String]]]

  /// One of the two scenarios.
  private struct Side: Sendable {
    let root: SyntaxNode
    let source: ScenarioSource
  }

  /// The name of the assumption that stands for all that differs.
  public static let structure = "structure"
  /// More assumptions than this are put together by what they belong to.
  static let mostAssumptions = 32

  /// Compares two scenarios that were read without errors.
  ///
  /// - Returns: nil where one of them has errors.
  public init?(_ first: ScenarioVersion, _ second: ScenarioVersion) {
    guard let one = first.reading.scenario, let other = second.reading.scenario,
      let firstRoot = first.root, let secondRoot = second.root
    else { return nil }
    // Targets of one scenario alone are about quantities that the other may not have.
    let (ids, others) = (Set(one.targets.map(\.id)), Set(other.targets.map(\.id)))
    let unmatched = ids.symmetricDifference(others).map { ["targets", $0] } + [["statements"]]
    self.first = Side(root: firstRoot.without(unmatched), source: first.source)
    self.second = Side(root: secondRoot.without(unmatched), source: second.source)
    isReversed = first.reading.digest > second.reading.digest
    let found = TreeDifference(self.first.root, self.second.root).places
    let groups = Self.grouped(found, isStructural: one.economy.timeline != other.economy.timeline)
    isStructural = groups.count == 1 && groups[0].name == Self.structure
    places = groups.map(\.places)
    let values = ValueDifference(first.reading.values, second.reading.values)
    let (firstTree, secondTree) = (self.first.root, self.second.root)
    assumptions = groups.map { group in
      let pairs = group.places.map { (firstTree.node(at: $0), secondTree.node(at: $0)) }
      let kind: ChangedAssumption.Kind =
        pairs.allSatisfy { $0.0 == nil }
        ? .added : pairs.allSatisfy { $0.1 == nil } ? .removed : .changed
      return ChangedAssumption(
        name: group.name, kind: kind, changes: values.changes(at: group.places, pairs))
    }
  }

  /// The places of each assumption, in the order of their names.
  private static func grouped(
    _ places: [[String]], isStructural: Bool
  ) -> [(name: String, places: [[String]])] {
    guard !places.isEmpty else { return [] }
    if !isStructural {
      // One figure each; else one activity, project and such each; else one section each.
      for depth in [Int.max, 2, 1] {
        let groups = Dictionary(grouping: places) { $0.prefix(depth).joined(separator: ".") }
        guard groups.count <= mostAssumptions else { continue }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      }
    }
    return [(structure, places)]
  }

  /// The scenario that takes some assumptions from the second scenario and the rest from the first.
  ///
  /// The values of the second are put into the tree of the first, which is then read like a file.
  ///
  /// - Parameter taken: places in `assumptions`.
  /// - Returns: nil where that is no scenario: it has errors.
  /// - Complexity: that of reading a scenario, without the file.
  public func scenario(taking taken: Set<Int>) -> Scenario? {
    let (base, other, chosen) =
      isReversed
      ? (second, first, Set(places.indices).subtracting(taken)) : (first, second, taken)
    let paths = chosen.sorted().flatMap { places[$0] }
    let root = base.root.taking(paths, from: other.root)
    return base.source.scenario(of: root, with: other.source)
  }
}

extension ScenarioSource {
  /// What a tree means that was made of the trees of two files.
  ///
  /// - Parameters:
  ///   - root: the tree.
  ///   - other: the other one of the two.
  fileprivate func scenario(of root: SyntaxNode, with other: ScenarioSource) -> Scenario? {
    DeepStack.run {
      let context = ReadingContext(findings: Findings(main: path), scenarioPath: path)
      let own = Set(files)
      context.files = files + other.files.filter { !own.contains($0) }
      context.bases = bases + other.bases
      context.marginals = marginals
      context.sources = Dictionary(
        zip(files + other.files, contents + other.contents), uniquingKeysWith: { first, _ in first }
      )
      return ScenarioBuilder(context: context).build(root).scenario
    }
  }
}
