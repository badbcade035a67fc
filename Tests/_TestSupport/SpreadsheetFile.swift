import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A spreadsheet read back: its sheets, cells and number formats, as ECMA-376 writes them.
public struct SpreadsheetFile {
  public enum Value: Equatable, Sendable {
    case number(Double)
    case text(String)
    /// Written as a formula.
    case formula(String)
  }

  public struct Cell: Equatable, Sendable {
    public let value: Value
    /// `General` where it has none of its own.
    public let numberFormat: String
  }

  public struct Sheet {
    public let name: String
    /// By row and column, both from one, as people count them.
    public let cells: [[Int]: Cell]
    /// The file as it is.
    public let xml: String

    /// What is in a cell.
    public subscript(_ row: Int, _ column: Int) -> Value? { cells[[row, column]]?.value }

    /// The text of a cell.
    public func text(_ row: Int, _ column: Int) -> String? {
      if case .text(let text) = self[row, column] { text } else { nil }
    }

    /// The number of a cell.
    public func number(_ row: Int, _ column: Int) -> Double? {
      if case .number(let number) = self[row, column] { number } else { nil }
    }
  }

  public let sheets: [Sheet]
  /// Ranges by the names that the file gives them.
  public let names: [String: String]
  /// Every part of the file as text, by its path.
  public let parts: [String: String]

  /// - Parameter bytes: of the whole file.
  public init(_ bytes: [UInt8]) throws {
    parts = try ZipArchive(bytes).entries.mapValues { String(decoding: $0, as: UTF8.self) }
    let parts = parts
    func part(_ path: String) throws -> XMLNode {
      guard let text = parts[path] else { throw ZipArchive.Damaged(reason: "no \(path)") }
      return try XMLNode(text)
    }
    let book = try part("xl/workbook.xml")
    let targets = Dictionary(
      uniqueKeysWithValues: try part("xl/_rels/workbook.xml.rels").all("Relationship").map {
        ($0.attributes["Id"] ?? "", $0.attributes["Target"] ?? "")
      })
    let strings =
      parts["xl/sharedStrings.xml"] == nil
      ? []
      : try part("xl/sharedStrings.xml").all("si").map { item in
        Self.unescaped(item.all("t").map(\.text).joined())
      }
    let formats = try Self.numberFormats(part("xl/styles.xml"))
    names = Dictionary(
      book.all("definedName").map { ($0.attributes["name"] ?? "", $0.text) },
      uniquingKeysWith: { first, _ in first })
    sheets = try book.all("sheet").map { entry in
      let path = "xl/" + (targets[entry.attributes["r:id"] ?? ""] ?? "")
      var cells: [[Int]: Cell] = [:]
      for cell in try part(path).all("c") {
        guard let place = Self.place(cell.attributes["r"] ?? "") else {
          throw ZipArchive.Damaged(reason: "a cell without a place")
        }
        let format = cell.attributes["s"].flatMap(Int.init).map { formats[$0] } ?? "General"
        let value: Value
        if let formula = cell.all("f").first {
          value = .formula(formula.text)
        } else if let text = cell.all("v").first?.text {
          if cell.attributes["t"] == "s" {
            guard let index = Int(text) else { throw ZipArchive.Damaged(reason: "no such text") }
            value = .text(strings[index])
          } else if let number = Double(text) {
            value = .number(number)
          } else {
            throw ZipArchive.Damaged(reason: "no number: \(text)")
          }
        } else {
          continue
        }
        cells[place] = Cell(value: value, numberFormat: format)
      }
      return Sheet(name: entry.attributes["name"] ?? "", cells: cells, xml: parts[path] ?? "")
    }
  }

  /// The sheet of this name.
  public func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  /// The sheet and the cells that a name stands for: rows and columns from one.
  public func range(_ name: String) -> (sheet: Sheet, rows: ClosedRange<Int>, column: Int)? {
    guard let formula = names[name], let mark = formula.lastIndex(of: "!") else { return nil }
    let quoted = formula[..<mark]
    let title = quoted.hasPrefix("'") ? String(quoted.dropFirst().dropLast()) : String(quoted)
    let ends = formula[formula.index(after: mark)...].split(separator: ":")
      .compactMap { Self.place($0.filter { $0 != "$" }) }
    guard let sheet = sheet(title), let first = ends.first, let last = ends.last else { return nil }
    return (sheet, first[0]...last[0], first[1])
  }

  /// Row and column, from one, of a place such as `B12`.
  private static func place(_ text: String) -> [Int]? {
    let letters = text.prefix { $0.isLetter }
    guard let row = Int(text.dropFirst(letters.count)), !letters.isEmpty else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    return [row, column]
  }

  /// The number format of each style.
  private static func numberFormats(_ styles: XMLNode) -> [String] {
    // Part 1, 18.8.30 of ECMA-376 gives these numbers.
    var codes = [
      "0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%",
      "10": "0.00%",
    ]
    for format in styles.all("numFmt") {
      codes[format.attributes["numFmtId"] ?? ""] = format.attributes["formatCode"]
    }
    return styles.all("cellXfs").first?.all("xf").map {
      codes[$0.attributes["numFmtId"] ?? ""] ?? "unknown"
    } ?? []
  }

  /// Characters that are written `_xHHHH_`.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "_") {
      result += rest[..<mark]
      rest = rest[mark...]
      let piece = rest.prefix(7)
      if piece.count == 7, piece.hasPrefix("_x"), piece.hasSuffix("_"),
        let code = UInt32(piece.dropFirst(2).dropLast(), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result += "_"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}

/// A part of an XML file.
final class XMLNode {
  let name: String
  let attributes: [String: String]
  private(set) var text = ""
  private(set) var children: [XMLNode] = []

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  convenience init(_ text: String) throws {
    let reader = XMLTreeReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw ZipArchive.Damaged(reason: "XML that is none") }
    self.init(name: "", attributes: [:])
    children = reader.root.children
  }

  /// All of this name in it, at any depth, in their order.
  func all(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  fileprivate func add(_ child: XMLNode) { children.append(child) }
  fileprivate func add(_ more: String) { text += more }
}

private final class XMLTreeReader: NSObject, XMLParserDelegate {
  let root = XMLNode(name: "", attributes: [:])
  private var open: [XMLNode] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let node = XMLNode(name: name, attributes: attributes)
    (open.last ?? root).add(node)
    open.append(node)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.add(string) }
}
