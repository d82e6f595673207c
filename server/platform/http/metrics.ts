import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** The process's metrics, shared by HTTP, jobs and mail. */
export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Requests answered',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
})
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer',
  labelNames: ['method', 'route'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

/** Counts one answered request: seconds, by route pattern (never by URL, which holds identifiers). */
export const requestMetrics = () => (method: string, route: string, status: number, seconds: number) => {
  requests.inc({ method, route, status: String(status) })
  durations.observe({ method, route }, seconds)
}
