import { MemoryScape } from 'memoryscape/react'
import { useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

const names = { none: 'no memory', one: 'one memory', 'one-stable': 'one stable memory', two: 'two memories' }

function Lesson() {
  const figure = useRef(null)
  const [preset, setPreset] = useState('fig2d')
  const [alpha, setAlpha] = useState(1.5)
  const [regime, setRegime] = useState('')
  const [recalled, setRecalled] = useState([])
  return (
    <>
      <label>
        Saliency of memory 1: {alpha.toFixed(2)}{' '}
        <input
          type="range"
          min="-1"
          max="3"
          step="0.05"
          value={alpha}
          onChange={(event) => setAlpha(Number(event.target.value))}
        />
      </label>{' '}
      <label>
        Figure{' '}
        <select value={preset} onChange={(event) => setPreset(event.target.value)}>
          <option value="fig2d">2(d)</option>
          <option value="fig2b">2(b)</option>
        </select>
      </label>
      <MemoryScape
        ref={figure}
        src="../embed.html"
        preset={preset}
        base={document.baseURI}
        controls="play"
        height={420}
        alt="An energy landscape with two memories"
        alpha1={alpha}
        onRegime={(detail) => setRegime(names[detail.regime])}
        onRecalled={({ ball, memory }) => setRecalled((list) => [...list, `ball ${ball}: memory ${memory}`])}
      />
      <button type="button" onClick={() => figure.current.reset()}>
        Begin again
      </button>{' '}
      <button type="button" onClick={() => figure.current.play()}>
        Play
      </button>
      <p>
        There is <strong id="regime">{regime}</strong>. Recalled: <span id="recalled">{recalled.join('; ')}</span>
      </p>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Lesson />)
