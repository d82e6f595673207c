import { bulkEndpoint } from '../../bulk.ts'
import { listQueue, takeOver } from '../delivery/delivery.ts'

export const takeOverMany = bulkEndpoint({ list: listQueue, of: takeOver, act: 'take-over', summary: 'Take many orders over.' })
