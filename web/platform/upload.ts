import type { Endpoint, ParamsInput, QueryInput, ResponseOf } from '#api/endpoint'
import { type PathParams, throughGates, urlOf, withReread } from './call.ts'
import { Problem, problemFrom } from './problem.ts'

interface UploadOptions<E> {
  readonly params?: PathParams<ParamsInput<E>>
  readonly query?: QueryInput<E>
  readonly file: Blob
  /** Share sent, 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
  readonly idempotencyKey?: string
}

/** Sends a file as the body of an endpoint that declares `consumes`, with progress, and reads again what it touches. Throws `Problem`. */
export const upload = <E extends Endpoint>(endpoint: E, options: UploadOptions<E>): Promise<ResponseOf<E>> =>
  withReread(endpoint, options.params as Record<string, unknown>, () =>
    throughGates(
      () =>
        new Promise<ResponseOf<E>>((resolve, reject) => {
          const request = new XMLHttpRequest()
          request.open(
            endpoint.method,
            urlOf(endpoint, options.params as Record<string, unknown>, options.query as Record<string, unknown>),
          )
          request.responseType = 'json'
          request.setRequestHeader('accept', 'application/json')
          request.setRequestHeader('content-type', endpoint.consumes ?? 'application/octet-stream')
          if (options.idempotencyKey) request.setRequestHeader('idempotency-key', options.idempotencyKey)
          request.upload.onprogress = (event) => event.lengthComputable && options.onProgress?.(event.loaded / event.total)
          request.onload = () =>
            request.status < 300
              ? resolve(request.response as ResponseOf<E>)
              : reject(problemFrom(request.status, request.response, request.getResponseHeader('x-request-id')))
          request.onerror = () => reject(new Problem({ code: 'network', status: 0 }))
          request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
          options.signal?.addEventListener('abort', () => request.abort())
          request.send(options.file)
        }),
    ),
  )
