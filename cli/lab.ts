/**
 * The command line: the page's recipes without a browser. This file only reads arguments and turns what went wrong into
 * one line; each command is a file beside it, loaded when it is asked for.
 */
import { Command, CommanderError } from 'commander';
import { between, chooseDevice, chooseFamily, chooseSplit, evalSize, whole } from './arguments.ts';
import { describeFailure } from './failures.ts';
import { endQuietly } from './closedPipe.ts';
import type { CompleteCommandOptions } from './completeCommand.ts';
import type { EvalCommandOptions } from './evalCommand.ts';
import type { LinkCommandOptions } from './linkCommand.ts';
import type { LogprobsCommandOptions } from './logprobsCommand.ts';
import type { PhrasesCommandOptions } from './phrasesCommand.ts';
import type { PromptsCommandOptions } from './promptsCommand.ts';
import type { RunCommandOptions } from './runCommand.ts';
import type { SampleCommandOptions } from './sampleCommand.ts';
import { MAX_SEED } from '../src/lab/document/experiment.ts';
import { PRESETS } from '../src/lab/document/presets.ts';
import { familyNames, splitNames } from '../src/lab/draw/worldPrompts.ts';

const program = new Command('lab')
  .description('Takes a small language model through post-training, as the RLHF Lab page does.')
  .exitOverride()
  .configureOutput({ writeErr: () => {} })
  .showHelpAfterError(false)
  .argument('[command]')
  .allowExcessArguments()
  .action((command: string | undefined) => {
    const commands = 'run, link, eval, complete, logprobs, prompts, sample, judge or phrases (--help explains)';
    program.error(
      command === undefined ? `say what to do: ${commands}` : `there is no command "${command}": use ${commands}`,
    );
  });

const deviceHelp = 'auto and cpu: native ONNX Runtime; wasm: the very bytes the page runs';
const experimentHelp = `a preset (${PRESETS.map(({ name }) => name).join(', ')}), a link ("https://…#x=…" in quotes), a shared file (.rlhflab.json), an experiment or run file`;
const modelHelp = 'a folder with config.json, tokenizer.json, model.safetensors, or a name under public/models';
const collect = (value: string, before: readonly string[] = []) => [...before, value];

program
  .command('run')
  .description('Run an experiment and print how its checkpoints compare.')
  .argument('<experiment>', experimentHelp)
  .option('--device <device>', deviceHelp, chooseDevice, 'auto')
  .option('--threads <n>', "threads of the device (default: on wasm, the experiment's)", whole(1, 64))
  .option('--seed <n>', "the experiment's seed", whole(0, MAX_SEED))
  .option('--set <path=value>', 'change the experiment, such as stages.0.steps=100 (repeatable)', collect)
  .option(
    '--evals <size>',
    'how much to judge checkpoints: full, quick (a quarter of the questions) or none',
    evalSize,
    'full',
  )
  .option('--models <folder>', "where the experiment's model lies (default: public/models)")
  .option('--out <file>', 'write the run document; until then, finished stages are kept in <file>.stages')
  .option('--resume <file>', 'the --out of a run that was interrupted: go on from the stages it has finished')
  .option(
    '--arms',
    'run a preset and its controls, and print how their gold differs; the document is then {arms: {<preset>: …}, differences}',
  )
  .option('--save <folder>', 'write the last policy as a model folder')
  .option(
    '--share <file>',
    'write the experiment with its curves and a digest of what came out, to be opened elsewhere',
  )
  .option('--dry-run', 'check the experiment, say what would run, and run nothing')
  .addHelpText(
    'after',
    `
The run document: {experiment, checkpoints: [{id, stage, metrics: {key: [[step, value], …]},
evals: {name: {value, se, n}}, completions: [{prompt, family, text, logprob}]}], timing}; log-probs in nats.
Presets: ${PRESETS.map(({ name, description }) => `\n  ${name}: ${description}`).join('')}`,
  )
  .action(async (what: string, options: RunCommandOptions) =>
    (await import('./runCommand.ts')).runCommand(what, options),
  );

program
  .command('link')
  .description('Print a link that holds the whole experiment: whoever opens it on the page has the same one.')
  .argument('<experiment>', experimentHelp)
  .option('--seed <n>', "the experiment's seed", whole(0, MAX_SEED))
  .option('--set <path=value>', 'change the experiment, such as stages.0.steps=100 (repeatable)', collect)
  .option('--name <name>', 'what to call it (default: the name of the preset or file)')
  .option('--page <address>', 'address of the page the link opens (default: the fragment alone, from its #)')
  .option('--no-curves', 'leave out the curves of a run document or shared file')
  .option('--out <file>', 'write a .rlhflab.json file instead: the same content, of any length')
  .action(async (what: string, options: LinkCommandOptions) =>
    (await import('./linkCommand.ts')).linkCommand(what, options),
  );

program
  .command('eval')
  .description('Judge a model folder.')
  .argument('<model>', modelHelp)
  .option('--device <device>', deviceHelp, chooseDevice, 'auto')
  .option('--threads <n>', 'threads of the device', whole(1, 64))
  .option('--seed <n>', 'seed of what is sampled', whole(0, MAX_SEED), 42)
  .option('--stage <stage>', "what to call the checkpoint's stage (default: what its weights say, else base)")
  .option('--out <file>', 'write JSON there instead of to stdout')
  .addHelpText(
    'after',
    '\nJSON: {model, stage, seed, evals: {name: {value, se, n}}}; se is the standard error of value.',
  )
  .action(async (model: string, options: EvalCommandOptions) =>
    (await import('./evalCommand.ts')).evalCommand(model, options),
  );

