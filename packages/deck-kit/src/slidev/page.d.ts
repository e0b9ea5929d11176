/** A page of `@slidev/client`, which the theme only passes on to the router. */
import type { DefineComponent } from 'vue'

declare const page: DefineComponent
export default page
