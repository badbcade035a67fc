import Stochastics

/// What the draws of the scenarios in between say about the differences of a pair.
struct AttributionReading {
  let attribution: Attribution
  /// Whether the choice of orders matters less for every probability than the draws do.
  let hasOrdersEnough: Bool

  /// - Parameters:
  ///   - analysis: the scenarios in between.
  ///   - sums: what each replicate found.
  ///   - pair: the differences in all draws of the comparison.
  ///   - isReversed: whether the scenarios in between lead from the second to the first.
  init(
    _ analysis: AttributionAnalysis, _ sums: [AttributionAnalysis.Sums], _ pair: ComparedPair,
    isReversed: Bool
  ) {
    let goals = pair.goals
    let estimate = Estimate(analysis: analysis, sums: sums, isReversed: isReversed)
    let counts = goals.map(\.count) + (pair.allTargets.map { [$0] } ?? [])
    let probabilities = counts.enumerated().map { estimate.probability($0, $1) }
    hasOrdersEnough = probabilities.allSatisfy { $0.orderVariance <= $0.drawVariance }
    func parts(_ found: AttributionEstimate) -> [AttributedPart] {
      isReversed ? found.parts.map(\.negated) : found.parts
    }
    attribution = Attribution(
      parts: analysis.joined.parts, orderPairs: analysis.design.pairs,
      scenarios: analysis.design.between, draws: analysis.replicates.draws,
      goals: goals.enumerated().map { number, goal in
        let isSame = goal.first.quantity == goal.second.quantity
        return Attribution.Goal(
          id: goal.first.id, probability: parts(probabilities[number]),
          mean: isSame
            ? pair.mean(goal.first.quantity).map { parts(estimate.mean(number, $0)) } : nil)
      },
      allTargets: pair.allTargets == nil ? nil : parts(probabilities[goals.count]))
  }

  private struct Estimate {
    let analysis: AttributionAnalysis
    let sums: [AttributionAnalysis.Sums]
    let isReversed: Bool

    /// The parts of a target's probability; of all together for the number of targets.
    func probability(_ number: Int, _ count: PairedProportion) -> AttributionEstimate {
      let z = NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
      let draws = Double(analysis.replicates.draws)
      return estimate(
        sums.map(\.hits), number, of: analysis.targets + 1, count.difference, count.standardError,
        leastHalfWidth: z * z / (draws + z * z))
    }

    /// The parts of the mean of a target's quantity.
    func mean(_ number: Int, _ mean: PairedMean) -> AttributionEstimate {
      estimate(
        sums.map(\.sums), number, of: analysis.targets, mean.difference, mean.standardError,
        leastHalfWidth: mean.rounding)
    }

    private func estimate(
      _ totals: [[Double]], _ number: Int, of stride: Int, _ difference: Double, _ error: Double,
      leastHalfWidth: Double
    ) -> AttributionEstimate {
      let rows = Double(analysis.replicates.rows)
      let means = totals.map { own in
        analysis.design.subsets.indices.map { own[$0 * stride + number] / rows }
      }
      return AttributionEstimate(
        analysis.design, means: means,
        whole: AttributionEstimate.Whole(
          difference: isReversed ? -difference : difference, standardError: error,
          leastHalfWidth: leastHalfWidth))
    }
  }
}

extension Attribution {
  /// All of each difference is due to what differs, where that is one assumption.
  init(ofOne pair: ComparedPair, _ path: ScenarioPath) {
    let all = Array(path.assumptions.indices)
    func whole(_ count: PairedProportion) -> [AttributedPart] {
      all.isEmpty
        ? []
        : [
          AttributedPart(
            value: count.difference, standardError: count.standardError, interval: count.interval)
        ]
    }
    self.init(
      parts: all.isEmpty ? [] : [all], orderPairs: nil, scenarios: 0, draws: 0,
      goals: pair.goals.map { goal in
        let isSame = goal.first.quantity == goal.second.quantity
        let mean = isSame ? pair.mean(goal.first.quantity) : nil
        return Goal(
          id: goal.first.id, probability: whole(goal.count),
          mean: mean.map { mean in
            all.isEmpty
              ? []
              : [
                AttributedPart(
                  value: mean.difference, standardError: mean.standardError,
                  interval: mean.interval)
              ]
          })
      },
      allTargets: pair.allTargets.map(whole))
  }
}
