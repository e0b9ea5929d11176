/** How many clicks the slide around a component has seen. */
export type Clicks = number

declare module 'vue' {
  interface ComponentCustomProperties {
    $clicks: Clicks
  }
}
