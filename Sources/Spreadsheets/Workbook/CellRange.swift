/// Cells of a sheet, from a corner to the opposite one; rows and columns count from zero.
public struct CellRange: Sendable, Equatable {
  /// The name of the sheet.
  public let sheet: String
  /// The first and the last row.
  public let rows: ClosedRange<Int>
  /// The first and the last column.
  public let columns: ClosedRange<Int>

  /// - Parameters:
  ///   - sheet: the name of the sheet.
  ///   - rows: from zero.
  ///   - columns: from zero.
  public init(sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// As formulas write it: `='Growth by period'!$B$5:$B$9`.
  var formula: String {
    "='\(sheet)'!" + Self.cell(rows.lowerBound, columns.lowerBound) + ":"
      + Self.cell(rows.upperBound, columns.upperBound)
  }

  private static func cell(_ row: Int, _ column: Int) -> String {
    "$\(letters(column))$\(row + 1)"
  }

  /// `A` for 0, `Z` for 25, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters.insert(
        Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))), at: letters.startIndex)
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
