/** Kinds of rows, for their ids; those of the catalogue are before. */
export const kinds = {
  contract: 23,
  order: 24,
  item: 25,
  step: 26,
  commitment: 27,
  service: 28,
  accountcode: 29,
  termination: 30,
  comment: 31,
  note: 32,
  basket: 33,
  batch: 34,
  event: 35,
  notification: 36,
} as const
/** Room for what hangs from one contract or order. */
export const room = { orders: 4, items: 32, steps: 16, services: 48 } as const
