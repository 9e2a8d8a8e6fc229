import Testing
import Text

@Suite struct LegalFormTests {
    private func normalize(_ name: String) -> NormalizedName { TextTables.names.normalize(name) }

    @Test func theTablesAreThere() {
        #expect(TextTables.spellings.count > 60 && TextTables.variantPairs.count > 40)
    }

    @Test(arguments: TextTables.spellings.filter(\.isCertain)) func everyCertainSpellingIsTakenOff(
        spelling: TextTables.Spelling
    ) {
        let inFront = normalize("\(spelling.text)　ひまわりの会")
        #expect(inFront.core == "ひまわりの会" && inFront.looseCore == "ひまわりの会")
        #expect(inFront.legalFormID == spelling.formID)
        guard !spelling.text.hasSuffix(")") || spelling.text.contains("(") else { return }
        let behind = normalize("ひまわりの会 \(spelling.text)")
        #expect(behind.core == "ひまわりの会" && behind.legalFormID == spelling.formID)
        #expect(behind.notes.isEmpty)
    }

    @Test(arguments: TextTables.spellings.filter { !$0.isCertain }) func anUncertainSpellingOnlyFallsInTheLooseCore(
        spelling: TextTables.Spelling
    ) {
        let name = normalize("\(spelling.text)ひまわりの会")
        #expect(name.core == "\(spelling.text.lowercased())ひまわりの会")
        #expect(name.looseCore == "ひまわりの会" && name.legalFormID == nil)
    }

    @Test(arguments: [
        "特定非営利活動法人あおぞら", "NPO法人あおぞら", "ＮＰＯ 法人　あおぞら", "(特非)あおぞら", "（特非）あおぞら", "特非)あおぞら", "認定NPO法人あおぞら",
        "認定特定非営利活動法人 あおぞら", "特別非営利活動法人あおぞら", "ＮＰＯ法人\u{200B}あおぞら", "あおぞら NPO法人", "あおぞら（特定非営利活動法人）", "npo法人あおぞら",
        "NPO法人（特非）あおぞら", "特例認定NPO法人あおぞら",
    ])
    func aNonprofitIsOneHoweverItIsWritten(name: String) {
        #expect(normalize(name).core == "あおぞら")
        #expect(normalize(name).legalFormID == "specified_nonprofit")
    }

    @Test(arguments: [
        ("㈱あおぞら", "stock_company"), ("あおぞら㈱", "stock_company"), ("（株）あおぞら", "stock_company"), ("㈻あおぞら", "school"),
        ("社會福祉法人あおぞら", "social_welfare"), ("医療法人社団 あおぞら", "medical"), ("地方独立行政法人あおぞら", "independent_agency"),
        ("一般社団法人あおぞら", "general_association"), ("公益財団法人あおぞら", "public_foundation"), ("任意団体あおぞら", "voluntary"),
    ])
    func otherFormsAreKnownAsWell(name: String, form: String) {
        #expect(normalize(name).core == "あおぞら" && normalize(name).legalFormID == form)
    }

    @Test func theLongestSpellingWins() {
        #expect(TextTables.legalForms.split("認定特定非営利活動法人あおぞら").core == "あおぞら")
        #expect(TextTables.legalForms.split("一般社団法人あおぞら").formID == "general_association")
    }

    @Test(arguments: ["NPO法人", "特定非営利活動法人", "（特非）", "㈱", "一社"])
    func aNameThatIsOnlyALegalFormStays(name: String) {
        let folded = Width.foldedWithoutSpaces(name).lowercased()
        #expect(normalize(name).core == folded && normalize(name).looseCore == folded)
        #expect(normalize(name).legalFormID == nil)
    }

    @Test(arguments: [
        ("地域食堂つばさ（熊本大学）", "地域食堂つばさ", "熊本大学"), ("あおぞら（共同）", "あおぞら", "共同"), ("見守り隊（会社有）", "見守り隊", "会社有"),
        ("こども支援（地域福）", "こども支援", "地域福"), ("健康の会（南阿蘇医）", "健康の会", "南阿蘇医"),
    ])
    func anOpenSpellingDoesNotBiteIntoANote(name: String, core: String, note: String) {
        #expect(normalize(name).core == core)
        #expect(normalize(name).notes == [note])
        #expect(normalize(name).legalFormID == nil)
    }

    @Test func namesWithoutAFormHaveNone() {
        #expect(normalize("ひまわりの会").legalFormID == nil)
        #expect(LegalForms([LegalForms.Spelling]()).split("npo法人あおぞら").core == "npo法人あおぞら")
    }
}
