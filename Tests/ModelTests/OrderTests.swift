import Model
import Testing

@Suite struct OrderTests {
    @Test func rolesNameAnOrganisationInThisOrder() {
        #expect(Role.allCases.reversed().sorted() == [.frame, .member, .response, .invitation])
    }

    @Test func anErrorIsWorseThanAWarning() {
        #expect(Severity.allCases.reversed().sorted() == [.info, .warning, .error])
    }

    @Test func aLotIsMoreExactThanATown() {
        #expect(
            Place.Level.allCases.reversed().sorted() == [.nothing, .prefecture, .municipality, .town, .block, .lot])
        #expect(Place.Level.allCases.map(\.rawValue) == [0, 1, 2, 3, 7, 8])
    }

    @Test func recordsStandByFileSheetAndRow() {
        let inOrder = [
            RecordReference(file: "a.csv", sheet: nil, row: 9), RecordReference(file: "b.xlsx", sheet: "1", row: 10),
            RecordReference(file: "b.xlsx", sheet: "2", row: 2), RecordReference(file: "b.xlsx", sheet: "2", row: 11),
        ]
        #expect(inOrder.reversed().sorted() == inOrder)
    }

    @Test func whatReachesAPersonIsInternal() {
        let internals = RecordField.allCases.filter(\.isInternal)
        #expect(
            internals == [
                .representative, .contactPerson, .telephone, .email, .note, .invitedOn, .invitationMethod,
                .invitationOutcome,
            ])
    }
}

@Suite struct LabelTests {
    @Test(arguments: Language.allCases) func rolesAndSeveritiesHaveALabelEach(language: Language) {
        let roles = Role.allCases.map { $0.label(in: language) }
        let severities = Severity.allCases.map { $0.label(in: language) }
        for labels in [roles, severities] {
            #expect(Set(labels).count == labels.count && !labels.contains(""))
            #expect(labels.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } == (language == .english))
        }
    }

    @Test(arguments: ServiceAreaKind.allCases) func whatReachesBeyondFillsNoAreaUntilConfirmed(kind: ServiceAreaKind) {
        let area = ServiceArea(kind: kind, codes: ["43101", "43102"], outsideCodes: ["43202"])
        #expect(area.filledCodes == ([.wider, .online].contains(kind) ? [] : ["43101", "43102"]))
    }
}
