import type { FastifyReply, FastifyRequest } from 'fastify'

const secureName = '__Host-session'
const loopbackName = 'session'

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/**
 * The cookie is `Secure` and bound to the host, but on loopback over plain http. A proxy that ends TLS and is not trusted changes nothing: such a
 * request still comes for a name that is not loopback.
 */
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https' || !loopback.has(request.hostname)

/** The session's token as the caller presents it, if any. */
export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[isSecure(request) ? secureName : loopbackName]

const attributes = (request: FastifyRequest) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecure(request) })

/** Says to the site's scripts that there is a session to ask for, and nothing else: without it they need not ask to learn that there is none. */
const markName = 'signed-in'

export const setSessionCookie = (request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: Date): void => {
  reply.setCookie(isSecure(request) ? secureName : loopbackName, token, { ...attributes(request), expires: expiresAt })
  reply.setCookie(markName, '1', { ...attributes(request), httpOnly: false, expires: expiresAt })
}

export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.clearCookie(isSecure(request) ? secureName : loopbackName, attributes(request))
  reply.clearCookie(markName, { ...attributes(request), httpOnly: false })
}

const deviceName = (request: FastifyRequest): string => (isSecure(request) ? '__Host-device' : 'device')

/** The token of a browser that signed in before, if any. */
export const deviceToken = (request: FastifyRequest): string | undefined => request.cookies[deviceName(request)]

export const setDeviceCookie = (request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: Date): void => {
  reply.setCookie(deviceName(request), token, { ...attributes(request), expires: expiresAt })
}
