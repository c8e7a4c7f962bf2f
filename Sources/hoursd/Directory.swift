// Folders of the owner's.

import Glibc

/// A folder that could not be made.
struct DirectoryError: Error, CustomStringConvertible {
  let path: String
  let number: CInt

  var description: String {
    "the folder \(path) cannot be made: \(String(cString: strerror(number))); mend that, and ask again"
  }
}

/// Makes a directory and those above it, for the owner alone.
func makeDirectory(_ path: String) throws(DirectoryError) {
  guard mkdir(path, 0o700) != 0, case let number = errno, number != EEXIST else { return }
  guard number == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw DirectoryError(path: path, number: number)
  }
  try makeDirectory(String(path[..<slash]))
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw DirectoryError(path: path, number: errno) }
}
