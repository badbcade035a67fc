import Foundation

/// An answer held against the same one made again.
public struct AnswerComparison: Sendable {
  /// Something that is not the same in both.
  public struct Change: Sendable, Equatable {
    /// Where it stands: keys and places in JSON; in a page table, row and column, or nothing but a line.
    public let path: String
    /// Of the file; nil for what is not in it.
    public let line: Int?
    /// As it is written in the file; nil for what is not there.
    public let old: String?
    /// As it is in the answer made again; nil for what is not there.
    public let new: String?
    /// The difference of two numbers over the larger of them, between 0 and 2; nil where these are not two numbers.
    public let relative: Double?
  }

  /// Numbers that were compared.
  public let figures: Int
  /// How many of them are others.
  public let changedFigures: Int
  /// Texts, parts and lines that are others.
  public let otherChanges: Int
  /// The largest relative difference of two numbers.
  public let largest: Double
  /// What is not the same: numbers first, the furthest apart before the others; as many as were asked for.
  public let changes: [Change]

  /// Whether nothing is another.
  public var isSame: Bool { changedFigures == 0 && otherChanges == 0 }

  /// - Parameters:
  ///   - file: the answer.
  ///   - again: the answer made again.
  ///   - most: changes to tell of.
  public init(_ file: AnswerFile, _ again: AnswerFile, most: Int) {
    var differences = AnswerDifferences()
    switch (file.content, again.content) {
    case (.json(let old), .json(let new)): differences.compare(rows: old, new)
    case (.page(let old), .page(let new)): differences.compare(pages: old, new, file.block)
    case (.json, .page), (.page, .json): differences.add(path: "", nil, nil, offset: 0)
    }
    let ordered = differences.numbers.sorted { $0.relative > $1.relative }.map(\.change)
    figures = differences.figures
    changedFigures = differences.numbers.count
    otherChanges = differences.others.count
    largest = differences.numbers.map(\.relative).max() ?? 0
    changes = (ordered + differences.others).prefix(most).map { found in
      Change(
        path: found.path,
        line: found.offset.map { TextPosition(of: $0, in: file.bytes).line },
        old: found.old, new: found.new, relative: found.relative)
    }
  }
}

/// What is not the same in two answers, as it is found.
struct AnswerDifferences {
  struct Found {
    let path: String
    let old: String?
    let new: String?
    let relative: Double?
    /// Of the file.
    let offset: Int?
  }

  private(set) var figures = 0
  private(set) var numbers: [(relative: Double, change: Found)] = []
  private(set) var others: [Found] = []

  /// The most characters of a text that are told.
  private static let longestText = 60

  mutating func add(path: String, _ old: String?, _ new: String?, offset: Int?) {
    func clipped(_ text: String) -> String {
      text.count > Self.longestText ? text.prefix(Self.longestText - 3) + "..." : text
    }
    others.append(
      Found(
        path: path, old: old.map(clipped), new: new.map(clipped), relative: nil, offset: offset))
  }

  /// Two numbers, as they are written.
  mutating func compare(number old: String, _ new: String, path: String, offset: Int) {
    figures += 1
    guard JSONNode.canonical(old) != JSONNode.canonical(new) else { return }
    let relative = Self.relative(Double(old) ?? .infinity, Double(new) ?? .infinity)
    numbers.append(
      (relative, Found(path: path, old: old, new: new, relative: relative, offset: offset)))
  }

  /// The difference of two numbers over the larger of them; of numbers that are too large for it, 2.
  static func relative(_ old: Double, _ new: Double) -> Double {
    let scale = max(old.magnitude, new.magnitude)
    guard scale.isFinite, scale > 0 else { return 2 }
    // Scaled before it is taken, for the difference may be too large itself.
    return (old / scale - new / scale).magnitude
  }

  // MARK: JSON

  mutating func compare(rows old: [JSONNode], _ new: [JSONNode]) {
    guard old.count != 1 || new.count != 1 else { return compare(old[0], new[0], path: "") }
    compare(items: old, new, path: "rows")
  }

  private mutating func compare(items old: [JSONNode], _ new: [JSONNode], path: String) {
    for place in 0..<max(old.count, new.count) {
      compare(
        place < old.count ? old[place] : nil, place < new.count ? new[place] : nil,
        path: "\(path)[\(place)]")
    }
  }

  private mutating func compare(_ old: JSONNode?, _ new: JSONNode?, path: String) {
    guard let old, let new else {
      return add(path: path, old?.canonicalText, new?.canonicalText, offset: old?.range.lowerBound)
    }
    switch (old.value, new.value) {
    case (.number(let one), .number(let other)):
      compare(number: one, other, path: path, offset: old.range.lowerBound)
    case (.list(let ones), .list(let others)): compare(items: ones, others, path: path)
    case (.object(let ones), .object(let others)):
      let start = path.isEmpty ? "" : path + "."
      let known = Set(ones.map(\.key))
      let values = Dictionary(
        others.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      for member in ones { compare(member.value, values[member.key], path: start + member.key) }
      for member in others where !known.contains(member.key) {
        compare(nil, member.value, path: start + member.key)
      }
    default:
      let (one, other) = (old.canonicalText, new.canonicalText)
      // Letters that look the same are others if their bytes are.
      if !one.utf8.elementsEqual(other.utf8) {
        add(path: path, one, other, offset: old.range.lowerBound)
      }
    }
  }

  // MARK: Pages

  /// - Parameter block: of the file: bytes that are not in the old page.
  mutating func compare(pages old: Data, _ new: Data, _ block: Range<Int>) {
    func offset(_ place: Int) -> Int { place < block.lowerBound ? place : place + block.count }
    let (ones, others) = (PageFigures(old), PageFigures(new))
    for figure in ones.figures {
      if let other = others.values[figure.path] {
        compare(number: figure.value, other, path: figure.path, offset: offset(figure.offset))
      } else {
        add(path: figure.path, figure.value, nil, offset: offset(figure.offset))
      }
    }
    for figure in others.figures where ones.values[figure.path] == nil {
      add(path: figure.path, nil, figure.value, offset: nil)
    }
    // Pictures and sentences follow the figures; only where these agree do they tell something new.
    guard numbers.isEmpty, others.figures.count == ones.figures.count, self.others.isEmpty else {
      return
    }
    let newline = UInt8(ascii: "\n")
    let oldLines = old.split(separator: newline, omittingEmptySubsequences: false)
    let newLines = new.split(separator: newline, omittingEmptySubsequences: false)
    for place in 0..<max(oldLines.count, newLines.count) {
      let one = place < oldLines.count ? oldLines[place] : nil
      let other = place < newLines.count ? newLines[place] : nil
      guard one != other else { continue }
      add(
        path: "", one.map { Self.words($0, unlike: other) },
        other.map { Self.words($0, unlike: one) }, offset: one.map { offset($0.startIndex) })
    }
  }

  /// A line from a little before it goes another way.
  private static func words(_ line: Data, unlike other: Data?) -> String {
    let same = zip(line, other ?? Data()).prefix { $0 == $1 }.count
    let before = 20
    return String(decoding: line.dropFirst(max(same - before, 0)).prefix(200), as: UTF8.self)
  }
}
