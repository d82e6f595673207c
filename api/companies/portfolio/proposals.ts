import * as z from 'zod/mini'
import { longText, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { namedCompanySchema } from './clients.ts'

/** Fields that only the carrier changes: a company proposes. */
export const proposalFields = ['name', 'siren', 'vat_number', 'legal_form'] as const
export const proposalFieldSchema = z.enum(proposalFields)
export type ProposalField = (typeof proposalFields)[number]

export const proposalStates = ['pending', 'accepted', 'refused', 'withdrawn'] as const

export const proposalSchema = z.object({
  id: z.string(),
  company: namedCompanySchema,
  field: z.string(),
  oldValue: z.nullable(z.string()),
  newValue: z.string(),
  reason: z.nullable(z.string()),
  state: z.enum(proposalStates),
  answer: z.nullable(z.string()),
  proposedBy: z.string(),
  createdAt: z.string(),
  answeredAt: z.nullable(z.string()),
  abilities: z.object({ withdraw: z.boolean(), answer: z.boolean() }),
})
export type Proposal = z.infer<typeof proposalSchema>

const params = z.strictObject({ company: z.string().check(z.maxLength(32)) })
const oneParams = z.strictObject({ company: z.string().check(z.maxLength(32)), proposal: z.uuid() })

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/proposals',
  summary: 'Changes proposed for a company, latest first.',
  topic: 'proposals',
  right: { anyOf: ['company.read'], universes: ['client', 'ambassador', 'operator', 'carrier'] },
  params,
  response: z.object({ items: z.array(proposalSchema), abilities: z.object({ propose: z.boolean() }) }),
})

export const proposeChange = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/proposals',
  summary: 'Propose to the carrier another name, SIREN, VAT number or legal form. A pending proposal of the same field is replaced.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['company.write'], universes: ['client', 'ambassador', 'operator'] },
  params,
  body: z.strictObject({ field: proposalFieldSchema, value: shortText(160), reason: z.optional(z.nullable(longText(500))) }),
  response: z.object({ id: z.string() }),
  status: 201,
  idempotent: true,
})

export const withdrawProposal = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/proposals/:proposal',
  summary: 'Withdraw a proposal that has no answer yet.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['company.write'], universes: ['client', 'ambassador', 'operator'] },
  params: oneParams,
  problems: ['conflict'],
})

export const answerProposal = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/proposals/:proposal/answer',
  summary: 'Accept a proposal, which applies it, or refuse it with an answer.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['carrier.administer'], universes: ['carrier'] },
  params: oneParams,
  body: z.strictObject({ accept: z.boolean(), answer: z.optional(z.nullable(longText(500))) }),
  problems: ['conflict'],
})

export const listPendingProposals = listEndpoint({
  path: '/api/:universe/proposals',
  summary: 'The queue of changes that companies propose to the carrier.',
  topic: 'proposals',
  right: { anyOf: ['company.read'], universes: ['carrier'] },
  screen: 'proposals',
  row: proposalSchema,
  filters: { state: z.enum(proposalStates, { error: 'invalid' }) },
  sorts: ['createdAt'],
  defaultSort: 'createdAt',
})
