/**
 * The program without Electron: a server on the loopback address and a window of an installed Chromium, Chrome or Edge.
 *
 * # Protocol between the page and this host (renderer/host.ts is the other side)
 *
 * Origin: always `http://127.0.0.1:47631` (spelling and port never change, because IndexedDB belongs to them).
 *
 * 1. Launch. The host opens one window at `http://127.0.0.1:47631/#launch=<code>`. The page, before anything else
 *    (before a router looks at the fragment):
 *      a. takes the code out of `location.hash` and removes it: `history.replaceState(null, '', location.pathname)`
 *      b. `POST /launch`, `Content-Type: application/json`, body `{"code":"<code>"}` → 200 `{"token":"<token>"}`
 *      c. keeps the token: `window.name = 'koshukai-desk ' + token` and in memory; nowhere else.
 *    The code works once and for 30 seconds. A second use of the right code withdraws the token and ends the host:
 *    somebody read the code from the process list and was quicker or slower than the page.
 * 2. Reload. There is no code then; the page reads the token from `window.name`. That survives Ctrl+R and a crash of
 *    the page, belongs to this one window, is emptied when the window goes to another site, and Chromium does not
 *    write it to the disk (sessionStorage and history.state are written; a cookie would reach every port of 127.0.0.1).
 * 3. Calls. `POST /call/<name>`, `Content-Type: application/json`, `Authorization: Bearer <token>`, body = the input as
 *    JSON → 200 with an `Answer` of shared/ipc/contract.ts: `{"ok":true,"value":…}` or `{"ok":false,"error":{…}}`.
 *    A body above 25 MB is answered with BAD-INPUT.
 * 4. Anything else is 403 or 404 without a body. For the page: 403 on a call or at launch, or neither code nor token =
 *    this window does not belong to the running program: 「この窓は使えません。閉じて、もう一度起動してください。」;
 *    a failed fetch = the host is gone, the same advice.
 *
 * In Electron nothing of this exists: `window.deskHost.call(name, input)` gives the same `Answer`.
 */
export {};
