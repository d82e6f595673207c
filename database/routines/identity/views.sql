alter table saved_views enable row level security;
create policy own on saved_views to {{u_all}}
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()) and company_id = (select app.company_id()));
-- Whoever administers the company writes them: the verb judges.
create policy shared on saved_views to {{u_all}}
  using (is_shared and company_id = (select app.company_id())) with check (is_shared and company_id = (select app.company_id()));
create policy technique on saved_views to {{identity}}, {{worker}} using (true);
grant select, insert, update, delete on saved_views to {{u_all}}, {{worker}};
