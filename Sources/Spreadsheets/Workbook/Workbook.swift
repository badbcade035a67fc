import CXLSXWriter
import Foundation

/// A spreadsheet being written, by libxlsxwriter.
///
/// Equal calls make equal bytes: nothing of the clock or of the place enters the file.
public final class Workbook {
  /// What the file says of itself.
  public struct Properties: Sendable {
    /// Shown by spreadsheet programs among the properties of the file.
    public var title: String
    /// What the file is about.
    public var subject: String
    /// Remarks, such as how it was made.
    public var comments: String
    /// Seconds since 1970; the time of the writing has no place in a file that is the same each time.
    public var created: Int

    /// - Parameters:
    ///   - title: of the whole.
    ///   - subject: in a few words.
    ///   - comments: more of it.
    ///   - created: seconds since 1970, above zero.
    public init(title: String, subject: String = "", comments: String = "", created: Int) {
      self.title = title
      self.subject = subject
      self.comments = comments
      self.created = max(created, 1)
    }
  }

  private let path: String
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var names = SheetNames()

  /// - Parameter properties: what the file says of itself.
  /// - Throws: `SpreadsheetError` where there is no memory, or no place for a temporary file.
  public init(_ properties: Properties) throws(SpreadsheetError) {
    let folder = FileManager.default.temporaryDirectory.path
    path = try Self.temporaryFile(in: folder)
    let opened = folder.withCString { folder in
      var options = lxw_workbook_options()
      // The library only reads it.
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw .outOfMemory }
    handle = opened
    try setProperties(properties, opened)
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
    unlink(path)
  }

  var pointer: UnsafeMutablePointer<lxw_workbook> {
    guard let handle else { preconditionFailure("the spreadsheet is finished") }
    return handle
  }

  /// Adds an empty sheet behind the others.
  ///
  /// - Parameter title: what people call it; its name is what spreadsheets allow of that.
  public func addSheet(_ title: String) throws(SpreadsheetError) -> Sheet {
    let name = names.name(for: title)
    let error = workbook_validate_sheet_name(pointer, name)
    guard error == LXW_NO_ERROR else {
      throw .sheetName(name, reason: SpreadsheetError.reason(error))
    }
    guard let sheet = workbook_add_worksheet(pointer, name) else { throw .outOfMemory }
    return Sheet(workbook: self, pointer: sheet, name: name)
  }

  /// A chart that is yet to be put on a sheet.
  ///
  /// - Parameter kind: what its series are drawn as.
  public func addChart(_ kind: Chart.Kind) throws(SpreadsheetError) -> Chart {
    guard let chart = workbook_add_chart(pointer, kind.code) else { throw .outOfMemory }
    return Chart(workbook: self, pointer: chart, kind: kind)
  }

  /// Gives a range of cells a name that formulas can use.
  ///
  /// - Parameters:
  ///   - name: letters, digits, dots and underscores.
  ///   - range: of cells.
  public func define(_ name: String, as range: CellRange) throws(SpreadsheetError) {
    let error = workbook_define_name(pointer, name, range.formula)
    guard error == LXW_NO_ERROR else {
      throw .refused(reason: "the name \(name): " + SpreadsheetError.reason(error))
    }
  }

  /// The bytes of the file. Nothing can be added after that.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    let open = pointer
    handle = nil
    // Frees all, whether it succeeds or not.
    let error = workbook_close(open)
    guard error == LXW_NO_ERROR else {
      throw .file(path: path, reason: SpreadsheetError.reason(error))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .file(path: path, reason: "it cannot be read back")
    }
    return [UInt8](data)
  }

  func format(_ style: CellStyle) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format>? {
    if style == CellStyle() { return nil }
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(pointer) else { throw .outOfMemory }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  private func setProperties(
    _ properties: Properties, _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(SpreadsheetError) {
    let error = CellText.string(properties.title).withCString { title in
      CellText.string(properties.subject).withCString { subject in
        CellText.string(properties.comments).withCString { comments in
          var all = lxw_doc_properties()
          all.title = UnsafeMutablePointer(mutating: title)
          all.subject = UnsafeMutablePointer(mutating: subject)
          all.comments = UnsafeMutablePointer(mutating: comments)
          all.created = properties.created
          return workbook_set_properties(workbook, &all)
        }
      }
    }
    guard error == LXW_NO_ERROR else { throw .refused(reason: SpreadsheetError.reason(error)) }
  }

  /// An empty file that nobody else has.
  private static func temporaryFile(in folder: String) throws(SpreadsheetError) -> String {
    var template = Array((folder + "/growth-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
    close(descriptor)
    return path
  }
}
