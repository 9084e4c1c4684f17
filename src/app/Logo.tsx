/** Three contour lines and a ball in the valley: the mark of the page, in the colour of the text. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="26" height="26" fill="none" aria-hidden="true" focusable="false">
      <g stroke="currentColor" strokeWidth="1.500" strokeLinejoin="round">
        <path opacity="0.450" d="M3 17C2 9 8 3.500 16 3.500S30 9 29 17s-7 11.500-14 11S4 25 3 17Z" />
        <path opacity="0.700" d="M6 16.500C5.500 10 10 6.500 16 7s10.500 4 10 10-6 8.500-11 8.500S6.500 23 6 16.500Z" />
        <path d="M9 15.500c0-4 3-5 5-4.500s2.500 2 3.500 3 5.500.500 5.500 4-3 5-7 5-7-3-7-7.500Z" />
      </g>
      <circle cx="18.500" cy="18" r="2.600" fill="var(--accent)" />
    </svg>
  )
}
