import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'

/**
 * Loads a page when its route is entered. Its type does not depend on the page's, so that pages may read the router's types
 * (`getRouteApi`) without a cycle.
 */
export const lazyPage = <K extends string>(
  load: () => Promise<{ readonly [name in K]: () => React.ReactNode }>,
  name: K,
): AsyncRouteComponent<object> =>
  lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name) as AsyncRouteComponent<object>
