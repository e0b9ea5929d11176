import type { EndWatch, Invariant, NodeId } from '@five-pillars/simulator'

import { fieldOf, textIn, textsIn } from './fields.ts'
import { ends } from './machines.ts'
import { WRITTEN } from './world-db.ts'

/** Atomicity, of what is done as well as of what is said (Gray and Lamport 2006). */
export const allOrNothing: Invariant = {
  text: 'what one participant commits, no other one aborts',
  watch() {
    const heard = new Map<string, { readonly isCommit: boolean; readonly node: NodeId }>()
    return {
      emit({ event, node, data }) {
        const isCommit = event === 'commits' || event === 'committed'
        if (!isCommit && event !== 'aborts' && event !== 'aborted') return null
        const tx = typeof data === 'string' ? data : textIn(data, 'tx')
        const first = heard.get(tx)
        if (first === undefined) heard.set(tx, { isCommit, node })
        if (first === undefined || first.isCommit === isCommit) return null
        const [one, other] = first.isCommit ? [first.node, node] : [node, first.node]
        if (one === other) return `${one} commits ${tx} and aborts it`
        return `${one} commits ${tx}, and ${other} aborts it`
      },
    }
  },
}

/** Who has voted yes has no say in it any more: it waits, however long that takes. */
export const waitsForWord: Invariant = {
  text: 'who has promised ends a transaction when it is told how, and not before',
  watch() {
    const told = new Set<string>()
    return {
      send({ to, msg }) {
        if (fieldOf(msg, 't') !== 'Decide') return null
        told.add(
          `${to} ${fieldOf(msg, 'commit') === true ? 'commits' : 'aborts'} ${textIn(msg, 'tx')}`,
        )
        return null
      },
      emit({ event, node, data }) {
        if (event !== 'commits' && event !== 'aborts') return null
        const what = `${node} ${event} ${textIn(data, 'tx')}`
        return told.has(what) ? null : `${what}, and nobody has told it to`
      },
    }
  },
}

/** A database does what it is told: once, and with the locks in its hand. */
export const commitsOnce: Invariant = {
  text: 'a transaction is committed once, where it has its locks',
  watch: () => ({
    emit({ event, node, data }) {
      const wrong = fieldOf(data, 'wrong')
      if (event !== 'commits' || typeof wrong !== 'string') return null
      return `${node} commits ${textIn(data, 'tx')} ${wrong}`
    },
  }),
}

/** What is committed at one place is committed at all of them, and nothing is locked any more. */
export const commitsEverywhere: EndWatch = {
  watch() {
    const parts = new Map<string, readonly string[]>()
    const committed = new Set<string>()
    const reads = new Set<string>()
    const has = new Map<NodeId, Set<string>>()
    const locked = new Map<NodeId, Set<string>>()
    return {
      kind: 'liveness',
      text: 'once the faults are over, every transaction is over everywhere',
      emit({ event, node, data }) {
        const tx = typeof data === 'string' ? data : textIn(data, 'tx')
        if (event === 'begins') parts.set(tx, textsIn(data, 'parts'))
        if (event === 'committed') committed.add(tx)
        if (event === 'reads') reads.add(`${node} ${tx}`)
        if (event === 'commits') setOf(has, node).add(tx)
        if (event === 'commits') committed.add(tx)
        if (event === 'prepared') setOf(locked, node).add(tx)
        if (event === 'commits' || event === 'aborts') setOf(locked, node).delete(tx)
        if (event === 'restarts') has.set(node, new Set(textsIn(data, WRITTEN)))
        return null
      },
      disturb({ what, node }) {
        if (what !== 'crash' || node === undefined) return
        locked.delete(node)
        has.delete(node)
      },
      check() {
        for (const [node, all] of locked) {
          const [tx] = all
          if (tx !== undefined) return { text: `${node} still holds the locks of ${tx}`, node }
        }
        for (const tx of committed) {
          const node = parts.get(tx)?.find((part) => {
            return has.get(part)?.has(tx) !== true && !reads.has(`${part} ${tx}`)
          })
          if (node !== undefined) return { text: `${tx} is committed, and not at ${node}`, node }
        }
        return null
      },
    }
  },
}

/** Whoever begins something when nothing breaks any more hears how it ended. */
export const decides: EndWatch = {
  watch() {
    const begun = new Map<string, number>()
    const over = new Set<string>()
    return {
      kind: 'liveness',
      text: 'once the faults are over, everything that begins is told to be over',
      emit({ event, at, data }) {
        if (event === 'begins') begun.set(textIn(data, 'tx'), at)
        if (event === 'starts') begun.set(textIn(data, 'saga'), at)
        if (ends.has(event)) over.add(String(data))
        return null
      },
      check({ healedAt }) {
        for (const [name, at] of begun) {
          if (at < healedAt || over.has(name)) continue
          return { text: `${name} began at ${Math.round(at)} ms, and nobody said how it ended` }
        }
        return null
      },
    }
  },
}

function setOf(sets: Map<NodeId, Set<string>>, node: NodeId): Set<string> {
  const known = sets.get(node)
  if (known !== undefined) return known
  const made = new Set<string>()
  sets.set(node, made)
  return made
}
