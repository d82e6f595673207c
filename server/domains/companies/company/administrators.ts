import { sql } from 'kysely'
import { raw } from '../../../platform/db/query.ts'
import { type FoundReader, type ReaderRule, readersBy } from '../../../platform/mail/define-news.ts'

/** Those who administer a company, told in its client universe. */
export const administratorsOf = <S>(companyOf: (subject: S) => string): ReaderRule<S> =>
  readersBy('administrator', (subject) =>
    raw<FoundReader>(sql`
      select k.email, u.id as user_id, u.login, u.language, 'client' as universe from users u join contacts k on k.id = u.contact_id
      where u.company_id = ${companyOf(subject)} and u.is_administrator and u.state = 'active' order by u.login`),
  )
