public import FoundationEssentials
internal import Glibc
public import Model
internal import Store

/// Tells why a run took records for one organisation, or for two.
public struct LinkExplaining: Sendable {
    /// Of the run.
    public var outputFolder: URL
    public var organizationIDs: (String, String)

    /// - Parameter organizationIDs: the same one twice asks what holds the records of an organisation together.
    public init(outputFolder: URL, organizationIDs: (String, String)) {
        self.outputFolder = outputFolder
        self.organizationIDs = organizationIDs
    }

    /// What the run weighed.
    public struct Outcome: Sendable {
        public let names: (String, String)
        /// Pairs of records of the two, the most probable first. None: they share neither a contact nor enough letters of
        /// their names.
        public let pairs: [Pair]
    }

    public struct Pair: Sendable {
        public struct Side: Sendable {
            public let organizationID: String
            public let name: String
            /// With the wave before the file, where it is of an earlier one.
            public let location: CellLocation
        }

        public let a: Side
        public let b: Side
        public let weights: [LinkWeight]
        /// 0…1
        public let probability: Double
        public let outcome: RecordPair.Outcome

        /// In bits.
        public var total: Double { weights.reduce(0) { $0 + $1.bits } }

        /// Whether other candidates take a share that can be seen of what the weights alone would say.
        public var isShared: Bool { probability < exp2(total) / (1 + exp2(total)) - 0.005 }
    }

    /// - Throws: `StageError` when the folder holds no register, or an organisation isn't in it.
    public func run() throws(StageError) -> Outcome {
        let file = outputFolder.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw StageError(.outputMissing, at: CellLocation(file: outputFolder.path), expected: Run.registerFile)
        }
        let register = try Register(reading: file.path, name: file.path)
        defer { try? register.close() }
        let names = (
            try name(of: organizationIDs.0, in: register), try name(of: organizationIDs.1, in: register)
        )
        return Outcome(
            names: names,
            pairs: try register.pairs(of: organizationIDs.0, and: organizationIDs.1).map { pair in
                Pair(
                    a: Pair.Side(pair.a), b: Pair.Side(pair.b), weights: pair.weights,
                    probability: pair.probability, outcome: pair.outcome)
            })
    }

    private func name(of id: String, in register: Register) throws(StageError) -> String {
        guard let name = try register.name(ofOrganization: id) else {
            throw StageError(.organizationUnknown, at: CellLocation(file: outputFolder.path), found: id)
        }
        return name
    }
}

extension LinkExplaining.Pair.Side {
    fileprivate init(_ side: PairExplanation.Side) {
        var location = side.reference.location
        if side.isEarlier { location.file = "\(side.waveID):\(location.file)" }
        self.init(organizationID: side.organizationID, name: side.name, location: location)
    }
}
