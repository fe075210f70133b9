import './no-eval.js';
import '@fontsource-variable/noto-sans-jp/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { connectHost } from './host.js';

const root = document.getElementById('root');
if (!root) throw new Error('No root');
// The launch code stands in the address until here; nothing may look at the address before.
const connecting = connectHost();
createRoot(root).render(
  <StrictMode>
    <App connecting={connecting} />
  </StrictMode>,
);
