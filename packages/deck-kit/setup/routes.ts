import { defineRoutesSetup } from '@slidev/types'

/**
 * A built deck has no print routes of its own; the printer and the checks need them. `/remote` is
 * the page of a phone that moves the talk.
 */
export default defineRoutesSetup((routes) => [
  { path: '/remote', component: () => import('../src/relay/RemoteRoute.vue') },
  { name: 'print', path: '/print', component: () => import('../src/print/PrintPage.vue') },
  {
    path: '/presenter/print',
    component: () => import('@slidev/client/pages/presenter/print.vue'),
  },
  ...routes.filter((route) => route.path !== '/print' && route.path !== '/presenter/print'),
])
