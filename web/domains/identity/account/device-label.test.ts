import { expect, test } from 'vitest'
import { deviceLabel, isHandheld } from './device-label.ts'

const agents = {
  windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  android: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
}

test.each([
  [agents.windows, 'Chrome sur Windows', false],
  [agents.edge, 'Edge sur Windows', false],
  [agents.mac, 'Safari sur macOS', false],
  [agents.iphone, 'Safari sur iPhone', true],
  [agents.firefox, 'Firefox sur Linux', false],
  [agents.android, 'Chrome sur Android', true],
  ['curl/8.5.0', 'Navigateur inconnu', false],
  [null, 'Navigateur inconnu', false],
])('names %s', (agent, label, handheld) => {
  expect(deviceLabel(agent)).toBe(label)
  expect(isHandheld(agent)).toBe(handheld)
})
