import Languages

/// Why a text is not the YAML of a scenario.
enum SyntaxFact: Fact {
  case emptyFile
  case anotherDocument
  case tabIndentation
  case unclosedQuote
  case strayCharacter(String)
  case colonInValue
  case badIndentation
  case missingColon
  case unclosedBracket(String)
  case unknownEscape
  case nestedBeyondParser
  case undefinedAlias
  case noMemory
  case other(String)
  case tooDeep(Int)
  case tooManyNodes
  case tooManyAliases
  case anchor(String)
  case mergeKey
  case keyNotText
  case duplicateKey(String, firstLine: Int?)
}

extension SyntaxFact {
  var message: Phrase {
    switch self {
    case .emptyFile: "the file has no content"
    case .anotherDocument: "a second document begins here"
    case .tabIndentation: "the line is indented with a tab"
    case .unclosedQuote: "a quotation mark is opened and never closed"
    case .strayCharacter(let character): "a value cannot begin with '\(character)'"
    case .colonInValue: "there is a second ': ' on this line, or the line is indented too far"
    case .badIndentation: "this line is not indented like the lines it belongs to"
    case .missingColon: "a key without ':' behind it"
    case .unclosedBracket(let bracket): "a list or mapping in brackets lacks its '\(bracket)'"
    case .unknownEscape: "there is no such escape sequence in a text between \" marks"
    case .nestedBeyondParser: "the file is nested too deep"
    case .undefinedAlias: "a value that begins with '*' stands for an anchor, and there is none"
    case .noMemory: "there is not enough memory to read the file"
    case .other(let problem): "this is not valid YAML: \(problem)"
    case .tooDeep(let limit): "the file is nested more than \(limit) levels deep"
    case .tooManyNodes: "the file has more than \(YAMLReader.maximumNodes) values"
    case .tooManyAliases: "values refer to anchors again and again"
    case .anchor(let name): "the value has an anchor, '&\(name)'"
    case .mergeKey: "'<<' merges keys from elsewhere"
    case .keyNotText: "a key must be a single word or text"
    case .duplicateKey(let key, nil): "the key '\(key)' stands here a second time"
    case .duplicateKey(let key, let line?):
      "the key '\(key)' stands here a second time; the first is on line \(line)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .emptyFile: "begin with `format: growth.scenario/1`"
    case .anotherDocument: "put each scenario in a file of its own; `---` begins a document"
    case .tabIndentation: "indent with spaces"
    case .unclosedQuote: "close it; an apostrophe in a text between ' marks is written ''"
    case .strayCharacter: "put the text in quotation marks"
    case .colonInValue:
      "put a text that contains ': ' in quotation marks, or correct the indentation"
    case .badIndentation: "give keys of one group the same number of spaces before them"
    case .missingColon: "write `key: value`"
    case .unclosedBracket: "add it, or a comma between two values"
    case .unknownEscape: "write \\\\ for a backslash, or use ' marks"
    case .nestedBeyondParser, .tooDeep: "a scenario needs about ten levels; check the brackets"
    case .undefinedAlias: "put the text in quotation marks"
    case .noMemory: "let the program have more of it, or write less into one file"
    case .other: "look here for a mark such as %, a quotation mark, colon or bracket out of place"
    case .tooManyNodes: "check that this is the file you meant"
    case .tooManyAliases, .anchor, .mergeKey:
      """
      scenario files have no anchors: write the value where it belongs, or put text in quotation \
      marks
      """
    case .keyNotText: "write `key: value`"
    case .duplicateKey: "delete one of them, or correct its name"
    }
  }
}
