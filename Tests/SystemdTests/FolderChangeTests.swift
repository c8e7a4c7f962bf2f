// What a program that keeps vCards does in their folder, and whether the daemon hears of it.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct FolderChangeTests {
  /// Done in a folder that holds `a.vcf`, `a.txt` and the folder `team`; folders and names in .vcf matter.
  nonisolated static let table = """
    echo new > a.vcf                  | told
    echo new > tmp1 && mv tmp1 b.vcf  | told
    rm a.vcf                          | told
    mv a.vcf ../away                  | told
    ln a.txt c.vcf                    | told
    mkdir more                        | told
    rmdir team                        | told
    mv team other                     | told
    cd .. && mv book gone             | told
    cd .. && rm -r book               | told
    echo new > a.txt                  | not told
    echo new > team/b.vcf             | not told
    cat a.vcf                         | not told
    chmod 640 a.vcf                   | not told
    """

  @Test(arguments: table.split(separator: "\n").map(String.init))
  func changes(_ row: String) throws {
    let columns = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let folder = try Folder()
    _ = try output(
      "sh", "-c", "cd \(folder.path) && mkdir -p book/team && echo x | tee book/a.vcf > book/a.txt")
    let stage = try Stage()
    var told = false
    let change = try FolderChange(
      "\(folder.path)/book", on: stage.loop, matters: { $1 || $0.hasSuffix(".vcf") }, handler: { told = true }
    )
    // Changed last, it tells that everything was.
    let end = try PathChange(["\(folder.path)/end"], on: stage.loop, priority: .last) { stage.done() }
    _ = try output("sh", "-c", "cd \(folder.path)/book && { \(columns[0]); }")
    try folder.write("", to: "end")
    try stage.run()
    withExtendedLifetime((change, end)) {}
    #expect(told == (columns[1] == "told"))
  }

  @Test func aFileIsNoFolder() throws {
    let folder = try Folder()
    try folder.write("", to: "a")
    let error = #expect(throws: SystemdError.self) {
      try FolderChange("\(folder.path)/a", on: EventLoop(), matters: { _, _ in true }, handler: {})
    }
    #expect(error?.number == ENOTDIR)
  }
}
