import pg from 'pg'

/** A day's worth of the carrier's work at its largest, behind years of delivered orders. */
export const runningOrders = 5_000
const deliveredOrders = 45_000
const stepsEach = 6

const marked = `select count(*)::int as n from orders where placed_by_name = 'bench'`

const anOffer = `
  with family as (
    insert into offer_families (code, name, name_en, position) values ('ip_telephony', 'Téléphonie IP', 'IP telephony', 1) on conflict do nothing
  ), made as (
    insert into offers (id, code, family, kind, name, name_en, universes, state)
    select gen_random_uuid(), 'BENCH-' || n, 'ip_telephony', 'contract', 'Offre ' || n, 'Offer ' || n, '{client}', 'on_sale' from generate_series(1, 25) n
    on conflict (code) do nothing returning id
  )
  insert into offer_versions (id, offer_id, number, state, valid_from, definition)
  select gen_random_uuid(), id, 1, 'published', '2020-01-01', '{}' from made`

const contracts = `
  insert into subscriptions (id, company_id, payer_id, company_name, company_reference, payer_reference, site_id, site_ids, offer_id, offer_version_id, name, family, state)
  select gen_random_uuid(), c.id, c.id, '', '', '', s.id, array[s.id], o.id, v.id, 'bench', 'ip_telephony', 'creating'
  from generate_series(1, $1::int) n
  join (select id, row_number() over (order by number) as rank from companies where universes = array['client'] and state = 'active' limit 20000) c
    on c.rank = 1 + (n * 7919) % (select least(20000, count(*)) from companies where universes = array['client'] and state = 'active')
  join sites s on s.company_id = c.id and s.is_head_office
  join (select id, row_number() over (order by code) as rank from offers where code like 'BENCH-%') o on o.rank = 1 + n % 25
  join offer_versions v on v.offer_id = o.id and v.number = 1`

const orders = `
  insert into orders (id, subscription_id, company_id, payer_id, company_name, site_id, site_ids, kind, state, offer_id, offer_version_id, offer_name,
    quantity_after, wished_on, placed_at, placed_by_name, placed_universe, submitted_at, pilot_user_id, pilot_name, planned_on, delivered_on)
  select gen_random_uuid(), s.id, s.company_id, s.company_id, '', s.site_id, s.site_ids, 'creation',
    case when s.n > $1 then 'delivered' when s.n % 20 = 0 then 'awaiting_client' when s.n % 3 = 0 then 'submitted' else 'in_delivery' end,
    s.offer_id, s.offer_version_id, f.name, 1, case when s.n % 4 = 0 then ($2::timestamptz + make_interval(days => s.n % 40 - 10))::date end,
    $2::timestamptz - make_interval(hours => s.n % 1400), 'bench', 'client',
    case when s.n % 20 > 0 then $2::timestamptz - make_interval(hours => s.n % 1400) end,
    case when s.n % 3 > 0 then p.id end, case when s.n % 3 > 0 then p.name end,
    case when s.n % 5 > 0 then ($2::timestamptz + make_interval(days => s.n % 60 - 8))::date end,
    case when s.n > $1 then ($2::timestamptz - make_interval(days => s.n % 300))::date end
  from (select *, row_number() over (order by id)::int as n from subscriptions where name = 'bench') s
  join offers f on f.id = s.offer_id
  left join (
    select u.id, u.display_name as name, (row_number() over (order by u.id) - 1)::int as rank, (count(*) over ())::int as total
    from users u join companies c on c.id = u.company_id where c.universes @> array['carrier']
  ) p on p.rank = s.n % p.total`

const steps = `
  insert into order_steps (id, order_id, company_id, site_ids, position, label, label_en, actor, state, planned_on, blocked_by, blocked_cause, blocked_at)
  select gen_random_uuid(), o.id, o.company_id, o.site_ids, k, 'Étape ' || k, 'Step ' || k,
    (array['carrier', 'client', 'partner', 'infrastructure'])[1 + k % 4],
    case when o.state = 'delivered' or k <= o.number % 5 then 'done' when k = o.number % 5 + 1 and o.number % 11 = 0 then 'blocked' else 'to_do' end,
    (o.placed_at + make_interval(days => k * 7))::date,
    case when o.state <> 'delivered' and k = o.number % 5 + 1 and o.number % 11 = 0 then 'client' end,
    case when o.state <> 'delivered' and k = o.number % 5 + 1 and o.number % 11 = 0 then 'Baie fermée' end,
    case when o.state <> 'delivered' and k = o.number % 5 + 1 and o.number % 11 = 0 then o.placed_at end
  from orders o, generate_series(1, $1::int) k where o.placed_by_name = 'bench'`

/** Fills a database with running and delivered orders, once. */
export const fillOrders = async (ownerUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    if ((await owner.query(marked)).rows[0].n > 0) return
    const now = new Date()
    await owner.query("select set_config('app.now', $1, false)", [now.toISOString()])
    await owner.query(anOffer)
    await owner.query(contracts, [runningOrders + deliveredOrders])
    await owner.query(orders, [runningOrders, now])
    await owner.query(steps, [stepsEach])
    await owner.query(`insert into offer_delivery_times (offer_id, delivered_orders, p80_days, computed_at)
      select id, 200, 30, now() from offers where code like 'BENCH-%' on conflict do nothing`)
    await owner.query('analyze orders, order_steps, subscriptions, offer_delivery_times')
  } finally {
    await owner.end()
  }
}
