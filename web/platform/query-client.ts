import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** Only what may pass by itself is tried again: no network, or a server that is starting. */
const mayPass = (error: unknown): boolean => isProblem(error, 'network') || isProblem(error, 'unavailable')

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (count, error) => count < 2 && mayPass(error), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
