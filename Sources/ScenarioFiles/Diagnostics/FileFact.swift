/// Why a file cannot be read as text.
enum FileFact: Fact {
  case missing(what: String, path: String)
  case isDirectory(what: String, path: String)
  case unreadable(what: String, path: String)
  case tooLarge(what: String, path: String, limit: Int)
  case utf16
  case invalidUTF8
  case controlCharacter(UInt32)

  var message: String {
    switch self {
    case .missing(let what, let path): "there is no \(what) '\(path)'"
    case .isDirectory(let what, let path): "'\(path)' is a folder, not a \(what)"
    case .unreadable(let what, let path): "the \(what) '\(path)' cannot be read"
    case .tooLarge(let what, let path, let limit):
      "'\(path)' is larger than \(limit >> 20) MiB, too large for a \(what)"
    case .utf16: "the file is not UTF-8 text: it begins like UTF-16"
    case .invalidUTF8: "the file is not UTF-8 text: the bytes here are not a character"
    case .controlCharacter(let value):
      "the file is not plain text: the character here has the code \(value) and cannot be printed"
    }
  }

  var hint: String? {
    switch self {
    case .missing("scenario file", _), .missing(VariantTable.what, _),
      .missing(ActualsFile.what, _):
      "check the spelling; a relative path starts at the folder you are in"
    case .missing(ExtendsChain.what, _):
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
