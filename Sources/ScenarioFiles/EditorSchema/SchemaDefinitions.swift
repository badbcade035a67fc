import Languages

/// The parts of the schema that refer to each other, for whole scenarios or for variants.
///
/// A variant may give a part of a mapping and may remove a key by `null`; what stands behind the key of a
/// figure in it may be one parameter of the distribution that it changes.
struct SchemaDefinitions {
  let isVariant: Bool
  private(set) var members: [JSONTree.Member] = []

  init(isVariant: Bool) { self.isVariant = isVariant }

  fileprivate static let place = "#/$defs/"

  static func reference(_ name: String) -> JSONTree { .object(["$ref": .string(place + name)]) }

  private static func anyOf(_ schemas: [JSONTree]) -> JSONTree {
    schemas.count == 1 ? schemas[0] : .object(["anyOf": .array(schemas)])
  }

  private static let null = JSONTree.object(["type": .string("null")])

  private func named(_ name: String) -> String { (isVariant ? "variant-" : "") + name }

  /// The name of a mapping's definition.
  func name(of table: MappingTable) -> String {
    var name = ""
    for character in table.rawValue {
      name += character.isUppercase ? "-" + character.lowercased() : String(character)
    }
    return named(name)
  }

  // MARK: Figures

  /// Definitions that are the same in whole scenarios and variants.
  static func figures() -> [JSONTree.Member] {
    let text = JSONTree.Member(
      key: "text", value: .object(["type": .array([.string("string"), .string("number")])]))
    let remarks = ["source", "notes"].map { key in
      JSONTree.Member(
        key: key, value: described(reference("wording"), MappingTable.figure.meaning(of: key)))
    }
    let patterns = FigurePattern.allCases.flatMap { pattern in
      [
        JSONTree.Member(key: pattern.rawValue, value: expression(pattern)),
        JSONTree.Member(
          key: pattern.rawValue + "-figure",
          value: anyOf([reference(pattern.rawValue), sourced(pattern)])),
      ]
    }
    return [text] + remarks + patterns
  }

  private static func expression(_ pattern: FigurePattern) -> JSONTree {
    let type: JSONTree =
      pattern.takesNumbers ? .array([.string("number"), .string("string")]) : .string("string")
    return .object([
      "description": .string(pattern.meaning.text()), "type": type,
      "pattern": .string(pattern.expression),
      "examples": .array(pattern.examples.map { .string($0) }),
    ])
  }

  /// A figure beside its source.
  private static func sourced(_ pattern: FigurePattern) -> JSONTree {
    var properties: [JSONTree.Member] = []
    for key in MappingSchema.figure.keys {
      let name = key.name == "value" ? pattern.rawValue : key.name
      properties.append(.init(key: key.name, value: reference(name)))
    }
    return object(properties, required: MappingSchema.figure.keys.filter(\.isNeeded).map(\.name))
  }

  private static func described(_ schema: JSONTree, _ meaning: Phrase?) -> JSONTree {
    meaning.map { schema.with(["description": .string($0.text())]) } ?? schema
  }

  private static func object(
    _ properties: [JSONTree.Member], patterns: [JSONTree.Member] = [], required: [String] = []
  ) -> JSONTree {
    var schema = JSONTree.object(["type": .string("object"), "properties": .object(properties)])
    if !patterns.isEmpty { schema = schema.with(["patternProperties": .object(patterns)]) }
    schema = schema.with(["additionalProperties": .bool(false)])
    return required.isEmpty
      ? schema : schema.with(["required": .array(required.map { .string($0) })])
  }

  // MARK: Mappings

  /// Adds all definitions.
  mutating func add() {
    members.append(.init(key: named("wording"), value: wording()))
    for pattern in FigurePattern.allCases {
      members += distributions(of: pattern)
    }
    for table in MappingTable.allCases where table != .figure {
      members.append(.init(key: name(of: table), value: mapping(table)))
    }
    if isVariant {
      members.append(.init(key: named("activity"), value: activity()))
    }
  }

  /// A text, or one for each language; a variant may remove that of a language.
  private func wording() -> JSONTree {
    let texts = Language.allCases.map {
      JSONTree.Member(key: $0.rawValue, value: optional(Self.reference("text")))
    }
    return Self.anyOf([
      Self.reference("text"), Self.object(texts).with(["minProperties": .number(1)]),
    ])
  }

  private func mapping(_ table: MappingTable) -> JSONTree {
    let properties = table.schema.keys.map { key in
      JSONTree.Member(key: key.name, value: property(key.name, of: table))
    }
    guard !isVariant else {
      return Self.object(properties, required: table == .scenario ? ["format", "name"] : [])
    }
    let needed = table.schema.keys.filter(\.isNeeded).map(\.name)
    let schema = Self.object(properties, required: needed)
    guard !table.alternatives.isEmpty else { return schema }
    let choices = table.alternatives.map { keys in
      JSONTree.object(["required": .array(keys.map { .string($0) })])
    }
    return schema.with(["anyOf": .array(choices)])
  }

