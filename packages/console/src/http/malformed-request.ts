import fc from 'fast-check'

import type { Route } from './routes.ts'

const fragments = [
  '\r\n',
  '\n',
  '\0',
  'HTTP/1.1',
  'HTTP/9.9',
  'Transfer-Encoding: chunked',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 5',
  'Host: evil.example',
  'Host: 127.0.0.1',
  'Upgrade: websocket\r\nConnection: upgrade',
  'Expect: 100-continue',
  'Content-Type: application/json',
  'Content-Type: application/json; charset=x',
  'Content-Encoding: br',
  'Cookie: five-pillars-host=%00; a=b=c;;',
  'Authorization: Basic eDp5',
  'Authorization: Bearer',
  'Origin: null',
  'Range: bytes=9-1',
  'If-None-Match: *',
  '{"id":',
  '[[[[[[',
  '{"__proto__":{"a":1}}',
  '\u202e',
  '%00%2e%2e%2f',
  '../../../etc/passwd',
] as const

/** Headers that a request may have, and that mean something other than its sender thinks. */
const meant = [
  'Transfer-Encoding: chunked',
  'Content-Length: 5',
  'Upgrade: websocket\r\nConnection: upgrade',
  'Expect: 100-continue',
  'Content-Type: text/plain',
  'Content-Type: application/json; charset=x',
  'Content-Encoding: br',
  'Cookie: five-pillars-host=%00; a=b=c;;',
  'Authorization: Basic eDp5',
  'Origin: null',
  'Sec-Fetch-Site: cross-site',
  'Range: bytes=9-1',
  'If-None-Match: *',
] as const

/** Names that bodies of some route have. */
const fields = (
  'act as begins block blocks broken confirm exercise for hints id isGiven isNew isOn isRaised ' +
  'kept key kind kit level minutes nickname note personalCode request roomCode seed source ' +
  'submission teams text to version __proto__ constructor'
).split(' ')

/** Values that some field may have, and that are wrong in most of them. */
const values = fc.oneof(
  fc.constantFrom('quorum', 'start', 'extend', 'hint', 'room', 'anonymous', 'follow', '0.1.0', ''),
  fc.constantFrom(null, true, -1, 1, 2 ** 53, 1e308, [], {}),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 2 }),
)

const noise = fc.oneof(
  fc.constantFrom(...fragments),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)

/** Nearly right: fields that there are, with values of others. */
const bodies = fc
  .dictionary(fc.constantFrom(...fields), values, { maxKeys: 5 })
  .map((body) => JSON.stringify(body))

/** Mostly null: a request that is wrong in all ways at once comes to no door but the first. */
function seldom<One>(arbitrary: fc.Arbitrary<One>): fc.Arbitrary<One | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary, weight: 1 })
}

/** For tests: bytes that begin as a request of a route, and go wrong somewhere. */
export function malformedRequest({
  routes,
  proofs,
  host,
}: {
  routes: readonly Route[]
  /** Headers with which somebody proves who they are; empty: without any. */
  proofs: readonly string[]
  host: string
}): fc.Arbitrary<Buffer> {
  return fc
    .record({
      host: fc.oneof({ arbitrary: fc.constant(host), weight: 9 }, noise),
      route: fc.constantFrom(...routes),
      method: seldom(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get', 'FOO'),
      ),
      parameter: fc.oneof(fc.constant('quorum'), noise),
      query: seldom(noise),
      proof: fc.constantFrom(...proofs),
      headers: fc.array(
        fc.oneof(
          { arbitrary: fc.constantFrom(...meant), weight: 9 },
          { arbitrary: noise, weight: 1 },
        ),
        { maxLength: 2 },
      ),
      body: fc.oneof(
        { arbitrary: bodies, weight: 4 },
        { arbitrary: noise, weight: 1 },
        { arbitrary: fc.json(), weight: 1 },
        { arbitrary: fc.constant(''), weight: 1 },
      ),
      hasLength: fc.boolean(),
      flipped: seldom(fc.tuple(fc.nat(400), fc.nat(255))),
    })
    .map((parts) => flipped(Buffer.from(textOf(parts)), parts.flipped))
}

interface Parts {
  host: string
  route: Route
  method: string | null
  parameter: string
  query: string | null
  proof: string
  headers: readonly string[]
  body: string
  hasLength: boolean
}

function textOf({
  host,
  route,
  method,
  parameter,
  query,
  proof,
  headers,
  body,
  hasLength,
}: Parts): string {
  const address = route.path.replace(/:[a-z]+/u, () => parameter)
  return [
    `${method ?? route.method} ${address}${query === null ? '' : `?exercise=${query}`} HTTP/1.1`,
    `host: ${host}`,
    ...(proof === '' ? [] : [proof]),
    ...(hasLength
      ? [`content-length: ${Buffer.byteLength(body)}`, 'content-type: application/json']
      : []),
    ...headers,
    '',
    body,
  ].join('\r\n')
}

/** One byte is another one. */
function flipped(bytes: Buffer, flip: readonly [number, number] | null): Buffer {
  if (flip === null || bytes.length === 0) return bytes
  bytes[flip[0] % bytes.length] = flip[1]
  return bytes
}
