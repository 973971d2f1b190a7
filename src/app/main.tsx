/** Where the page begins: React is mounted, then the lab is started step by step (start/startPage.ts). */
import './start/trustedTypes.ts';
import '../lab/withoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/charts.css';
import './styles/completions.css';
import './styles/stages.css';
import './styles/reading.css';
import './styles/narrow.css';
import { startPage } from './start/startPage.ts';
import { App } from './ui/App.tsx';

const root = document.getElementById('root');
if (!root) throw new TypeError('index.html has no element with id "root"');
void startPage(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
