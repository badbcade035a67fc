import MonteCarlo

extension ReportWarning {
  /// What to know about the closer look at a target that hardly any draw met or missed.
  static func warnings(of outcome: TargetOutcome, path: String) -> [ReportWarning] {
    let name = "'\(outcome.target.name)'"
    guard case .estimated(let estimate) = outcome.rare else { return [] }
    return estimate.warnings.map {
      ReportWarning(path: path, message: message($0, name, estimate.event))
    }
  }

  private static func message(
    _ warning: RareTargetEstimate.Warning, _ name: String, _ event: TargetEvent
  ) -> String {
    switch warning {
    case .severalDesignPoints(let count):
      "\(name) may be \(event.rawValue) in \(count) quite different ways that are about equally "
        + "likely; draws were aimed at each, but there may be more"
    case .fewEffectiveDraws(let size):
      "the draws in which \(name) is \(event.rawValue) count for only "
        + NumberFormat(decimals: 0).string(size)
        + ": its probability may be further off than its interval says"
    case .disagreesWithCount(let hits, let draws):
      "\(name) was \(event.rawValue) in \(NumberFormat.count(hits)) of "
        + "\(NumberFormat.count(draws)) plain draws, which does not fit what draws aimed at it "
        + "say; the count is reported"
    case .notFinite(let count):
      "in \(NumberFormat.count(count)) of the draws aimed at \(name) its quantity is infinite or "
        + "not a number; they are taken not to be \(event.rawValue)"
    }
  }
}
