import Languages
import MonteCarlo

extension ReportWarning {
  /// What to know about the closer look at a target that hardly any draw met or missed.
  static func warnings(of outcome: TargetOutcome, path: String) -> [ReportWarning] {
    let name = "'\(outcome.target.name)'"
    guard case .estimated(let estimate) = outcome.rare else { return [] }
    return estimate.warnings.map {
      ReportWarning(path: path, message: message($0, name, isMet: estimate.event == .met).text())
    }
  }

  private static func message(
    _ warning: RareTargetEstimate.Warning, _ name: String, isMet: Bool
  ) -> Phrase {
    switch warning {
    case .severalDesignPoints(let count):
      return isMet
        ? """
        \(name) may be met in \(count) quite different ways that are about equally likely; draws were \
        aimed at each, but there may be more
        """
        : """
        \(name) may be missed in \(count) quite different ways that are about equally likely; draws were \
        aimed at each, but there may be more
        """
    case .fewEffectiveDraws(let size):
      let worth = NumberFormat(decimals: 0).string(size)
      return isMet
        ? """
        the draws in which \(name) is met count for only \(worth): its probability may be further off \
        than its interval says
        """
        : """
        the draws in which \(name) is missed count for only \(worth): its probability may be further off \
        than its interval says
        """
    case .disagreesWithCount(let hits, let draws):
      let (some, all) = (NumberFormat.count(hits), NumberFormat.count(draws))
      return isMet
        ? """
        \(name) was met in \(some) of \(all) plain draws, which does not fit what draws aimed at it \
        say; the count is reported
        """
        : """
        \(name) was missed in \(some) of \(all) plain draws, which does not fit what draws aimed at it \
        say; the count is reported
        """
    case .notFinite(let count):
      let some = NumberFormat.count(count)
      return isMet
        ? """
        in \(some) of the draws aimed at \(name) its quantity is infinite or not a number; they are \
        taken not to be met
        """
        : """
        in \(some) of the draws aimed at \(name) its quantity is infinite or not a number; they are \
        taken not to be missed
        """
    }
  }
}
