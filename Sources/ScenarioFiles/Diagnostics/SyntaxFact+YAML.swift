import Yams

extension SyntaxFact {
  /// What an error of the YAML parser means, and where.
  static func describing(
    _ error: YamlError, in text: String
  ) -> (fact: SyntaxFact, position: TextPosition?) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let end = end(of: text)
      let place = mark.line > end.line ? end : TextPosition(mark)
      return describing(
        problem, while: context, at: place, line: line(place.line, of: text), column: place.column)
    case .duplicatedKeysInMapping(let keys, let context):
      return (.duplicateKey(keys.first ?? "", firstLine: nil), TextPosition(context.mark))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      return (.other(problem), nil)
    case .memory: return (.noMemory, nil)
    default:
      return (.other("\(error)"), nil)
    }
  }

  private static func describing(
    _ problem: String, while context: YamlError.Context?, at position: TextPosition,
    line: String, column: Int
  ) -> (SyntaxFact, TextPosition?) {
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    if let tab = indentation.firstIndex(of: "\t"), column <= indentation.count + 1 {
      let place = line.distance(from: line.startIndex, to: tab)
      return (.tabIndentation, TextPosition(line: position.line, column: place + 1))
    }
    let opened = context.map { TextPosition($0.mark) }
    switch problem {
    case "but found another document": return (.anotherDocument, position)
    case "found undefined alias": return (.undefinedAlias, position)
    case "mapping values are not allowed in this context": return (.colonInValue, position)
    case "could not find expected ':'": return (.missingColon, opened ?? position)
    case "did not find expected ',' or ']'": return (.unclosedBracket("]"), opened ?? position)
    case "did not find expected ',' or '}'": return (.unclosedBracket("}"), opened ?? position)
    case "found unknown escape character": return (.unknownEscape, position)
    case "found unexpected end of stream" where context?.text.contains("quoted") == true:
      return (.unclosedQuote, opened ?? position)
    case "found character that cannot start any token":
      let character = line.unicodeScalars.dropFirst(column - 1).first.map { String($0) } ?? ""
      return (character == "\t" ? .tabIndentation : .strayCharacter(character), position)
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "did not find expected <document start>":
      return (.badIndentation, position)
    case _ where problem.contains("tab character"): return (.tabIndentation, position)
    case _ where problem.hasPrefix("Maximum nesting level"): return (.nestedBeyondParser, position)
    default: return (.other(problem), position)
    }
  }

  /// Behind the last character: the parser counts a line more where the last one does not end.
  private static func end(of text: String) -> TextPosition {
    let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    let lines = text.replacing("\r\n", with: "\n").unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: ends.contains)
    return TextPosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }

  private static func line(_ number: Int, of text: String) -> String {
    // By scalars: a carriage return and a line feed are one `Character`.
    let lines = text.unicodeScalars.split(
      separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
    return number - 1 < lines.count ? String(lines[number - 1]) : ""
  }
}
