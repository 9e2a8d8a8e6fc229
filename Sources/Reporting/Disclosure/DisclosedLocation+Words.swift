import Model

extension DisclosedLocation {
    /// Ward and town; 所在地秘匿 where withheld, empty where nothing is known.
    var townInWords: String {
        if isWithheld { return FixedWording.withheldLocation }
        return [place?.municipality, place?.town].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The address as it may be shown; 所在地秘匿 where withheld.
    var addressInWords: String { isWithheld ? FixedWording.withheldLocation : address ?? "" }
}
