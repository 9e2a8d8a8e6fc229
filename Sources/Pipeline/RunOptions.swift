public import FoundationEssentials
public import Model

/// What a run is asked to do; everything that is not in the wave's own files comes in here.
public struct RunOptions: Sendable {
    public var waveFolder: URL
    public var outputFolder: URL
    /// Output of the previous wave; wins over `previous:` in `wave.yaml`.
    public var previousFolder: URL?
    /// Gazetteers besides those of `wave.yaml`, as paths.
    public var gazetteers: [URL]
    /// Folder with grids for the change of datum of lists.
    public var grids: URL?
    /// File of weights for linking that `link train` wrote; the carried ones otherwise.
    public var linkModel: URL?
    /// K and the weighting, where they are not to be those of `wave.yaml`.
    public var shortlistSize: Int?
    public var preset: ShortlistPreset?
    /// Seconds for the choice of the shortlist; `nil` for a limit on work alone, so that no result depends on the clock.
    public var timeLimit: Double?
    /// The tables of the data folder.
    public var tables: DataTables
    public var language: Language
    /// Version of the program, for the manifest.
    public var version: String
    /// Today, for what is written into `decisions.csv`; no result depends on it.
    public var today: CivilDate
    public var progress: @Sendable (ProgressEvent) -> Void
    /// Asked between the stages; when true the run ends and leaves nothing behind.
    public var isCancelled: @Sendable () -> Bool

    public var dataFolder: URL { tables.folder }

    public init(
        waveFolder: URL, outputFolder: URL, previousFolder: URL? = nil, gazetteers: [URL] = [],
        grids: URL? = nil, linkModel: URL? = nil, shortlistSize: Int? = nil, preset: ShortlistPreset? = nil,
        timeLimit: Double? = nil, tables: DataTables,
        language: Language = .japanese, version: String, today: CivilDate,
        progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.waveFolder = waveFolder
        self.outputFolder = outputFolder
        self.previousFolder = previousFolder
        self.gazetteers = gazetteers
        self.grids = grids
        self.linkModel = linkModel
        self.shortlistSize = shortlistSize
        self.preset = preset
        self.timeLimit = timeLimit
        self.tables = tables
        self.language = language
        self.version = version
        self.today = today
        self.progress = progress
        self.isCancelled = isCancelled
    }
}

/// The stages of a run, in their order.
public enum Stage: String, Sendable, CaseIterable {
    case prepare, read, geocode, resolve, register, tables, coverage, reach, shortlist, changes, write, publish

    public func label(in language: Language) -> String {
        switch (self, language) {
        case (.prepare, .japanese): "準備"
        case (.read, .japanese): "ファイルの読み取り"
        case (.geocode, .japanese): "所在地の特定"
        case (.resolve, .japanese): "団体の名寄せ"
        case (.register, .japanese): "台帳の作成"
        case (.tables, .japanese): "集計"
        case (.coverage, .japanese): "空白の判定"
        case (.reach, .japanese): "届き方の測定"
        case (.shortlist, .japanese): "声掛け候補の選定"
        case (.changes, .japanese): "前回との比較"
        case (.write, .japanese): "書き出し"
        case (.publish, .japanese): "出力の入れ替え"
        case (_, .english): rawValue
        }
    }
}

/// What a run tells while it works.
public enum ProgressEvent: Sendable {
    case began(Stage)
    /// The stage is done; `items` counts what it worked on.
    case ended(Stage, seconds: Double, items: Int)
}

/// How a run ended.
public struct RunOutcome: Sendable {
    public let outputFolder: URL
    public let report: URL
    public let findings: [Finding]
    public let organizationCount: Int
    public let askedCount: Int
    public let answeredCount: Int
    public let memberCount: Int
    public let pickCount: Int

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// The run was asked to stop.
public struct RunCancelled: Error {}