  private func property(_ key: String, of table: MappingTable) -> JSONTree {
    if ["source", "notes"].contains(key) { return optional(Self.reference(key)) }
    guard let shape = table.shape(of: key) else { return .bool(true) }
    return Self.described(optional(schema(shape)), table.meaning(of: key))
  }

  /// What a variant may also remove.
  private func optional(_ schema: JSONTree) -> JSONTree {
    guard isVariant else { return schema }
    if case .object(let own) = schema, own.count == 1, own[0].key == "anyOf",
      case .array(let choices) = own[0].value
    {
      return .object(["anyOf": .array(choices + [Self.null])])
    }
    return .object(["anyOf": .array([schema, Self.null])])
  }

  /// An activity of a variant, of which it may not show whether it has activities of its own.
  private func activity() -> JSONTree {
    var properties: [JSONTree.Member] = []
    for table in [MappingTable.group, .leaf] {
      for key in table.schema.names where !properties.contains(where: { $0.key == key }) {
        properties.append(.init(key: key, value: property(key, of: table)))
      }
    }
    return Self.object(properties)
  }

  // MARK: Shapes

  private func schema(_ shape: KeyShape) -> JSONTree {
    switch shape {
    case .text: return Self.reference("text")
    case .wording: return Self.reference(named("wording"))
    case .matching(let expression):
      return .object(["type": .string("string"), "pattern": .string(expression)])
    case .year:
      return .object([
        "type": .string("integer"), "minimum": .number(1000), "maximum": .number(9999),
      ])
    case .words(let words): return .object(["enum": .array(words.map { .string($0) })])
    case .draws:
      return .object([
        "type": .array([.string("integer"), .string("string")]), "minimum": .number(1),
        "pattern": .string(
          "^[0-9][0-9_]*([.][0-9]+)?([eE][+]?[0-9]+)? *(k|K|thousand|M|million|G|billion)?$"),
      ])
    case .seed:
      return .object([
        "type": .array([.string("integer"), .string("string")]), "minimum": .number(0),
        "pattern": .string("^[0-9_]+$"),
      ])
    case .figure(let pattern): return Self.reference(pattern.rawValue + "-figure")
    case .figures(let pattern, let count):
      let list = JSONTree.object([
        "type": .string("array"), "items": Self.reference(pattern.rawValue + "-figure"),
      ])
      return count.map { list.with(["minItems": .number($0), "maxItems": .number($0)]) } ?? list
    case .uncertain(let pattern):
      return Self.anyOf([
        Self.reference(pattern.rawValue + "-figure"),
        Self.reference(named(pattern.rawValue + "-distribution")),
      ])
    case .schedule(let pattern):
      return Self.anyOf([
        Self.reference(pattern.rawValue + "-figure"),
        Self.reference(named(pattern.rawValue + "-course")),
        byPeriod(schema(.uncertain(pattern))),
      ])
    case .fixedSchedule(let pattern):
      let figure = schema(.figure(pattern))
      return Self.anyOf([figure, byPeriod(figure)])
    case .list(let item):
      return .object(["type": .string("array"), "items": schema(item)])
    case .mapping(let table): return Self.reference(name(of: table))
    case .named(let item, let isPath):
      let name = "[a-z][a-z0-9-]*"
      let expression = isPath ? "^\(name)([.]\(name))*$" : "^\(name)$"
      return Self.object([], patterns: [.init(key: expression, value: optional(schema(item)))])
    case .keyed(let item, let hasSource):
      return .object([
        "type": .string("object"), "properties": .object(hasSource ? texts : []),
        "additionalProperties": optional(schema(item)),
      ])
    case .either(let shapes):
      if isVariant, shapes.contains(where: { $0.isGroup }) {
        return Self.reference(named("activity"))
      }
      return Self.anyOf(shapes.map(schema))
    }
  }

  /// `source` and `notes`.
  private var texts: [JSONTree.Member] {
    ["source", "notes"].map { .init(key: $0, value: optional(Self.reference($0))) }
  }

  private func byPeriod(_ item: JSONTree) -> JSONTree {
    Self.object(
      texts, patterns: [.init(key: "^[0-9]{4}(Q[1-4])?$", value: optional(item))])
  }

  // MARK: Distributions

  private static let course = "per"

  /// The distributions of a figure: for one number, and, as a course, for one in each of several periods.
  private func distributions(of pattern: FigurePattern) -> [JSONTree.Member] {
    let kinds = [("distribution", false), ("course", true)]
    return kinds.map { kind, canRepeat in
      let key = named("\(pattern.rawValue)-\(kind)")
      if isVariant { return .init(key: key, value: anyDistribution(pattern, canRepeat)) }
      let rows = DistributionTable.rows.map { row in
        distribution(
          row.schema(canRepeat: canRepeat), row.name, row.parameters, pattern,
          quantiles: row.takesQuantiles)
      }
      let other = DistributionTable.namesFromData.map { name in
        distribution(
          UncertainReader.schema(ofData: name, canRepeat: canRepeat), name, [], pattern,
          quantiles: false)
      }
      return .init(key: key, value: .object(["anyOf": .array(rows + other)]))
    }
  }

