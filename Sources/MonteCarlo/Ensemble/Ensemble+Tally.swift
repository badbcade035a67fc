import GrowthModel
import Stochastics

extension Simulation {
  /// The findings of a finished tally, without those of `lookingCloser`.
  ///
  /// - Throws: `SimulationError.notFinite` when some draw of a quantity was not a finite number.
  func ensemble(
    _ tally: Tally, seed: UInt64, sampling: Sampling, source: DrawSource
  ) throws(SimulationError) -> Ensemble {
    if tally.draws == 0 { throw .noDrawAgrees }
    let summaries = try summaries(tally)
    let outcomes = outcomes(tally)
    var ensemble = Ensemble(
      seed: seed, draws: tally.draws, sampling: sampling, quantities: summaries, targets: outcomes,
      allTargets: outcomes.isEmpty ? nil : tally.estimateOfAll)
    if case .conditional(let source) = source {
      ensemble.conditioning = ConditioningFinding(source.conditioning, tally)
    }
    return ensemble
  }

  /// The distribution of every quantity that was kept.
  ///
  /// - Throws: `SimulationError.notFinite` when some draw of a quantity was not a finite number.
  func summaries(_ tally: Tally) throws(SimulationError) -> [QuantitySummary] {
    var sketches: [Sketch] = []
    for (k, record) in tally.records.enumerated() {
      var sketch = Sketch(centre: record.centre, scale: record.scale)
      let bins = tally.bins[k * Sketch.binCount..<(k + 1) * Sketch.binCount]
      sketch.add(counts: bins, minimum: record.minimum, maximum: record.maximum)
      sketches.append(sketch)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(plan.recorded, plan.recorded.indices))
    return try summaries(draws: tally.draws, effectiveDraws: tally.effectiveDraws) { column in
      places[column].map {
        (sketches[$0], tally.records[$0].moments, tally.replicates?.spread(record: $0))
      }
    }
  }

  /// The distribution of every quantity that was kept.
  ///
  /// - Parameters:
  ///   - draws: in all.
  ///   - effectiveDraws: independent draws that are worth as much; nil where each draw is one.
  ///   - record: what there is of a column.
  /// - Throws: `SimulationError.notFinite` when some draw of a quantity was not a finite number.
  func summaries(
    draws: Int, effectiveDraws: Double? = nil,
    record: (Int) -> (sketch: Sketch, moments: Moments, spread: ReplicateSpread?)?
  ) throws(SimulationError) -> [QuantitySummary] {
    let still = still(draws: draws)
    var summaries: [QuantitySummary] = []
    for (quantity, view) in plan.quantities {
      guard let column = view.column, let found = record(column) else {
        summaries.append(
          QuantitySummary(
            quantity: quantity, sketch: still.sketch, moments: still.moments, spread: nil,
            offset: view.offset, factor: 0))
        continue
      }
      guard found.moments.mean.isFinite else {
        throw .notFinite(quantity: quantity.path)
      }
      summaries.append(
        QuantitySummary(
          quantity: quantity, sketch: found.sketch, moments: found.moments, spread: found.spread,
          offset: view.offset, factor: view.factor, effectiveDraws: effectiveDraws))
    }
    return summaries
  }

  /// How the targets fared.
  func outcomes(_ tally: Tally) -> [TargetOutcome] {
    zip(zip(plan.goals, tally.scores), tally.estimates).map { found, estimate in
      let (goal, score) = found
      return TargetOutcome(
        target: goal.target, quantity: goal.quantity, estimate: estimate,
        meanShortfall: score.hits < tally.draws
          ? score.shortfall.value / Double(tally.draws - score.hits) : nil,
        missedAlone: score.missedAlone)
    }
  }

  /// The record of a quantity that is the same in every draw.
  private func still(draws: Int) -> (sketch: Sketch, moments: Moments) {
    var moments = Moments(centre: 0, scale: 1)
    moments.add(count: draws, sum: 0, sumOfSquares: 0)
    var sketch = Sketch(centre: 0, scale: 1)
    var counts = [UInt32](repeating: 0, count: Sketch.binCount)
    counts[Sketch.binCount / 2] = UInt32(draws)
    sketch.add(counts: counts[...], minimum: 0, maximum: 0)
    return (sketch, moments)
  }
}
