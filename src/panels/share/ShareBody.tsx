import { useState, type ReactNode } from 'react'
import { lazyPart } from '../../ui/lazyPart.tsx'
import { Tabs, type Tab } from '../../ui/Tabs.tsx'
import type { SectionProps } from './sections/sectionProps.ts'
import { LinkSection } from './LinkSection.tsx'
import './Share.css'
import './ShareFields.css'

const EmbedSection = lazyPart(async () => (await import('./sections/EmbedSection.tsx')).EmbedSection)
const SavePage = lazyPart(async () => (await import('./SavePage.tsx')).SavePage)
const ExportPage = lazyPart(async () => (await import('./ExportPage.tsx')).ExportPage)

type ShareTab = 'link' | 'embed' | 'save' | 'export'

const tabs: readonly Tab<ShareTab>[] = [
  { value: 'link', label: 'Link' },
  { value: 'embed', label: 'Embed' },
  { value: 'save', label: 'Save' },
  { value: 'export', label: 'Export' },
]

/** The dialog about everything that leaves the lab: links, embeds, files, exports. */
export function ShareBody(props: SectionProps) {
  const [tab, setTab] = useState<ShareTab>('link')
  const [visited, setVisited] = useState<ReadonlySet<ShareTab>>(() => new Set([tab]))
  const choose = (next: ShareTab) => {
    setTab(next)
    setVisited((before) => new Set(before).add(next))
  }
  const pages: Readonly<Record<ShareTab, ReactNode>> = {
    link: <LinkSection viewHash={props.viewHash} />,
    embed: <EmbedSection {...props} />,
    save: <SavePage {...props} />,
    export: <ExportPage {...props} />,
  }
  return (
    <div className="share-body">
      <Tabs label="How to share" tabs={tabs} value={tab} onChange={choose}>
        {/* A page that was left stays as it is, with what was typed there and the work it has under way. */}
        {tabs.map(
          ({ value }) =>
            visited.has(value) && (
              <div key={value} className="share-page" hidden={value !== tab}>
                {pages[value]}
              </div>
            ),
        )}
      </Tabs>
    </div>
  )
}
