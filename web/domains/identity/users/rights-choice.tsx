import { Checkbox, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import type { AccessRight } from '#api/access/rights'
import * as access from '#messages/access'
import * as m from '#messages/users'
import { CouldDo } from '../../access/could-do/could-do.tsx'
import { givenBy } from '../../access/could-do/could-words.ts'
import { sitesText } from '../../access/right-texts.ts'

interface RightsChoiceProps {
  readonly rights: readonly AccessRight[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly label: string
  readonly description?: string
}

/** The company's rights to tick; those beyond one's own cannot be moved, and say why. Under them, what they let do together. */
export const RightsChoice = ({ rights, value, onChange, label, description }: RightsChoiceProps) => {
  const could = useId()
  return (
    <>
      <Checkbox.Group label={label} description={description} value={[...value]} onChange={onChange}>
        <Stack gap="sm" mt="sm">
          {rights.map((right) => (
            <Checkbox
              key={right.id}
              value={right.id}
              label={right.name}
              description={
                right.abilities.assign
                  ? right.kind === 'custom'
                    ? m.users_rights_sites({ sites: sitesText(right) })
                    : undefined
                  : m.users_rights_not_yours()
              }
              disabled={!right.abilities.assign}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <section aria-labelledby={could}>
        <Text id={could} fw={600} mt="lg" mb={4}>
          {access.access_could()}
        </Text>
        <CouldDo {...givenBy(rights.filter(({ id }) => value.includes(id)))} nothing={access.access_could_nothing_rights()} isLive />
      </section>
    </>
  )
}
