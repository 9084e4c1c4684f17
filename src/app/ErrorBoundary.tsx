import { Component, type ReactNode } from 'react'
import './ErrorBoundary.css'

interface ErrorBoundaryProps {
  /** What has stopped, at the start of a sentence: 'The picture'. */
  readonly what: string
  readonly children: ReactNode
  /** Shown in its place; by default a sentence with a button that starts it again. */
  readonly fallback?: ReactNode
}

/** Keeps a fault in one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    if (this.props.fallback !== undefined) return this.props.fallback
    return (
      <div className="stopped" role="alert">
        <p>{this.props.what} has stopped because of a fault on this page. What you set is kept.</p>
        <button type="button" onClick={() => this.setState({ hasFailed: false })}>
          Start again
        </button>
      </div>
    )
  }
}
