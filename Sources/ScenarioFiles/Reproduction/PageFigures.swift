import Foundation

/// The numbers of a page's tables, with all their digits, by table, row and column.
struct PageFigures {
  struct Figure {
    let path: String
    /// As it is written.
    let value: String
    /// Of the cell.
    let offset: Int
  }

  /// In the order of the page.
  private(set) var figures: [Figure] = []
  /// By path; of two with one path, the second is called `PATH#2`.
  private(set) var values: [String: String] = [:]

  private var repetitions: [String: Int] = [:]
  private var table = ""
  private var columns: [String] = []
  private var row = ""
  private var cell = 0

  /// - Parameter page: as `growth report` writes it, or as somebody changed it.
  init(_ page: Data) {
    let bytes = [UInt8](page)
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      read(bytes[start..<end])
      place = min(end + 1, bytes.endIndex)
    }
  }

  /// Follows one tag: it begins with `<`, and its `>` is left out.
  private mutating func read(_ tag: ArraySlice<UInt8>) {
    let name = String(decoding: tag.dropFirst().prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    switch name {
    case "table": (table, columns) = (attribute("id", of: tag) ?? "", [])
    case "tr": (row, cell) = (attribute("data-key", of: tag) ?? "", -1)
    case "th":
      if attribute("scope", of: tag) == "col" {
        columns.append(attribute("data-key", of: tag) ?? "")
      } else {
        cell += 1
      }
    case "td": cell += 1
    case "data":
      guard let value = attribute("value", of: tag) else { return }
      let column = columns.indices.contains(cell) ? columns[cell] : ""
      let path = [table.replacing("table-", with: ""), row, column].joined(separator: "/")
      add(path, value, tag.startIndex)
    default: break
    }
  }

  private mutating func add(_ path: String, _ value: String, _ offset: Int) {
    let number = (repetitions[path] ?? 0) + 1
    repetitions[path] = number
    let name = number == 1 ? path : "\(path)#\(number)"
    values[name] = value
    figures.append(Figure(path: name, value: value, offset: offset))
  }

  private func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    let opening = Array(" \(name)=".utf8) + [quote]
    var place = tag.startIndex
    while let start = tag[place...].firstIndex(of: UInt8(ascii: " ")) {
      if tag[start...].starts(with: opening) {
        return String(
          decoding: tag[(start + opening.count)...].prefix { $0 != quote }, as: UTF8.self)
      }
      place = start + 1
    }
    return nil
  }
}
