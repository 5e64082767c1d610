import { html } from '#kernel/html.ts'
import type { PageView } from '#server/page.ts'
import type { PlaceMap } from '../contract.ts'
import { type Frame, linesOf, scaleOf, sidesFor } from '../domain/place-map.ts'
import { mapAddress, numberText, placeAddress, placeWordsOf } from './place-parts.ts'

/** Where a mark of several places leads when looking closer takes nothing apart: its line in the list. */
export const lineId = (number: number): string => `noi-${number}`

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
const decimalsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step)))

/** The map as one picture with a link for each mark. It is as wide as there is room; marks and letters keep their size. */
export function placePicture(map: PlaceMap, frame: Frame, view: PageView) {
  const w = placeWordsOf(view)
  return html`<svg class="map" role="group" aria-label="${w.mapLabel}">
<g aria-hidden="true">${lines(frame, view)}${scale(frame, view)}<text class="north" x="97%" y="1.4em">${w.north} ↑</text></g>
${marks(map, view)}</svg>`
}

/** Numbers that would be cut off at a side, or lie on those of the other lines, are left out. */
function lines(frame: Frame, view: PageView) {
  const w = placeWordsOf(view)
  const { step, meridians, parallels } = linesOf(frame)
  const text = (degrees: number) => numberText(view, degrees, decimalsOf(step))
  return html`${meridians.map(
    ({ degrees, at }) =>
      html`<line x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%"/>${at < 0.84 ? html`<text x="${percent(at)}" dx="4" y="100%" dy="-5">${w.longitude(text(degrees))}</text>` : ''}`,
  )}${parallels.map(
    ({ degrees, at }) =>
      html`<line x1="0" x2="100%" y1="${percent(at)}" y2="${percent(at)}"/>${at > 0.06 && at < 0.92 ? html`<text x="4" y="${percent(at)}" dy="-4">${w.latitude(text(degrees))}</text>` : ''}`,
  )}`
}

function scale(frame: Frame, view: PageView) {
  const w = placeWordsOf(view)
  const { km, share } = scaleOf(frame)
  return html`<g class="scale"><line x1="${percent(0.97 - share)}" x2="97%" y1="90%" y2="90%"/><text x="97%" y="90%" dy="-6">${w.kilometres(numberText(view, km, decimalsOf(km)))}</text></g>`
}

function marks({ marks: all }: PlaceMap, view: PageView) {
  const w = placeWordsOf(view)
  const named = all.map(({ x, y, places }) => ({
    x,
    y,
    name: places.length === 1 ? (places[0]?.name ?? '') : w.several(places.length),
  }))
  const sides = sidesFor(named)
  return all.map(({ x, y, places, closer }, index) => {
    const number = index + 1
    const [only] = places
    const isOne = places.length === 1 && only !== undefined
    const to = isOne ? placeAddress(view, only.id) : closer ? mapAddress(view, { frame: closer }) : `#${lineId(number)}`
    const names = places.map(({ name }) => name).join(', ')
    const label = isOne ? w.mark(number, names) : w.markSeveral(number, w.several(places.length), names)
    const [left, top] = [percent(x), percent(y)]
    const side = sides[index]
    return html`<a href="${to}" aria-label="${label}"${isOne ? '' : html` class="several"`}>
${isOne ? html`<circle cx="${left}" cy="${top}" r="20"/>` : html`<svg x="${left}" y="${top}" overflow="visible"><rect x="-20" y="-20" width="40" height="40" rx="6"/></svg>`}
<text x="${left}" y="${top}" dy="0.36em" class="number">${number}</text>
${side ? html`<text x="${left}" y="${top}" class="name ${side}" dx="${side === 'right' ? 26 : side === 'left' ? -26 : 0}" dy="${side === 'below' ? 38 : 5}">${named[index]?.name ?? ''}</text>` : ''}</a>`
  })
}
