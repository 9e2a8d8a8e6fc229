import Model
import Mustache
import Reports

/// The templates, ready to be filled.
struct PageRenderer {
    private let library: MustacheLibrary

    /// Templates are the program's own: reading them once is enough for all runs of a process.
    private static let shared = Result { () throws(StageError) in try PageRenderer(reading: Template.all) }

    /// - Throws: `StageError` when a template can't be read: a fault of the program, found by its tests.
    init() throws(StageError) { self = try PageRenderer.shared.get() }

    private init(reading templates: [Template]) throws(StageError) {
        var library = MustacheLibrary()
        for template in templates where template.name.hasSuffix(PageRenderer.suffix) {
            do {
                try library.register(template.text, named: PageRenderer.name(of: template))
            } catch {
                throw StageError(
                    .outputUnwritable, at: CellLocation(file: template.name), found: String(describing: error))
            }
        }
        self.library = library
    }

    /// - Parameter name: of the template below `templates/`, without its extension.
    func render(_ name: String, _ value: PageValue) throws(StageError) -> [UInt8] {
        guard let text = library.render(value, withTemplate: name) else {
            throw StageError(.outputUnwritable, at: CellLocation(file: name))
        }
        return Array(text.utf8)
    }

    private static let prefix = "templates/"
    private static let suffix = ".mustache"

    private static func name(of template: Template) -> String {
        String(template.name.dropLast(suffix.count).dropFirst(template.name.hasPrefix(prefix) ? prefix.count : 0))
    }
}
