// swift-tools-version: 6.2

import PackageDescription

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A benchmark is a folder of its own in Sources and a program: `./run NAME`.
func benchmark(_ name: String, uses rooms: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["BenchmarkSupport"] + rooms.map { .product(name: $0, package: "Tsunagi") },
        swiftSettings: houseRules)
}

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Tsunagi", path: "../..")],
    targets: [
        benchmark("access", uses: ["Model", "Tabular"]),
        benchmark("addresses", uses: ["Geo", "Model", "Tabular", "Text"]),
        benchmark("coverage", uses: ["Analysis", "Model"]),
        benchmark("ingest", uses: ["Model", "Tabular"]),
        benchmark("linkage", uses: ["Model", "Tabular"]),
        benchmark("shortlist", uses: []),
        .target(name: "BenchmarkSupport", swiftSettings: houseRules),
    ],
    swiftLanguageModes: [.v6]
)
