@testable import ScenarioFiles

/// `--vary PATH=VALUES`: every value of a range is a figure.
enum VaryTarget {
  private static let most = 1000

  @Sendable static func check(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let varied: [VariedPath]
    do throws(VariantMistake) {
      var items: [VariedPath] = []
      for line in text.split(separator: "\n") {
        items.append(try VariedPath(argument: String(line)))
      }
      varied = items
    } catch {
      try promise(!error.message.isEmpty, "a mistake says nothing")
      return
    }
    for kind in [VariantDesign.Kind.grid, .together] {
      guard sizes(varied).allSatisfy({ $0 <= most }) else { break }
      guard let design = try? VariantDesign.combining(varied, kind) else { continue }
      try check(design, varied)
    }
    guard let design = try? VariantDesign.latinHypercube(varied, points: 50, seed: 1) else {
      return
    }
    try check(design, varied)
  }

  private static func sizes(_ varied: [VariedPath]) -> [Int] {
    varied.map { item in
      switch item.values {
      case .list(let list): list.count
      case .range(_, let count): count ?? 0
      }
    }
  }

  private static func check(_ design: VariantDesign, _ varied: [VariedPath]) throws {
    try promise(design.count >= 0, "\(design.count) variants")
    for variant in [0, design.count / 2, design.count - 1] where variant >= 0 && design.count > 0 {
      try promise(
        design.values(variant).count == varied.count, "a variant lacks a value")
    }
    for (axis, item) in zip(design.axes, varied) {
      guard case .range(let range, _) = item.values, range.suffix == "%" || range.suffix.isEmpty
      else { continue }
      for value in axis.values {
        try promise((try? Figure.parse(value)) != nil, "'\(value)' is no figure")
      }
    }
  }
}
