import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo

extension ObservedHistory {
  /// The periods that a text such as `2020-2022` or `2020Q2` means.
  ///
  /// - Parameter text: of the command line.
  /// - Throws: `ValidationError` with how to write it.
  func periods(written text: String) throws -> [Period] {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Period($0) }
    guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1],
      (first.year, first.quarters.lowerBound) <= (last.year, last.quarters.upperBound)
    else {
      throw ValidationError(
        localized("'\(text)' is no period: write 2024, 2024Q3, 2011-2024 or 2011Q1-2024Q4"))
    }
    return periods.filter {
      ($0.year, $0.quarters.lowerBound) >= (first.year, first.quarters.lowerBound)
        && ($0.year, $0.quarters.upperBound) <= (last.year, last.quarters.upperBound)
    }
  }
  /// What is said of an option that is about periods which the history does not have.
  ///
  /// - Parameters:
  ///   - option: as it was given, such as `--from 2030`.
  ///   - file: of the history.
  func noFigures(_ option: String, of file: String) -> String {
    guard let first = periods.first, let last = periods.last else {
      return localized("\(option): '\(file)' has no figures then, nor of any other period")
    }
    let span = "\(first)-\(last)"
    return localized("\(option): '\(file)' has no figures then, but for \(span)")
  }
}
