-- The schema of what is no table. This folder is run before the tables are made: their columns and the other files count on it.

create schema if not exists app;
revoke all on schema public from public;
grant usage on schema app, public to {{u_all}}, {{identity}}, {{worker}};
grant usage on schema app to {{customers}}, {{staff}};

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;
