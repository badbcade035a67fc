/// Names of sheets as spreadsheets allow them.
public struct SheetNames {
  /// The most code units of UTF-16 in a name.
  static let longest = 31

  private var taken: Set<String> = []

  /// No names are taken yet.
  public init() {}

  /// A name for a title: without `[ ] : * ? / \ '`, no longer than 31, and unlike those before in more than
  /// the case of letters.
  ///
  /// - Parameter title: what people would call the sheet.
  public mutating func name(for title: String) -> String {
    let allowed = CellText.string(title).map { "[]:*?/\\'".contains($0) || $0.isNewline ? " " : $0 }
    let words = String(allowed).split(separator: " ").joined(separator: " ")
    let stem = words.isEmpty ? "_" : words
    var name = Self.cut(stem, to: Self.longest)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " \(number)"
      name = Self.cut(stem, to: Self.longest - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var name = ""
    for character in text where name.utf16.count + character.utf16.count < length {
      name.append(character)
    }
    while name.last == " " || name.last == "," { name.removeLast() }
    return name + "…"
  }
}
