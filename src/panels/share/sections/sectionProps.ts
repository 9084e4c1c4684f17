/** What every section of the share dialog is given. */
export interface SectionProps {
  readonly onClose: () => void
  /** The view that is shown behind the dialog, such as `#/landscape`. */
  readonly viewHash: string
}
