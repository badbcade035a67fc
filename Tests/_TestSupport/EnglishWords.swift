/// Tells what was not translated.
public enum EnglishWords {
  /// The first word that only English sentences have, outside of quotation marks and backquotes, where keys,
  /// values and examples stand; nil where there is none.
  ///
  /// - Parameter text: a sentence in another language.
  public static func first(in text: String) -> String? {
    let prose = text.replacing(#/`[^`]*`|'[^']*'|"[^"]*"/#, with: "")
    // Whole words only, not parts of keys such as `as-of`.
    let words = prose.split { " ,;:.()\n".contains($0) }
    return words.first { known.contains($0.lowercased()) }.map(String.init)
  }

  private static let known: Set = [
    "the", "an", "is", "are", "of", "and", "or", "must", "cannot", "but", "not", "has", "have",
    "with", "write", "here", "there", "where", "than", "which", "from", "for", "give", "delete",
  ]
}
