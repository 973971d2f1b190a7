/** Which device computes, why, and the choice of another one. */
import { useState } from 'react';
import { Button, DialogTrigger, Label, Radio, RadioGroup } from 'react-aria-components';
import type { DeviceChoice, DeviceReport } from '../../../lab/run/protocol.ts';
import { chooseDevice } from '../../store/session/sessionActions.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from './Icon.tsx';
import { OfflineLine } from '../present/OfflineLine.tsx';
import { PopoverDialog } from './PopoverDialog.tsx';
import { Question } from './Question.tsx';

const CHOICES: readonly { readonly value: DeviceChoice; readonly label: string; readonly plain: string }[] = [
  { value: 'auto', label: 'Automatic', plain: 'The fastest that works here.' },
  { value: 'webgpu', label: 'WebGPU', plain: 'The graphics card.' },
  { value: 'wasm', label: 'CPU', plain: 'The processor, with WebAssembly.' },
];

export function DeviceBadge() {
  const report = useLab((state) => state.session.report);
  const choice = useLab((state) => state.session.deviceChoice);
  const hasFailed = useLab((state) => state.session.problem !== null);
  /** A choice that would drop what the stages show. */
  const [asked, setAsked] = useState<DeviceChoice | null>(null);
  const hasRun = useLab((state) => Object.values(state.runs.current).some((id) => id !== null));
  const label = report?.device.label ?? (hasFailed ? 'No device' : 'Looking for a device …');
  // "CPU" of "CPU (wasm, 2 threads)": what is left where room is short.
  const [kind = label] = label.split(/ [(·]/);
  return (
    <DialogTrigger onOpenChange={() => setAsked(null)}>
      <Button className="button button-quiet badge" aria-label={`Device: ${label}`}>
        <span className="badge-light" data-state={hasFailed ? 'failed' : report ? 'ready' : 'waiting'} />
        <span className="badge-label">
          {kind}
          <span className="badge-more">{label.slice(kind.length)}</span>
        </span>
        <Icon name="down" />
      </Button>
      <PopoverDialog title="Device" placement="bottom end">
        {(close) => (
          <>
            {report && <p>{report.reason}</p>}
            <RadioGroup
              className="radios"
              value={asked ?? choice}
              onChange={(value) => {
                if (hasRun) return setAsked(value === choice ? null : (value as DeviceChoice));
                close();
                void chooseDevice(value as DeviceChoice);
              }}
            >
              <Label>Compute on</Label>
              {CHOICES.map(({ value, label: name, plain }) => (
                <Radio key={value} value={value} className="radio">
                  <span>
                    <strong>{name}</strong> <span className="muted">{describe(report, value) ?? plain}</span>
                  </span>
                </Radio>
              ))}
            </RadioGroup>
            {asked !== null && (
              <Question
                name="Start over on another device"
                question="Another device starts over: a run in progress is dropped, the stages are empty. Settings are kept, and finished checkpoints stay in Lineage."
                deed={`Start over on ${nameOf(asked)}`}
                stay="Stay"
                onAnswer={(isWanted) => {
                  setAsked(null);
                  close();
                  if (isWanted) void chooseDevice(asked);
                }}
              />
            )}
            <OfflineLine />
          </>
        )}
      </PopoverDialog>
    </DialogTrigger>
  );
}

function nameOf(choice: DeviceChoice): string {
  return CHOICES.find(({ value }) => value === choice)!.label;
}

function describe(report: DeviceReport | null, kind: DeviceChoice): string | undefined {
  return report?.considered.find((considered) => considered.kind === kind)?.reason;
}
