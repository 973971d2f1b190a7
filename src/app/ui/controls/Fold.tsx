/** Settings that most visitors leave alone, behind one press. */
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export function Fold({ children }: { readonly children: ReactNode }) {
  return (
    <Disclosure className="fold">
      <Heading level={2}>
        <Button slot="trigger" className="button button-bare fold-button">
          <Icon name="down" /> More settings
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
