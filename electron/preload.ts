/** The one thing the screens see of Electron. It knows no call by name, so it never changes. */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld(
  'deskHost',
  Object.freeze({
    call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  }),
);
