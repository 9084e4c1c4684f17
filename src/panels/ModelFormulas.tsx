import { memo } from 'react'
import { Formula } from '../ui/Formula.tsx'
import {
  descent,
  dynamicsClassic,
  dynamicsIdp,
  energyClassic,
  energyIdp,
  weightsClassic,
  weightsIdp,
} from './landscape.formulas.txt'
import './panels.css'

/** The equations of the present model, typeset. */
export const ModelFormulas = memo(function ModelFormulas({ kind }: { readonly kind: 'idp' | 'classic' }) {
  const isIdp = kind === 'idp'
  return (
    <>
      <p className="panel-words">The ball follows</p>
      <Formula isBlock html={isIdp ? dynamicsIdp : dynamicsClassic} />
      <p className="panel-words">{isIdp ? 'with weights that the input sets,' : 'with weights that stay,'}</p>
      <Formula isBlock html={isIdp ? weightsIdp : weightsClassic} />
      <p className="panel-words">and never climbs, without noise, on the landscape</p>
      <Formula isBlock html={isIdp ? energyIdp : energyClassic} />
      <Formula isBlock html={descent} />
    </>
  )
})
