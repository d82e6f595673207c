/** Names of what happens to an order and its steps. Labels live in web/messages. */
export const orderKinds = ['creation', 'addition', 'modification', 'termination'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStates = [
  'awaiting_client',
  'submitted',
  'in_delivery',
  'delivered',
  'cancelled_by_client',
  'cancelled',
  'impossible',
] as const
export type OrderState = (typeof orderStates)[number]

/** Still to be done: one at a time per contract. */
const runningOrderStates = ['awaiting_client', 'submitted', 'in_delivery'] as const satisfies readonly OrderState[]
export const isRunning = (state: OrderState): boolean => runningOrderStates.some((running) => running === state)

/** A termination that was withdrawn, refused or cancelled: the contract lives on as if nobody had asked. */
export const isTerminationCalledOff = (contract: {
  readonly state: string
  readonly lastOrder: { readonly kind: OrderKind; readonly state: OrderState } | null
}): boolean => contract.state === 'active' && contract.lastOrder?.kind === 'termination' && !isRunning(contract.lastOrder.state)

export const itemActions = ['add', 'modify', 'delete'] as const
export type ItemAction = (typeof itemActions)[number]

export const stepStates = ['to_do', 'in_progress', 'blocked', 'done', 'skipped'] as const
export type StepState = (typeof stepStates)[number]

export const documentKinds = ['order_form', 'delivery_note', 'termination_letter', 'termination_notice', 'attachment'] as const
export type DocumentKind = (typeof documentKinds)[number]
