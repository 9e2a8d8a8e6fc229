import Model

extension OrganizationChange.Kind {
    /// As a planner reads it.
    var words: String {
        switch self {
        case .new: "名簿に新しく加わった"
        case .added: "名簿に加わった（前から知られていた）"
        case .leftList: "名簿から外れた"
        case .closed: "名簿に廃止などと書かれている"
        case .moved: "移転した"
        case .renamed: "名称が変わった"
        case .incorporated: "法人になった"
        case .legalFormChanged: "法人格が変わった"
        case .joined: "PFに参加した"
        case .left: "PFの参加団体でなくなった"
        }
    }
}

extension GapChange.Kind {
    var words: String {
        switch self {
        case .closed: "なくなった空白"
        case .opened: "新しい空白"
        case .moved: "種類が変わった欄"
        case .need: "需要の数値が変わった空白"
        case .notAsked: "今回は尋ねていない（比べない）"
        case .askedAnew: "今回から尋ねた（比べない）"
        }
    }
}

extension InvitationReview.Outcome {
    var words: String {
        switch self {
        case .joined: "参加"
        case .declined: "辞退"
        case .undecided: "返事待ち・検討中"
        case .unread: "結果が読めない"
        }
    }
}

extension GapChange.Figure {
    /// `1,234.5人`, or 数値なし.
    var words: String { value == nil ? "数値なし" : NeedWords.figure(value, unit) }
}

extension GapChange {
    /// Label of the theme or the support type.
    var activity: String { theme.isEmpty ? supportType : theme }

    /// Kinds of gaps, or figures where these alone are different.
    var beforeWords: String { kind == .need ? earlierFigure?.words ?? "" : earlier?.label ?? "" }
    var afterWords: String { kind == .need ? laterFigure?.words ?? "" : later?.label ?? "" }

    /// Why, in sentences that claim no more than what was computed; reasons of one sort together.
    /// - Parameter most: so many organisations of one sort are named.
    func reasonWords(naming most: Int = .max) -> [String] {
        var groups: [(first: Reason, names: [String])] = []
        for reason in reasons {
            if let place = groups.firstIndex(where: { $0.first.isLike(reason) }) {
                groups[place].names.append(reason.name)
            } else {
                groups.append((reason, [reason.name]))
            }
        }
        return groups.map { words($0.first, Self.names($0.names, most)) }
            + (kind != .need && earlierFigure != nil ? [figureWords] : [])
    }

    private var figureWords: String {
        "需要の数値は\(earlierFigure?.words ?? "")から\(laterFigure?.words ?? "")に変わった"
    }

    private static func names(_ names: [String], _ most: Int) -> String {
        let shown = names.prefix(most).map { "「\($0)」" }.joined()
        return names.count > most ? shown + "ほか\(names.count - most)団体" : shown
    }

    private func words(_ reason: Reason, _ names: String) -> String {
        switch reason.cause {
        case .memberJoined: "\(names)がPFに参加した"
        case .memberLeft: "\(names)がPFの参加団体でなくなった"
        case .memberAnswerChanged: "参加団体\(names)\(Self.otherAnswer(reason))"
        case .memberAnswered: "参加団体\(names)が今回は活動を答えた（この活動は挙げていない）"
        case .newlyKnown: "\(names)の活動が今回わかった"
        case .notAnsweredNow: "\(names)は今回は答えていない（活動がなくなったとは限らない）"
        case .leftList: "\(names)が名簿から外れた（活動がなくなったとは限らない）"
        case .answerChanged: "\(names)\(Self.otherAnswer(reason))"
        case .needChanged: figureWords
        case .relabelled: "選択肢の言い方か分け方が変わった"
        case .notAsked: "今回は尋ねていない"
        case .askedAnew: "今回から尋ねた"
        case .expectation: "回答のない団体から見込まれる数が変わった（把握している担い手は、前回も今回もいない）"
        case .evidence: "同じ団体のままで、事例の答えか、数え方の設定が変わった"
        }
    }

    private static func otherAnswer(_ reason: Reason) -> String {
        switch (reason.aspect, reason.isGain) {
        case (.area, true): "の活動の範囲に、今回は入っている"
        case (.area, false): "の活動の範囲に、今回は入っていない"
        case (_, true): "が今回はこの活動を挙げた"
        case (_, false): "が今回はこの活動を挙げていない"
        }
    }
}

extension GapChange.Reason {
    fileprivate func isLike(_ other: GapChange.Reason) -> Bool {
        cause == other.cause && aspect == other.aspect && isGain == other.isGain
    }
}

/// What changed since the wave before, in a few sentences.
struct WaveChangeWords {
    private let changes: WaveChanges

    init(_ changes: WaveChanges) { self.changes = changes }

    /// Stands with every table of gaps that changed.
    static let gapCaveat =
        "理由は、前回と今回とで、だれがその欄に届いているかを比べて計算したものです。答えの有無や名簿の違いにもよるので、施策の効果を示すものではありません。"

    /// What a sheet of paper has room for: members, and gaps by theme.
    var keySentences: [String] {
        [members, gaps("活動内容", changes.gaps.themes, isTheme: true)].compactMap { $0 }
    }

