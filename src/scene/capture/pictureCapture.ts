import type { PictureCapture, PictureWish } from '../../store/pictureLab.ts'
import { sizeRefusal } from './captureLimits.ts'
import { createStudio, framingOf, lostSentence, type ScreenScene } from './studio.ts'

/** What the scene on the screen can draw beside itself. */
export function createPictureCapture(screen: ScreenScene): PictureCapture {
  function refusal(wish: PictureWish): string | null {
    if (screen.renderer.getContext().isContextLost()) return lostSentence
    const { width, height } = framingOf(wish, screen).kept
    return sizeRefusal({ width: width * wish.scale, height: height * wish.scale })
  }
  return {
    picture: screen.picture,
    screenSize() {
      const { width, height } = framingOf({ size: null }, screen).kept
      return { width, height }
    },
    refusal,
    openStudio(picture, wish) {
      const sentence = refusal(wish)
      if (sentence !== null) throw new Error(sentence)
      return createStudio(screen, picture, wish)
    },
  }
}
