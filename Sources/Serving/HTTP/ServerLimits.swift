/// What a client may take of the server.
struct ServerLimits: Sendable {
  /// Bytes of the first line and the fields of a request.
  var headBytes = 16 << 10
  var bodyBytes = 64 << 10
  /// From the first byte of a request to its last.
  var requestTime = Duration.seconds(10)
  /// Without a request on an open connection.
  var idleTime = Duration.seconds(60)
  /// For the client to take an answer.
  var answerTime = Duration.seconds(10)
  /// Open at a time; one more closes the one that waits longest.
  var connections = 64
  /// Time to see the answer to a request that is not read to its end.
  var farewellTime = Duration.seconds(1)
}
