create sequence service_number_seq start 1000;
create table services (
  id uuid primary key,
  number bigint not null unique default nextval('service_number_seq'),
  reference text not null unique generated always as ('FPC' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid not null references sites,
  kind text not null,
  name text not null,
  state service_state not null default 'active',
  created_on date not null,
  closed_on date,
  external_key text unique
);
comment on table services is 'Minimal until each family''s module comes.';
comment on column services.kind is 'ServiceKind of offer-definition.ts.';
create index on services (subscription_id);
create index on services (company_id, number desc);
create index on services (ambassador_id);
create index on services (operator_id);
create index on services (site_id);

alter table accountcodes add foreign key (service_id) references services;
