// Before the first paint, the theme that was chosen here before: else who chose dark would see a light flash.
// The page itself reads it again, with care, in src/store/settings.ts.
try {
  const saved = localStorage.getItem('memoryscape.settings') ?? '{}'
  const { theme } = /** @type {{ theme?: string }} */ (JSON.parse(saved))
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage that is blocked or broken: the system decides, and the page says what is wrong.
}
