/// Every key of the two configuration files, by the mapping that it stands in. `docs/reference/` describes each one;
/// a test fails when it doesn't.
public enum ConfigKeys {
    public static let waveFile = [
        "wave", "codebook", "areas", "gazetteers", "need", "gaps", "reach", "shortlist", "frame_notes", "previous",
        "earlier_answers", "allow_paths", "sources",
    ]
    public static let wave = ["id", "label", "municipality", "answers_from", "answers_until", "as_of"]
    public static let municipality = ["code", "name", "prefecture"]
    public static let areas = ["file", "polygons", "report_by", "mesh"]
    public static let polygons = ["file", "kind", "code", "name", "population"]
    public static let need = [
        "file", "indicators", "priority_themes", "priority_weight", "across_themes", "without_figure",
    ]
    public static let gaps = ["absent_probability", "weight_without_case"]
    public static let reach = ["demand", "venues", "catchment", "weights", "measures", "floor"]
    public static let shortlist = [
        "size", "preset", "cells", "weights", "must", "must_not", "budget", "costs", "cost_each", "at_least", "at_most",
        "acceptance", "declined_return_after",
    ]
    public static let shortlistWeights = ["one_member", "whole_city"]
    public static let shortlistBound = ["area", "theme", "support_type", "organization_type", "legal_form", "count"]
    public static let shortlistAcceptance = ["invited", "joined", "source"]
    public static let frameNotes = ["returned", "dormant", "closed"]
    public static let earlierAnswers = ["use", "stale_after"]
    public static let source = [
        "file", "role", "sheet", "header_row", "header_rows", "encoding", "delimiter", "columns", "answers", "coded_as",
        "no_answer", "unreadable", "labels", "purpose", "retain_until", "contacts",
    ]
    public static let answerColumns = ["column", "columns", "columns_under", "coded_as"]

    public static let codebookFile = ["questions", "no_answer", "unreadable"]
    public static let question = [
        "id", "label", "kind", "concept", "asked_if", "no_answer", "unreadable", "options",
    ]
    public static let option = ["code", "id", "label", "also_written", "was"]

    public static let waveFileMappings = [
        waveFile, wave, municipality, areas, polygons, need, gaps, reach, shortlist, shortlistWeights,
        shortlistBound, shortlistAcceptance, frameNotes, earlierAnswers, source, answerColumns,
    ]
    public static let codebookFileMappings = [codebookFile, question, option]
}
