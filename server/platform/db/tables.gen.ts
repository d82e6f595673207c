// Written by scripts/schema.ts from the migrated database.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Grant } from '#api/access/grant'
import type { CharacteristicValues, OfferDefinition, PriceStep } from '#api/catalog/rules/offer-definition'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import type { Site } from '#api/companies/sites/sites'
import type { SavedView } from '#api/identity/views/saved-views'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import type { Mail } from '#api/notifications/sent-mails/sent-mails'
import type { Order } from '#api/orders/reading/orders'
import type { Amounts } from '#api/shop/baskets/basket-lines'
import type { DisplayedState } from '#api/subscriptions/list/subscription-list'
import type { FeeLine } from '#api/subscriptions/rules/fee-line'
import type { OrderKind } from '#api/subscriptions/rules/operations'
import type { Template } from '#api/templates'
import type { Fault, ReadingCount } from '../imports/line.ts'

export interface AccountcodesTable {
  id: string
  number: Generated<number>
  service_id: string
  subscription_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string
  label: Generated<string>
  partner_code: Generated<string>
  state: Generated<'active' | 'closed'>
  version: Generated<number>
  label_key: Generated<string>
  partner_code_key: Generated<string>
}

export interface ActivityTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
  actor_user_id: string | null
  actor_name: string
  actor_company_id: string | null
  on_behalf_of: string | null
  universe: 'client' | 'ambassador' | 'operator' | 'carrier' | null
  ip: string | null
  action: string
  object_kind: string
  object_reference: string | null
  object_label: string | null
  before: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
  after: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
  request_id: string | null
}

export interface AllowedMovesTable {
  table_name: string
  actor: 'customer' | 'carrier'
  from_state: string
  to_state: string
  kind: string
}

export interface BackupCodesTable {
  user_id: string
  code_hash: Buffer
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface BasketLinesTable {
  id: string
  basket_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  position: number
  offer_version_id: string
  subscription_id: string | null
  site_ids: Generated<string[]>
  values: ColumnType<CharacteristicValues, string | undefined, string>
  commitment_months: Generated<number>
  wished_on: string | null
  onsite_contact_id: string | null
  seen: ColumnType<Amounts | null, string | null | undefined, string | null>
  version: Generated<number>
}

export interface BasketsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  user_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  state: Generated<'open' | 'ordered' | 'requested'>
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
}

export interface BulkItemsTable {
  run_id: string
  position: number
  key: string
  label: string
  seen: number | null
  state: Generated<'waiting' | 'done' | 'refused'>
  problem: string | null
  field: string | null
}

export interface BulkRunsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  user_id: string
  session_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  screen: string
  act: string
  params: ColumnType<unknown, string | null, string | null>
  filter: ColumnType<unknown, string | null | null | undefined, string | null | null>
  input: ColumnType<unknown, string | null, string | null>
  ip: string | null
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface ChallengesTable {
  id: string
  user_id: string | null
  session_id: string | null
  kind: 'passkey_registration' | 'passkey_authentication'
  challenge: string
  expires_at: ColumnType<Date, Date | string, Date | string>
}

export interface CommerceDocumentsTable {
  id: string
  subscription_id: string
  order_id: string | null
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  payer_id: string
  site_ids: string[]
  kind: 'order_form' | 'delivery_note' | 'termination_letter' | 'termination_notice' | 'attachment'
  name: string
  file_id: string
  shows_amounts: boolean
  internal: Generated<boolean>
  created_at: ColumnType<Date, Date | string, Date | string>
  created_by_name: string
}

export interface CommitmentAmountsTable {
  commitment_id: string
  payer_id: string
  company_id: string
  ambassador_id: string | null
  monthly_cents: number
}

