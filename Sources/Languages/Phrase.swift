/// What is said to people, before it is said in a language.
///
/// Written as an English sentence. It is looked up, with `{}` for each value in it, among the
/// translations of the language; where it is not found it stays English.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The English sentence with `{}` for each value.
  public let key: String
  /// The values, in the order of the English sentence, as they are to be read.
  public let values: [String]
  /// The English sentence with its values: names are made by the thousand, and need no template.
  private let english: String

  public init(stringLiteral value: String) {
    key = value
    values = []
    english = value
  }

  public init(stringInterpolation: StringInterpolation) {
    key = stringInterpolation.key
    values = stringInterpolation.values
    english = stringInterpolation.english
  }

  /// Gathers the sentence, its key and its values from a string literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var english = ""
    fileprivate var values: [String] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 2 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds words of the sentence itself.
    public mutating func appendLiteral(_ literal: String) {
      key += literal
      english += literal
    }

    /// A text that needs no translation, or has been translated.
    public mutating func appendInterpolation(_ text: String) { append(text) }

    /// A number without thousands, such as a year.
    public mutating func appendInterpolation(_ number: Int) { append(String(number)) }

    // The compiler tries these after the two above, which nearly all phrases need.

    /// A part of a text.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: some StringProtocol) { append(String(text)) }

    /// A number of another type, without thousands.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      append(String(number))
    }

    /// A part that is translated by itself.
    public mutating func appendInterpolation(_ phrase: Phrase) { append(phrase.text()) }

    private mutating func append(_ value: String) {
      key += Phrase.placeholder
      english += value
      values.append(value)
    }
  }

  /// Stands for a value.
  static let placeholder = "{}"

  /// The sentence in a language.
  ///
  /// - Parameter language: to be read in.
  public func text(in language: Language = .current) -> String {
    switch language {
    case .english: english
    case .vietnamese: Self.filled(Catalogue.vietnamese.translations[key] ?? key, values)
    }
  }

  /// Puts values where `{}` stands in order of their coming, and where `{2}` stands the second.
  static func filled(_ template: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return template }
    var text = ""
    var next = 0
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      text += template[rest.startIndex..<open]
      rest = rest[open...]
      let inner = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let place = inner.isEmpty ? next : (Int(template[inner.startIndex..<inner.endIndex]) ?? 0) - 1
      guard inner.endIndex < rest.endIndex, rest[inner.endIndex] == UInt8(ascii: "}"),
        values.indices.contains(place)
      else {
        text += "{"
        rest = rest.dropFirst()
        continue
      }
      text += values[place]
      if inner.isEmpty { next += 1 }
      rest = rest[rest.index(after: inner.endIndex)...]
    }
    return text + template[rest.startIndex...]
  }
}

/// A sentence in the language of what is being written now.
///
/// - Parameter phrase: an English sentence, whose translations stand in `Languages`.
public func localized(_ phrase: Phrase) -> String { phrase.text() }
