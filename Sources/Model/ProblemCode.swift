/// Everything that can be wrong, by the name under which `findings.csv` and `docs/reference/findings.md` list it.
public enum ProblemCode: String, Sendable, CaseIterable {
    // Files and tables.
    case fileMissing = "file_missing"
    case waveFileMissing = "wave_file_missing"
    case wavesInCircle = "waves_in_circle"
    case previousMissing = "previous_missing"
    case outputMissing = "output_missing"
    case fileUnreadable = "file_unreadable"
    case formatNotSupported = "format_not_supported"
    case fileEncrypted = "file_encrypted"
    case fileDamaged = "file_damaged"
    case fileTooLarge = "file_too_large"
    case archiveWithoutTable = "archive_without_table"
    case sheetMissing = "sheet_missing"
    case headerMissing = "header_missing"
    case columnMissing = "column_missing"
    case columnAmbiguous = "column_ambiguous"
    case columnNotMapped = "column_not_mapped"
    case undecodableBytes = "undecodable_bytes"
    case brokenCharacters = "broken_characters"
    case unclosedQuote = "unclosed_quote"
    case encodingUnknown = "encoding_unknown"

    // Configuration.
    case yamlSyntax = "yaml_syntax"
    case jsonSyntax = "json_syntax"
    case keyUnknown = "key_unknown"
    case keyMissing = "key_missing"
    case keyDouble = "key_double"
    case keysExclusive = "keys_exclusive"
    case valueType = "value_type"
    case valueUnknown = "value_unknown"
    case valueAmbiguous = "value_ambiguous"
    case organizationUnknown = "organization_unknown"
    case questionUnknown = "question_unknown"
    case conditionSyntax = "condition_syntax"
    case pathOutside = "path_outside"
    case dataMissing = "data_missing"

    // An XLSForm.
    case formCellEmpty = "form_cell_empty"
    case formGroupUnmatched = "form_group_unmatched"
    case formConditionLeftOut = "form_condition_left_out"
    case formTakenAsText = "form_taken_as_text"
    case formRepeated = "form_repeated"

    // Rows of a survey.
    case nameMissing = "name_missing"
    case unknownChoice = "unknown_choice"
    case answerNotAsked = "answer_not_asked"
    case themeTextDoubtful = "theme_text_doubtful"
    case severalChosen = "several_chosen"
    case answerUnreadable = "answer_unreadable"
    case doubleAnswer = "double_answer"
    case dateUnreadable = "date_unreadable"
    case dateOutsideSurvey = "date_outside_survey"
    case dateFromSerial = "date_from_serial"
    case frameReturned = "frame_returned"
    case frameDormant = "frame_dormant"
    case frameClosed = "frame_closed"
    case frameDouble = "frame_double"
    case notInFrame = "not_in_frame"
    case consentUnreadable = "consent_unreadable"
    case protectionUnreadable = "protection_unreadable"
    case numberUnreadable = "number_unreadable"
    case telephoneMalformed = "telephone_malformed"
    case emailMalformed = "email_malformed"
    case postalCodeMalformed = "postal_code_malformed"
    case corporateNumberWrong = "corporate_number_wrong"
    case sourceEmpty = "source_empty"
    case sheetNotUsed = "sheet_not_used"
    case rowsHidden = "rows_hidden"
    case columnsHidden = "columns_hidden"
    case headerRepeated = "header_repeated"
    case cellWithoutTitle = "cell_without_title"
    case cellError = "cell_error"
    case formulaNotCalculated = "formula_not_calculated"
    case cellsMerged = "cells_merged"

    // Places.
    case addressNotFound = "address_not_found"
    case addressAmbiguous = "address_ambiguous"
    case addressDoubtful = "address_doubtful"
    case addressAnswerNotFound = "address_answer_not_found"
    case addressLeftOpen = "address_left_open"
    case areaNotNamed = "area_not_named"
    case areaNotUnderstood = "area_not_understood"
    case areaOutsideOnly = "area_outside_only"
    case venueWithheld = "venue_withheld"
    case areaWide = "area_wide"
    case areaAnswerNotUnderstood = "area_answer_not_understood"
    case areaNotPlaced = "area_not_placed"
    case coordinateOperation = "coordinate_operation"
    case pointsMissing = "points_missing"
    case gridNotUsed = "grid_not_used"
    case pointsUnmatched = "points_unmatched"
    case rowsAbolished = "rows_abolished"
    case koazaWithoutTown = "koaza_without_town"
    case townUnknown = "town_unknown"
    case townAlone = "town_alone"
    case rowNotUsed = "row_not_used"
    case listUnknown = "list_unknown"
    case alreadyImported = "already_imported"
    case notAGazetteer = "not_a_gazetteer"
    case planeZoneMissing = "plane_zone_missing"
    case systemKnown = "system_known"
    case municipalityWithoutCode = "municipality_without_code"
    case populationMissing = "population_missing"
    case projectionFailed = "projection_failed"

