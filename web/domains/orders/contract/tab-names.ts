/** The parts of a contract's page, as its address names them. */
export const contractTabs = ['overview', 'services', 'costs', 'documents', 'history'] as const
export type ContractTab = (typeof contractTabs)[number]
