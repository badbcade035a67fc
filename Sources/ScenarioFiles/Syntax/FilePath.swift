import Foundation

/// Paths of files that name other files.
enum FilePath {
  /// A path relative to the folder of the file that names it; without `folder/..` where that leads to
  /// the same place.
  static func resolve(_ file: String, beside namer: String) -> String {
    guard !file.hasPrefix("/") else { return file }
    let folder = (namer as NSString).deletingLastPathComponent
    let path = folder.isEmpty ? file : (folder as NSString).appendingPathComponent(file)
    let plain = withoutDetours(path)
    return FileSource.current.leads(plain, whereDoes: path) ? plain : path
  }

  /// The same text for all paths of one file, through links and from any folder.
  static func identity(_ path: String) -> String { FileSource.current.identity(path) }

  /// The path as its letters say it, without `folder/..`, `./` and double strokes: what it leads to where there
  /// are no links.
  static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return withoutDetours((path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/"))
  }

  private static func withoutDetours(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
