import type { State, View } from './state.ts'

/** Nobody can be called from here: what somebody needs who comes and looks. */
export function askText({ slug, last }: State): View {
  const version =
    last?.saved?.kind === 'saved' || last?.saved?.kind === 'unchanged'
      ? ` It is your version ${last.saved.version.number}.`
      : ''
  return {
    kind: 'text',
    title: 'Ask for help',
    lines: [
      'You are in no room, so nobody was called. If your host has one:',
      '  npx five-pillars join <address>',
      `Without one, raise your hand, and let them see this screen.${version} Whoever helps you sees the same with:`,
      `  npx five-pillars check ${slug}`,
      'Until then: b shows the part of the brief, h one more hint.',
    ],
  }
}

/** Nothing is sent anywhere: which file to hand in, and how it is graded. */
export function submitText({ slug, last }: State): View {
  const isKept = last?.verdict.state === 'passed'
  return {
    kind: 'text',
    title: 'Submit',
    lines: [
      'You are in no room, so nothing was sent. If your host has one:',
      '  npx five-pillars join <address>',
      `Without one, hand in the one file src/${slug}.ts, in the way that your host asks for.`,
      ...(isKept ? [] : ['Its open checks are not all kept yet: you can hand it in all the same.']),
      'Your host grades it with the hidden tests, and can give you a results.json.',
      'Note the points of it here with: npx five-pillars progress --graded results.json',
    ],
  }
}