    var sentences: [String] {
        [listed, members, organizations, gaps("活動内容", changes.gaps.themes, isTheme: true)]
            .compactMap { $0 }
            + [gaps("活動の種類", changes.gaps.supportTypes, isTheme: false), answers]
            .compactMap { $0 } + leftOut
    }

    private func count(_ kind: OrganizationChange.Kind) -> Int {
        changes.organizations.count { $0.kind == kind }
    }

    /// `新しく加わった団体37` and so on; those that there are none of are left out.
    private func counts(_ kinds: [(kind: OrganizationChange.Kind, words: String)]) -> String {
        kinds.filter { count($0.kind) > 0 }.map { "\($0.words)\(NumberWords.grouped(count($0.kind)))" }
            .joined(separator: "、")
    }

    private static func change(_ pair: WaveChanges.Pair) -> String {
        let (earlier, later) = (NumberWords.grouped(pair.earlier), NumberWords.grouped(pair.later))
        if pair.earlier == pair.later { return "\(later)団体のままです" }
        return "\(earlier)団体から\(later)団体に\(pair.later > pair.earlier ? "増えました" : "減りました")"
    }

    private static func bracketed(_ text: String) -> String { text.isEmpty ? "" : "（\(text)）" }

    private var listed: String {
        let detail = counts([(.new, "新しく加わった団体"), (.added, "前から知られていて加わった団体"), (.leftList, "外れた団体")])
        let caution = count(.leftList) > 0 ? "名簿から外れたことは、廃止や解散を意味しません。" : ""
        let closed = count(.closed) > 0 ? "名簿に廃止などと書かれている団体は\(NumberWords.grouped(count(.closed)))です。" : ""
        return "調査対象の名簿は\(Self.change(changes.listed))\(Self.bracketed(detail))。\(caution)\(closed)"
    }

    private var members: String {
        let detail = counts([(.joined, "新たに参加"), (.left, "参加団体でなくなった")])
        return "PF参加団体は\(Self.change(changes.members))\(Self.bracketed(detail))。"
    }

    private var organizations: String? {
        let text = counts([(.moved, "移転"), (.renamed, "名称の変更"), (.incorporated, "法人化"), (.legalFormChanged, "法人格の変更")])
        return text.isEmpty ? nil : "そのほか、\(text)です。"
    }

    private func gaps(_ word: String, _ count: GapComparison.Count, isTheme: Bool) -> String? {
        guard count.compared > 0 else { return nil }
        func changed(_ kind: GapChange.Kind) -> String {
            let own = changes.gaps.changes.filter { $0.kind == kind && ($0.key.themeID != nil) == isTheme }
            return NumberWords.grouped(own.count)
        }
        let lead = "地域×\(word)の\(NumberWords.grouped(count.compared))欄のうち、参加団体のない欄（空白）は"
        if count.open.earlier + count.open.later == 0 { return lead + "、前回も今回もありません。" }
        return lead
            + "\(NumberWords.grouped(count.open.earlier))から\(NumberWords.grouped(count.open.later))になりました"
            + "（なくなった空白\(changed(.closed))、新しい空白\(changed(.opened))、ほかに種類が変わった欄\(changed(.moved))）。"
    }

    private var answers: String? {
        let answers = changes.answers
        guard answers.answeredBoth > 0 else { return nil }
        let changed = Set(answers.changes.map(\.organizationID)).count
        return "前回も今回も回答した\(NumberWords.grouped(answers.answeredBoth))団体のうち\(NumberWords.grouped(changed))団体で、"
            + "前回と違う答えがあります（のべ\(NumberWords.grouped(answers.changes.count))問）。"
    }

    /// What could not be compared.
    private var leftOut: [String] {
        func ids(_ questions: [AnswerComparison.UnpairedQuestion]) -> String {
            questions.map { "問\($0.id) \($0.label)" }.joined(separator: "、")
        }
        let answers = changes.answers
        let parts = [
            answers.notAskedNow.isEmpty ? nil : "今回は尋ねていない設問（\(ids(answers.notAskedNow))）",
            answers.askedAnew.isEmpty ? nil : "今回から尋ねた設問（\(ids(answers.askedAnew))）",
            unpaired(.notAsked).map { "今回は尋ねていない選択肢（\($0)）" },
            unpaired(.askedAnew).map { "今回から尋ねた選択肢（\($0)）" },
            names(changes.gaps.areasNotCompared.earlier).map { "前回だけの地域（\($0)）" },
            names(changes.gaps.areasNotCompared.later).map { "今回だけの地域（\($0)）" },
        ].compactMap { $0 }
        return parts.isEmpty ? [] : ["\(parts.joined(separator: "、"))は、比べていません。"]
    }

    private func unpaired(_ kind: GapChange.Kind) -> String? {
        var seen: Set<String> = []
        return names(
            changes.gaps.changes.filter { $0.kind == kind }.map(\.activity).filter { seen.insert($0).inserted })
    }

    private func names(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(8).joined(separator: "、")
        return names.count > 8 ? "\(shown)ほか\(NumberWords.grouped(names.count - 8))" : shown
    }
}
