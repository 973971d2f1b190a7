/** Every setting of a checkpoint, and the sliders that were moved, behind one press. */
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { flattenSettings } from '../../../lab/lineage/differences.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { Icon } from '../controls/Icon.tsx';

export function NodeSettings({ node: { settings, events, seed } }: { readonly node: CheckpointNode }) {
  const rows = [
    ...flattenSettings(settings),
    ['seed', String(seed)] as const,
    ...events.map(({ step, key, value }) => [`${key} at step ${step}`, String(value)] as const),
  ];
  return (
    <Disclosure className="fold">
      <Heading>
        <Button slot="trigger" className="button button-bare fold-button">
          <Icon name="down" /> All {rows.length} settings
        </Button>
      </Heading>
      <DisclosurePanel>
        <table className="figures node-settings">
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DisclosurePanel>
    </Disclosure>
  );
}
