/**
 * Runs inside the realm of a submission, before it, and takes away what the graded run withholds.
 * The error that a touch of such a thing throws belongs to the realm, like everything here.
 */
class Withheld extends Error {
  get name() {
    return 'Withheld'
  }
}

const clock = 'ask the clock you were given.'
const chance = 'ask the rng you were given.'
const outside = 'a submission gets everything it needs as parameters.'

/** Functions that may be named and handed around, and throw when they are called. */
const calls = {
  setTimeout: clock,
  setInterval: clock,
  setImmediate: clock,
  clearTimeout: clock,
  clearInterval: clock,
  clearImmediate: clock,
  requestAnimationFrame: clock,
  fetch: outside,
  structuredClone: 'copy what you need by hand.',
}

/** Names that throw as soon as they are read. */
const touches = {
  performance: clock,
  crypto: chance,
  process: outside,
  require: outside,
  module: outside,
  exports: outside,
  Buffer: outside,
  global: outside,
  window: outside,
  self: outside,
  navigator: outside,
  localStorage: outside,
  XMLHttpRequest: outside,
  WebSocket: outside,
  Worker: outside,
  BroadcastChannel: outside,
  MessageChannel: outside,
  WebAssembly: outside,
  SharedArrayBuffer: outside,
  Atomics: outside,
  WeakRef: 'its answer depends on the garbage collector.',
  FinalizationRegistry: 'its answer depends on the garbage collector.',
}

const written = 'write the code itself.'

function deny(what, advice) {
  throw new Withheld(`${what} is not there in the graded run: ${advice}`)
}

/** @param write takes the values of one console call; the only thing of the tests in here */
export function prepareRealm(write) {
  for (const [name, advice] of Object.entries(calls)) {
    withholdCall(globalThis, name, `${name}()`, advice)
  }
  for (const [name, advice] of Object.entries(touches)) {
    Object.defineProperty(globalThis, name, { get: () => deny(name, advice), configurable: false })
  }
  withholdCall(Date, 'now', 'Date.now()', clock)
  withholdCall(Math, 'random', 'Math.random()', chance)
  Object.defineProperty(Temporal, 'Now', { get: () => deny('Temporal.Now', clock) })
  withholdPresent()
  withholdPresentText()
  withholdEval()
  withholdImport()
  keepSymbolsApart()
  globalThis.queueMicrotask = async (callback) => {
    await Promise.resolve()
    callback()
  }
  globalThis.console = createConsole(write)
}

function withholdCall(target, name, what, advice) {
  const denied = { [name]: () => deny(what, advice) }[name]
  Object.defineProperty(target, name, { value: denied, configurable: true, writable: true })
}

/** Dates can be made from numbers and texts, not from the clock of the machine. */
function withholdPresent() {
  const RealDate = Date
  const GivenDate = function Date(...parts) {
    if (new.target === undefined) return deny('Date()', clock)
    if (parts.length === 0) return deny('new Date() without arguments', clock)
    return Reflect.construct(RealDate, parts, new.target)
  }
  Object.defineProperties(GivenDate, Object.getOwnPropertyDescriptors(RealDate))
  RealDate.prototype.constructor = GivenDate
  globalThis.Date = GivenDate
}

/** Formatting no date at all is formatting the present one. */
function withholdPresentText() {
  const { prototype } = Intl.DateTimeFormat
  const { get: formatOf } = Object.getOwnPropertyDescriptor(prototype, 'format')
  const { formatToParts } = prototype
  const what = 'Intl.DateTimeFormat without a date'
  Object.defineProperty(prototype, 'format', {
    get() {
      const format = Reflect.apply(formatOf, this, [])
      return (date) => (date === undefined ? deny(what, clock) : format(date))
    },
  })
  const given = function givenParts(date) {
    return date === undefined ? deny(what, clock) : Reflect.apply(formatToParts, this, [date])
  }
  Object.defineProperty(prototype, 'formatToParts', { value: given })
}

const functionsOfEachKind = [
  function plain() {},
  async function asynchronous() {},
  function* generator() {},
  async function* asyncGenerator() {},
]

/** Whatever makes code of text, and the constructors by which every function leads to it. */
function withholdEval() {
  withholdCall(globalThis, 'eval', 'eval()', written)
  for (const example of functionsOfEachKind) {
    const prototype = Object.getPrototypeOf(example)
    const denied = function Function() {
      return deny('new Function()', written)
    }
    denied.prototype = prototype
    Object.defineProperty(prototype, 'constructor', { value: denied })
    if (prototype === Function.prototype) globalThis.Function = denied
  }
}

/** The compiler has put this name in the place of each `import()`. */
function withholdImport() {
  Object.defineProperty(globalThis, '$mport', { value: denyImport })
}

async function denyImport() {
  return deny('import()', 'a submission is one file.')
}
denyImport.source = denyImport
denyImport.defer = denyImport

/** Symbols of the shared registry reach over the border of a realm, and tools obey some of them. */
function keepSymbolsApart() {
  const symbols = new Map()
  const keys = new Map()
  Symbol.for = (/** @type {unknown} */ key) => {
    const text = String(key)
    const symbol = symbols.get(text) ?? Symbol(text)
    symbols.set(text, symbol)
    keys.set(symbol, text)
    return symbol
  }
  Symbol.keyFor = (symbol) => keys.get(symbol)
}

function createConsole(write) {
  const say = (...values) => write(values)
  return {
    log: say,
    info: say,
    debug: say,
    warn: say,
    error: say,
    table: say,
    dir: say,
    trace: say,
    group: say,
    groupEnd: quiet,
    count: quiet,
    time: quiet,
    timeEnd: quiet,
    clear: quiet,
    assert: (condition, ...values) => (condition ? undefined : say('Assertion failed', ...values)),
  }
}

function quiet() {}
