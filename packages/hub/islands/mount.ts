import { createApp } from 'vue'
import type { Component } from 'vue'

/** Puts a component into its place on the page, which is hidden until then. */
export function mount(place: string, component: Component, props?: Record<string, unknown>): void {
  const element = document.querySelector<HTMLElement>(place)
  if (element === null) return
  createApp(component, props).mount(element)
  element.hidden = false
}
