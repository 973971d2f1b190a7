/** Sentences the page owes the visitor: a refused setting, a replaced worker. */
import { Button } from 'react-aria-components';
import { useLab } from '../store/store.ts';
import { dismissNotice } from '../store/uiActions.ts';
import { Icon } from './controls/Icon.tsx';

export function Notices() {
  const notices = useLab((state) => state.ui.notices);
  return (
    <div className="notices" aria-live="polite">
      {notices.map(({ id, tone, text }) => (
        <p key={id} className="notice" data-tone={tone} role={tone === 'problem' ? 'alert' : undefined}>
          <span>{text}</span>
          <Button className="button button-bare" aria-label="Dismiss this message" onPress={() => dismissNotice(id)}>
            <Icon name="close" />
          </Button>
        </p>
      ))}
    </div>
  );
}
