import Languages

/// The JSON Schema (draft 2020-12) of scenario files, by which editors complete and check them.
///
/// It is made of the tables of keys by which the readers check a file, once for whole scenarios and once for
/// variants, which leave out what they take from the scenario they extend.
public enum ScenarioSchema {
  /// The schema as JSON text, its descriptions in the language of the moment.
  public static func json() -> String { tree().text() + "\n" }

  static let draft = "https://json-schema.org/draft/2020-12/schema"

  static func tree() -> JSONTree {
    var whole = SchemaDefinitions(isVariant: false)
    var variant = SchemaDefinitions(isVariant: true)
    whole.add()
    variant.add()
    let main = [variant.name(of: .scenario), whole.name(of: .scenario)]
    let all = SchemaDefinitions.figures() + whole.members + variant.members
    return .object([
      "$schema": .string(draft),
      "title": .string(localized("A scenario of growth")),
      "description": .string(
        localized(
          "An economy in a base year, what is uncertain about the years after, and the targets.")),
      "if": .object(["required": .array([.string("extends")])]),
      "then": SchemaDefinitions.reference(main[0]), "else": SchemaDefinitions.reference(main[1]),
      "$defs": .object(used(main, of: all)),
    ])
  }

  /// The definitions that some lead to.
  private static func used(_ names: [String], of all: [JSONTree.Member]) -> [JSONTree.Member] {
    let known = Dictionary(all.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var used = Set(names)
    var open = names
    while let name = open.popLast() {
      for next in known[name]?.references ?? [] where used.insert(next).inserted {
        open.append(next)
      }
    }
    return all.filter { used.contains($0.key) }
  }

  /// The keys, as `mapping.key`, of which the schema does not say what stands behind them or what they mean.
  static var undescribed: [String] {
    MappingTable.allCases.flatMap { table in
      table.schema.names.filter { table.shape(of: $0) == nil || table.meaning(of: $0) == nil }
        .map { "\(table.rawValue).\($0)" }
    }
  }
}
