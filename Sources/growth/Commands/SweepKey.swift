import Foundation
import Languages

/// What the rows of a sweep depend on, so that nobody goes on with rows of another one.
struct SweepKey: Codable {
  var version: String
  /// Of the scenario, its files and `--set`.
  var scenario: String
  /// Of every variant, in their order.
  var variants: String
  var count: Int
  var draws: String
  var seed: String
  var sampling: String
  var quantities: [String]
  var format: String

  /// What stands for a value that the command line leaves to the scenario.
  static let unsaid = "as the scenario says"

  /// As the file beside the rows holds it.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(self)
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  /// What tells the rows of one key from those of another, in words; nil where nothing does.
  ///
  /// - Parameters:
  ///   - old: the text beside the rows, nil where there is none.
  ///   - new: of the sweep at hand.
  static func difference(between old: String?, and new: String) -> String? {
    if old == new { return nil }
    func decoded(_ text: String?) -> SweepKey? {
      text.flatMap { try? JSONDecoder().decode(SweepKey.self, from: Data($0.utf8)) }
    }
    guard let was = decoded(old), let now = decoded(new) else {
      return localized("it is not known what they are rows of")
    }
    return localized(change(from: was, to: now))
  }

  /// What is another, of two keys that are not the same.
  private static func change(from was: SweepKey, to now: SweepKey) -> Phrase {
    func pair(_ value: (SweepKey) -> String) -> (was: String, now: String)? {
      let (old, new) = (value(was), value(now))
      return old == new ? nil : (words(old), words(new))
    }
    if let (was, now) = pair(\.version) {
      return "the version of the program was '\(was)', and is '\(now)'"
    }
    if let (was, now) = pair(\.seed) { return "the seed was '\(was)', and is '\(now)'" }
    if let (was, now) = pair(\.draws) {
      return "the number of draws was '\(was)', and is '\(now)'"
    }
    if let (was, now) = pair(\.sampling) { return "the sampling was '\(was)', and is '\(now)'" }
    if let (was, now) = pair(\.format) { return "the format was '\(was)', and is '\(now)'" }
    if let (was, now) = pair({ String($0.count) }) {
      return "the number of variants was '\(was)', and is '\(now)'"
    }
    if let (was, now) = pair({ $0.quantities.joined(separator: " ") }) {
      return "the list of quantities was '\(was)', and is '\(now)'"
    }
    return was.scenario != now.scenario ? "the scenario has changed" : "the variants have changed"
  }

  private static func words(_ value: String) -> String {
    value == unsaid ? localized("as the scenario says") : value
  }
}
