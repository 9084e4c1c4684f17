import { defineMemoryscape } from './element.ts'

// The build that a page takes with one script tag. Its own address says where the embed is: a classic script asks the document, a module itself.
const script = document.currentScript as HTMLScriptElement | null
defineMemoryscape({ base: script?.src ?? import.meta.url })
