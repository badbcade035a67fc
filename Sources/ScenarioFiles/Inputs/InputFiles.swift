import Foundation

/// The files that an answer rests on, each with its bytes and under the path by which it was asked for.
///
/// With `FileSource.given`, whatever was read from the disk can be read from here again: years later, on another
/// machine, without the files. What is not here is not there.
public struct InputFiles: Sendable {
  /// A path, and what is found under it.
  public struct File: Sendable, Equatable {
    /// As a command line or a file names it.
    public let path: String
    /// What is there.
    public let content: Content

    /// - Parameters:
    ///   - path: as a command line or a file names it.
    ///   - content: what is there.
    public init(path: String, content: Content) {
      self.path = path
      self.content = content
    }
  }

  /// What is found under a path.
  public enum Content: Sendable, Equatable {
    /// A file, whole.
    case bytes([UInt8])
    /// The file of another path, by way of links.
    case link(to: String)
    /// No file, but a folder.
    case folder
    /// Something that may not be read.
    case unreadable
    /// Larger than was to be read.
    case tooLarge
  }

  /// Why files cannot be these.
  public enum Mistake: Error, Equatable {
    /// A path stands there twice.
    case repeated(path: String)
    /// A link leads to no file with bytes.
    case brokenLink(path: String)

    /// Of the file that cannot be there.
    var path: String {
      switch self {
      case .repeated(let path), .brokenLink(let path): path
      }
    }
  }

  /// In the order of their paths.
  public let files: [File]
  private let contents: [String: Content]

  /// No files.
  public init() {
    files = []
    contents = [:]
  }

  /// - Throws: `Mistake` where a path stands there twice, or a link leads nowhere.
  public init(_ files: some Sequence<File>) throws(Mistake) {
    var contents: [String: Content] = [:]
    for file in files {
      guard contents.updateValue(file.content, forKey: file.path) == nil else {
        throw .repeated(path: file.path)
      }
    }
    for (path, content) in contents {
      guard case .link(let target) = content else { continue }
      guard case .bytes? = contents[target] else { throw .brokenLink(path: path) }
    }
    self.init(contents)
  }

  /// - Parameter contents: by path; links lead to bytes.
  init(_ contents: [String: Content]) {
    self.contents = contents
    files = contents.keys.sorted().map { path in
      File(path: path, content: contents[path] ?? .unreadable)
    }
  }

  /// What is found under a path, through links; nil where there is nothing.
  public subscript(_ path: String) -> Content? {
    guard case .link(let target)? = contents[path] else { return contents[path] }
    return contents[target]
  }

  /// Whether there is something under exactly this path.
  func holds(_ path: String) -> Bool { contents[path] != nil }

  /// The same text for all paths of one file.
  func identity(_ path: String) -> String {
    let plain = contents[path] == nil ? FilePath.plain(path) : path
    guard case .link(let target)? = contents[plain] else { return plain }
    return target
  }
}

extension InputFiles: Equatable {
  public static func == (one: InputFiles, other: InputFiles) -> Bool { one.files == other.files }
}

extension InputFiles: Codable {
  /// Reads what `encode(to:)` writes.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var files: [File] = []
    while !list.isAtEnd { files.append(try list.decode(File.self)) }
    do throws(Mistake) {
      try self.init(files)
    } catch {
      let place = files.lastIndex { $0.path == error.path } ?? 0
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath + [Place(intValue: place)], debugDescription: "\(error)"))
    }
  }

  /// Of a file in the list.
  private struct Place: CodingKey {
    let intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }

    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }

  /// As text where the bytes are text, in base 64 where they are not; files with the same bytes once.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for file in files { try list.encode(file) }
  }
}

/// An object of a path and either `text`, for bytes that are UTF-8, or `base64`, for others, or `sameAs`, the path
/// that a link leads to, or `problem`, why there are no bytes.
extension InputFiles.File: Codable {
  private enum Key: String, CodingKey {
    case path, text, base64, sameAs, problem
  }

  /// Words for what has no bytes.
  private enum Problem: String, Codable {
    case folder, unreadable
    case tooLarge = "too large"
  }

  /// Reads what `encode(to:)` writes.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    path = try object.decode(String.self, forKey: .path)
    let kinds = object.allKeys.filter { $0 != .path }
    guard kinds.count == 1, let kind = kinds.first else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: object.codingPath,
          debugDescription: "one of text, base64, sameAs and problem stands beside the path"))
    }
    switch kind {
    case .base64: content = .bytes(Array(try object.decode(Data.self, forKey: .base64)))
    case .sameAs: content = .link(to: try object.decode(String.self, forKey: .sameAs))
    case .problem:
      switch try object.decode(Problem.self, forKey: .problem) {
      case .folder: content = .folder
      case .unreadable: content = .unreadable
      case .tooLarge: content = .tooLarge
      }
    case .text, .path:
      content = .bytes(Array(try object.decode(String.self, forKey: .text).utf8))
    }
  }

  /// As text where the bytes are text, in base 64 where they are not; files with the same bytes once.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(path, forKey: .path)
    switch content {
    case .bytes(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) {
        try object.encode(text, forKey: .text)
      } else {
        try object.encode(Data(bytes).base64EncodedString(), forKey: .base64)
      }
    case .link(let target): try object.encode(target, forKey: .sameAs)
    case .folder: try object.encode(Problem.folder, forKey: .problem)
    case .unreadable: try object.encode(Problem.unreadable, forKey: .problem)
    case .tooLarge: try object.encode(Problem.tooLarge, forKey: .problem)
    }
  }
}
