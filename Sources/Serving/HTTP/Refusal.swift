/// Why a request is not answered: a status of HTTP, and words for whoever made it.
enum Refusal: Error, Equatable {
  case malformed
  case notAllowedHere
  case notFound
  case methodNotAllowed(allowed: String)
  case bodyTooLarge
  case lengthRequired
  case headTooLarge
  case notJSON
  case badSettings(String)
  case expectationFailed
  case codingNotImplemented
  case versionNotSupported

  /// RFC 9110, section 15.
  var status: (code: Int, reason: String) {
    switch self {
    case .malformed, .badSettings: (400, "Bad Request")
    case .notAllowedHere: (403, "Forbidden")
    case .notFound: (404, "Not Found")
    case .methodNotAllowed: (405, "Method Not Allowed")
    case .lengthRequired: (411, "Length Required")
    case .bodyTooLarge: (413, "Content Too Large")
    case .notJSON: (415, "Unsupported Media Type")
    case .expectationFailed: (417, "Expectation Failed")
    case .headTooLarge: (431, "Request Header Fields Too Large")
    case .codingNotImplemented: (501, "Not Implemented")
    case .versionNotSupported: (505, "HTTP Version Not Supported")
    }
  }

  /// Whether what else comes on the connection cannot be told apart from the request any more.
  var endsConnection: Bool {
    switch self {
    case .notFound, .badSettings: false
    default: true
    }
  }

  /// What the answer says: nothing of what the request said.
  var text: String {
    if case .badSettings(let message) = self { return message }
    return status.reason
  }
}
