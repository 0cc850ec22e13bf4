-- Which questions a form asks was said by `if` and `then` of JSON Schema; it is said by conditions of the query language now, the only
-- format of predicates there is. Every branch asked about one answer.
update actions set input_schema = (input_schema - 'allOf') || jsonb_build_object('asked', (
  select jsonb_agg(jsonb_build_object(
      'when', jsonb_build_object('op', '=', 'term', jsonb_build_object('path', jsonb_build_array('properties', c.field)), 'value', c.answer -> 'const'),
      'required', b.branch -> 'then' -> 'required', 'properties', b.branch -> 'then' -> 'properties') order by b.position)
  from jsonb_array_elements(input_schema -> 'allOf') with ordinality as b(branch, position)
    cross join lateral jsonb_each(b.branch -> 'if' -> 'properties') as c(field, answer)))
where input_schema ? 'allOf';

-- Levels and outcomes of rules are facts of the query language. Compiled queries put the organization on both.
call expose_to_query_role('scorecards');
call expose_to_query_role('scorecard_levels');
