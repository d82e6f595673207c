import * as z from 'zod/mini'

/** How far a person's access is. */
export const userStates = ['invited', 'active', 'suspended'] as const
export const userStateSchema = z.enum(userStates)
export type UserState = (typeof userStates)[number]
