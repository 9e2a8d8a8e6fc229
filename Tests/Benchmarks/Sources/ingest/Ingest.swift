internal import BenchmarkSupport

/// Reading of large files: CSV and XLSX through the reader, beside Python's, and a whole `tsunagi check`.
@main
enum Ingest {
    static func main() throws {
        let arguments = try Arguments(known: ["scratch", "runs", "peer-runs", "python", "program", "rows"])
        switch (arguments.words.first, arguments.words.dropFirst().first) {
        case ("csv", let path?): try Files.writeCSV(path, rows: arguments.integer("rows", default: 0))
        case ("wide", let path?): try Files.writeWideWorkbook(path, rows: arguments.integer("rows", default: 0))
        case ("narrow", let path?): try Files.writeNarrowWorkbook(path, rows: arguments.integer("rows", default: 0))
        case ("rows", let path?): print(try Reading.rows(path))
        case ("texts", let path?): print(try Reading.texts(path))
        case (nil, _): try Comparison(arguments).run()
        default: throw BenchmarkError("\(arguments.words.joined(separator: " "))?")
        }
    }
}
