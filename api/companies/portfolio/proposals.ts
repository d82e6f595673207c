import * as z from 'zod/mini'
import { companyParams, companyReference, fullName, id, instant, longText, namedCompany, phrase, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'

/** What a company proposes to the carrier; its administrators change all but its SIREN by themselves. */
export const proposalFields = ['name', 'siren', 'vat_number', 'legal_form'] as const
export const proposalFieldSchema = z.enum(proposalFields)
export type ProposalField = (typeof proposalFields)[number]

/** `applied`: changed by the company itself; `contested`: put back by the carrier. */
export const proposalStates = ['pending', 'accepted', 'refused', 'withdrawn', 'applied', 'contested'] as const

export const proposalSchema = z.object({
  id,
  company: namedCompany,
  field: z.string(),
  oldValue: z.nullable(z.string()),
  /** Null: an administrator of the company took the value away. */
  newValue: z.nullable(z.string()),
  reason: z.nullable(phrase),
  state: z.enum(proposalStates),
  answer: z.nullable(phrase),
  proposedBy: fullName,
  createdAt: instant,
  answeredAt: z.nullable(instant),
  abilities: z.object({
    withdraw: z.boolean(),
    answer: z.boolean(),
    /** Put the former value back; not once the field has changed again. */
    contest: z.boolean(),
  }),
})
export type Proposal = z.infer<typeof proposalSchema>

const oneParams = z.strictObject({ company: companyReference, proposal: id })

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/proposals',
  summary: 'Changes of a company’s identity, proposed or made, latest first.',
  topic: 'proposals',
  right: { anyOf: ['company.read'], universes: ['client', 'ambassador', 'operator', 'carrier'] },
  params: companyParams,
  response: z.object({
    items: z.array(proposalSchema),
    abilities: z.object({
      propose: z.boolean(),
      /** What remains to be proposed: an administrator changes the rest. */
      fields: z.array(proposalFieldSchema),
    }),
  }),
})

export const proposeChange = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/proposals',
  summary: 'Propose to the carrier another name, SIREN, VAT number or legal form. A pending proposal of the same field is replaced.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['company.write'], universes: ['client', 'ambassador', 'operator'] },
  params: companyParams,
  body: z.strictObject({ field: proposalFieldSchema, value: shortText(160), reason: z.optional(z.nullable(longText(500))) }),
  response: z.object({ id }),
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

export const contestChange = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/proposals/:proposal/contest',
  summary: 'Contest what a company changed of its identity: the former value is put back, and its administrators are told why.',
  touches: ['companies', 'proposals'],
  right: { anyOf: ['carrier.administer'], universes: ['carrier'] },
  params: oneParams,
  body: z.strictObject({ reason: longText(500).check(z.minLength(1, 'required')) }),
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
