/** Filters of the companies' list, apart from the contract: the router knows them before any page is loaded. */
export const clientFilterNames = ['state', 'financialState', 'partner', 'holds', 'department', 'city', 'createdFrom', 'createdTo'] as const
