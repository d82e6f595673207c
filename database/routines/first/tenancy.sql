-- Whose a row is, and who sees it.

create or replace function app.stamp_partner() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- Fills the partner columns from the company, so that no writer can forget or forge them. Most rows that are written go through it.
begin
  select c.ambassador_id, c.operator_id into new.ambassador_id, new.operator_id from public.companies c where c.id = new.company_id;
  return new;
end $$;

create or replace function app.stamp() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- Fills the columns that a row takes from others, so that no writer can forget or forge them. The trigger's argument is the query that reads them,
-- one row, each column under the name that it fills; $1 is the row that is written.
declare
  taken jsonb;
begin
  execute format('select to_jsonb(source) from (%s) source', tg_argv[0]) into strict taken using new;
  return jsonb_populate_record(new, taken);
end $$;

create or replace function app.protect(p_table text, p_site text default null) returns void language plpgsql as $$
-- The tenant policies of a table, one per role. p_site is the column that a right limited to sites is compared with, if the table has one.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy client on %I to {{u_client}}, {{u_end_client}} using (company_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to {{u_ambassador}} using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy operator on %I to {{u_operator}} using (operator_id = (select app.company_id()))', p_table);
  execute format('create policy carrier on %I to {{u_carrier}} using (true)', p_table);
  execute format('create policy worker on %I to {{worker}} using (true)', p_table);
  execute format('create policy identity on %I to {{identity}} using (true)', p_table);
  if p_site is not null then
    execute format(
      'create policy sites on %I as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()) or %I = any ((select app.site_ids())::uuid[]))',
      p_table, p_site);
  end if;
end $$;

create or replace function app.protect_sites(p_table text) returns void language plpgsql as $$
-- The same, and rights limited to sites compared with an array: an object over several sites is seen from each of them.
begin
  perform app.protect(p_table);
  execute format(
    'create policy sites on %I as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()) or site_ids && (select app.site_ids()))', p_table);
end $$;

create or replace function app.protect_amounts(p_table text) returns void language plpgsql as $$
-- Amounts: who pays, and the ambassador who sells at public prices. In its client universe an operator reads its own purchases, not those that it
-- pays for its clients.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy payer on %I to {{u_client}}, {{u_operator}} using (payer_id = (select app.company_id()))', p_table);
  execute format('create policy own on %I as restrictive to {{u_client}} using (company_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to {{u_ambassador}} using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy staff on %I to {{u_carrier}}, {{worker}} using (true)', p_table);
  execute format('grant select on %I to {{u_client}}, {{u_ambassador}}, {{u_operator}}', p_table);
  execute format('grant select, insert, update on %I to {{u_carrier}}, {{worker}}', p_table);
end $$;

create or replace function app.keep_for(p_table text, p_policy text, p_roles text) returns void language plpgsql as $$
-- A table of one kind of reader only: no other role has any grant on it.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy %I on %I to %s using (true)', p_policy, p_table, p_roles);
  execute format('grant select, insert, update, delete on %I to %s', p_table, p_roles);
end $$;
