// What may lie at the socket's path already, and what becomes of it.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct ListenerTests {
  /// What lies there, and what a daemon that wants to listen there says.
  nonisolated static let table = """
    nothing                    | listens
    a folder missing           | listens
    a stale socket             | listens
    a live socket              | a daemon answers there already
    another daemon's           | a daemon answers there already
    another daemon, not ready  | a daemon answers there already
    a datagram socket          | cannot listen there
    a file                     | not a socket
    a folder                   | not a socket
    a link to nowhere          | not a socket
    a file for a folder        | no directory for the socket
    107 bytes                  | listens
    108 bytes                  | Linux takes 107 at most
    """

  @Test(arguments: table.split(separator: "\n").map(String.init))
  func listening(_ row: String) throws {
    let columns = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let folder = try Folder()
    let (path, kept) = try prepare(columns[0], in: folder)
    let before = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    do {
      let listener = try Listener(path: path)
      #expect(columns[1] == "listens")
      var status = stat()
      #expect(lstat(path, &status) == 0)
      #expect(status.st_mode == S_IFSOCK | 0o600)
      #expect(connects(to: path))
      #expect(try listener.accept() != nil)
      #expect(try listener.accept() == nil)
    } catch let error as ListenError {
      #expect(error.description.contains(columns[1]), "\(error)")
      // What it did not get it left alone.
      let after = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      #expect(after == before)
    }
    withExtendedLifetime(kept) {}
  }

  /// Puts `thing` at a path; gives that, and what must be kept meanwhile.
  private func prepare(_ thing: String, in folder: Folder) throws -> (String, Any?) {
    let path = "\(folder.path)/socket"
    switch thing {
    case "nothing": return (path, nil)
    case "a folder missing": return ("\(folder.path)/some/deep/socket", nil)
    case "a stale socket":
      close(try bound(to: path, SOCK_STREAM))
      return (path, nil)
    case "a live socket":
      let descriptor = try bound(to: path, SOCK_STREAM)
      try #require(listen(descriptor, 1) == 0)
      return (path, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    case "another daemon's": return (path, try Listener(path: path))
    case "another daemon, not ready": return (path, try SocketFile(path: path))
    case "a datagram socket":
      return (path, FileHandle(fileDescriptor: try bound(to: path, SOCK_DGRAM), closeOnDealloc: true))
    case "a file":
      try folder.write("", to: "socket")
      return (path, nil)
    case "a folder":
      mkdir(path, 0o700)
      return (path, nil)
    case "a link to nowhere":
      symlink("nowhere", path)
      return (path, nil)
    case "a file for a folder":
      try folder.write("", to: "socket")
      return (path + "/socket", nil)
    default:
      let bytes = try #require(Int(thing.prefix(3)))
      let name = String(repeating: "x", count: bytes - folder.path.utf8.count - 1)
      return ("\(folder.path)/\(name)", nil)
    }
  }

  private func bound(to path: String, _ kind: __socket_type) throws -> CInt {
    let descriptor = socket(AF_UNIX, CInt(kind.rawValue), 0)
    try #require(withAddress(path) { address, length in bind(descriptor, address, length) } == 0)
    return descriptor
  }

  private func connects(to path: String) -> Bool {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return withAddress(path) { address, length in connect(descriptor, address, length) } == 0
  }

  @Test func missingFoldersAreTheOwnersOnly() throws {
    let folder = try Folder()
    let listener = try Listener(path: "\(folder.path)/some/deep/socket")
    #expect(try folder.mode(of: "some") == 0o700)
    #expect(try folder.mode(of: "some/deep") == 0o700)
    withExtendedLifetime(listener) {}
  }

  @Test func nothingIsLeftBehind() throws {
    let folder = try Folder()
    var listener: Listener? = try Listener(path: "\(folder.path)/socket")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["socket", "socket.lock"])
    withExtendedLifetime(listener) {}
    listener = nil
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func anothersSocketIsNotRemoved() throws {
    let folder = try Folder()
    let path = "\(folder.path)/socket"
    let listener = try Listener(path: path)
    unlink(path)
    let other = try bound(to: path, SOCK_STREAM)
    listener.removeFile()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["socket"])
    close(other)
  }

  @Test func peersAreKnown() throws {
    let folder = try Folder()
    let listener = try Listener(path: "\(folder.path)/socket")
    #expect(connects(to: "\(folder.path)/socket"))
    let connection = try #require(try listener.accept())
    defer { close(connection) }
    let peer = try Listener.peerCredentials(of: connection)
    #expect(peer == PeerCredentials(user: getuid(), process: getpid()))
    #expect(fcntl(connection, F_GETFL) & O_NONBLOCK != 0)
    #expect(fcntl(connection, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test func nothingIsInheritedWithoutActivation() throws {
    #expect(try Listener.inherited().isEmpty)
    setenv("LISTEN_PID", "1", 1)
    setenv("LISTEN_FDS", "1", 1)
    defer { unsetenv("LISTEN_FDS") }
    #expect(try Listener.inherited().isEmpty, "meant for another process")
  }

  @Test func whatIsInheritedMustListen() throws {
    setenv("LISTEN_PID", "\(getpid())", 1)
    setenv("LISTEN_FDS", "1", 1)
    #expect(throws: ListenError.self) { try Listener.inherited() }
    #expect(getenv("LISTEN_FDS") == nil, "children must not think that it is for them")
  }
}
