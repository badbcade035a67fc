import TestSupport
import Testing

@testable import Reporting

@Suite("JSON schemas of answers")
struct JSONSchemaTests {
  private static let schema = """
    {"type": "object", "required": ["id", "p"], "additionalProperties": false, "properties": {
      "id": {"type": "string", "pattern": "^[a-z]+$"}, "p": {"$ref": "#/$defs/fraction"},
      "n": {"type": "integer", "minimum": 1}, "kind": {"enum": ["a", "b"]}, "format": {"const": "x/1"},
      "ends": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
      "by": {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
      "maybe": {"anyOf": [{"type": "object", "required": ["x"]}, {"type": "null"}]},
      "is": {"type": "boolean"}},
      "$defs": {"fraction": {"type": "number", "minimum": 0, "maximum": 1}}}
    """

  @Test(
    "The validator passes what fits",
    arguments: [
      #"{"id": "a", "p": 0}"#, #"{"id": "abc", "p": 1, "n": 1, "kind": "b", "format": "x/1"}"#,
      #"{"id": "a", "p": 0.5, "ends": [1, 2.5], "by": {"q": 1, "r": null}, "maybe": null}"#,
      #"{"id": "a", "p": 0.5, "maybe": {"x": 1}, "is": true}"#,
    ])
  func fits(_ json: String) throws {
    #expect(try JSONSchema(Self.schema).problems(in: JSONValue(json)) == [])
  }

  @Test(
    "The validator finds what does not fit, at its place",
    arguments: [
      (#"[]"#, ""), (#"{"p": 0}"#, ""), (#"{"id": "a", "p": 0, "more": 1}"#, "/more"),
      (#"{"id": "A", "p": 0}"#, "/id"), (#"{"id": 1, "p": 0}"#, "/id"),
      (#"{"id": "a", "p": 1.5}"#, "/p"), (#"{"id": "a", "p": -0.1}"#, "/p"),
      (#"{"id": "a", "p": null}"#, "/p"), (#"{"id": "a", "p": 0, "n": 0}"#, "/n"),
      (#"{"id": "a", "p": 0, "n": 1.5}"#, "/n"), (#"{"id": "a", "p": 0, "kind": "c"}"#, "/kind"),
      (#"{"id": "a", "p": 0, "format": "x/2"}"#, "/format"),
      (#"{"id": "a", "p": 0, "ends": [1]}"#, "/ends"),
      (#"{"id": "a", "p": 0, "ends": [1, 2, 3]}"#, "/ends"),
      (#"{"id": "a", "p": 0, "ends": [1, "2"]}"#, "/ends/1"),
      (#"{"id": "a", "p": 0, "by": {"q": "1"}}"#, "/by/q"),
      (#"{"id": "a", "p": 0, "maybe": {}}"#, "/maybe"),
      (#"{"id": "a", "p": 0, "is": 1}"#, "/is"),
    ])
  func doesNotFit(_ json: String, _ place: String) throws {
    let found = try JSONSchema(Self.schema).problems(in: JSONValue(json))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix((place.isEmpty ? "/" : place) + ":") == true, "\(found)")
  }

  @Test("A rule that the validator does not know is not passed over")
  func unknownKeyword() throws {
    let found = try JSONSchema(#"{"uniqueItems": true}"#).problems(in: JSONValue("[]"))
    #expect(found.count == 1)
    let reference = try JSONSchema(##"{"$ref": "#/$defs/none"}"##).problems(in: JSONValue("[]"))
    #expect(reference.count == 1)
  }

  @Test(
    "Each format's schema names the format, and refuses another's", arguments: OutputSchema.allCases
  )
  func formats(_ schema: OutputSchema) throws {
    let text = try schema.json()
    let parsed = try JSONValue(text)
    #expect(parsed["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(parsed["properties"]?["format"]?["const"]?.string == schema.format)
    let found = try JSONSchema(text).problems(in: JSONValue(#"{"format": "growth.other/1"}"#))
    #expect(found.contains { $0.hasPrefix("/format:") })
    #expect(found.contains { $0.contains("lacks") })
    #expect(!found.contains { $0.contains("not known") })
  }
}
