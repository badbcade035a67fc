/// A value of a scenario that a sweep varies: `PATH=A..B:N`, or `PATH=VALUE,VALUE`.
public struct VariedPath: Sendable, Hashable {
  enum Values: Sendable, Hashable {
    /// Evenly spaced where a number of them is given.
    case range(DecimalRange, count: Int?)
    case list([String])
  }

  /// As `--set` takes it.
  public let path: String
  let values: Values

  /// Reads what people write.
  ///
  /// A range is of numbers, with a unit behind both or behind the second. A list is cut at the commas that
  /// stand in no brackets, braces or quotation marks.
  ///
  /// - Parameter argument: `PATH=VALUES`.
  /// - Throws: `VariantMistake` with how to write it.
  public init(argument: String) throws(VariantMistake) {
    guard let sign = argument.firstIndex(of: "=") else {
      throw VariantMistake(
        "'\(argument)' has no values", hint: "write PATH=A..B:N, as in credit.growth=0%..20%:5")
    }
    path = argument[..<sign].filter { !$0.isWhitespace }
    guard !path.isEmpty else {
      throw VariantMistake(
        "'\(argument)' has no path",
        hint: "write PATH=A..B:N, as in credit.growth=0%..20%:5")
    }
    let items = try Self.items(argument[argument.index(after: sign)...], of: path)
    if items.count == 1, let range = try Self.range(items[0], of: path) {
      values = range
      return
    }
    for item in items where items.count > 1 && Self.looksLikeRange(item) {
      throw VariantMistake(
        "the list of '\(path)' has a range in it, '\(item)'",
        hint: "write a range alone, or list its values")
    }
    values = .list(items)
  }

  /// The values of a list.
  private static func items(
    _ text: Substring, of path: String
  ) throws(VariantMistake) -> [String] {
    var items = [""]
    var closing: [Character] = []
    var quote: Character?
    var previous: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'", previous.map({ ",[{:".contains($0) }) ?? true
      {
        quote = character
      } else if character == "[" || character == "{" {
        closing.append(character == "[" ? "]" : "}")
      } else if character == closing.last {
        closing.removeLast()
      } else if character == ",", closing.isEmpty {
        items.append("")
        previous = nil
        continue
      }
      items[items.count - 1].append(character)
      if !character.isWhitespace { previous = character }
    }
    if let missing = quote ?? closing.last {
      throw VariantMistake(
        "the values of '\(path)' lack a closing \(String(missing))",
        hint: "close it; a value that holds a comma stands in quotation marks, brackets or braces")
    }
    let trimmed = items.map { trim($0) }
    guard !trimmed.contains("") else {
      throw VariantMistake(
        "there is an empty value for '\(path)'",
        hint: """
          write PATH=A..B:N, or values with a comma between them; a value that holds a comma stands \
          in quotation marks, brackets or braces
          """)
    }
    return trimmed
  }

  private static func looksLikeRange(_ text: String) -> Bool {
    text.contains("..")
      && (text.first.map { "+-.\u{2212}".contains($0) || $0.isNumber } ?? false)
      && !text.hasPrefix("..")
  }

  private static func range(_ text: String, of path: String) throws(VariantMistake) -> Values? {
    guard looksLikeRange(text), let dots = text.firstRange(of: "..") else { return nil }
    var count: Int?
    var right = text[dots.upperBound...]
    guard !right.hasPrefix(".") else {
      throw VariantMistake(
        "'\(text)' has three points", hint: "write a range with two, as in 0..10:5")
    }
    if let colon = right.lastIndex(of: ":") {
      let digits = trim(String(right[right.index(after: colon)...]))
      count = digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
      guard let count, 2...VariantDesign.mostVariants ~= count else {
        throw VariantMistake(
          "'\(digits)' is not a number of values for '\(path)'",
          hint: "write a whole number from 2 on behind the colon, as in 0%..20%:5")
      }
      right = right[..<colon]
    }
    let texts = (trim(String(text[..<dots.lowerBound])), trim(String(right)))
    for end in [texts.0, texts.1] {
      if let figure = try? Figure.parse(end), figure.unit == .date {
        throw VariantMistake(
          "the range of '\(path)' is one of days",
          hint: "list them with commas, as in \(path)=2025-03-31,2025-06-30")
      }
    }
    let (low, high) = (try number(texts.0, of: path), try number(texts.1, of: path))
    guard low.rest.isEmpty || low.rest == high.rest else {
      throw VariantMistake(
        high.rest.isEmpty
          ? "the unit of '\(path)' stands behind the first number only"
          : "the range of '\(path)' has two units, '\(low.rest)' and '\(high.rest)'",
        hint: "write one unit behind the second number, as in 5000..7500 billion VND:6")
    }
    guard let range = DecimalRange((low.number, high.number), unit: high.rest) else {
      throw VariantMistake(
        "the range of '\(path)' has too many digits", hint: "write 18 of them at the most")
    }
    guard range.first != range.last else {
      throw VariantMistake(
        "the range of '\(path)' begins where it ends",
        hint: "give one value with --set, or another end")
    }
    return .range(range, count: count)
  }

  private static func number(
    _ text: String, of path: String
  ) throws(VariantMistake) -> (number: DecimalNumber, rest: String) {
    do throws(FigureFact) {
      let (number, rest) = try DecimalNumber.scan(text)
      return (number, rest.split { $0 == " " || $0 == "\t" }.joined(separator: " "))
    } catch {
      throw VariantMistake(
        "in the range of '\(path)' \(error.message)",
        hint: error.hint ?? "write a range of numbers, as in 0%..20%:5")
    }
  }

  private static func trim(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