    // Outlines of areas.
    case geojsonWanted = "geojson_wanted"
    case polygonLayoutUnknown = "polygon_layout_unknown"
    case propertyMissing = "property_missing"
    case polygonCodeMissing = "polygon_code_missing"
    case polygonNameMissing = "polygon_name_missing"
    case polygonNameDiffers = "polygon_name_differs"
    case polygonOutsideJapan = "polygon_outside_japan"
    case coordinatesSwapped = "coordinates_swapped"
    case ringOpen = "ring_open"
    case ringBroken = "ring_broken"
    case areaWithoutPolygon = "area_without_polygon"
    case polygonsElsewhere = "polygons_elsewhere"
    case townsOutsideAreas = "towns_outside_areas"
    case populationUnknown = "population_unknown"

    // Need.
    case needSmallCount = "need_small_count"
    case needDashZero = "need_dash_zero"
    case needTotalDiffers = "need_total_differs"
    case needRestNegative = "need_rest_negative"
    case needMeasuresMixed = "need_measures_mixed"
    case needUnitsDiffer = "need_units_differ"
    case needBaseMissing = "need_base_missing"
    case needShareSmall = "need_share_small"
    case needSourceMissing = "need_source_missing"
    case needNoFigure = "need_no_figure"

    // Points that are measured.
    case numberWanted = "number_wanted"
    case coordinatesInDegrees = "coordinates_in_degrees"
    case pointDoubled = "point_doubled"
    case pointWithoutID = "point_without_id"

    // Linking and decisions.
    case linkDoubtful = "link_doubtful"
    case identifierMissing = "identifier_missing"
    case identifierDoubled = "identifier_doubled"
    case listTwice = "list_twice"
    case linkModelVersion = "link_model_version"
    case trainingSmall = "training_small"
    case trainingUnfinished = "training_unfinished"
    case trainingImpossible = "training_impossible"
    case decisionUnreadable = "decision_unreadable"
    case decisionIncomplete = "decision_incomplete"
    case decisionContradicts = "decision_contradicts"
    case decisionUnmatched = "decision_unmatched"
    case reviewChanged = "review_changed"

    // What is to be forgotten, and how long and for what contacts are kept.
    case reviewNotTakenIn = "review_not_taken_in"
    case recordForgotten = "record_forgotten"
    case contactsForgotten = "contacts_forgotten"
    case nameForgotten = "name_forgotten"
    case outputNotNamed = "output_not_named"
    case contactsLeftOut = "contacts_left_out"
    case retentionPassed = "retention_passed"

    // Shortlists.
    case pairUnmatched = "pair_unmatched"
    case rowDoubled = "row_doubled"
    case candidatesFew = "candidates_few"
    case constraintsClash = "constraints_clash"
    case costMissing = "cost_missing"
    case costTwice = "cost_twice"
    case organizationNotKnown = "organization_not_known"
    case organizationIsMember = "organization_is_member"
    case invitationOutcomeUnknown = "invitation_outcome_unknown"
    case joinedButNotMember = "joined_but_not_member"

    // Output.
    case fileExists = "file_exists"
    case outputIsInput = "output_is_input"
    case outputNotOurs = "output_not_ours"
    case outputHoldsOthers = "output_holds_others"
    case outputOfOtherWave = "output_of_other_wave"
    case outputOfOneWave = "output_of_one_wave"
    case outputBusy = "output_busy"
    case outputUnwritable = "output_unwritable"
    case textCut = "text_cut"
    case exchangeInTwoSteps = "exchange_in_two_steps"
    case registerUnusable = "register_unusable"
    case registerCheckFailed = "register_check_failed"
}

/// A sentence in each language, with `{found}` and `{expected}` where the values go. What stands in `[…]` is left out
/// when there is no value to put into it.
public struct Wording: Sendable {
    let japanese: String
    let english: String

    init(_ japanese: String, _ english: String) {
        self.japanese = japanese
        self.english = english
    }

    public func `in`(_ language: Language) -> String {
        switch language {
        case .japanese: japanese
        case .english: english
        }
    }
}
