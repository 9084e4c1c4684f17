import { useState } from 'react'
import { library, libraryBits } from '../../experiment/recall/library/library.ts'
import type { LibraryGroup, LibraryItem } from '../../experiment/recall/library/libraryItem.ts'
import type { NewMemory } from '../../experiment/recall/recallEdits.ts'
import { useLabState } from '../../store/useLab.ts'
import { DialogActions } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { namesText } from './bankWords.ts'
import { libraryGroups, shownItems } from './libraryShelf.ts'
import { ThumbnailGrid } from './ThumbnailGrid.tsx'
import './LibraryDialog.css'

export interface LibraryDrawingsProps {
  readonly onClose: () => void
  /** Takes the drawings; returns the ids of what was added. */
  readonly onAdd: (drawings: readonly NewMemory[]) => readonly number[]
  /** One drawing, and the dialog closes: it takes the place of another. */
  readonly isSingle: boolean
}

/** The library inside its dialog. */
export function LibraryDrawings({ onClose, onAdd, isSingle }: LibraryDrawingsProps) {
  const size = useLabState((state) => state.experiment.recall.size)
  const [group, setGroup] = useState<LibraryGroup>('animals')
  const [search, setSearch] = useState('')
  const [isSeveral, setSeveral] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const shown = shownItems(library, group, search)
  const drawing = (item: LibraryItem): NewMemory => ({ name: item.title, bits: libraryBits(item, size) })

  const add = (items: readonly LibraryItem[]) => {
    const added = onAdd(items.map(drawing))
    setSaid(added.length === 0 ? '' : `Added ${namesText(items.map((item) => item.title))}.`)
    setChosen(new Set())
    if (isSingle) onClose()
  }
  const press = (item: LibraryItem) => {
    if (!isSeveral) return add([item])
    const next = new Set(chosen)
    if (!next.delete(item.id)) next.add(item.id)
    setChosen(next)
  }
  return (
    <>
      <div className="library">
        <div className="library-head">
          <Segmented label="Group" options={libraryGroups} value={group} onChange={setGroup} />
          <input
            className="name-input library-search"
            type="search"
            placeholder="Search"
            aria-label="Search the library"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        {shown.length === 0 ? (
          <p className="panel-words library-none">Nothing here has “{search.trim()}” in its name.</p>
        ) : (
          <ThumbnailGrid
            label="Drawings"
            items={shown.map((item) => ({
              key: item.id,
              title: item.title,
              bits: item.bits,
              columns: item.columns,
              rows: item.rows,
              isChosen: isSeveral ? chosen.has(item.id) : undefined,
            }))}
            onPress={(index) => press(shown[index])}
          />
        )}
      </div>
      {!isSingle && (
        <DialogActions>
          <Switch label="Choose several" isOn={isSeveral} onChange={setSeveral} />
          <p className="panel-words library-said" aria-live="polite">
            {isSeveral ? '' : said || 'A press adds a drawing.'}
          </p>
          {isSeveral && (
            <>
              <IconButton
                label={`All ${shown.length}`}
                hasText
                tooltip="Chooses everything that is shown."
                onClick={() => setChosen(new Set([...chosen, ...shown.map((item) => item.id)]))}
              />
              <IconButton
                label={`Add ${chosen.size}`}
                hasText
                tone="main"
                isDisabled={chosen.size === 0}
                onClick={() => add(library.filter((item) => chosen.has(item.id)))}
              />
            </>
          )}
        </DialogActions>
      )}
    </>
  )
}
