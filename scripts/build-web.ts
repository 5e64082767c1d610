/** `npm run build`: the web pages, built when their sources have changed; prints their folder. */
import { builtWeb } from '#main/web-build.ts'

console.log(await builtWeb(console.log))
