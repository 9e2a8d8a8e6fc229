update organization set is_location_withheld = 0 where organization_id = 'o3';