program
  .command('complete')
  .description('Let a model continue a prompt.')
  .argument('<model>', modelHelp)
  .argument('<prompt>', 'the text to continue, as it is (\\n is a line break)')
  .option('--chat', 'ask as the page does: "User: <prompt>\\nAssistant:"')
  .option('--n <n>', 'completions', whole(1, 256), 1)
  .option('--temperature <t>', '0 = always the likeliest token', between(0, 5), 1)
  .option('--top-p <p>', 'sample among the likeliest tokens that hold this share', between(0.01, 1), 1)
  .option('--max-new-tokens <n>', 'longest completion', whole(1, 1024), 48)
  .option('--seed <n>', 'seed of what is sampled', whole(0, MAX_SEED), 42)
  .option('--device <device>', deviceHelp, chooseDevice, 'auto')
  .option('--threads <n>', 'threads of the device', whole(1, 64))
  .option('--json', 'print log-probs and tokens too, as JSON')
  .addHelpText(
    'after',
    '\nPrints the text of the completion; of several, each under its number and length. --json: {model, prompt, completions: [{text, stopped, logprob, tokens: [{id, text, logprob}]}]}; log-probs in nats, at temperature 1.',
  )
  .action(async (model: string, prompt: string, options: CompleteCommandOptions) =>
    (await import('./completeCommand.ts')).completeCommand(model, prompt, options),
  );

program
  .command('logprobs')
  .description('How likely a model finds a text, token by token.')
  .argument('<model>', modelHelp)
  .requiredOption('--text <text>', 'the text, as it is (\\n is a line break)')
  .option('--device <device>', deviceHelp, chooseDevice, 'auto')
  .option('--threads <n>', 'threads of the device', whole(1, 64))
  .addHelpText(
    'after',
    '\nJSON: {model, text, tokens: [{id, text, logprob}], logprob}; nats; the first token has none (null); logprob is the sum.',
  )
  .action(async (model: string, options: LogprobsCommandOptions) =>
    (await import('./logprobsCommand.ts')).logprobsCommand(model, options),
  );

const selection = (command: Command) =>
  command
    .option('--family <family>', `only this family of prompts: ${familyNames.join(', ')}`, chooseFamily)
    .option('--split <split>', `only this split: ${splitNames.join(', ')}`, chooseSplit)
    .option('--count <n>', 'at most so many', whole(1, 100_000))
    .option('--seed <n>', 'in random order by this seed (default: as they stand)', whole(0, MAX_SEED));

selection(program.command('prompts'))
  .description("Print the world's prompts, one JSON row a line: {id, family, split, question, text, …}.")
  .action(async (options: PromptsCommandOptions) => (await import('./promptsCommand.ts')).promptsCommand(options));

selection(program.command('sample'))
  .description(
    "Let a model answer the world's prompts, one JSON row a line: {id, family, prompt, reply, stopped, tokens}.",
  )
  .argument('<model>', modelHelp)
  .option('--copies <n>', 'replies to each prompt', whole(1, 256), 1)
  .option('--temperature <t>', '0 = always the likeliest token', between(0, 5), 1)
  .option('--max-new-tokens <n>', 'longest reply', whole(1, 1024), 40)
  .option('--device <device>', deviceHelp, chooseDevice, 'auto')
  .option('--threads <n>', 'threads of the device', whole(1, 64))
  .action(async (model: string, options: SampleCommandOptions) =>
    (await import('./sampleCommand.ts')).sampleCommand(model, options),
  );

program
  .command('judge')
  .description(
    "Gold reward of replies to the world's prompts, one JSON row a line: {total, rules: [{rule, score, reason}]}.",
  )
  .argument('<file>', 'JSON Lines of {prompt, reply}; prompt is the question as asked')
  .addHelpText(
    'after',
    '\nA row may also say {stopped, tokens}; default: it ended by itself. For a prompt the world does not know: {unknown: true, prompt, reason}.',
  )
  .action(async (file: string) => (await import('./judgeCommand.ts')).judgeCommand(file));

program
  .command('phrases')
  .description(
    "Try sentences of SFT's demonstrations before, after and in place of replies: what gold each of them wins.",
  )
  .argument('<file>', 'JSON Lines of {prompt, reply}, as sample prints them')
  .option('--phrases <n>', 'so many sentences, the commonest first', whole(1, 5000), 240)
  .addHelpText(
    'after',
    '\nJSON: {replies, gold, mostGained, bestConstant, phrases: [{phrase, before, after, instead}]}; before and after are gains in mean gold, instead is mean gold.',
  )
  .action(async (file: string, options: PhrasesCommandOptions) =>
    (await import('./phrasesCommand.ts')).phrasesCommand(file, options),
  );

endQuietly(process.stdout);
endQuietly(process.stderr);

try {
  await program.parseAsync();
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  if (!isHelp) {
    const { line, exitCode } = describeFailure(error);
    process.stderr.write(`lab: ${line}\n`);
    process.exitCode = exitCode;
  }
}
