import * as z from 'zod/mini'

export const companyStates = ['active', 'suspended', 'closed'] as const
export const companyStateSchema = z.enum(companyStates)
export type CompanyState = (typeof companyStates)[number]

export const financialStates = ['sound', 'watch', 'blocked'] as const
export const financialStateSchema = z.enum(financialStates)

export const guarantees = ['none', 'deposit', 'bank'] as const
export const guaranteeSchema = z.enum(guarantees)
export type FinancialState = (typeof financialStates)[number]
