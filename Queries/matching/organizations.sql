-- Grain: organisation, in the order of names and then of ids. Place and town only of those whose place is not withheld, and
-- only where the town is known; `frequency` is what the answer that counts chose. `earlier_wave` is the label of the wave of
-- an earlier answer, where there is none of this one.
-- Inputs: organization, the answer that counts, question, option, earlier_answer, wave.
with
frequencies as (
    select record.organization_id, min(option.position) as position, option.label
    from record
    join question on question.wave_id = record.wave_id and question.concept = 'frequency'
    join answer on answer.record_id = record.record_id and answer.question_id = question.question_id
    join answer_option
        on answer_option.record_id = answer.record_id and answer_option.question_id = answer.question_id
    join option
        on option.wave_id = question.wave_id
        and option.question_id = question.question_id
        and option.option_id = answer_option.option_id
    where record.role = 'response'
        and record.counts
        and record.organization_id is not null
        and answer.is_asked
    group by record.organization_id
),

places as (
    select organization_id, municipality_code, municipality, town, latitude, longitude, geocode_level
    from organization
    where not is_location_withheld and geocode_level >= 3
)

select
    organization.organization_id,
    organization.name,
    organization.is_member,
    organization.has_responded,
    organization.is_location_withheld,
    organization.outside_area_codes <> '' as names_places_outside,
    coalesce(frequencies.label, '') as frequency,
    coalesce(places.municipality_code, '') as municipality_code,
    coalesce(places.municipality, '') as municipality,
    coalesce(places.town, '') as town,
    places.latitude,
    places.longitude,
    coalesce(places.geocode_level = 3, 0) as is_point_of_town,
    coalesce(wave.label, '') as earlier_wave
from organization
left join frequencies using (organization_id)
left join places using (organization_id)
left join earlier_answer using (organization_id)
left join wave on wave.wave_id = earlier_answer.wave_id
order by organization.name, organization.organization_id
