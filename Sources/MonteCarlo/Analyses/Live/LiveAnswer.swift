import GrowthModel

/// What a live simulation found: the ensemble of a run, and which of its draws meet the targets.
public struct LiveAnswer: Sendable {
  /// What a run with this setting finds, to the last bit.
  public let ensemble: Ensemble
  /// The ids of the targets, in the order of `met`.
  private let ids: [String]
  /// For each target, and then for all together, a bit a draw.
  private let met: [[UInt64]]

  init(ensemble: Ensemble, ids: [String], met: [[UInt64]]) {
    self.ensemble = ensemble
    self.ids = ids
    self.met = met
  }

  /// How often a target is met here and in another answer, counted in the same draws.
  ///
  /// - Parameters:
  ///   - id: of the target.
  ///   - first: an answer of the same draws and seed.
  /// - Returns: this answer as the second of both; nil where one of them does not have the target, or their draws
  ///   are others.
  public func compared(_ id: String, with first: LiveAnswer) -> PairedProportion? {
    guard let own = ids.firstIndex(of: id), let other = first.ids.firstIndex(of: id) else {
      return nil
    }
    return paired(own, first, other)
  }

  /// The same of all targets together.
  ///
  /// - Parameter first: an answer of the same draws and seed.
  public func comparedAll(with first: LiveAnswer) -> PairedProportion? {
    guard ids == first.ids, !ids.isEmpty else { return nil }
    return paired(ids.count, first, ids.count)
  }

  private func paired(_ own: Int, _ first: LiveAnswer, _ other: Int) -> PairedProportion? {
    guard ensemble.draws == first.ensemble.draws, ensemble.seed == first.ensemble.seed else {
      return nil
    }
    var (both, onlyFirst, onlySecond) = (0, 0, 0)
    for (a, b) in zip(first.met[other], met[own]) {
      both += (a & b).nonzeroBitCount
      onlyFirst += (a & ~b).nonzeroBitCount
      onlySecond += (b & ~a).nonzeroBitCount
    }
    return PairedProportion(
      both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, draws: ensemble.draws)
  }
}
