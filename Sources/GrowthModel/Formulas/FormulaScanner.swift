/// Takes a formula apart into figures, names and signs.
struct FormulaScanner {
  struct Token {
    enum Kind: Equatable {
      case literal(FormulaLiteral)
      /// A name, a word or a function.
      case name(String)
      case lag(Formula.Lag, text: String)
      case sign(String)
      case end
    }

    let kind: Kind
    let offset: Int
    /// As it stands in the formula.
    let text: String
  }

  /// Powers of ten that have names.
  static let scales: KeyValuePairs = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]
  /// Words that are no names and no units.
  static let operatorWords = ["and", "or", "not"]
  /// What other languages write.
  private static let foreignOperators: KeyValuePairs = [
    "**": "^", "&&": "and", "||": "or", "<>": "!=", "=<": "<=", "=>": ">=", "&": "and", "|": "or",
    "=": "==", "!": "not", "\u{2212}": "-", "\u{2013}": "-", "\u{d7}": "*", "\u{b7}": "*",
    "\u{f7}": "/", "\u{2264}": "<=", "\u{2265}": ">=", "\u{2260}": "!=",
  ]
  private static let signs = ["<=", ">=", "==", "!="] + "+-*/^<>(),".map(String.init)

  /// No model has as many steps.
  private static let longestLag = 1000

  let currency: String
  let scalars: [Unicode.Scalar]
  var index = 0

  init(_ text: String, currency: String) {
    self.currency = currency
    scalars = Array(text.unicodeScalars)
  }

  /// All tokens, the last one `.end`.
  mutating func tokens() throws(FormulaError) -> [Token] {
    var tokens: [Token] = []
    while let token = try next() { tokens.append(token) }
    tokens.append(Token(kind: .end, offset: scalars.count, text: ""))
    return tokens
  }

  private mutating func next() throws(FormulaError) -> Token? {
    skipBlanks()
    guard let first = peek() else { return nil }
    let start = index
    let kind: Token.Kind
    if Self.isDigit(first) || first == "." && Self.isDigit(peek(1)) {
      kind = .literal(try literal())
    } else if Self.isLetter(first) {
      kind = .name(nameText())
    } else if first == "[" {
      kind = .lag(try lag(), text: text(from: start))
    } else {
      kind = .sign(try sign())
    }
    return Token(kind: kind, offset: start, text: text(from: start))
  }

  private mutating func sign() throws(FormulaError) -> String {
    let two = String(String.UnicodeScalarView(scalars[index..<min(index + 2, scalars.count)]))
    let foreign = Self.foreignOperators.first { two == $0.key }
    if let foreign { throw FormulaError(.foreignOperator(two, instead: foreign.value), at: index) }
    if let sign = Self.signs.first(where: { two.hasPrefix($0) }) {
      index += sign.count
      return sign
    }
    let one = String(scalars[index])
    if let foreign = Self.foreignOperators.first(where: { one == $0.key }) {
      throw FormulaError(.foreignOperator(one, instead: foreign.value), at: index)
    }
    // A letter with its marks is one character to people.
    let character = String(String.UnicodeScalarView(scalars[index...])).first ?? " "
    throw FormulaError(.foreignCharacter(String(character)), at: index)
  }

  /// `[-1]` or `[-1y]`.
  private mutating func lag() throws(FormulaError) -> Formula.Lag {
    let start = index
    index = scalars[start...].firstIndex(of: "]").map { $0 + 1 } ?? scalars.count
    let whole = text(from: start)
    var inner = whole.dropFirst().filter { $0 != " " }
    guard inner.popLast() == "]" else { throw FormulaError(.malformedLag(whole), at: start) }
    let isYears = inner.last == "y"
    if isYears { inner.removeLast() }
    guard let count = Int(inner), count >= -Self.longestLag else {
      throw FormulaError(.malformedLag(whole), at: start)
    }
    guard count < 0 else { throw FormulaError(.looksAhead(whole), at: start) }
    return isYears ? .years(-count) : .steps(-count)
  }

  /// Letters, digits, and points and hyphens between them.
  private mutating func nameText() -> String {
    let start = index
    while let scalar = peek() {
      let goesOn =
        Self.isLetter(scalar) || Self.isDigit(scalar)
        || (scalar == "-" || scalar == ".") && (Self.isLetter(peek(1)) || Self.isDigit(peek(1)))
      guard goesOn else { break }
      index += 1
    }
    return text(from: start)
  }

  mutating func skipBlanks() {
    while let scalar = peek(), scalar.properties.isWhitespace { index += 1 }
  }

  /// The character so many places ahead.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<index]))
  }

  static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("a"..."z").contains($0) || ("A"..."Z").contains($0) } ?? false
  }
}
