import * as z from 'zod/mini'
import { defineJob } from '../../platform/jobs/define-job.ts'

/** Sends a person the link with which they choose their password; earlier links die. */
export const sendInitialisation = defineJob('identity.send_initialisation', z.strictObject({ userId: z.uuid() }))
