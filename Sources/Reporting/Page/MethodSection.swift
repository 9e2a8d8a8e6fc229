import Model

/// 方法と注意: what the results rest on, what was not asked, who did not answer, which files were read.
struct MethodSection {
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        [
            "limits": .texts(MethodWords(presentation).limits),
            "assumptions": .texts(presentation.report.assumptions),
            "hasAssumptions": .flag(!presentation.report.assumptions.isEmpty),
            "sources": .list(presentation.report.sources.map(Self.source)),
        ]
    }

    private static func source(_ source: SourceSummary) -> PageValue {
        [
            "file": .text(source.file), "sheet": .text(source.sheet ?? ""), "role": .text(source.role.word),
            "count": .number(source.recordCount), "purpose": .text(source.purpose),
            "retainUntil": .text(source.retainUntil.map(NumberWords.day) ?? ""),
            "contacts": .text(source.contacts.word),
            "digest": .text(String(source.sha256.prefix(16))),
        ]
    }
}
