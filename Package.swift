// swift-tools-version: 6.2

import PackageDescription

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Rooms that do so much work in tests that optimising them costs less than it saves.
let optimizedForTests = [SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
    _ name: String, uses dependencies: [Target.Dependency], path: String? = nil, excluding: [String] = [],
    settings: [SwiftSetting] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path, exclude: excluding,
        swiftSettings: houseRules + settings, plugins: plugins)
}

func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: houseRules)
}

func system(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Tsunagi",
    products: [.executable(name: "tsunagi", targets: ["tsunagi"])]
        // For Tests/Fuzz and Tests/Benchmarks, packages of their own.
        + ["Model", "Text", "Tabular", "Survey", "Geo", "Linkage", "Analysis", "Solving"].map {
            .library(name: $0, targets: [$0])
        },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The house. A room may use only those above it.
        room("Model", uses: []),
        room("Text", uses: ["Model"], settings: optimizedForTests),
        room(
            "Tabular", uses: ["Model", "CSystem", "CZip", "CZlib", "CExpat", "CXlsxWriter"],
            settings: optimizedForTests),
        room("Survey", uses: ["Model", "Text", "Tabular", "Yams"]),
        room("Geo", uses: ["Model", "Text", "Tabular", "CProj"]),
        room("Linkage", uses: ["Model", "Text", "CNettle"], settings: optimizedForTests),
        room("Analysis", uses: ["Model"], settings: optimizedForTests),
        room("Solving", uses: ["Analysis", "CCbc"]),
        room("Store", uses: ["Model", "Queries", grdb]),
        room("Reporting", uses: ["Model", "Tabular", "Reports", "CNettle", mustache]),
        room(
            "Pipeline",
            uses: [
                "Model", "Text", "Tabular", "Survey", "Geo", "Linkage", "Analysis", "Solving", "Store",
                "Reporting", "CNettle", "CSystem",
            ]),
        .executableTarget(
            name: "tsunagi", dependencies: ["Model", "Pipeline", argumentParser, logging],
            swiftSettings: houseRules),

        // SQL and templates, readable at the top level and compiled in.
        room("Queries", uses: [], path: "Queries", plugins: ["EmbedText"]),
        room("Reports", uses: [], path: "Reports", excluding: ["samples"], plugins: ["EmbedText"]),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
        .executableTarget(name: "embed-text", swiftSettings: houseRules),

        // One folder of tests for each room.
        .target(
            name: "TestSupport", dependencies: ["Analysis", "CZlib"], path: "Tests/TestSupport",
            swiftSettings: houseRules),
        tests("Model", uses: []),
        tests("Text", uses: ["Model"]),
        tests("Tabular", uses: ["Model", "CZip"]),
        tests("Survey", uses: ["Model", "Text", "Tabular"]),
        tests("Geo", uses: ["Model", "Tabular", "Text"]),
        tests("Linkage", uses: ["Model", "Tabular", "Text"]),
        tests("Analysis", uses: ["Model"]),
        tests("Solving", uses: ["Analysis"]),
        tests("Store", uses: ["Model", "Queries", grdb]),
        tests("Reporting", uses: ["Model", "Tabular", "Reports"]),
        tests("Pipeline", uses: ["Model", "Reporting", "Tabular"]),
        tests("tsunagi", uses: ["Model", "Pipeline", "Reporting", "Survey", "Tabular", argumentParser]),

        // Libraries of the system.
        system("CProj", "proj", "libproj-dev"),
        system("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
        system("CCbc", "cbc", "coinor-libcbc-dev"),
        system("CNettle", "nettle", "nettle-dev"),
        system("CZip", "libzip", "libzip-dev"),
        system("CZlib", "zlib", "zlib1g-dev"),
        system("CExpat", "expat", "libexpat1-dev"),
        .target(name: "CSystem"),
    ],
    swiftLanguageModes: [.v6]
)
