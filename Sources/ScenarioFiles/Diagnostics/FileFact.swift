import Languages

/// Why a file cannot be read as text.
enum FileFact: Fact {
  case missing(what: FileKind, path: String)
  case isDirectory(what: FileKind, path: String)
  case unreadable(what: FileKind, path: String)
  case tooLarge(what: FileKind, path: String, limit: Int)
  case utf16
  case invalidUTF8
  case controlCharacter(UInt32)

  var message: Phrase {
    switch self {
    case .missing(let what, let path): "there is no \(what.text) '\(path)'"
    case .isDirectory(let what, let path): "'\(path)' is a folder, not a \(what.text)"
    case .unreadable(let what, let path): "the \(what.text) '\(path)' cannot be read"
    case .tooLarge(let what, let path, let limit):
      "'\(path)' is larger than \(limit >> 20) MiB, too large for a \(what.text)"
    case .utf16: "the file is not UTF-8 text: it begins like UTF-16"
    case .invalidUTF8: "the file is not UTF-8 text: the bytes here are not a character"
    case .controlCharacter(let value):
      "the file is not plain text: the character here has the code \(value) and cannot be printed"
    }
  }

  var hint: Phrase? {
    switch self {
    case .missing(.scenario, _), .missing(.variants, _), .missing(.publishedFigures, _),
      .missing(.answer, _):
      "check the spelling; a relative path starts at the folder you are in"
    case .missing(.base, _):
      "check the spelling; a relative path starts at the folder of this file"
    case .missing: "check the spelling; a relative path starts at the folder of the scenario"
    case .isDirectory: "name a file in it"
    case .unreadable: "check that you are allowed to read it"
    case .tooLarge: "check that this is the file you meant"
    case .utf16, .invalidUTF8: "save the file in the encoding UTF-8"
    case .controlCharacter: "delete the character, or check that this is the file you meant"
    }
  }
}

/// What a file is read for.
enum FileKind: Sendable {
  case scenario, base, history, inputOutput, variants, publishedFigures, answer

  /// Without an article.
  var text: Phrase {
    switch self {
    case .scenario: "scenario file"
    case .base: "base scenario"
    case .history: "history file"
    case .inputOutput: "input-output file"
    case .variants: "file of variants"
    case .publishedFigures: "file of published figures"
    case .answer: "answer of growth"
    }
  }
}
