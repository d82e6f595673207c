-- Where a person is known: a browser that carries a device cookie of theirs, and networks (/24, /48) that a complete session was opened from.
-- From a known place nobody else's failures slow the person down; from an unknown network they get a mail.
create table known_places (
  user_id uuid not null references users,
  kind text not null check (kind in ('device', 'network')),
  -- Hash of the device cookie in hexadecimal, or the network.
  place text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (user_id, kind, place)
);
alter table known_places enable row level security;
create policy identity on known_places to {{identity}}, {{worker}} using (true);
grant select, insert, update, delete on known_places to {{identity}}, {{worker}};

create index on sign_in_failures (last_at);
create index on password_links (expires_at);
