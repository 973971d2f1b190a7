/** Where the page begins: the address is read, the theme restored, React mounted, the lab booted. */
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
import { ensureIsolation } from './serviceWorker/isolation.ts';
import { keepOffline } from './serviceWorker/keepOffline.ts';
import { App } from './ui/App.tsx';
import { annotateNodes } from './store/lineage/annotateNodes.ts';
import { followKnown } from './store/run/knownActions.ts';
import { restoreLabels } from './store/label/labelActions.ts';
import { followRuns } from './store/present/presentRecorder.ts';
import { followAddress } from './store/route.ts';
import { openLinkFromAddress } from './store/share/shareActions.ts';
import { followVerdicts } from './store/share/shareVerdicts.ts';
import { applyOverrides, bootLab } from './store/session/sessionActions.ts';
import { restoreTheme } from './store/uiActions.ts';
import { openVisit } from './store/visit/visitActions.ts';

restoreTheme();
followAddress();
followRuns();
applyOverrides(location.search);
restoreLabels();
followVerdicts();

const root = document.getElementById('root');
if (!root) throw new TypeError('index.html has no element with id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void ensureIsolation().then(async (isReloading) => {
  if (isReloading) return;
  const isLinked = await openLinkFromAddress();
  const visit = await openVisit(location.search, isLinked);
  await bootLab();
  await visit.finish();
  await followKnown();
  await annotateNodes();
  await keepOffline();
});