  private func distribution(
    _ schema: MappingSchema, _ name: String, _ parameters: [DistributionRow.Parameter],
    _ pattern: FigurePattern, quantiles: Bool
  ) -> JSONTree {
    let properties = schema.names.filter { !quantiles || QuantileKey.probability($0) == nil }
      .map { key in
        let value =
          key == "distribution"
          ? Self.described(
            .object(["const": .string(name)]), DistributionCatalogue.summary(of: name))
          : parameter(key, parameters.first { $0.key == key }, of: name, pattern)
        return JSONTree.Member(key: key, value: value)
      }
    return Self.object(
      properties, patterns: quantiles ? [quantile(pattern)] : [],
      required: schema.keys.filter(\.isNeeded).map(\.name))
  }

  private func quantile(_ pattern: FigurePattern) -> JSONTree.Member {
    .init(
      key: "^p[0-9]+([.][0-9]+)?$",
      value: Self.described(
        optional(Self.reference(pattern.rawValue + "-figure")),
        DistributionCatalogue.meaning(of: "quantile", in: "quantiles")))
  }

  private func parameter(
    _ key: String, _ parameter: DistributionRow.Parameter?, of name: String,
    _ pattern: FigurePattern
  ) -> JSONTree {
    let meaning: Phrase? =
      switch key {
      case DistributionRow.bounds.lower: Self.meaningOfLower
      case DistributionRow.bounds.upper: Self.meaningOfUpper
      case Self.course: Self.meaningOfCourse
      default: DistributionCatalogue.meaning(of: key, in: name)
      }
    return Self.described(optional(value(key, parameter, pattern)), meaning)
  }

  private func value(
    _ key: String, _ parameter: DistributionRow.Parameter?, _ pattern: FigurePattern
  ) -> JSONTree {
    switch key {
    case "source", "notes": return Self.reference(key)
    case Self.course: return schema(.words(["year", "quarter"]))
    default: break
    }
    switch parameter?.kind {
    case nil, .figure: return schema(.figure(pattern))
    case .spread: return schema(.figure(pattern.distance))
    case .number: return schema(.figure(.number))
    case .figures: return schema(.figures(pattern, count: nil))
    case .weights:
      return schema(.either([.figures(.number, count: nil), .figures(.rate, count: nil)]))
    }
  }

  private static var meaningOfLower: Phrase { "What is below it is cut off." }
  private static var meaningOfUpper: Phrase { "What is above it is cut off." }
  private static var meaningOfCourse: Phrase {
    "A number for each year or quarter, alike and independent."
  }

  /// Some of the parameters of any distribution.
  private func anyDistribution(_ pattern: FigurePattern, _ canRepeat: Bool) -> JSONTree {
    var values: [(key: String, schemas: [JSONTree])] = [
      ("distribution", [schema(.words(DistributionTable.names))])
    ]
    for row in DistributionTable.rows {
      for key in row.schema(canRepeat: canRepeat).names where key != "distribution" {
        guard QuantileKey.probability(key) == nil else { continue }
        let value = value(key, row.parameters.first { $0.key == key }, pattern)
        if let known = values.firstIndex(where: { $0.key == key }) {
          if !values[known].schemas.contains(value) { values[known].schemas.append(value) }
        } else {
          values.append((key, [value]))
        }
      }
    }
    return Self.object(
      values.map { .init(key: $0.key, value: optional(Self.anyOf($0.schemas))) },
      patterns: [quantile(pattern)])
  }
}

extension JSONTree {
  /// The names of the definitions that it refers to.
  var references: [String] {
    switch self {
    case .string, .bool, .number: return []
    case .array(let items): return items.flatMap(\.references)
    case .object(let members):
      return members.flatMap { member in
        guard member.key == "$ref", case .string(let path) = member.value else {
          return member.value.references
        }
        return [String(path.dropFirst(SchemaDefinitions.place.count))]
      }
    }
  }
}

extension KeyShape {
  /// Whether it is a group of activities.
  fileprivate var isGroup: Bool { if case .mapping(.group) = self { true } else { false } }
}

extension FigurePattern {
  /// What an editor shows of it.
  var meaning: Phrase {
    switch self {
    case .rate: "A rate or a share, with %"
    case .points: "Percentage points, with pp"
    case .rateDistance: "A distance between rates, with % or pp"
    case .money: "Money: a number, a scale and the currency"
    case .persons: "A number of persons"
    case .count: "A number and what is counted"
    case .number: "A plain number"
    case .date: "A day: year, month and day"
    case .duration: "A time: days, months or years"
    case .any: "A number with its unit"
    }
  }
}
