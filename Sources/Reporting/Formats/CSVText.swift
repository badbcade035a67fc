/// Rows of fields as comma-separated text after RFC 4180, with a line feed at the end of each line.
struct CSVText {
  private(set) var text = ""

  mutating func add(_ fields: [String]) {
    text += fields.map(Self.quoted).joined(separator: ",") + "\n"
  }

  /// A number with all its digits; nothing for what does not exist.
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return value.description
  }

  /// Fields that hold a comma, a quote or a line break go in quotes, with quotes inside doubled.
  static func quoted(_ field: String) -> String {
    let special: (Unicode.Scalar) -> Bool = { [",", "\"", "\n", "\r"].contains($0) }
    guard field.unicodeScalars.contains(where: special) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
