import ArgumentParser
import Languages
import ScenarioFiles

/// Questions on standard error and answers from standard input.
struct Dialogue {
  private static let most = 10

  /// A line that asks nothing.
  func say(_ line: String) { Terminal.error(line) }

  /// Asks until the answer is one; an empty one stands for the default.
  ///
  /// - Parameters:
  ///   - question: that is shown with the default in brackets.
  ///   - standard: the answer of who only presses the key.
  ///   - convert: the answer as a value.
  /// - Throws: `ExitCode` where the input ends, or after many wrong answers.
  func ask<Value>(
    _ question: String, standard: String,
    convert: (String) throws(StarterMistake) -> Value
  ) throws -> Value {
    for _ in 0..<Self.most {
      Terminal.prompt("\(question) [\(standard)] ")
      guard let line = readLine() else { break }
      let answer = trimmed(line)
      do throws(StarterMistake) {
        return try convert(answer.isEmpty ? standard : answer)
      } catch {
        Terminal.error("  " + error.message.text())
      }
    }
    Terminal.error("\n" + localized("There was no answer; nothing was written."))
    throw ExitCode.validationFailure
  }

  /// Asks a question whose answer is yes or no.
  ///
  /// - Parameters:
  ///   - question: that is shown with both answers, the default in capitals.
  ///   - standard: the answer of who only presses the key.
  /// - Throws: `ExitCode` where the input ends, or after many other answers.
  func confirm(_ question: String, standard: Bool) throws -> Bool {
    let (yes, no) = (localized("yes"), localized("no"))
    for _ in 0..<Self.most {
      Terminal.prompt("\(question) [\(standard ? yes : no)] ")
      guard let line = readLine() else { break }
      let answer = trimmed(line).lowercased()
      if answer.isEmpty { return standard }
      // English answers are understood in every language.
      if yes.hasPrefix(answer) || "yes".hasPrefix(answer) { return true }
      if no.hasPrefix(answer) || "no".hasPrefix(answer) { return false }
      Terminal.error("  " + localized("Answer \(yes) or \(no)."))
    }
    Terminal.error("\n" + localized("There was no answer; nothing was written."))
    throw ExitCode.validationFailure
  }

  private func trimmed(_ line: String) -> String {
    var text = line[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
