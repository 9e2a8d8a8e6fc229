internal import FoundationEssentials
internal import Model
internal import Store
internal import Survey

/// What the register of an earlier run knows: records with their organisations, by which these are known again.
struct EarlierWaves {
    let records: [EarlierRecord]
    /// How many of the first of them the register of this wave keeps; the others are of an earlier run of it.
    let keptCount: Int
    /// By wave: 1 for the one before this.
    private let ages: [String: Int]
    /// Of the wave before, to be read; `nil` where none is given.
    let register: Register?
    /// What else that register knows.
    let knowledge: EarlierKnowledge
    /// Records that are forgotten and that the register still holds.
    private let forgotten: [EarlierRecord]

    private init(
        _ records: [EarlierRecord], register: Register?, knowledge: EarlierKnowledge, wave: String,
        forgotten: [EarlierRecord] = []
    ) {
        self.register = register
        self.forgotten = forgotten
        self.knowledge = knowledge
        let kept = records.filter { $0.waveID != wave }
        self.records = kept + records.filter { $0.waveID == wave }
        keptCount = kept.count
        var days: [String: String] = [:]
        for record in records { days[record.waveID] = record.asOf }
        let waves = days.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.map(\.key)
        ages = Dictionary(uniqueKeysWithValues: waves.enumerated().map { ($1, $0 + 1) })
    }

    /// Content keys and ids of what is forgotten and what the register still holds.
    var forgottenKeys: Set<String> { Set(forgotten.map(\.contentKey)) }
    var forgottenIDs: Set<String> { Set(forgotten.map(\.organizationID)) }

    /// How many of the waves stood as of a later day.
    func count(after day: CivilDate) -> Int {
        Set(records.filter { $0.asOf > day.description }.map(\.waveID)).count
    }

    /// How many waves ago a record was made.
    func age(of record: EarlierRecord) -> Int { ages[record.waveID] ?? 1 }
}

extension EarlierWaves {
    /// Folder of `--previous`, else of `previous:` in `wave.yaml`; `nil` where neither is given.
    static func folder(options: RunOptions, inputs: WaveInputs) -> URL? {
        options.previousFolder
            ?? inputs.description.previous.map {
                $0.hasPrefix("/") ? URL(filePath: $0) : options.waveFolder.appending(path: $0)
            }
    }

    /// What the wave before knows.
    ///
    /// Records of organisations that are forgotten are not among them; of a source whose term has passed, and of those
    /// whose contacts are forgotten, the contacts are not.
    init(_ register: Register?, inputs: WaveInputs, forgotten: inout ForgottenList) throws(StageError) {
        guard let register else {
            self.init([], register: nil, knowledge: .none, wave: "")
            return
        }
        let day = inputs.wave.asOf.description
        var records: [EarlierRecord] = []
        var gone: [EarlierRecord] = []
        for var earlier in try register.knownRecords() {
            let recognition = forgotten.recognition(of: earlier.record)
            if recognition == .organization {
                gone.append(earlier)
                continue
            }
            if recognition == .contacts || earlier.retainUntil.map({ $0 < day }) == true {
                earlier.record = earlier.record.withoutContacts
            }
            records.append(earlier)
        }
        self.init(
            records, register: register,
            knowledge: try EarlierKnowledge(
                register, wave: inputs.wave, taxonomy: inputs.reference.taxonomy,
                without: Set(gone.map(\.organizationID))),
            wave: inputs.wave.id, forgotten: gone)
    }

    /// - Returns: `nil` where no wave before is given.
    /// - Throws: `StageError` when the folder holds no register that can be read.
    static func register(options: RunOptions, inputs: WaveInputs) throws(StageError) -> Register? {
        guard let folder = folder(options: options, inputs: inputs) else { return nil }
        let file = folder.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw StageError(.previousMissing, at: CellLocation(file: folder.path), expected: Run.registerFile)
        }
        return try Register(reading: file.path, name: file.path)
    }
}
