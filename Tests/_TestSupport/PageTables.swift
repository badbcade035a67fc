import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The tables of a page, read as a program reads them: each is a piece of well-formed XML.
public struct PageTables {
  public struct Cell: Equatable {
    /// What people read.
    public var text = ""
    /// The `value` of a `data` element.
    public var value: Double?
  }

  public struct Table {
    public var keys: [String] = []
    public var rows: [(key: String, isTotal: Bool, cells: [Cell])] = []

    public func cell(_ row: String, _ column: String) -> Cell? {
      guard let place = keys.firstIndex(of: column),
        let found = rows.first(where: { $0.key == row })
      else { return nil }
      return found.cells.indices.contains(place) ? found.cells[place] : nil
    }

    /// What people read in a column.
    public func texts(_ column: String) -> [String] {
      guard let place = keys.firstIndex(of: column) else { return [] }
      return rows.map { $0.cells[place].text }
    }
  }

  public private(set) var tables: [String: Table] = [:]

  /// - Throws: where a table is no well-formed XML.
  public init(html: String) throws {
    var rest = html[...]
    while let start = rest.range(of: "<table"), let end = rest.range(of: "</table>") {
      let reader = Reader()
      try reader.read(String(rest[start.lowerBound..<end.upperBound]))
      tables[reader.id] = reader.table
      rest = rest[end.upperBound...]
    }
  }

  public subscript(_ id: String) -> Table? { tables["table-" + id] }

  private final class Reader: NSObject, XMLParserDelegate {
    var id = ""
    var table = Table()
    private var cell: Cell?
    private var isHead = false

    func read(_ text: String) throws {
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      switch name {
      case "table": id = attributes["id"] ?? ""
      case "thead": isHead = true
      case "tbody": isHead = false
      case "tr" where !isHead:
        table.rows.append((attributes["data-key"] ?? "", attributes["class"] == "total", []))
      case "th" where isHead: table.keys.append(attributes["data-key"] ?? "")
      case "th", "td": cell = Cell()
      case "data": cell?.value = attributes["value"].flatMap(Double.init)
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { cell?.text += text }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard !isHead, name == "th" || name == "td", let cell else { return }
      table.rows[table.rows.count - 1].cells.append(cell)
      self.cell = nil
    }
  }
}

/// The elements of a piece of XML, in their order.
public struct XMLElements {
  public private(set) var all: [(name: String, attributes: [String: String])] = []

  /// - Throws: where it is not well-formed.
  public init(_ text: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    all = reader.all
  }

  /// The attributes of elements of this name.
  public func named(_ name: String) -> [[String: String]] {
    all.filter { $0.name == name }.map(\.attributes)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var all: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      all.append((name, attributes))
    }
  }
}
