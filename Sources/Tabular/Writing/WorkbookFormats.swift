import CXlsxWriter

/// The formats of one workbook, made when they are first needed.
struct WorkbookFormats {
    enum Role: Hashable {
        case title
        case note
        case header
        case body(WorkbookColumn.Kind, CellStyle)
        /// Number in a column of another kind.
        case general(CellStyle)
    }

    typealias Format = UnsafeMutablePointer<lxw_format>

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var made: [Role: Format] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

    subscript(role: Role) -> Format? {
        mutating get {
            if let format = made[role] { return format }
            guard let format = workbook_add_format(workbook) else { return nil }
            format_set_font_name(format, "游ゴシック")
            apply(role, to: format)
            made[role] = format
            return format
        }
    }

    private func apply(_ role: Role, to format: Format) {
        switch role {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .note:
            format_set_font_size(format, 10)
            format_set_font_color(format, 0x59_59_59)
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            format_set_bg_color(format, 0xD9_E2_F3)
            setBorder(format)
        case .body(let kind, let style):
            setBody(format, style)
            setKind(format, kind)
        case .general(let style):
            setBody(format, style)
        }
    }

    private func setBody(_ format: Format, _ style: CellStyle) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        setBorder(format)
        switch style.emphasis {
        case .normal: break
        case .strong: format_set_bold(format)
        case .muted: format_set_font_color(format, 0x7F_7F_7F)
        }
        switch style.fill {
        case .none: break
        case .grey: format_set_bg_color(format, 0xED_ED_ED)
        case .input: format_set_bg_color(format, 0xFF_F9_D6)
        case .calm: format_set_bg_color(format, 0xD6_E8_F7)
        case .attention: format_set_bg_color(format, 0xFC_E0_B8)
        case .alarm: format_set_bg_color(format, 0xF2_B0_94)
        }
    }

    private func setBorder(_ format: Format) {
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0xBF_BF_BF)
    }

    private func setKind(_ format: Format, _ kind: WorkbookColumn.Kind) {
        switch kind {
        case .text:
            format_set_text_wrap(format)
            format_set_num_format(format, "@")
        case .integer: format_set_num_format(format, "#,##0")
        case .decimal(let digits):
            format_set_num_format(format, "#,##0." + String(repeating: "0", count: min(15, max(1, digits))))
        case .percent: format_set_num_format(format, "0.0")
        case .date: format_set_num_format(format, "yyyy/mm/dd")
        case .boolean: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
    }
}
