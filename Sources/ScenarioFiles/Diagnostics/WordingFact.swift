import Languages

/// What is wrong with a text for people that is given in several languages.
enum WordingFact: Fact {
  case unknownLanguage(String, of: String)
  case noLanguage(String)
  case assumptionInPart
}

extension WordingFact {
  private static let languages = Language.allCases.map(\.rawValue)

  var message: Phrase {
    switch self {
    case .unknownLanguage(let language, let key):
      "'\(key)' is a text or one for each language, but '\(language)' is no language known here"
    case .noLanguage(let key): "'\(key)' has a text in no language"
    case .assumptionInPart: "the source is an assumption in one language and none in another"
    }
  }

  var hint: Phrase? {
    switch self {
    case .unknownLanguage: "the languages are: \(Self.languages.joined(separator: ", "))"
    case .noLanguage(let key):
      "write a text, or one for each language: `\(key): {en: ..., vi: ...}`"
    case .assumptionInPart:
      "begin each with the word: `assumption` in English, `giả định` in Vietnamese"
    }
  }
}
