// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "aroundtally-benchmarks",
    dependencies: [.package(name: "aroundtally", path: "..")],
    targets: [
        .executableTarget(
            name: "generate", dependencies: [.product(name: "ServiceDesk", package: "aroundtally")],
            swiftSettings: strict),
        .executableTarget(
            name: "measure",
            dependencies: [
                .product(name: "ServiceDesk", package: "aroundtally"),
                .product(name: "Ingest", package: "aroundtally"),
                .product(name: "Reports", package: "aroundtally"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
