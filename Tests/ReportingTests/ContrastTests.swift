import Foundation
import Reports
import Testing

/// JIS X 8341-3 / WCAG 2.x AA: 4.5 : 1 between text and background.
@Suite struct ContrastTests {
    private static let ink = "1b2530"

    @Test(arguments: [
        ("1b2530", "ffffff"), ("4d5a67", "ffffff"), ("4d5a67", "f3f5f7"), ("1d4468", "ffffff"), ("8c2f24", "ffffff"),
        ("7a4f00", "ffffff"), ("1b2530", "fdf4f2"),
    ])
    func pageColoursCanBeRead(text: String, background: String) throws {
        #expect(try contrast(text, background) >= 4.5)
    }

    @Test func everyKindOfGapCanBeRead() throws {
        let style = Template.templatesReportStyle.text
        let rules = style.split(separator: "\n").filter { $0.hasPrefix(".gap-") }
        #expect(rules.count == 6)
        for rule in rules {
            let colours = rule.matches(of: /background: [^;]*/).flatMap {
                $0.output.matches(of: /#([0-9a-f]{6})/).map { String($0.output.1) }
            }
            let text = rule.firstMatch(of: /[^-]color: #([0-9a-f]{6})/).map { String($0.output.1) } ?? Self.ink
            #expect(!colours.isEmpty)
            for colour in colours { #expect(try contrast(text, colour) >= 4.5, "\(rule)") }
        }
    }

    /// WCAG 2.2, "contrast ratio" of two colours written as six hexadecimal digits.
    private func contrast(_ a: String, _ b: String) throws -> Double {
        let (first, second) = (try luminance(a), try luminance(b))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: String) throws -> Double {
        let value = try #require(Int(colour, radix: 16))
        let channels = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF].map { channel in
            let part = Double(channel) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
