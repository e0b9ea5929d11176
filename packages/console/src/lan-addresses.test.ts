import type { NetworkInterfaceInfo } from 'node:os'

import { expect, test } from 'vitest'

import { lanAddresses } from './lan-addresses.ts'
import { Place } from './place.ts'

function info(
  address: string,
  family: 'IPv4' | 'IPv6' = 'IPv4',
  internal = false,
): NetworkInterfaceInfo {
  const shared = { address, netmask: '', mac: '', cidr: null, internal }
  return family === 'IPv4' ? { ...shared, family } : { ...shared, family, scopeid: 0 }
}

test('addresses that others could be at come first, and this machine alone never', () => {
  const all = lanAddresses({
    lo: [info('127.0.0.1', 'IPv4', true)],
    docker0: [info('172.17.0.1')],
    'vEthernet (WSL)': [info('172.20.0.1')],
    en0: [info('fe80::1', 'IPv6'), info('192.168.1.20')],
    en5: [info('169.254.9.9')],
    'WLAN 2': [info('10.0.0.7')],
    awdl0: undefined,
  })
  expect(all.map(({ address }) => address)).toEqual([
    '192.168.1.20',
    '10.0.0.7',
    '172.17.0.1',
    '172.20.0.1',
  ])
})

test('a console is called by its own names, at its own port', () => {
  const place = new Place({ hostname: '192.168.1.20' })
  place.port = 4200
  expect([place.address, place.isLoopback]).toEqual(['http://192.168.1.20:4200', false])
  const own = ['192.168.1.20:4200', '127.0.0.1:4200', 'LOCALHOST:4200', '[::1]:4200']
  expect(own.filter((host) => !place.isOwnHost(host))).toEqual([])
  const foreign = ['192.168.1.20', '192.168.1.21:4200', 'localhost:4201', 'evil.example:4200', '']
  expect(foreign.filter((host) => place.isOwnHost(host))).toEqual([])
})

test('behind a proxy it is called by the name of that, too', () => {
  const place = new Place({ publicUrl: 'https://room.example' })
  place.port = 4200
  expect([place.address, place.isLoopback]).toEqual(['https://room.example', false])
  expect(place.own).toBe('http://127.0.0.1:4200')
  expect(['room.example', '127.0.0.1:4200'].every((host) => place.isOwnHost(host))).toBe(true)
  expect(place.isOwnHost('room.example:4200')).toBe(false)
})

test('at the port of the web the port is left out', () => {
  const place = new Place({})
  place.port = 80
  expect(place.isOwnHost('localhost')).toBe(true)
})
