/** A compiled module from its bytes in base64; null where the engine does not know its instructions, or a policy forbids WebAssembly. */
export function compileModule(base64: string): WebAssembly.Module | null {
  // Some engines let a module pass `validate` that a policy then forbids to compile, and some have no WebAssembly at all.
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null
  } catch {
    return null
  }
}
