import Foundation

/// A file beside another one, whose name it takes when it is whole: at any moment there is the old file or the new
/// one, also after a power cut.
struct TemporaryFile {
  private static let attempts = 100
  private static let usualMode: mode_t = 0o666

  /// What it is called until it is whole.
  enum Name {
    /// As no other; an interrupt takes it away.
    case unique
    /// By a path that is always the same, so that what a kill has left is written over the next time.
    case fixed(String)
  }

  /// Writes bytes to a file of this path, whole or not at all.
  ///
  /// - Parameters:
  ///   - bytes: what the file is to hold.
  ///   - path: of the file, which leads through no link; its permissions stay.
  ///   - name: of the file until it is whole.
  /// - Throws: `SystemFault`.
  static func write(
    _ bytes: some ContiguousBytes, to path: String, named name: Name = .unique
  ) throws {
    let (temporary, descriptor) = try open(name, beside: path)
    defer { if case .unique = name { Interrupt.keepsAll() } }
    do {
      do {
        try Descriptor.write(bytes, to: descriptor)
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
    keepName(of: path)
  }

  private static func open(
    _ name: Name, beside path: String
  ) throws -> (path: String, descriptor: Int32) {
    let file =
      switch name {
      case .unique: try openUnique(beside: path)
      case .fixed(let temporary): (path: temporary, descriptor: try open(temporary, O_TRUNC))
      }
    // Where the permissions cannot be given on, the file has those of a new one.
    var status = stat()
    if stat(path, &status) == 0 { _ = fchmod(file.descriptor, status.st_mode & 0o7777) }
    return file
  }

  private static func openUnique(
    beside path: String
  ) throws -> (path: String, descriptor: Int32) {
    for _ in 0..<attempts {
      let tag = String(UInt32.random(in: 0 ... .max), radix: 36)
      let temporary = "\(path).\(getpid())-\(tag).tmp"
      Interrupt.removes(temporary)
      do {
        return (temporary, try open(temporary, O_EXCL))
      } catch {
        Interrupt.keepsAll()
        guard error.code == EEXIST else { throw error }
      }
    }
    throw SystemFault(code: EEXIST)
  }

  private static func open(_ path: String, _ mode: Int32) throws(SystemFault) -> Int32 {
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, usualMode)
    guard descriptor >= 0 else { throw SystemFault() }
    return descriptor
  }

  /// Brings a new name to the disk; where the folder's system does not take this, it is written when it comes to it.
  private static func keepName(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
