// D-Bus messages as Swift values: sd-bus builds them by variadic functions, which Swift cannot call.

import CSystemd
import Glibc

/// A value with its D-Bus type, as far as the service manager's methods need them.
nonisolated enum BusValue {
  case string(String)
  case boolean(Bool)
  case number(UInt64)
  /// `element` is the signature of one element.
  case array(of: String, [BusValue])
  case structure([BusValue])
  indirect case variant(BusValue)

  var signature: String {
    switch self {
    case .string: "s"
    case .boolean: "b"
    case .number: "t"
    case .array(let element, _): "a\(element)"
    case .structure(let members): "(\(members.map(\.signature).joined()))"
    case .variant: "v"
    }
  }

  /// An array of strings.
  static func strings(_ strings: [String]) -> BusValue { .array(of: "s", strings.map { .string($0) }) }
}

/// A method call in the making.
@MainActor
final class BusMessage {
  /// The message as C sees it.
  private(set) var pointer: OpaquePointer?

  init(
    on bus: UserBus, to destination: String, path: String, interface: String, method: String,
    _ arguments: [BusValue]
  ) throws(SystemdError) {
    try checked(
      "sd_bus_message_new_method_call",
      sd_bus_message_new_method_call(bus.pointer, &pointer, destination, path, interface, method))
    for argument in arguments { try append(argument) }
  }

  isolated deinit { sd_bus_message_unref(pointer) }

  private func append(_ value: BusValue) throws(SystemdError) {
    switch value {
    case .string(let string):
      try append("s", string)
    case .boolean(let boolean):
      var number: CInt = boolean ? 1 : 0
      try append("b", &number)
    case .number(var number):
      try append("t", &number)
    case .array(let element, let values):
      try append(values, inside: "a", element)
    case .structure(let members):
      try append(members, inside: "r", members.map(\.signature).joined())
    case .variant(let value):
      try append([value], inside: "v", value.signature)
    }
  }

  private func append(_ type: Unicode.Scalar, _ value: UnsafeRawPointer) throws(SystemdError) {
    try checked(
      "sd_bus_message_append_basic", sd_bus_message_append_basic(pointer, CChar(type.value), value))
  }

  private func append(
    _ values: [BusValue], inside container: Unicode.Scalar, _ contents: String
  ) throws(SystemdError) {
    try checked(
      "sd_bus_message_open_container",
      sd_bus_message_open_container(pointer, CChar(container.value), contents))
    for value in values { try append(value) }
    try checked("sd_bus_message_close_container", sd_bus_message_close_container(pointer))
  }
}

/// The answer to a method call; valid only while its completion runs.
struct BusReply {
  let pointer: OpaquePointer

  /// Reads the answer of `Properties.Get` where it is a 64-bit number.
  func numberProperty() throws(SystemdError) -> UInt64 {
    var number: UInt64 = 0
    try checked("sd_bus_message_enter_container", sd_bus_message_enter_container(pointer, CChar(118), "t"))
    try checked("sd_bus_message_read_basic", sd_bus_message_read_basic(pointer, CChar(116), &number))
    return number
  }
}
