/// What a part of an answer in JSON looks like, as JSON Schema (draft 2020-12) says it.
///
/// Objects are exact: a key that is not named is none of theirs, and one that is named is there unless it is
/// said to be left out.
indirect enum OutputShape: Sendable {
  /// A part of an object.
  struct Property: Sendable {
    let name: String
    let shape: OutputShape
    let isRequired: Bool

    init(_ name: String, _ shape: OutputShape, isRequired: Bool = true) {
      self.name = name
      self.shape = shape
      self.isRequired = isRequired
    }
  }

  case text(String, pattern: String? = nil)
  /// One of a few words.
  case word(String, [String])
  /// Always this word.
  case constant(String)
  case flag(String)
  /// A whole number, no less than the least.
  case whole(String, least: Int? = 0)
  /// A number, within a range where there is one.
  case number(String, in: ClosedRange<Double>? = nil)
  case list(String, of: OutputShape, count: Int? = nil)
  /// An object with keys that a scenario names.
  case map(String, of: OutputShape)
  case object(String, [Property])
  /// A definition of the schema's own.
  case reference(String)
  /// Null alone.
  case null
  /// The shape, or null.
  case optional(OutputShape)

  /// A part of a whole.
  static func fraction(_ meaning: String) -> OutputShape { .number(meaning, in: 0...1) }

  /// Two numbers, the lower end first.
  static func interval(_ meaning: String, of number: OutputShape) -> OutputShape {
    .list(meaning, of: number, count: 2)
  }

  /// A day, `YYYY-MM-DD`.
  static func day(_ meaning: String) -> OutputShape {
    .text(meaning, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  }

  /// A quarter, a part of a year or a year, such as `2025Q3`, `2025H1`.
  static func period(_ meaning: String) -> OutputShape {
    .text(meaning, pattern: "^[0-9]{4}(Q[1-4]|H[12]|M9)?$")
  }
}

extension OutputShape: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var schema = encoder.container(keyedBy: Key.self)
    func add(_ key: String, _ value: some Encodable) throws {
      try schema.encode(value, forKey: Key(key))
    }
    func add(_ type: String, described meaning: String) throws {
      try add("type", type)
      try add("description", meaning)
    }
    switch self {
    case .text(let meaning, let pattern):
      try add("string", described: meaning)
      if let pattern { try add("pattern", pattern) }
    case .word(let meaning, let words):
      try add("string", described: meaning)
      try add("enum", words)
    case .constant(let word): try add("const", word)
    case .flag(let meaning): try add("boolean", described: meaning)
    case .whole(let meaning, let least):
      try add("integer", described: meaning)
      if let least { try add("minimum", least) }
    case .number(let meaning, let range):
      try add("number", described: meaning)
      if let range {
        try add("minimum", range.lowerBound)
        try add("maximum", range.upperBound)
      }
    case .list(let meaning, let item, let count):
      try add("array", described: meaning)
      try add("items", item)
      if let count {
        try add("minItems", count)
        try add("maxItems", count)
      }
    case .map(let meaning, let item):
      try add("object", described: meaning)
      try add("additionalProperties", item)
    case .object(let meaning, let properties):
      try add("object", described: meaning)
      try add(
        "properties",
        Dictionary(
          properties.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first }))
      try add("required", properties.filter(\.isRequired).map(\.name).sorted())
      try add("additionalProperties", false)
    case .null: try add("type", "null")
    case .reference(let name): try add("$ref", "#/$defs/" + name)
    case .optional(let shape): try add("anyOf", [shape, .null])
    }
  }
}
