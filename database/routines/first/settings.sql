-- Settings of the transaction. Reading one that was not set raises an error: fail closed.

create or replace function app.company_id() returns uuid language sql stable parallel safe as $$ select current_setting('app.company_id')::uuid $$;
create or replace function app.user_id() returns uuid language sql stable parallel safe as $$ select current_setting('app.user_id')::uuid $$;
create or replace function app.now() returns timestamptz language sql stable parallel safe as $$ select current_setting('app.now')::timestamptz $$;
create or replace function app.all_sites() returns boolean language sql stable parallel safe as $$ select current_setting('app.all_sites')::boolean $$;
create or replace function app.site_ids() returns uuid[] language sql stable parallel safe as $$ select current_setting('app.site_ids')::uuid[] $$;

create or replace function app.at(p_at timestamptz) returns void language sql as $$ select set_config('app.now', p_at::text, true) $$;

grant execute on function app.company_id, app.user_id, app.now, app.all_sites, app.site_ids, app.at to {{u_all}}, {{identity}}, {{worker}};
