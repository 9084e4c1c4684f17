import { browserStorage, type SettingsStorage } from '../settings.ts'
import { documentInPage, sessionStorageHere, storageOfFile } from './documentInPage.ts'

/** Where the work in this page is kept: on this machine, or in a page that was saved with a document in its window. Null where nothing can be kept. */
export function workStorage(page: Pick<Document, 'getElementById'> = document): SettingsStorage | null {
  const text = documentInPage(page)
  return text === null ? browserStorage() : storageOfFile(sessionStorageHere(), text)
}
