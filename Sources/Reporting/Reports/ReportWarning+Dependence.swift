import Languages
import MonteCarlo

extension ReportWarning {
  /// A remark on variables that moved together otherwise than was asked; nil where none did.
  ///
  /// - Parameters:
  ///   - ensemble: of the run.
  ///   - path: the file of the scenario.
  public static func dependence(_ ensemble: Ensemble, path: String) -> ReportWarning? {
    let pairs = ensemble.dependence
    let off = pairs.filter { $0.isOff(among: pairs.count) }
    guard let worst = off.max(by: { excess($0) < excess($1) }) else { return nil }
    func write(_ value: Double) -> String { NumberFormat(decimals: 3).string(value) }
    return ReportWarning(
      path: path,
      message: localized(
        """
        \(off.count) of \(pairs.count) pairs of variables did not move together as asked; the worst are \
        '\(worst.first)' and '\(worst.second)': their Spearman correlation in the first draws is \
        \(write(worst.found)) instead of \(write(worst.asked)), with a standard error of \
        \(write(worst.standardError))
        """))
  }

  private static func excess(_ finding: DependenceFinding) -> Double {
    (finding.found - finding.asked).magnitude / max(finding.standardError, 1e-9)
  }
}
