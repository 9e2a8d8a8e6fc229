// swift-tools-version: 6.2

import PackageDescription

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A program whose `main` is libFuzzer's. It builds with `--sanitize fuzzer` only; see README.md.
func fuzzer(_ name: String, uses rooms: [String], with support: [Target.Dependency] = []) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzSupport"] + support + rooms.map { .product(name: $0, package: "Tsunagi") },
        swiftSettings: houseRules)
}

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "Tsunagi", path: "../..")],
    targets: [
        // Rooms that use the EmbedText plugin can't be fuzzed: its tool would be built with the sanitizer as well.
        fuzzer("FuzzCSV", uses: ["Model", "Tabular"]),
        fuzzer("FuzzWorkbook", uses: ["Model", "Tabular"]),
        fuzzer("FuzzYAML", uses: ["Model", "Survey"]),
        fuzzer("FuzzDates", uses: ["Model", "Text"]),
        fuzzer("FuzzNames", uses: ["Text"]),
        fuzzer("FuzzAddresses", uses: ["Geo", "Model"], with: ["FuzzPlaces"]),
        fuzzer("FuzzGazetteer", uses: ["Geo", "Model"], with: ["FuzzPlaces"]),
        fuzzer("FuzzLists", uses: ["Geo", "Model"], with: ["FuzzPlaces"]),
        fuzzer("FuzzPolygons", uses: ["Geo", "Model", "Text"], with: ["FuzzPlaces"]),
        .target(
            name: "FuzzPlaces",
            dependencies: ["FuzzSupport"] + ["Geo", "Model", "Text"].map { .product(name: $0, package: "Tsunagi") },
            swiftSettings: houseRules),
        .target(
            name: "FuzzSupport",
            dependencies: [.product(name: "Model", package: "Tsunagi"), .product(name: "Tabular", package: "Tsunagi")],
            swiftSettings: houseRules),
    ],
    swiftLanguageModes: [.v6]
)
