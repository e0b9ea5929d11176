import { SHARED_LOOKS } from './outcomes.mjs'

/** Without letters that are mistaken for digits when they are read aloud; those are read as them. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MISTAKEN = { O: '0', I: '1', L: '1', U: 'V' }

const BITS = 5
const GROUP = 5

/** What the code says, in this order, with how many bits: a newer format has another number. */
const FORMAT = 1
const PLATFORMS = ['other', 'linux', 'darwin', 'win32']
const ARCHS = ['other', 'x64', 'arm64']
const FIELDS = [
  ['format', 4],
  ['platform', 2],
  ['arch', 2],
  ['nodeMajor', 6],
  ['major', 4],
  ['minor', 6],
  ['patch', 6],
  ['kitId', 16],
  ...SHARED_LOOKS.map(({ id }) => [id, 3]),
]
const CHECKSUM_BITS = 15

/**
 * What is shared of a machine: no name, no path, nothing of the person.
 *
 * @typedef {object} Shared
 * @property {string} platform
 * @property {string} arch
 * @property {number} node major version
 * @property {string} version of the kit
 * @property {string} kit first four digits of its id; `0000` in a clone
 * @property {Readonly<Record<string, string>>} outcomes look → outcome
 */

/**
 * One line such as `FP-08M4K-…`, which can be read aloud.
 *
 * @param {Shared} shared
 * @returns {string}
 */
export function codeOf({ platform, arch, node, version, kit, outcomes }) {
  const [major = 0, minor = 0, patch = 0] = version
    .split('.')
    .map((part) => Number.parseInt(part, 10))
  const values = {
    format: FORMAT,
    platform: Math.max(0, PLATFORMS.indexOf(platform)),
    arch: Math.max(0, ARCHS.indexOf(arch)),
    nodeMajor: node,
    major,
    minor,
    patch,
    kitId: Number.parseInt(kit, 16),
    ...Object.fromEntries(
      SHARED_LOOKS.map(({ id, outcomes: all }) => [
        id,
        Math.max(
          0,
          all.findIndex((outcome) => outcome.id === outcomes[id]),
        ),
      ]),
    ),
  }
  let bits = ''
  for (const [name, width] of FIELDS) bits += toBits(values[name], width)
  bits = bits.padEnd(Math.ceil((bits.length + CHECKSUM_BITS) / BITS) * BITS - CHECKSUM_BITS, '0')
  bits += toBits(checksum(bits), CHECKSUM_BITS)
  const letters = bits.match(/.{5}/g).map((five) => ALPHABET[Number.parseInt(five, 2)])
  return `FP-${letters
    .join('')
    .match(new RegExp(`.{1,${GROUP}}`, 'g'))
    .join('-')}`
}

/**
 * Reads such a line, however it was typed.
 *
 * @param {string} text
 * @returns {{ kind: 'read', shared: Shared } | { kind: 'refused', why: string }}
 */
export function readCode(text) {
  const typed = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (!typed.startsWith('FP')) return refused('A code begins with FP.')
  const letters = typed
    .slice(2)
    .split('')
    .map((letter) => ALPHABET.indexOf(MISTAKEN[letter] ?? letter))
  const bits = letters.map((value) => toBits(Math.max(0, value), BITS)).join('')
  const content = bits.slice(0, -CHECKSUM_BITS)
  if (Number.parseInt(bits.slice(-CHECKSUM_BITS), 2) !== checksum(content)) {
    return refused('It has a mistake in it: compare it letter by letter.')
  }
  const values = {}
  let at = 0
  for (const [name, width] of FIELDS) {
    values[name] = Number.parseInt(content.slice(at, at + width) || '0', 2)
    at += width
    if (name === 'format' && values[name] !== FORMAT) {
      return refused('It was made by another version of the kit: read it with that one.')
    }
  }
  return {
    kind: 'read',
    shared: {
      platform: PLATFORMS[values.platform] ?? 'other',
      arch: ARCHS[values.arch] ?? 'other',
      node: values.nodeMajor,
      version: `${values.major}.${values.minor}.${values.patch}`,
      kit: values.kitId.toString(16).padStart(4, '0'),
      outcomes: Object.fromEntries(
        SHARED_LOOKS.map(({ id, outcomes }) => [id, (outcomes[values[id]] ?? outcomes[0]).id]),
      ),
    },
  }
}

function refused(why) {
  return { kind: 'refused', why }
}

/** The largest number that fits stands for all that do not. */
function toBits(value, width) {
  const most = 2 ** width - 1
  return Math.min(Number.isFinite(value) ? value : 0, most)
    .toString(2)
    .padStart(width, '0')
}

/** CRC-15 with the polynomial of CAN (0x4599): any run of up to 15 changed bits is found. */
function checksum(bits) {
  let crc = 0x2b5a
  for (const bit of bits) {
    const isSet = ((crc >> 14) & 1) !== Number(bit)
    crc = ((crc << 1) & 0x7fff) ^ (isSet ? 0x4599 : 0)
  }
  return crc
}
