// Where C's error numbers end: every call of libsystemd and of Linux in this module goes through one of the two
// functions below, so that an error always names the function that failed.

import Glibc

/// What libsystemd or Linux answered: the C function that failed, and the error number behind it.
nonisolated public struct SystemdError: Error, CustomStringConvertible {
  /// The C function, by name.
  public let function: StaticString
  /// The positive error number, as in errno(3).
  public let number: CInt

  public init(function: StaticString, number: CInt) {
    self.function = function
    self.number = number
  }

  public var description: String { "\(function): \(String(cString: strerror(number)))" }
}

/// Passes on what libsystemd returned, a negative error number becoming a ``SystemdError``.
@discardableResult
nonisolated func checked(_ function: StaticString, _ result: CInt) throws(SystemdError) -> CInt {
  guard result >= 0 else { throw SystemdError(function: function, number: -result) }
  return result
}

/// Passes on what a system call returned, -1 becoming a ``SystemdError`` made from errno.
@discardableResult
nonisolated func checkedCall<Result: SignedInteger>(
  _ function: StaticString, _ result: Result
) throws(SystemdError) -> Result {
  guard result != -1 else { throw SystemdError(function: function, number: errno) }
  return result
}
