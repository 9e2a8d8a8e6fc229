internal import BenchmarkSupport

/// Rows like those of a survey of organisations, the same for the same seed: names, addresses, lists of choices, many
/// blank cells, and now and then a comma, a quotation mark or a line break.
struct AnswerSheet {
    struct Row {
        let number: Int
        let day: Int
        let minute: Int
        let name: String
        let representative: String
        let contact: String
        let telephone: String
        let email: String
        let postalCode: String
        let address: String
        /// Texts of the options that were chosen, for each question of ``Choices/all``.
        let choices: [[String]]
        let note: String
        let members: Int
    }

    private static let known = ["ひまわり", "そら", "みらい", "つばさ", "こもれび", "髙橋", "なのはな", "ほっと", "さくら", "ｷﾗﾘ"]
    private static let kana = Array("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ")

    private var generator: SeededGenerator
    private var number = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> Row {
        number += 1
        let hasMail = generator.happens(percent: 40)
        return Row(
            number: number, day: Int.random(in: 0..<42, using: &generator),
            minute: Int.random(in: 0..<1440, using: &generator), name: name(), representative: person(),
            contact: generator.happens(percent: 20) ? person() : "",
            telephone: "0\(digits(2))-\(digits(3))-\(digits(4))", email: hasMail ? "\(digits(5))@example.jp" : "",
            postalCode: generator.happens(percent: 50) ? "\(digits(3))-\(digits(4))" : "", address: address(),
            choices: Choices.all.map { chosen(from: $0) }, note: note(),
            members: Int.random(in: 1...300, using: &generator))
    }

    private mutating func name() -> String {
        let core =
            generator.happens(percent: 30)
            ? generator.pick(Self.known) : String((0..<4).map { _ in generator.pick(Self.kana) })
        let kind = generator.pick(["会", "の家", "食堂", "クラブ", "サロン", "ネットワーク", "・ステーション"])
        let form = generator.happens(percent: 40) ? generator.pick(["NPO法人", "（特非）", "㈱", "社会福祉法人　"]) : ""
        return generator.happens(percent: 1) ? "\(form)\(core)\"\(kind)\"" : form + core + kind
    }

    private mutating func person() -> String {
        generator.pick(["山田", "佐藤", "髙木", "山﨑", "渡邉"]) + generator.pick(["太郎", "花子", "一", "美咲", "健"])
    }

    private mutating func address() -> String {
        let ward = generator.pick(["中央区", "東区", "西区", "南区", "北区"])
        let town = generator.pick(["本町", "新町", "桜木", "大江", "水前寺", "花園", "富合町", "植木町"])
        let place = "\(ward)\(town)\(digits(1))-\(digits(2))"
        return generator.happens(percent: 3) ? "\(place),\n第一ビル２Ｆ" : place
    }

    private mutating func note() -> String {
        guard generator.happens(percent: 5) else { return "" }
        return generator.pick([
            "地域の方から相談があり、\n関係機関へつないだ。", "「居場所」を月に2回開いている", "他団体と\"連携\"して,食糧を届けた",
        ])
    }

    private mutating func chosen(from choices: Choices) -> [String] {
        guard !generator.happens(percent: choices.blankPercent) else { return [] }
        guard choices.isMultiple else { return [generator.pick(choices.options).label] }
        return choices.options.filter { _ in generator.happens(percent: choices.chosenPercent) }.map(\.label)
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).reduce(into: "") { text, _ in text += String(Int.random(in: 0...9, using: &generator)) }
    }
}

/// A question of the survey and its options, with ids of the taxonomy.
struct Choices {
    let title: String
    let id: String
    let concept: String
    let isMultiple: Bool
    let blankPercent: Int
    /// Of the options of a multiple choice.
    var chosenPercent = 0
    let options: [(id: String, label: String)]

    static let all = [
        Choices(
            title: "団体の種類", id: "1-1", concept: "organization_type", isMultiple: false, blankPercent: 5,
            options: [
                ("npo", "NPO法人"), ("social_welfare", "社会福祉法人"), ("voluntary", "任意団体"), ("other", "その他"),
            ]),
        Choices(
            title: "活動内容（複数選択）", id: "2-2", concept: "theme", isMultiple: true, blankPercent: 20,
            chosenPercent: 14,
            options: [
                ("mental_health", "心の健康"), ("bullying", "いじめ"), ("school_absence", "不登校"), ("children", "こども"),
                ("child_rearing", "子育て"), ("older_people", "高齢者"), ("family_care", "介護"), ("poverty", "生活困窮"),
                ("housing", "住まい"), ("employment", "就労"), ("women", "女性"), ("foreign_residents", "外国人"),
            ]),
        Choices(
            title: "活動の種類（複数選択）", id: "2-3", concept: "support_type", isMultiple: true, blankPercent: 40,
            chosenPercent: 25,
            options: [
                ("consultation", "相談窓口の開設"), ("gathering_place", "居場所づくり"), ("goods_and_food", "物的支援・食糧支援"),
                ("outreach", "アウトリーチ支援"),
            ]),
        Choices(
            title: "委託事業", id: "2-4", concept: "commissioned", isMultiple: false, blankPercent: 40,
            options: [("yes", "あり"), ("no", "なし")]),
        Choices(
            title: "事例の有無", id: "3-1", concept: "case_found", isMultiple: false, blankPercent: 40,
            options: [("yes", "ある"), ("no", "ない")]),
    ]
    static let note = (title: "事例（自由記述）", id: "3-3")
}
