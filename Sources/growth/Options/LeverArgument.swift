import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo

/// The range of a lever from the command line: `investment.plan=4398 billion VND..9000 billion VND`.
struct RangeArgument {
  let lever: String
  let low: String
  let high: String

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    guard let (lever, value) = leverAndValue(argument), let dots = value.firstRange(of: "..") else {
      throw ValidationError(
        localized("write --range LEVER=A..B, as in --range \"credit.growth=0%..20%\""))
    }
    self.lever = lever
    low = value[..<dots.lowerBound].trimmed
    high = value[dots.upperBound...].trimmed
    guard
      [low, high].allSatisfy({ !$0.isEmpty && !$0.contains(where: { "[]{},\"".contains($0) }) })
    else {
      throw ValidationError(
        localized(
          """
          write two figures as in a scenario file, as in --range "credit.growth=0%..20%"
          """))
    }
  }

  /// As `--set` takes it.
  var override: String { "levers.\(lever).range=[\(low), \(high)]" }
}

/// The cost of a lever from the command line: `credit.growth=50 billion VND`.
struct CostArgument {
  let lever: String
  let cost: String

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    guard let (lever, value) = leverAndValue(argument),
      !value.contains(where: { "[]{},\"".contains($0) })
    else {
      throw ValidationError(
        localized("write --cost LEVER=VALUE, as in --cost \"credit.growth=50 billion VND\""))
    }
    self.lever = lever
    cost = value.trimmed
  }

  /// As `--set` takes it.
  var override: String { "levers.\(lever).cost=\(cost)" }
}

/// Whether an argument is about a lever, and what it says of it.
private func leverAndValue(_ argument: String) -> (lever: String, value: Substring)? {
  let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].trimmed.isEmpty, !parts[1].trimmed.isEmpty else { return nil }
  return (parts[0].trimmed, parts[1])
}

extension Substring {
  /// Without blanks around it.
  fileprivate var trimmed: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// The levers that a command is asked about.
enum LeverChoice {
  /// Finds out whether a scenario has the levers of these names.
  ///
  /// - Parameters:
  ///   - ids: as the command line has them.
  ///   - scenario: that has the levers.
  ///   - path: of the scenario's file, for what is said of a mistake.
  /// - Throws: `ValidationError` for a name that the scenario does not have.
  static func check(_ ids: [String], of scenario: Scenario, path: String) throws {
    let known = scenario.economy.levers.map(\.id)
    guard !known.isEmpty || ids.isEmpty else {
      throw ValidationError(
        localized("this is about the levers of a scenario, and '\(path)' has none"))
    }
    for id in ids where !known.contains(id) {
      let list = known.joined(separator: ", ")
      throw ValidationError(
        NearestName.of(id, among: known).map {
          localized("'\(path)' has no lever '\(id)'; did you mean '\($0)'? it has: \(list)")
        } ?? localized("'\(path)' has no lever '\(id)'; it has: \(list)"))
    }
  }
}
