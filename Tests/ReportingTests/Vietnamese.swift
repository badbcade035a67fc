import Languages
import Testing

@testable import Reporting

/// Compares a screen in Vietnamese with the file `NAME-vi.txt` in `Snapshots`, and looks for what is still
/// English in it: words, and numbers that are not those of the English screen.
///
/// - Parameters:
///   - name: of the snapshot.
///   - names: parts of names in the scenario that are English words too.
///   - make: makes the report and gives what sets it; called once in each language.
func expectVietnamese(
  _ name: String, names: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation,
  _ make: () async throws -> (TextStyle) -> String
) async throws {
  let wide = TextStyle(width: TextStyle.widths.upperBound)
  let english = try await make()(wide)
  let texts = try await Language.$current.withValue(.vietnamese) {
    let text = try await make()
    return [TextStyle.widths.lowerBound, 100, wide.width].map {
      (width: $0, text: text(TextStyle(width: $0)))
    }
  }
  try expectSnapshot(texts[1].text, "\(name)-vi.txt", sourceLocation: sourceLocation)
  for (width, text) in texts {
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)", sourceLocation: sourceLocation)
      let words = " " + line.lowercased().replacing("--draws", with: "") + " "
      for word in englishWords where !names.contains(word) && !line.contains("growth ") {
        #expect(!words.contains(word), "\(line)", sourceLocation: sourceLocation)
      }
    }
  }
  let swapped = numbers(english).map { number in
    String(number.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }
  #expect(numbers(texts[2].text) == swapped.sorted(), sourceLocation: sourceLocation)
}

/// Words of sentences, which no name in the samples has.
private let englishWords = [
  " the ", " that ", " is ", " are ", " it ", " from ", " with ", " in ", " to ", " or ", "draw",
  "probab", "median", " mean", "interval", "figure", "target", "scenario", "standard", "quarter",
  "half", "n/a",
]

/// The numbers with decimals or thousands in a text, sorted; not those in commands and scenario files, nor
/// of paragraphs (`2.2:`).
private func numbers(_ text: String) -> [String] {
  text.split(separator: "\n").filter { !$0.contains("--set") && !$0.contains(".yaml:") }
    .flatMap { line in
      line.matches(of: /[0-9]+(?:[.,][0-9]+)+(?![0-9.,]*:)/).map { String($0.output) }
    }
    .sorted()
}
