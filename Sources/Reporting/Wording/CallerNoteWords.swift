import Model

/// What a caller should know of an organisation, in lines that a page or a sheet can show.
struct CallerNoteWords {
    struct Line {
        let label: String
        /// At least one.
        let texts: [String]

        /// As `caller_note.mustache` shows it.
        var value: PageValue {
            ["label": .text(label), "isSeveral": .flag(texts.count > 1), "texts": .texts(texts)]
        }

        /// On one line.
        var text: String { "\(label)：\(texts.joined(separator: "、"))" }
    }

    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    /// What is known; nothing is said of what was not asked or not answered.
    /// - Parameter withNeed: whether it is said that the organisation sees the need.
    func lines(_ note: CallerNote, withNeed: Bool = true) -> [Line] {
        let need = withNeed ? note.seesNeed.map { $0 ? "感じる" : "感じない" } : nil
        return [
            Line(label: "孤独・孤立対策の必要性", texts: [need ?? ""]),
            Line(label: "PF参加の意向", texts: [note.wish ?? ""]),
            Line(label: "取り組む上での課題", texts: note.difficulties),
            Line(label: "自治体への期待", texts: note.hopes),
            Line(label: "PFができること（案）", texts: note.offers),
            Line(label: "自治体からの委託", texts: [commissioned(note)]),
            Line(label: "把握課", texts: [note.section ?? ""]),
            Line(label: "つてになりそうな参加団体", texts: note.contacts.map(contact)),
        ].filter { !$0.texts.allSatisfy(\.isEmpty) }
    }

    func commissioned(_ note: CallerNote) -> String { note.isCommissioned.map { $0 ? "あり" : "なし" } ?? "" }

    /// `甲の会（活動内容が同じ：こども／地域が同じ：北区／公開の同意なし）`
    func contact(_ contact: CallerNote.Contact) -> String {
        var shared: [String] = []
        if !contact.sharedThemes.isEmpty { shared.append("活動内容が同じ：\(contact.sharedThemes.joined(separator: "、"))") }
        if !contact.sharedAreas.isEmpty { shared.append("地域が同じ：\(places(contact.sharedAreas))") }
        if !contact.mayBeNamed { shared.append("公開の同意なし") }
        return shared.isEmpty ? contact.name : "\(contact.name)（\(shared.joined(separator: "／"))）"
    }

    private func places(_ codes: [String]) -> String {
        let report = presentation.report
        return codes.count > 1 && codes.count == report.areas.count
            ? "\(report.wave.municipality.name)全域" : codes.map(presentation.labels.area).joined(separator: "、")
    }
}
