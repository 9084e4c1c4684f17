import { expect, it } from 'vitest'
import { noVerdicts, verdictNews, type LaneVerdictNow } from './verdictNews.ts'

const look = (key: string): LaneVerdictNow[] => [{ kind: 'idp', key, title: 'IDP', sentence: `${key}.` }]

it('announces a verdict once it has held over two looks, and not again', () => {
  const first = verdictNews(noVerdicts, look('cat'))
  expect(first.sentences).toEqual([])
  const second = verdictNews(first.memory, look('cat'))
  expect(second.sentences).toEqual(['IDP: cat.'])
  const third = verdictNews(second.memory, look('cat'))
  expect(third.sentences).toEqual([])
})

it('is silent on the way, and on what flickers', () => {
  let memory = noVerdicts
  for (const key of ['moving', 'moving', 'cat', 'dog', 'cat', 'moving']) {
    const news = verdictNews(memory, look(key))
    expect(news.sentences).toEqual([])
    memory = news.memory
  }
})

it('announces the same verdict again after a new run', () => {
  let memory = noVerdicts
  const said: string[] = []
  for (const key of ['cat', 'cat', 'moving', 'cat', 'cat', 'cat']) {
    const news = verdictNews(memory, look(key))
    said.push(...news.sentences)
    memory = news.memory
  }
  expect(said).toEqual(['IDP: cat.', 'IDP: cat.'])
})
