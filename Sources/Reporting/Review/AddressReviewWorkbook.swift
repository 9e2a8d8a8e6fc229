import Model
import Tabular

extension SheetBook {
    /// `review/addresses.xlsx`: each address once, with what was read and a place for the decision.
    static func addressReview(_ presentation: Presentation) -> SheetBook {
        let input = CellStyle(fill: .input)
        let sheet = Sheet(
            layout: WorkbookSheet(
                name: AddressReview.sheetName, title: AddressReview.title, notes: AddressReview.notes,
                columns: AddressReview.Column.allCases.map(\.layout), frozenColumns: 4),
            lines: presentation.doubtfulAddresses.lazy.map { address in
                Sheet.Line(
                    cells: AddressReview.Column.allCases.map { $0.cell(of: address) },
                    styles: [0: input, 1: input, 2: input])
            })
        return SheetBook(path: AddressReview.path, created: presentation.report.wave.asOf, sheets: [sheet])
    }
}

extension AddressReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .decision:
            WorkbookColumn(rawValue, width: 11, choices: AddressReview.Decision.allCases.map(\.rawValue))
        case .correction, .address: WorkbookColumn(rawValue, width: 24)
        case .note: WorkbookColumn(rawValue, width: 10)
        case .reason, .candidate1, .candidate2, .candidate3: WorkbookColumn(rawValue, width: 17)
        case .municipality, .town, .rest: WorkbookColumn(rawValue, width: 14)
        case .level: WorkbookColumn(rawValue, width: 9)
        case .confidence: WorkbookColumn(rawValue, .percent, width: 8)
        case .names, .places: WorkbookColumn(rawValue, width: 18)
        case .count: WorkbookColumn(rawValue, .integer, width: 6)
        }
    }

    fileprivate func cell(of address: DoubtfulAddress) -> WorkbookCell {
        switch self {
        case .decision, .correction, .note: .blank
        case .address: .words(address.address)
        case .reason: .words(address.reasonInWords)
        case .municipality: .words(address.municipality)
        case .town: .words(address.town)
        case .rest: .words(address.rest)
        case .level: .words(address.level.word)
        case .confidence: address.level < .municipality ? .blank : .percent(ofShare: address.confidence)
        case .candidate1: .words(address.candidates.first)
        case .candidate2: .words(address.candidates.dropFirst().first)
        case .candidate3: .words(address.candidates.dropFirst(2).first)
        case .names: .words(Listing.first(address.mentions.map(\.name), unit: "団体"))
        case .count: .integer(address.mentions.count)
        case .places:
            .words(Listing.first(address.mentions.map { $0.reference.location.description(in: .japanese) }, unit: "行"))
        }
    }
}

extension DoubtfulAddress {
    var reasonInWords: String {
        switch reason {
        case .notFound: "町名まで分かりません"
        case .severalPlaces: "町名が一つに決まりません。候補を見てください"
        case .uncertain: "町名がちがうかもしれません"
        case .answerNotFound: "前の判定「\(answer ?? "")」も、町名まで分かりません"
        }
    }
}

extension Place.Level {
    fileprivate var word: String {
        switch self {
        case .nothing: "分からない"
        case .prefecture: "都道府県まで"
        case .municipality: "市区町村まで"
        case .town: "町名まで"
        case .block: "街区まで"
        case .lot: "番地まで"
        }
    }
}
