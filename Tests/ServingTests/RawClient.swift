import Dispatch
import Glibc

/// Threads for a server and for its clients, which wait. The threads of tasks may be taken, for minutes, by tests that
/// only reckon.
final class OwnThreads: TaskExecutor {
  private let queue = DispatchQueue(label: "server and clients", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// A connection over which bytes are sent as they are.
struct RawClient {
  struct Failure: Error {}

  let file: Int32

  /// Connects to a port of this computer.
  init(port: UInt16) throws {
    file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let done = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard file >= 0, done == 0 else { throw Failure() }
    var wait = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
  }

  func close() { _ = Glibc.close(file) }

  /// Sends bytes; false where the other side takes no more.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(file, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// What comes next; empty at the end of the stream or after a minute.
  func receive() -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = piece.withUnsafeMutableBytes { recv(file, $0.baseAddress, $0.count, 0) }
    return Array(piece.prefix(max(count, 0)))
  }

  /// An answer with its head and body; nil where the stream ends before it does.
  func response() -> RawResponse? {
    var bytes: [UInt8] = []
    while true {
      if let found = RawResponse(bytes) { return found }
      let piece = receive()
      if piece.isEmpty { return nil }
      bytes += piece
    }
  }

  /// Whether the other side ends the connection within a minute.
  func isEnded() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1)
    let count = piece.withUnsafeMutableBytes { recv(file, $0.baseAddress, 1, 0) }
    return count == 0 || (count < 0 && errno != EAGAIN)
  }
}

struct RawResponse {
  let code: Int
  let head: String
  let body: String

  init?(_ bytes: [UInt8]) {
    let mark = Array("\r\n\r\n".utf8)
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
      return nil
    }
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    let lines = head.split(separator: "\r\n")
    guard let code = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
      let length = lines.first(where: { $0.lowercased().hasPrefix("content-length:") })
        .flatMap({ Int($0.split(separator: " ").last ?? "") }),
      bytes.count >= end + 4 + length
    else { return nil }
    self.code = code
    self.head = head
    body = String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
  }
}
