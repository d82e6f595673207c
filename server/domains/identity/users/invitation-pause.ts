/** How often an invitation is sent again to one person. */
const invitationPauseSeconds = 60
const invitationsPerDay = 5

const day = 24 * 3_600_000

export type InvitationVerdict =
  | { readonly allowed: true; readonly times: readonly Date[] }
  | { readonly allowed: false; readonly code: 'invitation_just_sent' | 'invitation_daily_limit'; readonly waitSeconds: number }

/**
 * Whether an invitation may be sent again now, given when it was: once a minute, five times in twenty-four hours. When it may, the times to keep, this
 * one included.
 */
export const judgeInvitation = (sent: readonly Date[], now: Date): InvitationVerdict => {
  const recent = sent.filter((at) => at.getTime() > now.getTime() - day).sort((a, b) => a.getTime() - b.getTime())
  const until = (at: Date | undefined, milliseconds: number) =>
    at === undefined ? 0 : Math.ceil((at.getTime() + milliseconds - now.getTime()) / 1000)
  if (recent.length >= invitationsPerDay)
    return { allowed: false, code: 'invitation_daily_limit', waitSeconds: until(recent.at(-invitationsPerDay), day) }
  const waitSeconds = until(recent.at(-1), invitationPauseSeconds * 1000)
  return waitSeconds > 0 ? { allowed: false, code: 'invitation_just_sent', waitSeconds } : { allowed: true, times: [...recent, now] }
}
