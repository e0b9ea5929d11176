import { defineRoutesSetup } from '@slidev/types'

/** A built deck has no print routes of its own; the printer and the checks need them. */
export default defineRoutesSetup((routes) => [
  { name: 'print', path: '/print', component: () => import('../src/print/PrintPage.vue') },
  {
    path: '/presenter/print',
    component: () => import('@slidev/client/pages/presenter/print.vue'),
  },
  ...routes.filter((route) => route.path !== '/print' && route.path !== '/presenter/print'),
])
