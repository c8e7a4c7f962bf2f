// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let onMainThread: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "hoursd",
  products: [
    .library(name: "OpeningHours", targets: ["Civil", "OpeningHours"]),
    .executable(name: "hoursd", targets: ["hoursd"]),
    .executable(name: "hoursctl", targets: ["hoursctl"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The one direction of dependencies: Civil <- OpeningHours <- HoursCore <- { HoursWire, HoursSetup } <- hoursd.
    .target(name: "Civil", swiftSettings: strict),
    .target(name: "OpeningHours", dependencies: ["Civil"], swiftSettings: strict),
    .target(name: "HoursCore", dependencies: ["OpeningHours"], swiftSettings: strict),
    .target(name: "HoursWire", dependencies: ["HoursCore"], swiftSettings: strict),
    .target(name: "HoursStore", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "HoursSetup", dependencies: ["HoursCore", "CToml", "CIcal", "CPhoneNumber"],
      swiftSettings: strict),
    .target(name: "Systemd", dependencies: ["CSystemd"], swiftSettings: onMainThread),

    // C libraries of the system, each behind a header of ours.
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
    .target(name: "CIcal", linkerSettings: [.linkedLibrary("ical")]),
    .target(
      name: "CToml",
      linkerSettings: [.linkedLibrary("stdc++")]),
    .target(
      name: "CPhoneNumber",
      linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("stdc++")]),

    .executableTarget(
      name: "hoursd",
      dependencies: [
        "HoursWire", "HoursSetup", "HoursStore", "Systemd",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "hoursctl",
      dependencies: [
        "Civil", "HoursWire", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),

    // `make bench-hours`.
    .executableTarget(
      name: "hours-bench", dependencies: ["OpeningHours", "Allocations"], path: "contrib/bench/hours-bench",
      swiftSettings: strict),

    // `make sim`.
    .executableTarget(name: "hours-sim", dependencies: ["HoursCore"], swiftSettings: strict),

    // Counts allocations, for the tests and benchmarks that say there are none.
    .target(name: "Allocations", path: "Tests/Allocations"),
    .testTarget(
      name: "CivilTests", dependencies: ["Civil"], exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(
      name: "OpeningHoursTests", dependencies: ["OpeningHours", "Allocations"], exclude: ["Vectors"],
      swiftSettings: strict),
    .testTarget(
      name: "HoursCoreTests", dependencies: ["HoursCore"], exclude: ["Support/parse.py"],
      swiftSettings: strict),
    .testTarget(name: "HoursWireTests", dependencies: ["HoursWire"], swiftSettings: strict),
    .testTarget(name: "HoursctlTests", dependencies: ["hoursctl", "HoursWire"], swiftSettings: strict),
    .testTarget(name: "HoursStoreTests", dependencies: ["HoursStore", "CSQLite"], swiftSettings: strict),
    .testTarget(
      name: "HoursSetupTests", dependencies: ["HoursSetup"], exclude: ["Fixtures"], swiftSettings: strict),
    // It runs hoursctl, too, as the deliverer of mail.
    .testTarget(
      name: "DaemonTests", dependencies: ["HoursWire", "HoursCore", "hoursd", "hoursctl"],
      exclude: ["Support/sink.py", "Support/typist.py"], swiftSettings: strict),
    // It runs both programs, for one hands over to the other, and reads the vectors of OpeningHoursTests.
    .testTarget(name: "EvalTests", dependencies: ["hoursd", "hoursctl"], swiftSettings: strict),
    // It judges facts with hoursd's own checks, and runs both programs.
    .testTarget(name: "DoctorTests", dependencies: ["hoursd", "hoursctl"], swiftSettings: strict),
    // It runs both programs, too.
    .testTarget(name: "SetupTests", dependencies: ["hoursd", "hoursctl"], swiftSettings: strict),
    .testTarget(name: "SystemdTests", dependencies: ["Systemd"], swiftSettings: onMainThread),
    // It runs the programs as they were built or installed, and links none of them.
    .testTarget(name: "UserManagerTests", exclude: ["Support/probe.py"], swiftSettings: strict),
    .testTarget(name: "TreeTests", dependencies: ["hoursd", "hoursctl"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
