// An export as it is read: line by line, with a number for each, never all of it.

import Glibc
import HoursCore
import HoursStore
import HoursWire

/// The lines of a file, or of standard input.
struct ImportLines {
  private let name: String
  private let descriptor: Int32
  private var reader: LineReader
  private var number = 0
  private var digest = SHA256()

  init(_ file: String?) throws(ExportFailure) {
    if let file, file != "-" {
      name = file
      descriptor = open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .file(file, errno) }
    } else {
      guard isatty(STDIN_FILENO) == 0 else { throw .nothingGiven }
      (name, descriptor) = ("standard input", STDIN_FILENO)
    }
    reader = LineReader(descriptor: descriptor, limit: Limits.exportedLine)
  }

  /// The first line.
  mutating func head() throws -> ExportHead {
    guard let line = try next() else { throw ExportFailure.empty(name) }
    guard line.starts(with: ExportHead.start),
      let head = try? decodeRecord(ExportHead.self, from: Array(line))
    else {
      throw ExportFailure.notExport(name, line)
    }
    guard head.format == ExportHead.format, head.schema <= LogTable.version else {
      throw ExportFailure.newer(name, head)
    }
    return head
  }

  /// Hands over the rows, up to the end that must be there.
  ///
  /// - Returns: How many there were.
  mutating func rows(
    _ head: ExportHead, _ body: ([LogCell], Int, LogTable) throws -> Void, seq: () -> Int64
  ) throws -> Int64 {
    var row = RowLine()
    var count: Int64 = 0
    do {
      while let line = try next() {
        if line.starts(with: ExportEnd.start) {
          try check(line, ExportEnd(rows: count, seq: head.seq, sha256: digest.finish()), seq: seq())
          return count
        }
        try line.withUnsafeBufferPointer { line in
          try row.read(line, body)
          digest.update(UnsafeRawBufferPointer(line))
        }
        [UInt8(0x0A)].withUnsafeBytes { digest.update($0) }
        count += 1
      }
      throw LineFault.noEnd
    } catch let fault as LineFault {
      throw ExportFailure.wrong(name, line: number, fault)
    }
  }

  private mutating func check(_ line: ArraySlice<UInt8>, _ found: ExportEnd, seq: Int64) throws {
    guard let end = try? decodeRecord(ExportEnd.self, from: Array(line)) else { throw LineFault.noEnd }
    guard end.rows == found.rows else {
      throw LineFault.wrongEnd("\(found.rows) rows stand before it, not \(end.rows)")
    }
    guard seq == end.seq, seq == found.seq else {
      throw LineFault.wrongEnd("the last event is \(seq), not \(seq == end.seq ? found.seq : end.seq)")
    }
    guard end.sha256 == found.sha256 else {
      throw LineFault.wrongEnd("its `sha256` is not that of the lines before it")
    }
    if try next() != nil { throw LineFault.afterEnd }
  }

  /// The next line, without its newline; nil at the end.
  private mutating func next() throws -> ArraySlice<UInt8>? {
    while true {
      switch reader.next() {
      case .whole(let line):
        number += 1
        return line
      case .tooLong:
        number += 1
        throw LineFault.tooLong
      case nil:
        guard reader.fill() else {
          if let failure = reader.failure { throw ExportFailure.file(name, failure) }
          return nil
        }
      }
    }
  }
}
