// Lets a phone in with the token of the code that it scanned, and leads it to the talk.
const state = document.querySelector('#state')

/** @param {string} text */
function say(text) {
  if (state !== null) state.textContent = text
}

async function enter() {
  const token = location.hash.slice(1)
  if (token === '') {
    say('Scan the code that your host shows: it leads here, and lets this phone in.')
    return
  }
  const answer = await fetch('/api/relay/enter', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const said = await answer.json()
  if (!answer.ok) {
    say(said.message)
    return
  }
  if (said.deck === null) waitFor(said.role)
  else goTo(said.deck, said.role)
}

/** @param {string} role */
function waitFor(role) {
  say('You are in. The slides come here as soon as the talk begins.')
  const events = new EventSource('/api/relay/events')
  events.addEventListener('message', ({ data }) => {
    const told = JSON.parse(data)
    if (told.kind === 'deck') goTo(told.deck, role)
  })
}

/**
 * @param {string} deck
 * @param {string} role
 */
function goTo(deck, role) {
  location.replace(`/decks/${encodeURIComponent(deck)}/${role === 'remote' ? '#/remote' : ''}`)
}

enter().catch(() =>
  say('The console does not answer. Is this phone in the same network? Load this page again.'),
)
