// swift-tools-version: 6.1
// Paragraf: reads Swedish municipal minutes and reports. The arrows between the targets run one way (README, "The rooms").
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

// What scripts/fuzz builds instead of the tests that replay its corpus: the same promises, driven by libFuzzer.
let isFuzzing = Context.environment["PARAGRAF_FUZZ"] != nil
let promises: Target =
  isFuzzing
  ? .executableTarget(
    name: "fuzz", dependencies: ["Language", "PDFReading", "Pages", "Querying"], path: "Tests/FuzzTests",
    exclude: ["ReplayTests.swift", "Corpus", "dictionary.txt", "words.txt"], swiftSettings: strict)
  : .testTarget(
    name: "FuzzTests", dependencies: ["Language", "PDFReading", "Pages", "Querying"],
    exclude: ["Fuzzer", "Corpus", "dictionary.txt", "words.txt"],
    swiftSettings: strict)

// Reading a page allocates in small pieces, in Poppler and here; jemalloc takes a tenth less of the processor's time for the whole of it than the C
// library does. The sanitizers bring allocators of their own (scripts/sanitize).
let allocator: [LinkerSetting] = Context.environment["PARAGRAF_SANITIZE"] == nil ? [.linkedLibrary("jemalloc")] : []

// What scripts/bench --search builds: an archive of many made-up minutes, and how fast it is searched.
let benches: [Target] =
  Context.environment["PARAGRAF_BENCH"] == nil
  ? []
  : [
    .executableTarget(
      name: "search-bench", dependencies: ["Archive", "Facts", "Language", "Querying"], path: "Tests/SearchBench", swiftSettings: strict),
    .executableTarget(
      name: "reading-bench", dependencies: ["Documents", "Extraction", "PDFReading", "Pages", "Pipeline", "Rules"],
      path: "Tests/ReadingBench", swiftSettings: strict, linkerSettings: allocator),
  ]

let package = Package(
  name: "paragraf",
  products: [
    .library(name: "Paragraf", targets: ["Pipeline", "Archive"]),
    .executable(name: "paragraf", targets: ["paragraf"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // C libraries: module maps and shims, nothing else.
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .target(name: "CTesseract"),
    .target(name: "CLittleCMS", linkerSettings: [.linkedLibrary("lcms2")]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),

    // The rooms, in the order of the flow.
    .target(name: "Pages", swiftSettings: strict),
    .target(name: "PDFReading", dependencies: ["Pages", "CPoppler", "CTesseract", "CLittleCMS"], swiftSettings: strict),
    .target(name: "Language", dependencies: ["CICU", "CSnowball"], swiftSettings: strict),
    .target(
      name: "Rules",
      dependencies: ["Pages", "Language", "CPCRE2", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Documents", dependencies: ["Pages", "Language", "Rules"], swiftSettings: strict),
    .target(name: "Drafting", dependencies: ["Pages", "Language", "Rules", "Documents"], swiftSettings: strict),
    .target(name: "Facts", dependencies: ["Pages", "Language"], swiftSettings: strict),
    .target(name: "Evaluation", swiftSettings: strict),
    .target(name: "Corrections", dependencies: ["Facts"], swiftSettings: strict),
    .target(name: "Versions", dependencies: ["Language", "Facts"], swiftSettings: strict),
    .target(
      name: "Extraction", dependencies: ["Pages", "Language", "Rules", "Documents", "Facts"],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: ["Pages", "PDFReading", "Language", "Rules", "Querying", "Documents", "Drafting", "Facts", "Extraction", "CCrypto"],
      swiftSettings: strict),
    .target(name: "Querying", dependencies: ["Language"], swiftSettings: strict),
    .target(name: "SearchIndex", swiftSettings: strict),
    .target(
      name: "Archive",
      dependencies: [
        "Pages", "Language", "Facts", "Versions", "Querying", "SearchIndex", "Corrections", "CCrypto", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Indexing", dependencies: ["Pages", "PDFReading", "Rules", "Facts", "Pipeline", "Workers", "Archive"], swiftSettings: strict),
    .target(name: "Access", dependencies: ["CArgon2", "CCrypto", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
    .target(name: "Workers", dependencies: ["Pages", "Pipeline", "Rules", "Facts", "CSeccomp"], swiftSettings: strict),
    .target(name: "Spreadsheet", dependencies: ["CXlsxWriter"], swiftSettings: strict),
    .target(name: "Comparison", dependencies: ["Language", "Facts", "Spreadsheet"], swiftSettings: strict),
    .target(
      name: "Reconciliation", dependencies: ["Language", "Rules", "Documents", "Facts", "Comparison"], swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Access", "Pages", "Pipeline", "Language", "Facts", "Archive", "Corrections", "Querying", "Workers", "Indexing", "Rules",
        "Spreadsheet", "Comparison",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.copy("Templates"), .copy("Static"), .copy("Schemas")], swiftSettings: strict),
    .executableTarget(
      name: "paragraf",
      dependencies: [
        "Pages", "PDFReading", "Language", "Rules", "Documents", "Drafting", "Facts", "Extraction", "Pipeline", "Workers", "Archive",
        "Corrections", "Querying", "Spreadsheet", "Comparison", "Reconciliation", "Evaluation", "Versions", "Indexing", "Access", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: allocator),

    .testTarget(name: "AccessTests", dependencies: ["Access"], swiftSettings: strict),
    .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex"], swiftSettings: strict),
    .testTarget(name: "PagesTests", dependencies: ["Pages"], swiftSettings: strict),
    .testTarget(name: "PDFReadingTests", dependencies: ["PDFReading", "Pages", "CPoppler"], swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Corrections", "Facts", "Language", "Querying", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "TableTests", dependencies: ["Documents", "Extraction", "Facts", "Pages", "Rules"], swiftSettings: strict),
    .testTarget(name: "WorkersTests", dependencies: ["Workers", "Pipeline", "paragraf"], swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Access", "Web", "Workers", "paragraf", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["paragraf", "PDFReading"], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "Language"], swiftSettings: strict),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Pages", "Rules"], swiftSettings: strict),
    .testTarget(name: "DraftingTests", dependencies: ["Drafting", "Documents", "Pages", "Rules"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Documents", "Facts", "Pages", "Rules"], swiftSettings: strict),
    .testTarget(name: "PipelineTests", dependencies: ["Pages", "Pipeline", "PDFReading", "Facts", "Rules"], swiftSettings: strict),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"], swiftSettings: strict),
    .testTarget(name: "ComparisonTests", dependencies: ["Comparison", "Facts", "Spreadsheet"], swiftSettings: strict),
    .testTarget(
      name: "ReconciliationTests", dependencies: ["Reconciliation", "Facts", "Rules", "Pipeline"], swiftSettings: strict),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"], swiftSettings: strict),
    .testTarget(name: "QueryingTests", dependencies: ["Querying", "Language"], swiftSettings: strict),
    .testTarget(
      name: "RelevanceTests",
      dependencies: [
        "Archive", "Facts", "Language", "Pages", "Pipeline", "Querying", "Rules", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["queries.txt"], swiftSettings: strict),
    .testTarget(name: "CorrectionsTests", dependencies: ["Corrections", "Evaluation", "Facts"], swiftSettings: strict),
    .testTarget(name: "VersionsTests", dependencies: ["Versions", "Facts"], swiftSettings: strict),
    promises,
    .testTarget(
      name: "CorpusTests", dependencies: ["Drafting", "Evaluation", "Pipeline", "Rules", "PDFReading", "Language", "Facts", "Pages"],
      swiftSettings: strict),
  ] + benches
)
