internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Store
internal import Survey

/// What the register of an earlier run says of ids.
struct PreviousRegister {
    private let idsByContent: [String: String]
    private let idsByName: [String: String?]

    init(_ register: Register) throws(StageError) {
        var byContent: [String: String] = [:]
        var byName: [String: String?] = [:]
        for identity in try register.identities() {
            byContent[identity.contentKey] = byContent[identity.contentKey] ?? identity.organizationID
            let name = LinkRecord.name(inContentKey: identity.contentKey)
            if let known = byName[name], known != identity.organizationID {
                byName[name] = .some(nil)
            } else {
                byName[name] = identity.organizationID
            }
        }
        idsByContent = byContent
        idsByName = byName
    }

    /// The id of the first record that the earlier register knows by name and address.
    func idByContent(_ contentKeys: [String]) -> String? {
        contentKeys.lazy.compactMap { idsByContent[$0] }.first
    }

    /// The id of the first record whose name only one organisation had.
    func idByName(_ contentKeys: [String]) -> String? {
        contentKeys.lazy.compactMap { idsByName[LinkRecord.name(inContentKey: $0)] ?? nil }.first
    }
}

extension PreviousRegister {
    /// Folder of `--previous`, else of `previous:` in `wave.yaml`; `nil` where neither is given.
    static func folder(options: RunOptions, inputs: WaveInputs) -> URL? {
        options.previousFolder
            ?? inputs.description.previous.map {
                $0.hasPrefix("/") ? URL(filePath: $0) : options.waveFolder.appending(path: $0)
            }
    }

    /// - Throws: `StageError` when the folder holds no register that can be read.
    static func open(options: RunOptions, inputs: WaveInputs) throws(StageError) -> PreviousRegister? {
        guard let folder = folder(options: options, inputs: inputs) else { return nil }
        let file = folder.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw StageError(.previousMissing, at: CellLocation(file: folder.path), expected: Run.registerFile)
        }
        let register = try Register(reading: file.path, name: file.path)
        defer { try? register.close() }
        return try PreviousRegister(register)
    }
}
