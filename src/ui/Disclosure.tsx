import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import './Disclosure.css'

interface DisclosureProps {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly isOpenAtFirst?: boolean
}

/** A heading that opens and closes what stands under it. */
export function Disclosure({ title, children, isOpenAtFirst = false }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpenAtFirst}>
      <summary>
        <Icon name="unfold" size={14} />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
