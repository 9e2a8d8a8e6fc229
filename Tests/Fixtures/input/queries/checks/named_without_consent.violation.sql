-- It took its consent back and stayed named.
update organization_consent set is_given = 0 where organization_id = 'o1';