export interface CommitmentsTable {
  id: string
  subscription_id: string
  order_id: string | null
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  label: string
  starts_on: string
  months: number
  ends_on: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface CompaniesTable {
  id: string
  company_id: GeneratedAlways<string>
  ambassador_id: string | null
  operator_id: string | null
  number: Generated<number>
  reference: GeneratedAlways<string>
  universes: ('client' | 'ambassador' | 'operator' | 'carrier')[]
  state: Generated<'active' | 'suspended' | 'closed'>
  name: string
  siren: string | null
  vat_number: string | null
  ape_code: string | null
  size: Generated<'unknown' | 'micro' | 'small' | 'medium' | 'intermediate' | 'large' | 'nonprofit'>
  legal_form: string | null
  einvoicing_address: string | null
  comment: string | null
  website: string | null
  phone: string | null
  email_sales: string | null
  email_technical: string | null
  email_order_desk: string | null
  email_administrative: string | null
  financial_state: Generated<'sound' | 'watch' | 'blocked'>
  guarantee: Generated<'none' | 'deposit' | 'bank'>
  second_factor_required: Generated<boolean>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
  external_key: string | null
  name_fold: GeneratedAlways<string | null>
  head_postcode: Generated<string>
  head_city: Generated<string>
  head_city_fold: GeneratedAlways<string | null>
}

export interface CompanyNotesTable {
  company_id: string
  body: string
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface CompanyNotificationAddressesTable {
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  addresses: ColumnType<unknown, string | null | undefined, string | null>
  version: Generated<number>
}

export interface CompanyProposalsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  field: 'name' | 'siren' | 'vat_number' | 'legal_form' | 'state' | 'financial_state' | 'guarantee'
  old_value: string | null
  new_value: string | null
  reason: string | null
  state: Generated<'pending' | 'accepted' | 'refused' | 'withdrawn' | 'applied' | 'contested'>
  answer: string | null
  proposed_by: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface ContactSubscriptionsTable {
  contact_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  interface_mask: Generated<number>
  email_mask: Generated<number>
}

export interface ContactsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  first_name: Generated<string>
  last_name: string
  job_title: string | null
  phone: string | null
  mobile: string | null
  email: string | null
  archived_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
  external_key: string | null
}

export interface CredentialsTable {
  user_id: string
  password_hash: string
  changed_at: ColumnType<Date, Date | string, Date | string>
}

export interface DemonstrationPartsTable {
  part: string
  version: number
  seeded_on: string
}

export interface EffectiveRightsTable {
  user_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  company_id: string
  grants: ColumnType<Readonly<Partial<Record<Template, Grant>>>, string, string>
}

export interface FactorsTable {
  id: string
  user_id: string
  kind: 'totp' | 'passkey'
  name: string
  secret_sealed: Buffer | null
  last_step: number | null
  credential_id: string | null
  public_key: Buffer | null
  counter: number | null
  transports: string[] | null
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface FilesTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  user_id: string | null
  kind: string
  name: string
  media_type: string
  size: number
  sha256: Buffer
  storage_key: string
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface IdempotencyKeysTable {
  user_id: string
  key: string
  request_hash: Buffer
  status: number | null
  answer: ColumnType<unknown, string | null | null | undefined, string | null | null>
  created_at: ColumnType<Date, Date | string, Date | string>
}

export interface ImportRowsTable {
  import_id: string
  line: number
  cells: string[]
  state: Generated<'pending' | 'valid' | 'faulty' | 'applied'>
  outcome: 'created' | 'updated' | 'unchanged' | null
  object_reference: string | null
  errors: ColumnType<readonly Fault[] | null, string | null | undefined, string | null>
  mended: ColumnType<Readonly<Record<string, string>> | null, string | null | undefined, string | null>
  key: string | null
}

export interface ImportsTable {
  id: string
  company_id: string
  number: Generated<number>
  reference: GeneratedAlways<string>
  kind: 'companies' | 'sites' | 'contacts' | 'subscriptions' | 'services' | 'accountcodes'
  state: Generated<'mapping' | 'checking' | 'checked' | 'applying' | 'done' | 'cancelled' | 'failed'>
  file_name: string
  file_hash: Buffer
  encoding: string
  delimiter: string
  headers: string[]
  total: number
  examined: Generated<number>
  valid: Generated<number>
  faulty: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  started_by: string
  started_by_user_id: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  failure: string | null
  failed_while: 'checking' | 'applying' | null
  staged_encoding: string
  fields: string[] | null
  readings: ColumnType<readonly ReadingCount[], string | undefined, string>
  sample: Generated<string[]>
}

export interface InstallationTable {
  single: Generated<boolean>
  prefix: string
}

export interface IssuerSettingsTable {
  company_id: string
  legal_name: string
  legal_form: string | null
  capital_cents: number | null
  rcs_city: string | null
  siren: string | null
  vat_number: string | null
  creditor_identifier: string | null
  iban_sealed: Buffer | null
  iban_masked: string | null
  bic: string | null
  street: Generated<string>
  complement: string | null
  postcode: Generated<string>
  city: Generated<string>
  country: Generated<string>
  phone: string | null
  website: string | null
  sender_name: string | null
  sender_email: string | null
  terms_of_sale_version: string | null
  terms_of_sale: string | null
  logo: Buffer | null
  logo_type: 'image/png' | 'image/jpeg' | null
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
}

export interface JobProgressTable {
  id: string
  kind: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  user_id: string
  state: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>
  done: Generated<number>
  total: number | null
  message_code: string | null
  result: ColumnType<unknown, string | null | null | undefined, string | null | null>
  cancel_requested: Generated<boolean>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface KeptObjectsTable {
  user_id: string
  company_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  kind: 'company' | 'site' | 'contact' | 'user' | 'contract' | 'order' | 'offer'
  reference: string
  seen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  favoured_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface KnownPlacesTable {
  user_id: string
  kind: 'device' | 'network'
  place: string
  first_seen_at: ColumnType<Date, Date | string, Date | string>
  last_seen_at: ColumnType<Date, Date | string, Date | string>
}

export interface MailAttemptsTable {
  id: number
  mail_id: string
  at: ColumnType<Date, Date | string, Date | string>
  company_id: string | null
  outcome: 'sent' | 'retry' | 'refused' | 'unknown' | 'resend'
  reason: string | null
}

export interface MailsTable {
  id: string
  message_id: string
  company_id: string | null
  ambassador_id: string | null
  operator_id: string | null
  user_id: string | null
  to_address: string
  login: string | null
  template: string
  language: 'fr' | 'en'
  subject: string
  parameters: Buffer | null
  unsubscribe_url: string | null
  state: Generated<'queued' | 'sending' | 'sent' | 'failed' | 'uncertain'>
  sender: string | null
  attempts: Generated<number>
  last_error: string | null
  next_attempt_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
  updated_at: ColumnType<Date, Date | string, Date | string>
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  content: ColumnType<NonNullable<Mail['content']> | null, string | null | undefined, string | null>
}

export interface MigrationsTable {
  name: string
  sha256: string
  applied_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface NotificationDigestsTable {
  event_id: string
  contact_id: string
  company_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
}

export interface NotificationEventsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  company_reference: string
  company_name: string
  category: NotificationCategory
  universes: string[] | null
  code: string
  object_kind: string
  object_reference: string | null
  parameters: ColumnType<unknown, string | null | undefined, string | null>
  created_at: ColumnType<Date, Date | string, Date | string>
  fanned_out_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface NotificationMailsTable {
  event_id: string
  address: string
  company_id: string
  mail_id: string
}

export interface NotificationPreferencesTable {
  contact_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  digest: Generated<'none' | 'hourly' | 'daily'>
  administrator_since: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
}

export interface NotificationUnsubscriptionsTable {
  id: string
  company_id: string
  address: string
  category: NotificationCategory
  is_shared: boolean
  contacts: ColumnType<unknown, string | null, string | null>
  universes: string[]
  created_at: ColumnType<Date, Date | string, Date | string>
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface NotificationsTable {
  id: string
  event_id: string
  user_id: string
  company_id: string
  site_id: string | null
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  category: NotificationCategory
  read_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface OfferDeliveryTimesTable {
  offer_id: string
  delivered_orders: number
  p80_days: number
  computed_at: ColumnType<Date, Date | string, Date | string>
}

export interface OfferFamiliesTable {
  code: string
  name: string
  name_en: string
  position: number
  icon: Generated<string>
}

export interface OfferPricesTable {
  version_id: string
  price_list: 'public' | 'wholesale'
  item: string
  one_off_cents: Generated<number>
  monthly_cents: Generated<number>
  steps: ColumnType<PriceStep[], string | undefined, string>
}

export interface OfferSheetsTable {
  id: string
  version_id: string
  name: string
  media_type: string
  size: number
  sha256: Buffer
  storage_key: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface OfferVersionsTable {
  id: string
  offer_id: string
  number: number
  state: Generated<'draft' | 'published'>
  valid_from: string
  valid_until: string | null
  definition: ColumnType<OfferDefinition, string, string>
  first_ordered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  revision: Generated<number>
}

export interface OffersTable {
  id: string
  code: string
  family: string
  kind: 'contract' | 'addition'
  adds_to: Generated<string[]>
  name: string
  name_en: string
  universes: ('client' | 'ambassador' | 'operator')[]
  state: Generated<'draft' | 'on_sale' | 'withdrawn'>
  position: Generated<number>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
}

export interface OrderAmendmentAmountsTable {
  amendment_id: string
  order_id: string
  payer_id: string
  company_id: string
  ambassador_id: string | null
  one_off_before_cents: number
  monthly_before_cents: number
  one_off_after_cents: number
  monthly_after_cents: number
}

export interface OrderAmendmentsTable {
  id: string
  order_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  at: ColumnType<Date, Date | string, Date | string>
  author_name: string
  reason: string
  changes: ColumnType<Order['amendments'][number]['changes'], string, string>
}

export interface OrderBatchesTable {
  id: string
  basket_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  payer_id: string
  placed_at: ColumnType<Date, Date | string, Date | string>
  placed_by_user_id: string | null
  placed_by_name: string
  placed_universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  terms_version: string | null
  terms_accepted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  terms_accepted_by: string | null
  terms_accepted_ip: string | null
}

export interface OrderCommentsTable {
  id: string
  order_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  at: ColumnType<Date, Date | string, Date | string>
  author_name: string
  author_universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  body: string
}

export interface OrderItemAmountsTable {
  order_item_id: string
  order_id: string
  payer_id: string
  company_id: string
  ambassador_id: string | null
  one_off_cents: number
  monthly_cents: number
}

export interface OrderItemsTable {
  id: string
  order_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  position: number
  action: 'add' | 'modify' | 'delete'
  item: string
  label: string
  label_en: string
  quantity_before: number | null
  quantity_after: number | null
}

export interface OrderNotesTable {
  id: string
  order_id: string
  company_id: string
  at: ColumnType<Date, Date | string, Date | string>
  author_name: string
  body: string
}

export interface OrderStepsTable {
  id: string
  order_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  position: number
  label: string
  label_en: string
  actor: 'carrier' | 'client' | 'partner' | 'infrastructure'
  state: Generated<'to_do' | 'in_progress' | 'blocked' | 'done' | 'skipped'>
  planned_on: string | null
  done_on: string | null
  done_by_name: string | null
  blocked_by: 'carrier' | 'client' | 'partner' | 'infrastructure' | null
  blocked_cause: string | null
  blocked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
}

export interface OrdersTable {
  id: string
  number: Generated<number>
  reference: GeneratedAlways<string>
  batch_id: string | null
  subscription_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  payer_id: string
  site_id: string
  site_ids: string[]
  kind: 'creation' | 'addition' | 'modification' | 'termination'
  state: 'awaiting_client' | 'submitted' | 'in_delivery' | 'delivered' | 'cancelled_by_client' | 'cancelled' | 'impossible'
  offer_id: string
  offer_version_id: string
  offer_name: string
  company_name: string
  values: ColumnType<CharacteristicValues, string | undefined, string>
  quantity_before: number | null
  quantity_after: number | null
  commitment_months: Generated<number>
  wished_on: string | null
  placed_at: ColumnType<Date, Date | string, Date | string>
  placed_by_user_id: string | null
  placed_by_name: string
  placed_universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  onsite_contact_id: string | null
  onsite_contact_name: string | null
  onsite_contact_phone: string | null
  submitted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  pilot_user_id: string | null
  pilot_name: string | null
  taken_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  planned_on: string | null
  delivered_on: string | null
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  closing_reason: string | null
  blocked_step_id: string | null
  version: Generated<number>
  steps_total: Generated<number>
  steps_done: Generated<number>
  next_due_on: string | null
  next_step_id: string | null
  long_commitment_waiver: Generated<boolean>
  purchase_order: string | null
  next_due_by: 'carrier' | 'client' | 'partner' | 'infrastructure' | null
  steps_end_on: string | null
  waits_for: 'carrier' | 'client' | 'partner' | 'infrastructure' | null
}

export interface PartnerChangesTable {
  id: string
  company_id: string
  from_ambassador_id: string | null
  from_operator_id: string | null
  to_ambassador_id: string | null
  to_operator_id: string | null
  effective_on: string
  state: Generated<'scheduled' | 'done' | 'cancelled'>
  reason: string
  requested_by: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  done_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PasswordLinksTable {
  token_hash: Buffer
  user_id: string
  kind: 'initialisation' | 'forgotten'
  created_at: ColumnType<Date, Date | string, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PaymentDetailsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  holder_name: string
  iban_sealed: Buffer
  iban_masked: string
  bic: string | null
  billing_name: string | null
  billing_street: Generated<string>
  billing_complement: string | null
  billing_postcode: Generated<string>
  billing_city: Generated<string>
  billing_country: Generated<string>
  billing_email: string | null
  mandate_reference: string
  mandate_scheme: Generated<'core' | 'b2b'>
  mandate_state: Generated<'to_sign' | 'signed' | 'revoked'>
  mandate_signed_on: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
  mandate_made_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PeriodicJobsTable {
  name: string
  due_at: ColumnType<Date, Date | string, Date | string>
}

export interface PurchaseRequestsTable {
  id: string
  basket_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  state: Generated<'open' | 'taken' | 'declined'>
  message: Generated<string>
  answer: string | null
  requested_at: ColumnType<Date, Date | string, Date | string>
  requested_by_name: string
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
}

export interface ResalePricesTable {
  id: string
  operator_id: string
  offer_id: string
  company_id: string | null
  one_off_cents: number
  monthly_cents: number
  version: Generated<number>
}

export interface RightSitesTable {
  right_id: string
  site_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
}

export interface RightsTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  kind: 'administrator' | 'universe' | 'custom'
  universe: 'client' | 'ambassador' | 'operator' | 'carrier' | null
  name: string
  templates: Generated<string[]>
  all_sites: Generated<boolean>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
}

export interface SaleTermsVersionsTable {
  version: string
  published_at: ColumnType<Date, Date | string, Date | string>
  body_fr: string
  body_en: string
}

export interface SavedViewsTable {
  id: string
  user_id: string
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  screen: SavedView['screen']
  name: string
  query: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  company_id: string
  is_shared: Generated<boolean>
}

export interface SearchEntriesTable {
  id: string
  kind: 'company' | 'site' | 'contact' | 'user'
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  reference: string
  company_reference: string
  label: string
  sublabel: string | null
  words: string[]
  label_fold: Generated<string>
}

export interface SearchWordsTable {
  word: string
  entry_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
}

export interface ServicesTable {
  id: string
  number: Generated<number>
  reference: GeneratedAlways<string>
  subscription_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string
  kind: ServiceKind
  name: string
  state: Generated<'active' | 'closed'>
  created_on: string
  closed_on: string | null
  external_key: string | null
}

export interface SessionsTable {
  id: string
  token_hash: Buffer
  user_id: string
  stage: 'second_factor' | 'enrol_second_factor' | 'accept_terms' | 'complete'
  created_at: ColumnType<Date, Date | string, Date | string>
  last_seen_at: ColumnType<Date, Date | string, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  ip: string | null
  user_agent: string | null
  step_up_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  view_as_user_id: string | null
  view_as_reason: string | null
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface SignInFailuresTable {
  key: string
  failures: number
  last_at: ColumnType<Date, Date | string, Date | string>
  delayed_until: ColumnType<Date, Date | string, Date | string>
}

export interface SitesTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  name: string
  is_head_office: Generated<boolean>
  state: Generated<'open' | 'closed'>
  closed_on: string | null
  siret: string | null
  street: Generated<string>
  complement: string | null
  postcode: Generated<string>
  commune_code: string | null
  city: Generated<string>
  country: Generated<string>
  phone: string | null
  opening_hours: ColumnType<NonNullable<Site['openingHours']> | null, string | null | undefined, string | null>
  onsite_contact_id: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
  external_key: string | null
}

export interface SubscriptionPricesTable {
  subscription_id: string
  payer_id: string
  company_id: string
  ambassador_id: string | null
  one_off_cents: Generated<number>
  monthly_cents: Generated<number>
  termination_cents: Generated<number>
  lines: ColumnType<FeeLine[], string | undefined, string>
}

export interface SubscriptionsTable {
  id: string
  number: Generated<number>
  reference: GeneratedAlways<string>
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  payer_id: string
  site_id: string
  site_ids: string[]
  offer_id: string
  offer_version_id: string
  name: string
  family: string
  state: Generated<'creating' | 'active' | 'termination_requested' | 'terminated' | 'abandoned'>
  quantity: Generated<number>
  values: ColumnType<CharacteristicValues, string | undefined, string>
  company_name: string
  company_reference: string
  payer_reference: string
  city: Generated<string>
  pilot_name: string | null
  delivered_on: string | null
  last_order_id: string | null
  last_order_number: number | null
  last_order_reference: string | null
  last_order_kind: 'creation' | 'addition' | 'modification' | 'termination' | null
  last_order_state: 'awaiting_client' | 'submitted' | 'in_delivery' | 'delivered' | 'cancelled_by_client' | 'cancelled' | 'impossible' | null
  notice_count: Generated<number>
  notice_unit: Generated<'day' | 'month'>
  penalty_basis_points: Generated<number>
  long_commitment_waiver: Generated<boolean>
  tacit_renewal: Generated<boolean>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  activated_on: string | null
  terminated_on: string | null
  taken_over: Generated<boolean>
  version: Generated<number>
  name_key: Generated<string>
  company_key: Generated<string>
  city_key: Generated<string>
  pilot_key: Generated<string>
  last_order_key: GeneratedAlways<number>
  delivered_key: GeneratedAlways<string>
  payer_number: GeneratedAlways<number>
  external_key: string | null
  renewal_told_for: string | null
  displayed_state: GeneratedAlways<DisplayedState>
  type_key: GeneratedAlways<OrderKind>
  state_rank: GeneratedAlways<number>
}

export interface TemplateImplicationsTable {
  template: string
  implied: string
}

export interface TemplateUniversesTable {
  universe: 'client' | 'ambassador' | 'operator' | 'carrier'
  template: string
  in_main: boolean
}

export interface TerminationAmountsTable {
  termination_id: string
  payer_id: string
  company_id: string
  ambassador_id: string | null
  one_off_cents: number
  penalty_cents: number
}

export interface TerminationsTable {
  id: string
  subscription_id: string
  order_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_ids: string[]
  state: Generated<'pending' | 'withdrawn' | 'effective'>
  origin: 'portal' | 'letter' | 'carrier' | 'port_out'
  requested_on: string
  wished_on: string
  notice_count: number
  notice_unit: 'day' | 'month'
  effective_on: string
  billed_until: string
  remaining_months: Generated<number>
  reason: string | null
  requested_at: ColumnType<Date, Date | string, Date | string>
  requested_by_name: string
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  withdrawn_by_name: string | null
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
}

export interface TermsAcceptancesTable {
  user_id: string
  version: string
  accepted_at: ColumnType<Date, Date | string, Date | string>
  ip: string | null
}

export interface TermsVersionsTable {
  version: string
  published_at: ColumnType<Date, Date | string, Date | string>
  body_fr: string
  body_en: string
}

export interface UserRightsTable {
  user_id: string
  right_id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  granted_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface UsersTable {
  id: string
  company_id: string
  ambassador_id: string | null
  operator_id: string | null
  site_id: string | null
  contact_id: string
  login_number: Generated<number>
  login: GeneratedAlways<string>
  display_name: string
  state: Generated<'invited' | 'active' | 'suspended'>
  language: Generated<'fr' | 'en'>
  is_administrator: Generated<boolean>
  last_universe: 'client' | 'ambassador' | 'operator' | 'carrier' | null
  last_sign_in_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  version: Generated<number>
  name_fold: GeneratedAlways<string | null>
  invitation_times: Generated<Date[]>
}

export interface Tables {
  accountcodes: AccountcodesTable
  activity: ActivityTable
  allowed_moves: AllowedMovesTable
  backup_codes: BackupCodesTable
  basket_lines: BasketLinesTable
  baskets: BasketsTable
  bulk_items: BulkItemsTable
  bulk_runs: BulkRunsTable
  challenges: ChallengesTable
  commerce_documents: CommerceDocumentsTable
  commitment_amounts: CommitmentAmountsTable
  commitments: CommitmentsTable
  companies: CompaniesTable
  company_notes: CompanyNotesTable
  company_notification_addresses: CompanyNotificationAddressesTable
  company_proposals: CompanyProposalsTable
  contact_subscriptions: ContactSubscriptionsTable
  contacts: ContactsTable
  credentials: CredentialsTable
  demonstration_parts: DemonstrationPartsTable
  effective_rights: EffectiveRightsTable
  factors: FactorsTable
  files: FilesTable
  idempotency_keys: IdempotencyKeysTable
  import_rows: ImportRowsTable
  imports: ImportsTable
  installation: InstallationTable
  issuer_settings: IssuerSettingsTable
  job_progress: JobProgressTable
  kept_objects: KeptObjectsTable
  known_places: KnownPlacesTable
  mail_attempts: MailAttemptsTable
  mails: MailsTable
  migrations: MigrationsTable
  notification_digests: NotificationDigestsTable
  notification_events: NotificationEventsTable
  notification_mails: NotificationMailsTable
  notification_preferences: NotificationPreferencesTable
  notification_unsubscriptions: NotificationUnsubscriptionsTable
  notifications: NotificationsTable
  offer_delivery_times: OfferDeliveryTimesTable
  offer_families: OfferFamiliesTable
  offer_prices: OfferPricesTable
  offer_sheets: OfferSheetsTable
  offer_versions: OfferVersionsTable
  offers: OffersTable
  order_amendment_amounts: OrderAmendmentAmountsTable
  order_amendments: OrderAmendmentsTable
  order_batches: OrderBatchesTable
  order_comments: OrderCommentsTable
  order_item_amounts: OrderItemAmountsTable
  order_items: OrderItemsTable
  order_notes: OrderNotesTable
  order_steps: OrderStepsTable
  orders: OrdersTable
  partner_changes: PartnerChangesTable
  password_links: PasswordLinksTable
  payment_details: PaymentDetailsTable
  periodic_jobs: PeriodicJobsTable
  purchase_requests: PurchaseRequestsTable
  resale_prices: ResalePricesTable
  right_sites: RightSitesTable
  rights: RightsTable
  sale_terms_versions: SaleTermsVersionsTable
  saved_views: SavedViewsTable
  search_entries: SearchEntriesTable
  search_words: SearchWordsTable
  services: ServicesTable
  sessions: SessionsTable
  sign_in_failures: SignInFailuresTable
  sites: SitesTable
  subscription_prices: SubscriptionPricesTable
  subscriptions: SubscriptionsTable
  template_implications: TemplateImplicationsTable
  template_universes: TemplateUniversesTable
  termination_amounts: TerminationAmountsTable
  terminations: TerminationsTable
  terms_acceptances: TermsAcceptancesTable
  terms_versions: TermsVersionsTable
  user_rights: UserRightsTable
  users: UsersTable
}
