// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What only a program over the libraries can get wrong.
  static let libraries: Catalogue.Entries = [
    "the correlation of '{}' and '{}' is given twice": "tương quan của '{}' và '{}' được khai hai lần",
  ]
}
