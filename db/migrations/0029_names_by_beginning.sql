-- Names by their beginning: search texts begin with the title, in lower case.
create index entities_names on entities (org_id, (left(search_text, 60)) collate "C");
