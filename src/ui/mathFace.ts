/** The faces and rules of typeset formulas, loaded once for Formula and Symbol. Only style and fonts: no script of KaTeX. */
import 'katex/dist/katex.min.css'
