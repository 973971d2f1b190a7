/** What the base model is, for a visitor who asks what post-training starts from. */
import { formatCount } from '../series/format.ts';
import { useLab } from '../store/store.ts';
import { Term } from './controls/Term.tsx';

export function BasePane() {
  const model = useLab((state) => state.session.model);
  return (
    <section className="pane base-pane" aria-label="Base model">
      <div>
        <h2>Where post-training starts</h2>
        <p>
          A <Term id="base-model">base model</Term> has read a small library and learnt to continue it. Asked a
          question, it goes on with the page: it may ask another one, write both sides of a dialogue, or tell a story.
          It rarely <Term id="eos">stops</Term>.
        </p>
      </div>
      <div>
        <h2>This one</h2>
        <dl className="facts">
          <dt>Name</dt>
          <dd className="number">{model?.name ?? 'loading …'}</dd>
          <dt>
            <Term id="parameters">Parameters</Term>
          </dt>
          <dd className="number">{model ? formatCount(model.parameters) : '…'}</dd>
          <dt>Layers × width</dt>
          <dd className="number">{model ? `${model.layers} × ${model.width}` : '…'}</dd>
          <dt>
            <Term id="token">Tokens</Term> it knows
          </dt>
          <dd className="number">{model ? formatCount(model.vocabSize) : '…'}</dd>
          <dt>Reads at most</dt>
          <dd className="number">{model ? `${model.contextLength} tokens` : '…'}</dd>
        </dl>
      </div>
      <div>
        <h2>What to look for</h2>
        <p>
          Read the grey column below. Does it answer? About the right thing? Does it end? Then choose{' '}
          <strong>SFT</strong> and press Start: the blue column is the same model while it learns from demonstrations.
        </p>
      </div>
    </section>
  );
}
