// Where vCards lie: a file, or a folder with folders in it, as vdirsyncer makes one for each address book.

import Glibc

/// The folders and files of vCards at a path.
public struct CardTree: Sendable {
  /// The path itself, if it is a folder, and the folders below it.
  public private(set) var folders: [String] = []
  /// By their paths.
  private(set) var files: [String] = []

  /// Folders below it that cannot be opened, and why not.
  private(set) var closed: [(path: String, reason: String)] = []

  /// Looks through folders, not into files. Hidden ones are passed over; links to folders are not followed.
  ///
  /// What is missing, cannot be opened, or is too much is an error.
  public init(_ path: String) throws(Problem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw CardTree.problem(errno, path) }
    if status.st_mode & S_IFMT == S_IFDIR { try walk(path, depth: 0) } else { files = [path] }
    files.sort()
  }

  /// Whether a name in a folder of vCards says that it is one, or a folder of more.
  public static func matters(_ name: String, isFolder: Bool) -> Bool {
    guard !name.hasPrefix(".") else { return false }
    let name = name.lowercased()
    return isFolder || name.hasSuffix(".vcf") || name.hasSuffix(".vcard")
  }

  private static func problem(_ number: CInt, _ path: String) -> Problem {
    number == ENOENT || number == ENOTDIR
      ? .cardsMissing(path: path) : .fileUnreadable(reason: String(cString: strerror(number)))
  }

  private mutating func walk(_ folder: String, depth: Int) throws(Problem) {
    guard let stream = opendir(folder) else {
      guard depth > 0 else { throw CardTree.problem(errno, folder) }
      return closed.append((folder, String(cString: strerror(errno))))
    }
    defer { closedir(stream) }
    folders.append(folder)
    guard folders.count <= SetupLimits.cardFolders, depth <= SetupLimits.cardDepth else {
      throw .tooMany(what: "folders of vCards", limit: SetupLimits.cardFolders)
    }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let isFolder = CardTree.isFolder(path, Int(entry.pointee.d_type))
      guard CardTree.matters(name, isFolder: isFolder) else { continue }
      if isFolder {
        try walk(path, depth: depth + 1)
      } else {
        files.append(path)
        guard files.count <= SetupLimits.cards else {
          throw .tooMany(what: "vCards", limit: SetupLimits.cards)
        }
      }
    }
  }

  private static func isFolder(_ path: String, _ type: Int) -> Bool {
    guard type == DT_UNKNOWN else { return type == DT_DIR }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
