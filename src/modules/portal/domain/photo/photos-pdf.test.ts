import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { pdfOf } from './photos-pdf.ts'

async function jpegOf(width: number, height: number) {
  const picture = sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  return { jpeg: new Uint8Array(await picture.jpeg().toBuffer()), width, height }
}

test('photos are pages of one PDF in their order, upright or lying as they are, under a Vietnamese title', async () => {
  const bytes = pdfOf([await jpegOf(600, 800), await jpegOf(800, 600)], 'Giấy chứng sinh (bản chụp)')
  const document = await getDocumentProxy(bytes)
  expect(document.numPages).toBe(2)
  const sizes = await Promise.all([1, 2].map(async (number) => (await document.getPage(number)).view))
  expect(sizes).toEqual([
    [0, 0, 595.28, 841.89],
    [0, 0, 841.89, 595.28],
  ])
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({ Title: 'Giấy chứng sinh (bản chụp)' })
})
