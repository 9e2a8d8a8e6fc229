internal import Geo

/// One of the lists of an input.
struct ListText {
    var bytes: [UInt8] = []
    var system: ReferenceSystem?

    static func split(_ input: UnsafeBufferPointer<UInt8>) -> [ListText] {
        // An archive is one file, whatever is in it.
        if input.starts(with: [0x50, 0x4B]) || input.starts(with: [0x1F, 0x8B]) {
            return [ListText(bytes: Array(input))]
        }
        var lists = [ListText()]
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.first == 0x40, lists.count < 4 {
                let code = Int(String(decoding: line.dropFirst(), as: UTF8.self))
                lists.append(ListText(system: code.flatMap { ReferenceSystem(epsg: $0) }))
            } else {
                lists[lists.count - 1].bytes += line + [0x0A]
            }
        }
        return lists
    }
}
