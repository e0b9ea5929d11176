/**
 * What each look at a machine can come to. The order is part of a shared code: only add at the end,
 * eight for a look at most.
 *
 * @typedef {'ok' | 'warning' | 'bad'} Level
 * @typedef {object} Outcome
 * @property {string} id
 * @property {Level} level
 * @property {string} says in one line, true of any machine that it is found on
 * @property {string | Readonly<Record<string, string>>} [fix] one command, or one per platform
 * @typedef {object} Look
 * @property {string} id
 * @property {string} title
 * @property {readonly Outcome[]} outcomes
 * @property {boolean} [isOfTheDay] true while a room is open: there is no place for it in a shared code
 */

const COPY_HOME = {
  win32: 'robocopy . C:\\five-pillars-kit /E /XD node_modules && cd /d C:\\five-pillars-kit',
  other: 'cp -R . ~/five-pillars-kit && cd ~/five-pillars-kit',
}

/** Keeps every file that is there: what a learner wrote stays. */
const UNPACK_AGAIN = {
  win32: 'tar -xkf ..\\five-pillars-kit.zip -C ..',
  other: 'unzip -n ../five-pillars-kit.zip -d ..',
}

const UNPACK_ASIDE = {
  win32: 'mkdir ..\\anew && tar -xf ..\\five-pillars-kit.zip -C ..\\anew',
  other: 'unzip ../five-pillars-kit.zip -d ../anew',
}

/** Shows the address, to be compared with the projector. */
const WHERE_AM_I = 'npx five-pillars join'

const SHARE = 'npm run doctor -- --share'

const NEWER_NODE = {
  win32: 'winget install OpenJS.NodeJS.LTS',
  darwin: 'brew install node',
  other: 'npx --yes n lts',
}

const SET_CLOCK = {
  win32: 'w32tm /resync',
  darwin: 'sudo sntp -sS time.apple.com',
  other: 'sudo timedatectl set-ntp true',
}

