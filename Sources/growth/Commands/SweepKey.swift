import Foundation

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
      return "it is not known what they are rows of"
    }
    let pairs: [(name: String, was: String, now: String)] = [
      ("version of the program", was.version, now.version),
      ("seed", was.seed, now.seed), ("number of draws", was.draws, now.draws),
      ("sampling", was.sampling, now.sampling), ("format", was.format, now.format),
      ("number of variants", "\(was.count)", "\(now.count)"),
      (
        "list of quantities", was.quantities.joined(separator: " "),
        now.quantities.joined(separator: " ")
      ),
    ]
    if let pair = pairs.first(where: { $0.was != $0.now }) {
      return "the \(pair.name) was '\(pair.was)', and is '\(pair.now)'"
    }
    if was.scenario != now.scenario { return "the scenario has changed" }
    return "the variants have changed"
  }
}
