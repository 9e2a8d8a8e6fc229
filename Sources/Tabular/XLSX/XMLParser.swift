import CExpat
import Model

/// What a parser of one part does with the elements that it meets. Names come without their prefix: producers differ
/// in them (`x:row`), and no two elements that count here share a name.
class XMLEvents {
    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    /// What the events found wrong. It is asked for after each chunk; until then they should do nothing more.
    var failure: XMLFailure? { nil }
    /// Whether what was made of the events has to be taken before more is parsed. It is asked for after each element.
    var isFull: Bool { false }
}

/// Why a part is refused although it is well-formed.
enum XMLFailure {
    /// The part holds what no workbook holds.
    case damaged(String)
    case tooLarge(found: String, limit: String)
}

/// The local name of an element or attribute, for the time of the call.
struct XMLName {
    let pointer: UnsafePointer<UInt8>
    let count: Int

    init(_ qualified: UnsafePointer<CChar>) {
        var start = UnsafeRawPointer(qualified).assumingMemoryBound(to: UInt8.self)
        var end = start
        while end.pointee != 0 {
            if end.pointee == UInt8(ascii: ":") { start = end + 1 }
            end += 1
        }
        pointer = start
        count = end - start
    }

    /// The byte of a name of one letter, else 0.
    var letter: UInt8 { count == 1 ? pointer[0] : 0 }

    static func == (name: XMLName, text: StaticString) -> Bool {
        guard name.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<name.count where name.pointer[index] != text.utf8Start[index] { return false }
        return true
    }

    static func != (name: XMLName, text: StaticString) -> Bool { !(name == text) }
}

/// The attributes of an element, for the time of the call.
struct XMLAttributes: Sequence, IteratorProtocol {
    private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { rest = list }

    mutating func next() -> (name: XMLName, value: UnsafePointer<CChar>)? {
        guard let pair = rest, let name = pair[0], let value = pair[1] else { return nil }
        rest = pair + 2
        return (XMLName(name), value)
    }

    subscript(name: StaticString) -> String? {
        for (candidate, value) in self where candidate == name { return String(cString: value) }
        return nil
    }
}

/// Parses a part of a workbook a chunk at a time. A DOCTYPE is refused, and with it every entity but XML's own.
final class XMLParser {
    private let events: XMLEvents
    private let part: String
    private let location: CellLocation
    private let parser: XML_Parser
    private let state: UnsafeMutablePointer<State>
    private var forbidden = ForbiddenCharacters()
    private var fed = 0
    /// Whether the events were full before all bytes were parsed; then ``resume()`` comes before more bytes.
    private(set) var isSuspended = false

    /// What the C callbacks see.
    private struct State {
        let events: Unmanaged<XMLEvents>
        let parser: XML_Parser
        var depth = 0
        var refusal: String?
    }

    private static let deepest = 200
    /// Bytes of one tag with its attributes; expat keeps it whole.
    private static let longestToken = 4 << 20

    init(_ events: XMLEvents, part: String, location: CellLocation) throws(StageError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw StageError(.fileUnreadable, at: location, found: "expat")
        }
        self.events = events
        self.part = part
        self.location = location
        self.parser = parser
        state = .allocate(capacity: 1)
        state.initialize(to: State(events: Unmanaged.passUnretained(events), parser: parser))
        install()
    }

    deinit {
        XML_ParserFree(parser)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private func install() {
        XML_SetUserData(parser, state)
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let state = data?.assumingMemoryBound(to: State.self), let name else { return }
                state.pointee.depth += 1
                if state.pointee.depth > XMLParser.deepest { return XMLParser.refuse(state, "depth") }
                state.pointee.events._withUnsafeGuaranteedRef { $0.start(XMLName(name), XMLAttributes(attributes)) }
            },
            { data, name in
                guard let state = data?.assumingMemoryBound(to: State.self), let name else { return }
                state.pointee.depth -= 1
                let isFull = state.pointee.events._withUnsafeGuaranteedRef { events in
                    events.end(XMLName(name))
                    return events.isFull
                }
                if isFull { XML_StopParser(state.pointee.parser, 1) }
            })
        XML_SetCharacterDataHandler(parser) { data, bytes, count in
            guard let state = data?.assumingMemoryBound(to: State.self), let bytes else { return }
            let start = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
            state.pointee.events._withUnsafeGuaranteedRef {
                $0.text(UnsafeBufferPointer(start: start, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let state = data?.assumingMemoryBound(to: State.self) else { return }
            XMLParser.refuse(state, "DOCTYPE")
        }
    }

    private static func refuse(_ state: UnsafeMutablePointer<State>, _ reason: String) {
        state.pointee.refusal = reason
        XML_StopParser(state.pointee.parser, 0)
    }

    /// Parses the next bytes; `isLast` when no others follow.
    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(StageError) {
        var status = XML_STATUS_OK
        forbidden.escape(bytes, isLast: isLast) { bytes in
            fed += bytes.count
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
        }
        try check(status)
        if !isLast, fed - Int(XML_GetCurrentByteIndex(parser)) > Self.longestToken { throw damaged("token") }
    }

    /// Goes on where the events were full.
    func resume() throws(StageError) { try check(XML_ResumeParser(parser)) }

    private func check(_ status: XML_Status) throws(StageError) {
        isSuspended = status == XML_STATUS_SUSPENDED
        if let refusal = state.pointee.refusal { throw damaged(refusal) }
        switch events.failure {
        case .damaged(let what): throw damaged(what)
        case .tooLarge(let found, let limit):
            throw StageError(.fileTooLarge, at: location, found: "\(part): \(found)", expected: limit)
        case nil: break
        }
        if status == XML_STATUS_ERROR {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
            throw damaged("\(reason), \(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser))")
        }
    }

    private func damaged(_ what: String) -> StageError {
        StageError(.fileDamaged, at: location, found: "\(part): \(what)")
    }

    /// Parses a whole part.
    static func parse(_ entry: ZipEntry, location: CellLocation, _ events: XMLEvents) throws(StageError) {
        let parser = try XMLParser(events, part: entry.name, location: location)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try entry.read(into: buffer)
            try parser.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), isLast: count == 0)
            if count == 0 { return }
        }
    }
}
