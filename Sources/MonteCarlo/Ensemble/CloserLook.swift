import GrowthModel
import Stochastics

/// A look at a finished run that goes on beside others.
private enum CloserLook: Sendable {
  case rareTarget(place: Int, RareTargetSampling)
  case ranks(place: Int, [Double])

  /// What a look finds.
  enum Finding: Sendable {
    case rareTarget(place: Int, RareTargetFinding)
    case ranks(place: Int, RankedSample)
  }

  func finding() throws -> Finding {
    switch self {
    case .rareTarget(let place, let sampling): .rareTarget(place: place, try sampling.finding())
    case .ranks(let place, let values): .ranks(place: place, RankedSample(values))
    }
  }
}

extension Simulation {
  /// The same ensemble, with how the variables moved together, and what is only to be seen of rare targets when
  /// draws are aimed at them.
  ///
  /// - Parameters:
  ///   - ensemble: of a finished run.
  ///   - source: where its draws came from.
  ///   - atRareTargets: whether to look at targets that hardly any draw meets or misses.
  ///   - threads: looks at a time.
  ///   - progress: called now and then with the number of draws done, which is that of the run.
  func lookingCloser(
    _ ensemble: Ensemble, _ source: DrawSource, atRareTargets: Bool, threads: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Ensemble {
    var result = ensemble
    var pairs: [RankDependence] = []
    var looks: [CloserLook] = []
    if atRareTargets {
      progress(ensemble.draws)
      looks += try rareTargetSamplings(&result).map { .rareTarget(place: $0, $1) }
    }
    if case .plain(let sampler) = source {
      pairs = joinedPairs
      looks += firstDraws(of: pairs, sampler).map { .ranks(place: $0, $1) }
    }
    var samples: [Int: RankedSample] = [:]
    try await withThrowingTaskGroup(of: CloserLook.Finding.self) { group in
      // The longest first.
      var waiting = looks[...]
      func begin() {
        guard let look = waiting.popFirst() else { return }
        group.addTask { try look.finding() }
      }
      for _ in 0..<max(threads, 1) { begin() }
      while let finding = try await group.next() {
        switch finding {
        case .ranks(let place, let sample): samples[place] = sample
        case .rareTarget(let place, let finding):
          progress(ensemble.draws)
          result.targets[place].rare = Self.compared(finding, result.targets[place].estimate)
        }
        begin()
      }
    }
    result.dependence = dependence(of: pairs, in: samples, sampling: ensemble.sampling)
    return result
  }
}
