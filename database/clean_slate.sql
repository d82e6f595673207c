-- Takes away what database/routines makes again: triggers, policies, grants, views, functions. What is no longer written there is gone for good, and
-- migrations work on bare tables. Functions that columns compute with stay; database/routines/first replaces them.

do $$
declare
  statement text;
  portal_roles text := (
    select string_agg(quote_ident(rolname), ', ') from pg_roles
    where rolname in ('{{u_client}}', '{{u_end_client}}', '{{u_ambassador}}', '{{u_operator}}', '{{u_carrier}}', '{{identity}}', '{{worker}}', '{{customers}}', '{{staff}}'));
begin
  for statement in
    select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
    union all
    select format('drop policy %I on %s', p.polname, p.polrelid::regclass) from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace
    union all
    select format('drop view %s cascade', c.oid::regclass) from pg_class c where c.relnamespace = to_regnamespace('app') and c.relkind = 'v'
  loop
    execute statement;
  end loop;
  for statement in
    select format('drop function %s', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = to_regnamespace('app') and not exists (select from pg_depend d where d.refobjid = p.oid and d.deptype = 'n')
    union all
    select format('revoke all on all functions in schema app from %s', portal_roles) where to_regnamespace('app') is not null
    union all
    select format('revoke all on all %s in schema public from %s', what, portal_roles) from unnest(array['tables', 'sequences']) what
  loop
    execute statement;
  end loop;
end $$;
