public import FoundationEssentials
public import Model

/// What is to be forgotten, and where.
public struct ForgettingOptions: Sendable {
    /// Of the first output; an id that it had before a merge will do.
    public var organizationID: String
    /// Only the fields by which people are reached.
    public var isOfContactsOnly: Bool
    /// The first one is that of the first output.
    public var waveFolders: [URL]
    public var outputFolders: [URL]
    /// Nothing is written, and what would be is told.
    public var isDryRun: Bool
    public var tables: DataTables
    /// Today, for `decisions.csv` and the manifest.
    public var today: CivilDate
    /// Where what was done is written down; `nil` for nowhere.
    public var record: URL?
    public var replacesRecord: Bool
    /// 16 bytes that nobody can guess.
    public var makeSalt: @Sendable () -> [UInt8]

    public init(
        organizationID: String, isOfContactsOnly: Bool = false, waveFolders: [URL], outputFolders: [URL],
        isDryRun: Bool = false, tables: DataTables, today: CivilDate, record: URL? = nil,
        replacesRecord: Bool = false,
        makeSalt: @escaping @Sendable () -> [UInt8] = ForgettingOptions.randomSalt
    ) {
        self.organizationID = organizationID
        self.isOfContactsOnly = isOfContactsOnly
        self.waveFolders = waveFolders
        self.outputFolders = outputFolders
        self.isDryRun = isDryRun
        self.tables = tables
        self.today = today
        self.record = record
        self.replacesRecord = replacesRecord
        self.makeSalt = makeSalt
    }

    public static let randomSalt: @Sendable () -> [UInt8] = {
        var generator = SystemRandomNumberGenerator()
        return (0..<SaltedHash.length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    var scope: ForgottenSubject.Scope { isOfContactsOnly ? .contacts : .organization }
}

/// What was taken out, or would be; no name and no value stands in it.
public struct ForgettingOutcome: Sendable {
    /// What changed in the `decisions.csv` of a wave.
    public struct DecisionChange: Sendable {
        public let file: URL
        /// Rows that spoke of it.
        public let removedRows: Int
        public let addedRows: Int
    }

    /// What changed in an output.
    public struct OutputChange: Sendable {
        public let folder: URL
        public let registerRows: Int
        /// Tables without their rows of it.
        public let changedFiles: [String]
        /// Files that the next run makes anew.
        public let removedFiles: [String]
    }

    public let isDryRun: Bool
    public var decisions: [DecisionChange] = []
    public var outputs: [OutputChange] = []
    /// Rows of the files of the survey, which still hold it; files of other waves carry the wave in front.
    public var inputRows: [CellLocation] = []
    /// Rows in which other organisations speak of it.
    public var mentions: [CellLocation] = []
    public var warnings: [Problem] = []

    /// There was nothing to do: an earlier call did it.
    public var isForgottenAlready: Bool { decisions.isEmpty && outputs.isEmpty }

    public var registerRows: Int { outputs.reduce(0) { $0 + $1.registerRows } }

    init(isDryRun: Bool) { self.isDryRun = isDryRun }
}
