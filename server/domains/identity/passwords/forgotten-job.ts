import * as z from 'zod/mini'
import { defineJob } from '../../../platform/jobs/define-job.ts'

/** Sends the forgotten-password link, if the login is somebody's: decided here, where nobody measures how long it takes. */
export const sendForgotten = defineJob('identity.send_forgotten', z.strictObject({ login: z.string().check(z.maxLength(32)) }))
