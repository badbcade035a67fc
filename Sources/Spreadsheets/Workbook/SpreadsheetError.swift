import CXLSXWriter

/// Why a spreadsheet could not be made.
public enum SpreadsheetError: Error, Equatable {
  /// The library has no memory left.
  case outOfMemory
  /// A sheet of this name is there already, or spreadsheets know no such name.
  case sheetName(String, reason: String)
  /// A cell's place is beyond what a sheet has, or its text too long; what the library says of it.
  case cell(row: Int, column: Int, reason: String)
  /// A number that is none.
  case notFinite(row: Int, column: Int)
  /// The temporary file; what the system or the library says of it.
  case file(path: String, reason: String)
  /// Anything else that the library refuses.
  case refused(reason: String)

  /// What the library says of an error.
  static func reason(_ error: lxw_error) -> String { String(cString: lxw_strerror(error)) }
}

extension SpreadsheetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outOfMemory: "no memory left for the spreadsheet"
    case .sheetName(let name, let reason): "a sheet cannot be called '\(name)': \(reason)"
    case .cell(let row, let column, let reason): "row \(row + 1), column \(column + 1): \(reason)"
    case .notFinite(let row, let column):
      "row \(row + 1), column \(column + 1): a cell holds finite numbers only"
    case .file(let path, let reason): "cannot write '\(path)': \(reason)"
    case .refused(let reason): reason
    }
  }
}
