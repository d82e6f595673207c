create trigger stamp_partner before insert on bulk_runs for each row execute function app.stamp_partner();

alter table bulk_runs enable row level security;
create policy own on bulk_runs to {{u_all}} using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
create policy own_company on bulk_runs as restrictive for insert to {{u_all}} with check (company_id = (select app.company_id()));
create policy worker on bulk_runs to {{worker}} using (true);
grant select, insert, update (session_id) on bulk_runs to {{u_all}};
grant select, insert, update, delete on bulk_runs to {{worker}};

alter table bulk_items enable row level security;
-- A row's result is written in the transaction of the act itself, under the role of whoever acts.
create policy of_own_run on bulk_items to {{u_all}} using (exists (select from bulk_runs r where r.id = run_id));
create policy worker on bulk_items to {{worker}} using (true);
grant select, insert, update (state, problem, field, seen) on bulk_items to {{u_all}};
grant select, insert, update, delete on bulk_items to {{worker}};
