import GrowthModel
import Languages

/// What is wrong with a variant of a scenario, and the file it extends.
enum ExtendsFact: Fact {
  case notPath(shape: Phrase)
  /// The paths from the scenario to the file that comes a second time.
  case cycle([String])
  case tooLong([String], limit: Int)
  case brokenBase(String)
  case sameName(String)
  case nothingToRemove(String, [String])
  case removedNeeded(String, what: Noun)
  case idleSource
  case activityElsewhere(String, at: Location, path: String)
  case figureOfBase(String, id: String)
  case fixedVariable(String)
  case removedVariable(String)
  case overridden
}

extension ExtendsFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .idleSource, .fixedVariable, .removedVariable: .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .notPath(let shape): "'extends' is the path of one file, but here is \(shape)"
    case .cycle(let paths):
      paths.count == 2
        ? "the file extends itself" : "the files extend each other: \(Self.chain(paths))"
    case .tooLong(let paths, let limit):
      "more than \(limit) files extend one another: \(Self.chain(paths))"
    case .brokenBase(let path): "the base scenario '\(path)' cannot be read"
    case .sameName(let name): "the variant has the name of the scenario it extends, '\(name)'"
    case .nothingToRemove(let key, _): "the base scenario has no '\(key)' here to remove"
    case .removedNeeded(let key, let what): "'\(key)' is removed here, but \(what) needs it"
    case .idleSource:
      "the source covers no figure: it stands beside figures of the base scenario, which keep theirs"
    case .activityElsewhere(let id, let place, let path):
      "there is an activity '\(id)' already, as `\(path)` (\(place))"
    case .figureOfBase(let key, let id):
      "'\(id)' gets activities of its own here, but has '\(key)' in the base scenario"
    case .fixedVariable(let name):
      "'\(name)' is fixed here: the correlations that the base scenario gives it are left out"
    case .removedVariable(let name):
      "the variant has no figure '\(name)' any more: its correlations are left out"
    case .overridden: "'extends' cannot be set here: values are replaced after files are read"
    }
  }

  var hint: Phrase? {
    switch self {
    case .notPath: "write it like `extends: son-la-2025.yaml`, relative to the folder of this file"
    case .cycle: "name the file that this one is a variant of, or delete the line"
    case .tooLong: "extend a file nearer to the first one"
    case .brokenBase: "put right what is reported for that file"
    case .sameName: "say in the name what is different"
    case .nothingToRemove(let key, let keys):
      NearestName.hint(for: key, among: keys, listing: .own)
    case .removedNeeded: "delete the line to keep what the base scenario has, or write a value"
    case .idleSource: "write the figure too, or delete the source"
    case .activityElsewhere:
      "to change that one, write it below the same keys; to add another, give it another name"
    case .figureOfBase(let key, _): "remove that with `\(key): null` beside `activities`"
    case .fixedVariable, .removedVariable: "the other correlations are used as they are"
    case .overridden: "write a file with another `extends:`"
    }
  }

  /// The paths in their order, each relative to the folder of the first where it lies in that.
  private static func chain(_ paths: [String]) -> String {
    let folder = paths.first?.lastIndex(of: "/").map { paths[0][...$0] } ?? ""
    return paths.map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 }
      .joined(separator: " -> ")
  }
}
