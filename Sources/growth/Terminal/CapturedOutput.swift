import Synchronization

/// What a command answers and says while it runs inside another one: nothing of it reaches a file or the screen.
final class CapturedOutput: Sendable {
  /// Nil where answers go where they are asked to.
  @TaskLocal static var current: CapturedOutput?

  private let state = Mutex((answer: "", remarks: [String]()))

  /// All that was to be written to standard output or a file.
  var answer: String { state.withLock(\.answer) }

  /// The lines that were to be written to standard error.
  var remarks: [String] { state.withLock(\.remarks) }

  func add(answer text: String) { state.withLock { $0.answer += text } }

  func add(remark line: String) { state.withLock { $0.remarks.append(line) } }
}
