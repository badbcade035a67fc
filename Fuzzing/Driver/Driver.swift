import Dispatch
import Foundation

/// Chooses the target before anything is tried: `--target=NAME` among the options of libFuzzer.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
  guard Chosen.target != nil else {
    let names = FuzzTarget.all.map(\.name).joined(separator: " ")
    FileHandle.standardError.write(Data("--target=NAME is one of \(names)\n".utf8))
    exit(64)
  }
  return 0
}

/// Tries one input; a promise that is broken ends the process, which libFuzzer takes for a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  guard let target = Chosen.target else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let done = DispatchSemaphore(value: 0)
  switch target.body {
  case .plain(let body): end(Result { try body(bytes) })
  case .suspending(let body):
    // The work is on threads of the pool, whose stacks are those of a run.
    Task.detached {
      let result: Result<Void, any Error>
      do { result = .success(try await body(bytes)) } catch { result = .failure(error) }
      end(result)
      done.signal()
    }
    done.wait()
  }
  return 0
}

private func end(_ result: Result<Void, any Error>) {
  guard case .failure(let error) = result else { return }
  // An optimised precondition would not say which.
  FileHandle.standardError.write(Data("broken promise: \(error)\n".utf8))
  abort()
}

private enum Chosen {
  static let target = CommandLine.arguments.lazy
    .compactMap { $0.hasPrefix("--target=") ? String($0.dropFirst(9)) : nil }.last
    .flatMap { name in FuzzTarget.all.first { $0.name == name } }
}
