/** What a delivery creates; each family's own module brings the rest. */
export const serviceKinds = [
  'internet_access',
  'cloud_pbx',
  'centrex',
  'centrex_licence',
  'sip_trunk',
  'analogue_line',
  'number_block',
  'mobile_line',
  'option',
  'equipment',
] as const
export type ServiceKind = (typeof serviceKinds)[number]
