import Foundation

/// A file beside another one, whose name it takes when it is whole; whatever ends the process before that, it goes
/// away and the other stays as it was.
struct TemporaryFile {
  private static let attempts = 100
  private static let usualMode: mode_t = 0o666

  /// Writes bytes to a file of this path, whole or not at all.
  ///
  /// - Parameters:
  ///   - data: what the file is to hold.
  ///   - path: of the file, which leads through no link; its permissions stay.
  /// - Throws: `SystemFault`.
  static func write(_ data: Data, to path: String) throws {
    defer { Interrupt.keepsAll() }
    let (temporary, descriptor) = try open(beside: path)
    do {
      do {
        try Descriptor.write(data, to: descriptor)
        // A disk may take bytes and find out later that it has no room for them.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
          throw SystemFault()
        }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw SystemFault() }
      guard rename(temporary, path) == 0 else { throw SystemFault() }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func open(beside path: String) throws -> (path: String, descriptor: Int32) {
    var status = stat()
    let exists = stat(path, &status) == 0
    for _ in 0..<attempts {
      let tag = String(UInt32.random(in: 0 ... .max), radix: 36)
      let temporary = "\(path).\(getpid())-\(tag).tmp"
      Interrupt.removes(temporary)
      let descriptor = Foundation.open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, usualMode)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw SystemFault()
      }
      // Where the permissions cannot be given on, the file has those of a new one.
      if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
      return (temporary, descriptor)
    }
    throw SystemFault(code: EEXIST)
  }
}
