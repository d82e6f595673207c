/** Name of the migrated database that every test file clones; also the prefix of the roles. */
export const templateDatabase = 'portal_template'
export const testSecret = 'a secret for tests only of at least 32 characters'
