import Foundation
import Testing

@testable import Languages

@Suite("Translations")
struct CatalogueTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// Every phrase of the program, with a place where it stands.
  private static func phrases() throws -> [String: String] {
    var places: [String: String] = [:]
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/Languages/") else { continue }
      let scanner = PhraseScanner(try String(contentsOf: file, encoding: .utf8))
      for (key, line) in scanner.found { places[key] = "\(file.lastPathComponent):\(line)" }
    }
    return places
  }

  /// What needs no translation: no letters, outside of what stands between backquotes.
  private static func isWordless(_ key: String) -> Bool { !key.contains(where: \.isLetter) }

  @Test("Every phrase of the program is translated into Vietnamese")
  func complete() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count > 10)
    let missing = phrases.filter {
      Catalogue.vietnamese.translations[$0.key] == nil && !Self.isWordless($0.key)
    }
    #expect(
      missing.isEmpty,
      "\(missing.map { "\($0.value): \($0.key)" }.sorted().joined(separator: "\n"))")
  }

  @Test("No translation outlives its phrase")
  func used() throws {
    let phrases = try Self.phrases()
    let stale = Catalogue.vietnamese.translations.keys.filter { phrases[$0] == nil }
    #expect(stale.isEmpty, "\(stale.sorted().joined(separator: "\n"))")
  }

  @Test("A phrase has one translation")
  func unique() {
    let keys = Catalogue.vietnamese.topics.joined().map(\.key)
    let repeated = Dictionary(grouping: keys, by: \.self).filter { $1.count > 1 }.keys
    #expect(repeated.isEmpty, "\(repeated.sorted().joined(separator: "\n"))")
  }

  @Test("A translation holds each value of its phrase once")
  func values() {
    for (key, translation) in Catalogue.vietnamese.translations {
      let count = key.components(separatedBy: Phrase.placeholder).count - 1
      let names = (0..<count).map { "<\($0)>" }
      let filled = Phrase.filled(translation, names)
      for name in names {
        #expect(
          filled.components(separatedBy: name).count == 2, "\(key)\n\(translation)")
      }
    }
  }
}
