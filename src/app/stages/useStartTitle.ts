/** Title of the policy that a stage starts from: what distances are measured from, what draws the pairs. */
import { stageTitle } from '../store/run/stageRuns.ts';
import { useLab } from '../store/store.ts';
import { useStart } from '../ui/survey/useSurvey.ts';
import type { StageProps } from './face.ts';

export function useStartTitle(id: StageProps['id']): string {
  const start = useStart(id);
  return useLab((state) => stageTitle(state, start));
}
