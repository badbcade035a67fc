/// What a request is answered with.
struct Response: Sendable, Equatable {
  var code = 200
  var reason = "OK"
  /// Beside those that every answer has.
  var fields: [(name: String, value: String)] = []
  var contentType = "text/plain; charset=utf-8"
  var body: [UInt8] = []
  var endsConnection = false

  static func == (a: Response, b: Response) -> Bool {
    a.code == b.code && a.body == b.body && a.contentType == b.contentType
      && a.fields.elementsEqual(b.fields, by: ==)
  }

  init(_ text: String, contentType: String, fields: [(name: String, value: String)] = []) {
    self.contentType = contentType
    self.fields = fields
    body = Array(text.utf8)
  }

  init(_ refusal: Refusal) {
    (code, reason) = refusal.status
    if case .methodNotAllowed(let allowed) = refusal { fields = [("Allow", allowed)] }
    body = Array((refusal.text + "\n").utf8)
    endsConnection = refusal.endsConnection
  }

  /// Sends the browser to another page of this server.
  ///
  /// - Parameters:
  ///   - path: of the page.
  ///   - fields: of the answer.
  init(redirectingTo path: String, fields: [(name: String, value: String)]) {
    (code, reason) = (303, "See Other")
    self.fields = [("Location", path)] + fields
  }

  /// Nothing is taken from elsewhere, run that is not ours, shown inside another page, kept, or told to
  /// others.
  private static let protection = [
    (
      "Content-Security-Policy",
      """
      default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
      form-action 'none'; base-uri 'none'; frame-ancestors 'none'
      """
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
  ]

  /// As it goes over the wire.
  var bytes: [UInt8] {
    var head = "HTTP/1.1 \(code) \(reason)\r\n"
    let own = [
      ("Content-Type", contentType), ("Content-Length", String(body.count)),
      ("Connection", endsConnection ? "close" : "keep-alive"),
    ]
    for (name, value) in own + Self.protection + fields.map({ ($0.name, $0.value) }) {
      head += "\(name): \(value)\r\n"
    }
    return Array((head + "\r\n").utf8) + body
  }
}
