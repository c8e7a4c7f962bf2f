// What an owner, an editor or timedatectl does to a file, and whether the daemon hears of it.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct PathChangeTests {
  /// Done in a folder that holds the link `zone`, the file `config` (both watched) and the file `other`.
  nonisolated static let table = """
    ln -s B new && mv -T new zone           | told
    ln -sf B zone                           | told
    rm zone                                 | told
    mv zone away                            | told
    echo new > config                       | told
    echo new > config~ && mv config~ config | told
    ln other linked && mv linked config     | told
    rm config                               | told
    rm config && ln other config            | told
    rm config && mkdir config               | told
    echo new > other                        | not told
    ln -s B zones                           | not told
    cat config zone                         | not told
    chmod 640 config                        | not told
    """

  @Test(arguments: table.split(separator: "\n").map(String.init))
  func changes(_ row: String) throws {
    let columns = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let folder = try folder()
    let told = try whatIsTold(in: folder) {
      _ = try output("sh", "-c", "cd \(folder.path) && { \(columns[0]); }")
    }
    #expect(told == (columns[1] == "told"))
  }

  @Test func aFileIsToldWhenItIsWrittenAndNotBefore() throws {
    let folder = try folder()
    unlink("\(folder.path)/config")
    var descriptor: CInt = -1
    let begun = try whatIsTold(in: folder) {
      descriptor = open("\(folder.path)/config", O_CREAT | O_WRONLY, 0o600)
      #expect(write(descriptor, "half", 4) == 4)
    }
    #expect(!begun)
    let ended = try whatIsTold(in: folder) { close(descriptor) }
    #expect(ended)
  }

  @Test func aFolderMustExist() throws {
    let error = #expect(throws: SystemdError.self) {
      try PathChange(["/nowhere/config"], on: EventLoop()) {}
    }
    #expect(error?.number == ENOENT)
  }

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write("old", to: "config")
    try folder.write("old", to: "other")
    try folder.write("old", to: "A")
    symlink("A", "\(folder.path)/zone")
    return folder
  }

  /// Whether a change of `zone` or `config` is told. `end`, changed last, tells that everything was.
  private func whatIsTold(in folder: Folder, after action: () throws -> Void) throws -> Bool {
    let stage = try Stage()
    var told = false
    let watched = ["zone", "config"].map { "\(folder.path)/\($0)" }
    let change = try PathChange(watched, on: stage.loop) { told = true }
    let end = try PathChange(["\(folder.path)/end"], on: stage.loop, priority: .last) { stage.done() }
    try action()
    try folder.write("", to: "end")
    try stage.run()
    withExtendedLifetime((change, end)) {}
    return told
  }
}
