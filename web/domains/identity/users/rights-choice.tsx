import { Checkbox, Stack } from '@mantine/core'
import type { AccessRight } from '#api/access/rights'
import * as m from '#messages/users'
import { sitesText } from '../../access/right-texts.ts'

interface RightsChoiceProps {
  readonly rights: readonly AccessRight[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly label: string
  readonly description?: string
}

/** The company's rights to tick; those beyond one's own cannot be moved, and say why. */
export const RightsChoice = ({ rights, value, onChange, label, description }: RightsChoiceProps) => (
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
)
