-- Exports say of every entity whether what is derived of it is current.
call expose_to_query_role('derived_pending');
call expose_to_query_role('derived_recomputations');
