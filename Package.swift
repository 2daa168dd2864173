// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own: imports are internal unless said otherwise, and a warning is an error.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// The core is read row by row from other modules, so its accessors must inline across the boundary.
let core: [SwiftSetting] =
    strict + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

let package = Package(
    name: "aroundtally",
    products: [
        .executable(name: "aroundtally", targets: ["aroundtally"]),
        .library(name: "ServiceDesk", targets: ["ServiceDesk"]),
        .library(name: "Ingest", targets: ["Ingest"]),
        .library(name: "Reports", targets: ["Reports"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CXlsx", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CCompression", pkgConfig: "libisal", providers: [.apt(["libisal-dev", "liblz4-dev", "libzstd-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "CMasks"),
        .target(name: "ServiceDesk", swiftSettings: core),
        .target(
            name: "Ingest",
            dependencies: ["CCompression", "CMasks", "ServiceDesk", .product(name: "Yams", package: "Yams")],
            swiftSettings: core),
        .target(name: "Reports", dependencies: ["ServiceDesk", "CXlsx"], swiftSettings: core),
        .target(
            name: "Operations",
            dependencies: [
                "CCompression", "CCrypto", "CPostgres", "ServiceDesk", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "aroundtally",
            dependencies: [
                "ServiceDesk", "Ingest", "Reports", "Operations",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(name: "TestSupport", dependencies: ["ServiceDesk"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "ServiceDeskTests", dependencies: ["ServiceDesk", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "CCompression", "CMasks", "ServiceDesk", "TestSupport"],
            exclude: ["fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "ServiceDesk", "TestSupport"],
            exclude: ["Golden", "Tools"], swiftSettings: strict),
        .testTarget(
            name: "OperationsTests", dependencies: ["Operations", "ServiceDesk", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["aroundtally", "ServiceDesk", "Operations", "TestSupport"],
            exclude: ["Transcripts", "fixtures"], swiftSettings: strict),
        .testTarget(name: "RepositoryTests", dependencies: ["ServiceDesk", "TestSupport"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
