import { createApp } from 'vue'
import type { Component } from 'vue'

/** Puts a component into its place on the page, which has the room for it. */
export function mount(place: string, component: Component, props?: Record<string, unknown>): void {
  const element = document.querySelector<HTMLElement>(place)
  if (element !== null) createApp(component, props).mount(element)
}
