import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo

extension ValidationError {
  /// What is said of a quantity that was asked for and is not there.
  ///
  /// - Parameters:
  ///   - path: as it was asked for.
  ///   - scenario: that does not have it.
  ///   - list: what lists all that there are.
  static func unknownQuantity(
    _ path: String, of scenario: Scenario, listedBy list: String
  ) -> ValidationError {
    let names = (try? scenario.quantityGraph())?.quantities.map(\.path) ?? []
    return ValidationError(
      NearestName.of(path, among: names).map {
        localized("there is no quantity '\(path)'; did you mean '\($0)'?")
      } ?? localized("there is no quantity '\(path)'; `\(list)` lists all of them"))
  }
}
