import Foundation
import Languages

/// What the system says of a call that failed, in words for who has to put it right.
struct SystemFault: Error, CustomStringConvertible {
  /// `errno`.
  let code: Int32

  init(code: Int32 = errno) { self.code = code }

  /// The fault beneath an error of Foundation's; nil where it names none.
  init?(beneath error: any Error) {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain {
      self.init(code: Int32(error.code))
    } else if let underlying = error.userInfo[NSUnderlyingErrorKey] as? any Error {
      self.init(beneath: underlying)
    } else {
      return nil
    }
  }

  var description: String {
    switch code {
    case ENOSPC: localized("the disk is full")
    case EDQUOT: localized("your share of the disk is used up")
    case EFBIG: localized("the file would be larger than files may be here")
    case EACCES, EPERM: localized("permission is denied")
    case EROFS: localized("the disk can only be read")
    case EISDIR: localized("it is a folder")
    case EIO: localized("the disk reports an error")
    case EMFILE, ENFILE: localized("too many files are open")
    case ENOMEM: localized("there is not enough memory")
    default: String(cString: strerror(code))
    }
  }

  /// What an error says: of a fault of the system in our words.
  static func reason(_ error: any Error) -> String {
    if let fault = error as? SystemFault { return fault.description }
    return SystemFault(beneath: error)?.description ?? error.localizedDescription
  }
}

/// Files that are open, by their numbers.
enum Descriptor {
  /// Writes all of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: to be written.
  ///   - descriptor: of what is open for writing.
  /// - Throws: `SystemFault`; a part may have been written.
  static func write(_ bytes: some ContiguousBytes, to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          throw SystemFault()
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
