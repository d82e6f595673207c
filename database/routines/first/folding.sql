-- The forms under which texts are compared.

create or replace function app.fold(p text) returns text language sql stable parallel safe set search_path = pg_catalog, public as $$
-- Lower case, no accents, punctuation as spaces.
  select btrim(regexp_replace(lower(public.unaccent(coalesce(p, ''))), '[^a-z0-9]+', ' ', 'g'))
$$;

create or replace function app.folded_person(p_text text) returns text language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
-- Immutable as long as the unaccent rules are.
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’-', '   '), '\s+', ' ', 'g'))
$$;

create or replace function app.folded_name(p_text text) returns text language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
-- foldText() of text-fold.ts. Immutable as long as the unaccent rules are.
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’‘‛ʼ´`′_-‐‑‒–—', repeat(' ', 15)), '\s+', ' ', 'g'))
$$;

grant execute on function app.fold, app.folded_person, app.folded_name to {{u_all}}, {{identity}}, {{worker}};
