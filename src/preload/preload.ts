import { contextBridge, ipcRenderer } from 'electron'
import { type BridgeEvent, CALL_CHANNEL, EVENT_CHANNEL, type PreloadBridge } from '#contract/preload-bridge'

const bridge: PreloadBridge = {
  call: (request) => ipcRenderer.invoke(CALL_CHANNEL, request),
  // The sender stays on this side: a page that had it could reach every channel.
  onMessage: (listener) => {
    ipcRenderer.on(EVENT_CHANNEL, (_event, message: BridgeEvent) => listener(message))
  },
}

contextBridge.exposeInMainWorld('crossread', bridge)
