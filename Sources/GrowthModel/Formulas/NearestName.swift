import Languages

/// Finds the name that was probably meant.
package enum NearestName {
  /// The longest name that is looked at, in bytes: the time grows with the square of the length.
  private static let longest = 200

  /// The candidate nearest to a misspelt name, if one is near enough: at most one edit in three
  /// letters, and always one. Case does not count. Of equally near names the first wins.
  package static func of(_ name: String, among candidates: [String]) -> String? {
    guard name.utf8.count <= longest else { return nil }
    let limit = max(1, name.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      guard abs(candidate.count - name.count) <= limit else { continue }
      let distance = editDistance(name.lowercased(), candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of letters to insert, delete, replace, or exchange with a neighbour, to make one
  /// text into the other: the optimal string alignment distance (F. J. Damerau, "A technique for
  /// computer detection and correction of spelling errors", Communications of the ACM 7 (1964)
  /// 171, doi:10.1145/363958.363994).
  ///
  /// - Complexity: O(m n).
  package static func editDistance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// `did you mean 'x'?` for a near name, else the list of what is possible.
  package static func hint(
    for name: String, among candidates: [String], listing: Listing
  ) -> Phrase {
    if let nearest = of(name, among: candidates) { return "did you mean '\(nearest)'?" }
    return listing.text(list(candidates))
  }

  /// How the names that are possible are introduced.
  package enum Listing {
    /// As all that there are, as choices, as those of the mapping, as variables, as uncertain
    /// figures, as columns.
    case all, choices, own, variables, uncertainFigures, columns

    func text(_ names: String) -> Phrase {
      switch self {
      case .all: "there are: \(names)"
      case .choices: "choose one of: \(names)"
      case .own: "it has: \(names)"
      case .variables: "the variables are: \(names)"
      case .uncertainFigures: "the uncertain figures are: \(names)"
      case .columns: "columns that are looked at: \(names)"
      }
    }
  }

  /// Names separated by commas; a long list ends after twelve with the number left out.
  package static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? localized("\(shown) and \(names.count - 12) more") : shown
  }
}
