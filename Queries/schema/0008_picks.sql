-- The chance of joining that the list reckoned with; null where that was not kept.
alter table shortlist_pick add column joining_chance real check (joining_chance > 0 and joining_chance <= 1);