/** @type {readonly Look[]} */
export const LOOKS = [
  {
    id: 'node',
    title: 'Node',
    outcomes: [
      ok('set-up runs on it, and brings its own for the rest'),
      bad('too-old', 'older than 18: set-up cannot run on it', NEWER_NODE),
    ],
  },
  {
    id: 'system',
    title: 'System',
    outcomes: [
      ok('exercises are checked on it'),
      bad('unknown', 'the checks have no part built for it: tell your host', SHARE),
      bad(
        'musl',
        'a Linux without glibc, on which the brought Node does not start',
        'apk add gcompat libstdc++',
      ),
    ],
  },
  {
    id: 'kit',
    title: 'Kit',
    outcomes: [
      ok('whole'),
      bad('lost', 'files are missing: the zip was not unpacked whole', UNPACK_AGAIN),
      warning('changed', 'files are not as they were packed, if that was not you', UNPACK_ASIDE),
      bad(
        'nested',
        'it lies inside another kit: you would edit one and check the other',
        COPY_HOME,
      ),
    ],
  },
  {
    id: 'place',
    title: 'Place',
    outcomes: [
      ok('a folder of this machine'),
      warning(
        'windows-mount',
        'a Windows disk seen from Linux: slow, and saves are not noticed',
        COPY_HOME,
      ),
      warning(
        'synced',
        'a folder that is synchronized: its files change under your hands',
        COPY_HOME,
      ),
      warning('long-path', 'a long path: Windows loses files in it', COPY_HOME),
      bad('network-path', 'a network path, which npm cannot work in', COPY_HOME),
      bad('inside-zip', 'still inside the zip: nothing you write there stays', COPY_HOME),
    ],
  },
  {
    id: 'write',
    title: 'Writing',
    outcomes: [
      ok('you may write here'),
      bad('folder', 'you may not write in this folder', {
        win32: 'icacls . /grant "%USERNAME%:(OI)(CI)F" /T',
        other: 'sudo chown -R "$(id -u)" .',
      }),
      bad('files', 'exercise files are read-only', {
        win32: 'attrib -R exercises\\*.ts /S',
        other: 'chmod u+w exercises/*/*/src/*.ts',
      }),
    ],
  },
  {
    id: 'disk',
    title: 'Disk',
    outcomes: [
      ok('room enough'),
      warning('little', 'less than 1 GB is free', 'npm cache clean --force'),
      bad('full', 'less than 400 MB is free: set-up needs that', 'npm cache clean --force'),
      ok('not known: this Node cannot tell', 'unknown'),
    ],
  },
  {
    id: 'speed',
    title: 'Speed',
    outcomes: [
      ok('small files are written quickly'),
      warning('slow', 'small files are slow: something looks into each of them', {
        win32: 'powershell -Command "Add-MpPreference -ExclusionPath (Get-Location)"',
        ...without(COPY_HOME, 'win32'),
      }),
      ok('not known: nothing could be written', 'unknown'),
    ],
  },
  {
    id: 'watcher',
    title: 'Saves',
    outcomes: [
      ok('noticed at once'),
      warning('silent', 'not noticed here: they are looked for every moment instead', COPY_HOME),
      warning('no-watches', 'too many files are watched already', {
        other: 'sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512',
      }),
      ok('not known: nothing could be written', 'unknown'),
    ],
  },
  {
    id: 'port',
    title: 'Port',
    outcomes: [
      ok('pages of this machine can be shown'),
      bad('refused', 'no program may open a port: allow Node in the firewall', {
        win32: 'netsh advfirewall firewall add rule name=node dir=in action=allow program=node.exe',
        darwin: 'sudo ifconfig lo0 up',
        other: 'sudo ip link set lo up',
      }),
    ],
  },
  {
    id: 'browser',
    title: 'Browser',
    outcomes: [
      ok('diagrams open in it'),
      warning('none', 'nothing opens a browser: diagrams are printed as an address', {
        other: 'sudo apt install xdg-utils',
      }),
    ],
  },
  {
    id: 'clock',
    title: 'Clock',
    outcomes: [
      ok('right, as far as can be seen'),
      warning('behind', 'set back: your own files are from the future', SET_CLOCK),
      warning('of-disk', 'the disk has another time than the machine', COPY_HOME),
    ],
  },
  {
    id: 'packages',
    title: 'Packages',
    outcomes: [
      ok('set up'),
      ok('all in this kit', 'in-kit'),
      ok('a registry answers', 'registry'),
      bad(
        'no-registry',
        'no registry answered within 5 s: connect, or ask for the large kit',
        'npm config set registry <address>',
      ),
      bad('cache', 'the package cache cannot be written', {
        win32: 'npm cache clean --force',
        other: 'sudo chown -R "$(id -u)" ~/.npm',
      }),
    ],
  },
  {
    id: 'terminal',
    title: 'Terminal',
    outcomes: [
      ok('wide enough'),
      warning('narrow', 'narrower than 60 columns', {
        win32: 'mode con: cols=100',
        other: "printf '\\033[8;40;100t'",
      }),
      warning('old-console', 'an old console, which cannot show every sign', {
        win32: 'chcp 65001',
        other: 'export LANG=C.UTF-8',
      }),
      ok('none: nobody is looking', 'none'),
    ],
  },
  {
    id: 'console',
    title: 'Console',
    isOfTheDay: true,
    outcomes: [
      ok('answers'),
      ok('you are in no room', 'none'),
      warning(
        'away',
        'of your room, does not answer: you can work on, and what you submit waits',
        WHERE_AM_I,
      ),
      warning('strange', 'of your room, has moved: something else answers there', WHERE_AM_I),
      warning('other-kit', 'of your room, judges with another kit than yours', UNPACK_ASIDE),
    ],
  },
]

/** Those that a shared code tells. */
export const SHARED_LOOKS = LOOKS.filter(({ isOfTheDay }) => isOfTheDay !== true)

/** @returns {Outcome} */
function ok(says, id = 'ok') {
  return { id, level: 'ok', says }
}

/** @returns {Outcome} */
function warning(id, says, fix) {
  return { id, level: 'warning', says, fix }
}

/** @returns {Outcome} */
function bad(id, says, fix) {
  return { id, level: 'bad', says, fix }
}

function without(fixes, platform) {
  return Object.fromEntries(Object.entries(fixes).filter(([name]) => name !== platform))
}

/**
 * The one command that mends what was found, on a platform.
 *
 * @param {Outcome} outcome
 * @param {string} platform as Node calls it
 * @returns {string | undefined}
 */
export function fixOn({ fix }, platform) {
  if (fix === undefined || typeof fix === 'string') return fix
  return fix[platform] ?? fix.other
}
