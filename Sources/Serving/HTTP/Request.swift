/// A request that came whole.
struct Request: Sendable, Equatable {
  let head: RequestHead
  let body: [UInt8]
}

/// Answers requests; what it decides from the head alone it decides before the body is taken.
protocol RequestHandler: Sendable {
  /// Lets a request pass, or not.
  ///
  /// - Parameter head: of the request.
  /// - Throws: `Refusal`.
  func admit(_ head: RequestHead) throws(Refusal)

  /// Answers a request that was let pass.
  ///
  /// - Parameter request: with its body.
  func answer(_ request: Request) async -> Response
}
