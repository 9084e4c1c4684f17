import { lazy, memo, Suspense, type ComponentType } from 'react'
import './lazyPart.css'

/**
 * A part of the page in a chunk of its own, fetched when it is first shown. Until it is there its place stays empty; where it cannot be
 * fetched, a sentence says so and the rest of the page goes on.
 */
export function lazyPart<P extends object>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy<ComponentType<P>>(() =>
    fetchPart().then(
      (part) => ({ default: part }),
      () => ({ default: MissingPart }),
    ),
  )
  // Where it stands among things that change with every step of a drag, it is rendered only for what it is told itself.
  return memo(function LazyPart(props: P) {
    return (
      <Suspense fallback={<div className="lazy-part" aria-busy="true" />}>
        <Part {...props} />
      </Suspense>
    )
  })
}

function MissingPart() {
  return (
    <p className="lazy-part" role="alert">
      This part could not be fetched. Check the connection, and load the page again.
    </p>
  )
}
