-- Grain: organisation on the list of invitations of a wave (:wave_id), by rank.
-- Inputs: shortlist_pick, organization.
select
    shortlist_pick.rank,
    shortlist_pick.organization_id,
    organization.name,
    shortlist_pick.share_of_gap_closed,
    shortlist_pick.joining_chance
from shortlist_pick
join organization using (organization_id)
where shortlist_pick.wave_id = :wave_id
order by shortlist_pick.rank
