create table template_universes (
  universe universe not null,
  template text not null,
  in_main boolean not null,
  primary key (universe, template)
);
comment on table template_universes is 'Templates that a universe offers. Written from the templates'' own declaration when the portal starts.';

create table template_implications (
  template text not null,
  implied text not null,
  primary key (template, implied)
);
comment on table template_implications is 'Templates that others contain. Written from the templates'' own declaration when the portal starts.';

create table rights (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  kind text not null check (kind in ('administrator', 'universe', 'custom')),
  universe universe,
  name text not null check (name <> ''),
  templates text[] not null default '{}',
  all_sites boolean not null default true,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  check ((kind = 'administrator') = (universe is null))
);
create index on rights (company_id);
create index on rights (ambassador_id);
create index on rights (operator_id);
create unique index on rights (company_id) where kind = 'administrator';
create unique index on rights (company_id, universe) where kind = 'universe';
create unique index on rights (company_id, lower(name));
create unique index rights_in_company on rights (id, company_id);

create table right_sites (
  right_id uuid not null,
  site_id uuid not null,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  primary key (right_id, site_id),
  constraint right_sites_right_id_fkey foreign key (right_id, company_id) references rights (id, company_id) on delete cascade,
  constraint right_sites_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id)
);
create index on right_sites (site_id);
create index on right_sites (company_id);
create index on right_sites (ambassador_id);
create index on right_sites (operator_id);

create table user_rights (
  user_id uuid not null,
  right_id uuid not null,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  granted_at timestamptz not null default app.now(),
  primary key (user_id, right_id),
  constraint user_rights_right_id_fkey foreign key (right_id, company_id) references rights (id, company_id)
);
create index on user_rights (right_id);
create index on user_rights (company_id);
create index on user_rights (ambassador_id);
create index on user_rights (operator_id);

create table effective_rights (
  user_id uuid not null,
  universe universe not null,
  company_id uuid not null references companies,
  grants jsonb not null,
  primary key (user_id, universe)
);
comment on table effective_rights is
  'What a user holds, added up: one row per universe, template → "all" or a list of sites. Kept by triggers, read by app.enter().';
create index on effective_rights (company_id);
