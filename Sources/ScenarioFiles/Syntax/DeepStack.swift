import Dispatch
import Foundation
import Languages
import Synchronization

/// Work on a thread whose stack is large enough for a recursive parser.
enum DeepStack {
  /// The YAML parser follows up to 1,000 levels of nesting before it refuses, at a few kilobytes
  /// each; the threads that tasks run on may have no more than half a mebibyte.
  private static let size = 16 << 20

  /// Does the work on a thread of its own, in the language of this one and with its files, and waits for it.
  static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
    let box = Box<Result>()
    let done = DispatchSemaphore(value: 0)
    let (language, files) = (Language.current, FileSource.current)
    let thread = Thread {
      // A thread does not inherit what holds for the task.
      let result = Language.$current.withValue(language) {
        FileSource.$current.withValue(files) { work() }
      }
      box.result.withLock { $0 = result }
      done.signal()
    }
    thread.stackSize = size
    thread.start()
    done.wait()
    guard let result = box.result.withLock({ $0 }) else {
      preconditionFailure("the thread signals after it has left its result")
    }
    return result
  }

  private final class Box<Result: Sendable>: Sendable {
    let result = Mutex<Result?>(nil)
  }
}
