import Foundation
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// The rows of one part of a sweep, in every form that a sweep has.
///
/// Text in UTF-8: the titles of the table, and for each variant three lines, its row of the table, its line of
/// JSON, and what the screen shows of each target in each language, as JSON.
struct SweepRows: Sendable {
  struct Row: Sendable {
    /// With its line feed, as `SweepRow.csv()` writes it.
    let csv: String
    /// With its line feed.
    let json: String
    /// By the id of the target, and by language.
    let points: [String: [String: SweepPoint]]

    /// What the screen shows of a target, in the language at hand.
    func point(target: String) -> SweepPoint? {
      points[target]?[Language.current.rawValue]
    }
  }

  /// With its line feed; empty where there are no rows.
  private(set) var header = ""
  private(set) var rows: [Row] = []

  init() {}

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: of the variant.
  ///   - paths: those that are varied.
  ///   - json: its line.
  mutating func add(_ row: SweepRow, paths: [String], json: String) {
    if rows.isEmpty { header = row.csvHeader(paths: paths) }
    var points: [String: [String: SweepPoint]] = [:]
    for language in Language.allCases {
      Language.$current.withValue(language) {
        for target in row.targets {
          points[target.id, default: [:]][language.rawValue] = row.point(target: target.id)
        }
      }
    }
    rows.append(Row(csv: row.csv(), json: json, points: points))
  }

  // MARK: Bytes

  /// - Throws: when what the screen shows cannot be written as JSON, which it always can.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Array(header.utf8)
    for row in rows {
      bytes += row.csv.utf8
      bytes += row.json.utf8
      bytes += try encoder.encode(row.points)
      bytes.append(0x0a)
    }
    return bytes
  }

  /// - Parameters:
  ///   - bytes: any.
  ///   - heading: of the file.
  /// - Throws: `StateError.malformed` where they are not so many rows as the part has.
  init(_ bytes: ArraySlice<UInt8>, of heading: StateHeading) throws(StateError) {
    guard let shard = heading.shard, let count = heading.variants,
      0...VariantDesign.mostVariants ~= count
    else { throw .malformed }
    let number = shard.range(of: count).count
    if bytes.isEmpty, number == 0 { return }
    guard bytes.last == 0x0a, let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed
    }
    // A carriage return and a line feed are one character, and no row ends so.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { String($0) }
    guard lines.count == 1 + 3 * number else { throw .malformed }
    header = lines[0] + "\n"
    for first in stride(from: 1, to: lines.count, by: 3) {
      let points = try? JSONDecoder().decode(
        [String: [String: SweepPoint]].self, from: Data(lines[first + 2].utf8))
      guard let points else { throw .malformed }
      rows.append(
        Row(csv: lines[first] + "\n", json: lines[first + 1] + "\n", points: points))
    }
  }
}
