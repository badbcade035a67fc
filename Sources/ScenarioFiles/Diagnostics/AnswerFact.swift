import Languages

/// Why bytes are no JSON.
enum JSONFact: Fact, Equatable {
  case ended
  case unexpected(String)
  case tooDeep(Int)
  case longNumber(Int)
  case repeatedKey(String)
  case controlCharacter(UInt32)
  case badEscape
  case invalidUTF8

  var message: Phrase {
    switch self {
    case .ended: "the file ends amid its JSON"
    case .unexpected(let text): "the JSON cannot go on with '\(text)' here"
    case .tooDeep(let limit): "the JSON has more than \(limit) objects and lists in each other"
    case .longNumber(let limit): "the number has more than \(limit) characters"
    case .repeatedKey(let key): "the key '\(key)' stands in the object already"
    case .controlCharacter(let value):
      "a text in JSON cannot hold the character with the code \(value)"
    case .badEscape: "what stands behind the backslash is no character"
    case .invalidUTF8: "the text is not UTF-8: its bytes are not all characters"
    }
  }

  var hint: Phrase? { "the file is damaged, or growth did not write it: ask for it again" }
}

/// Why a file is no answer that can be made again.
enum AnswerFact: Fact {
  case noAnswer
  case noReproduction
  case missingPart(String)
  case badPart(String)
  case repeatedBlock

  var message: Phrase {
    switch self {
    case .noAnswer: "this is neither a page nor an answer in JSON that growth wrote"
    case .noReproduction: "the file does not say what it was made from"
    case .missingPart(let path): "`\(path)` is missing"
    case .badPart(let path): "`\(path)` is not as growth writes it"
    case .repeatedBlock: "the page says twice what it was made from"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noAnswer:
      "give a page of `growth report`, or an answer that was written with `--format json`"
    case .noReproduction:
      """
      pages and answers in JSON say it, but for those of older versions and those that another program \
      has shortened
      """
    case .missingPart, .badPart, .repeatedBlock:
      "the file is damaged, or growth did not write it: ask for it again"
    }
  }
}
