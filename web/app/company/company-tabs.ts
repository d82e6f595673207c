/** The parts of a company's sheet, as its address names them. */
export const companyTabs = ['overview', 'sites', 'contacts', 'rights', 'changes'] as const
export type CompanyTab = (typeof companyTabs)[number]
