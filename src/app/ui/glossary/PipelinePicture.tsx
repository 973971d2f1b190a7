/** The whole of post-training in one picture: base model, SFT, reward model, RL, and the loop in which RL earns its reward. */
import { faces } from '../../stages/faces.ts';

const BOX = { width: 124, height: 44 } as const;
const { sft, rewardModel, rloo } = faces;

const SAID =
  'The pipeline: the base model becomes SFT by imitating demonstrations. People judge pairs of SFT’s replies, and the reward model learns from them. RL begins as SFT: it writes replies, the reward model gives each a reward, and RL makes what scored well likelier, staying close to SFT.';

export function PipelinePicture() {
  return (
    <svg className="pipeline-picture" viewBox="0 0 476 236" role="img" aria-label={SAID}>
      <defs>
        <marker id="arrow-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      <Box x={1} y={56} title="Base model" hue="var(--base)" />
      <Box x={176} y={56} title="SFT" hue={sft.hue} />
      <Box x={351} y={56} title="RL" hue={rloo.hue} />
      <Box x={176} y={180} title="Reward model" hue={rewardModel.hue} />
      <Arrow d="M125 78 H174" />
      <Arrow d="M300 78 H349" />
      <Arrow d="M222 100 V178" />
      <Arrow d="M431 100 V202 H302" />
      <Arrow d="M284 180 V146 H395 V102" />
      <path className="picture-leash" d="M238 56 C 238 12, 413 12, 413 56" />
      <text x={150} y={70} textAnchor="middle">
        imitate
      </text>
      <text x={325} y={70} textAnchor="middle">
        go on
      </text>
      <text x={325} y={14} textAnchor="middle">
        stay close: KL
      </text>
      <text x={214} y={136} textAnchor="end">
        pairs,
      </text>
      <text x={214} y={152} textAnchor="end">
        judged by people
      </text>
      <text x={340} y={140} textAnchor="middle">
        reward
      </text>
      <text x={437} y={156}>
        replies
      </text>
    </svg>
  );
}

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly hue: string;
}

function Box({ x, y, title, hue }: BoxProps) {
  return (
    <>
      <rect x={x} y={y} {...BOX} rx={6} style={{ stroke: hue }} />
      <text className="picture-title" x={x + BOX.width / 2} y={y + 28} textAnchor="middle" style={{ fill: hue }}>
        {title}
      </text>
    </>
  );
}

function Arrow({ d }: { readonly d: string }) {
  return <path className="picture-arrow" d={d} markerEnd="url(#arrow-tip)" />;
}
