import { useState, type RefObject } from 'react'

type Copying = 'none' | 'copied' | 'blocked'

const words: Readonly<Record<Copying, string>> = {
  none: '',
  copied: 'Copied.',
  blocked: 'This page may not copy by itself. It is selected: press Ctrl C, or Cmd C on a Mac.',
}

export interface Copy {
  readonly copy: (text: string) => Promise<void>
  /** What came of it, in words for a status line; empty before the first time. */
  readonly words: string
}

/** Copies text; where the clipboard is blocked, selects it in the field that shows it. */
export function useCopy(fieldRef: RefObject<HTMLInputElement | HTMLTextAreaElement | null>): Copy {
  const [{ copying, copied }, setOutcome] = useState<{ copying: Copying; copied: string }>({
    copying: 'none',
    copied: '',
  })
  const copy = async (text: string) => {
    // Away and back, so that a second time is spoken too.
    setOutcome({ copying: 'none', copied: text })
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ copying: 'copied', copied: text })
    } catch {
      fieldRef.current?.focus()
      fieldRef.current?.select()
      setOutcome({ copying: 'blocked', copied: text })
    }
  }
  return { copy, words: copied === '' ? '' : words[copying] }
}
