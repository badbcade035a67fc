/// The bytes of a connection as requests, one behind the other, each within its bounds.
struct RequestReader {
  let limits: ServerLimits
  /// What has come and is not part of a request that was answered.
  private var received: [UInt8] = []
  /// Bytes in which the end of the head was looked for.
  private var searched = 0
  /// The head that has come, and where it ends.
  private var known: (head: RequestHead, end: Int, bodyLength: Int)?

  init(limits: ServerLimits) { self.limits = limits }

  /// Whether nothing of the next request has come.
  var isEmpty: Bool { received.isEmpty }

  mutating func receive(_ bytes: some Sequence<UInt8>) { received += bytes }

  /// The next request; nil where more has to come for it.
  ///
  /// - Parameter admit: lets a head pass or not, before its body is waited for; called once for each.
  /// - Throws: `Refusal`, after which nothing that comes can be told apart.
  mutating func next(
    admitting admit: (RequestHead) throws(Refusal) -> Void
  ) throws(Refusal) -> Request? {
    if known == nil {
      guard let end = headEnd() else {
        guard received.count < limits.headBytes else { throw .headTooLarge }
        return nil
      }
      guard end <= limits.headBytes else { throw .headTooLarge }
      let head = try RequestHead(received[..<(end - 2)])
      try admit(head)
      known = (head, end, try head.bodyLength(most: limits.bodyBytes))
    }
    guard let (head, end, length) = known, received.count >= end + length else { return nil }
    let body = Array(received[end..<end + length])
    received.removeFirst(end + length)
    (known, searched) = (nil, 0)
    return Request(head: head, body: body)
  }

  /// The place behind the empty line that ends a head.
  private mutating func headEnd() -> Int? {
    let start = max(searched - 3, 0)
    searched = received.count
    guard received.count >= start + 4 else { return nil }
    for i in start..<(received.count - 3)
    where received[i] == 0x0D && received[i + 1] == 0x0A && received[i + 2] == 0x0D
      && received[i + 3] == 0x0A
    {
      return i + 4
    }
    return nil
  }
}
