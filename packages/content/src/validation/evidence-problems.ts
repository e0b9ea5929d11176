import type { Content } from './schema.ts'

type Figure = Content['figures'][number]
type Claim = Content['claims'][number]

/** Statements that owe the reader a caveat or a sum, and printed numbers unlike the measured. */
export function* evidenceProblems(content: Content): Generator<string> {
  for (const each of content.figures) {
    yield* owed('figure', each)
    if (each.verdict === 'measured') yield* misprinted(each.id, each.value, each.amount)
  }
  for (const each of content.claims) yield* owed('claim', each)
}

function* owed(kind: string, each: Figure | Claim): Generator<string> {
  if ((each.verdict === 'qualified' || each.verdict === 'corrected') && each.caveat === undefined) {
    yield `${kind} "${each.id}": is ${each.verdict} and has no caveat`
  }
  if (each.verdict === 'derived' && each.derivation === undefined) {
    yield `${kind} "${each.id}": is derived and does not say how`
  }
}

function* misprinted(id: string, value: string, amount: number): Generator<string> {
  const [, bound = '', number = ''] = /^([<>≥≤]?)[ ≈]*(-?[\d,.]+)/.exec(value) ?? []
  if (number === '' || !holds(bound, number.replaceAll(',', ''), amount)) {
    yield `figure "${id}": prints "${value}", measured ${amount}`
  }
}

/** Whether the amount is what the number says, rounded to as many digits as are printed. */
function holds(bound: string, number: string, amount: number): boolean {
  const printed = Number(number)
  if (bound === '<') return amount < printed
  if (bound === '>') return amount > printed
  if (bound === '≤') return amount <= printed
  if (bound === '≥') return amount >= printed
  return Number(amount.toFixed(number.split('.')[1]?.length ?? 0)) === printed
}
