import Testing

@testable import MonteCarlo

/// Holds two ensembles against each other, to the last bit of everything that they hold.
func expectSame(
  _ one: Ensemble, _ other: Ensemble, _ remark: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  func expect(_ isSame: Bool, _ what: String) {
    #expect(isSame, "\(what) \(remark)", sourceLocation: location)
  }
  expect(one.seed == other.seed && one.sampling == other.sampling, "what was asked")
  expect(one.draws == other.draws, "draws")
  expect(
    one.quantities.map(\.quantity.path) == other.quantities.map(\.quantity.path), "quantities")
  for (one, other) in zip(one.quantities, other.quantities) {
    let path = one.quantity.path
    expect(one.sketch == other.sketch, "the sketch of \(path)")
    expect(one.moments == other.moments, "the moments of \(path)")
    expect(one.spread == other.spread, "the spread of \(path)")
    expect(
      [one.offset, one.factor, one.effectiveDraws ?? -1].map(\.bitPattern)
        == [other.offset, other.factor, other.effectiveDraws ?? -1].map(\.bitPattern),
      "the view of \(path)")
    expect(one.mean.bitPattern == other.mean.bitPattern, "the mean of \(path)")
    for p in [0, 0.05, 0.5, 0.95, 1] {
      expect(one.quantile(p).bitPattern == other.quantile(p).bitPattern, "quantile \(p) of \(path)")
    }
  }
  expect(one.targets.map(\.target) == other.targets.map(\.target), "targets")
  for (one, other) in zip(one.targets, other.targets) {
    let id = one.target.id
    expect(one.estimate == other.estimate, "the count of \(id)")
    expect(one.meanShortfall?.bitPattern == other.meanShortfall?.bitPattern, "misses of \(id)")
    expect(one.missedAlone == other.missedAlone, "misses of \(id) alone")
    expect(one.rare == other.rare, "a closer look at \(id)")
  }
  expect(one.allTargets == other.allTargets, "all targets")
  expect(one.dependence == other.dependence, "dependence")
  expect((one.conditioning == nil) == (other.conditioning == nil), "conditioning")
  if let one = one.conditioning, let other = other.conditioning {
    expect(
      (one.drawsMade, one.unsolved) == (other.drawsMade, other.unsolved), "draws that were made")
    expect(one.effectiveDraws.bitPattern == other.effectiveDraws.bitPattern, "effective draws")
    expect(one.squaredDistance.bitPattern == other.squaredDistance.bitPattern, "distance")
  }
}
