import type { OrderRow } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { orderStateWords } from '#api/rules/order-words'
import { orderKindWords } from '#api/subscriptions/words'
import { dayColumn, type ExportColumn, instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'

/** What any list of orders is exported with. */
export const orderColumns = <Row extends OrderRow>(): readonly ExportColumn<Row>[] => [
  textColumn(orderWords.reference, ({ reference }) => reference),
  textColumn(orderWords.state, ({ state }) => orderStateWords[state]),
  textColumn(orderWords.kind, ({ kind }) => orderKindWords[kind]),
  textColumn(orderWords.offer, ({ offer }) => ({ fr: offer.name, en: offer.nameEn })),
  textColumn(orderWords.company, ({ company }) => company.name),
  textColumn(orderWords.companyReference, ({ company }) => company.reference),
  textColumn(orderWords.site, ({ site }) => site.name),
  textColumn(orderWords.city, ({ site }) => site.city),
  textColumn(orderWords.contract, ({ subscription }) => subscription),
  textColumn(orderWords.pilot, ({ pilot }) => pilot ?? orderWords.noPilot),
  instantColumn(orderWords.placedAt, ({ placedAt }) => placedAt),
  dayColumn(orderWords.wishedOn, ({ wishedOn }) => wishedOn),
  dayColumn(orderWords.plannedOn, ({ plannedOn }) => plannedOn),
  dayColumn(orderWords.deliveredOn, ({ deliveredOn }) => deliveredOn),
]
