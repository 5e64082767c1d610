import './citizen.css'
import './parts.css'
import './alone.css'
import './map.css'
import './easy.css'
import { followLive, offerVoice, serveNext } from './live.ts'
import { showTools } from './tools.ts'
import { followReceipt } from './track.ts'

// The pages are whole without this; it only makes them easier.
showTools()
followReceipt()
followLive()
offerVoice()
serveNext()
document.querySelector<HTMLElement>('[data-focus]')?.focus()
