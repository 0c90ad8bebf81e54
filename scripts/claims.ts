import { userInfo } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { verifyAuditLogCommand } from './claims/audit-log.ts';
import { replayWebhookCommand } from './claims/deliveries.ts';
import { addCommand, cancelCommand, submitCommand } from './claims/intake.ts';
import { documentsCommand, listCommand, queueCommand, showCommand } from './claims/look.ts';
import { runCommand } from './claims/outcome.ts';
import { auditCommand, reviewCommand } from './claims/review.ts';
import { signInCommand } from './claims/sign-in.ts';

const collect = (value: string, values: string[]): string[] => [...values, value];
const number = (low: number, high: number) => (text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new InvalidArgumentError(`must be a whole number from ${low} to ${high}`);
};

const program = new Command('npm run claims --')
  .description('Hands claims in, shows, reviews and cancels them')
  .option('--tenant <tenant>', 'whose claims', 'default')
  .option('--json', 'print JSON on standard output')
  .addHelpText(
    'after',
    `
Uses the stack that "npm start" runs, or the servers named in the environment
(TEMPORAL_ADDRESS, DATABASE_URL, OBJECT_STORE_URL, CODEC_KEYS).

Exit codes: 0 done · 1 something is away or broke · 2 refused, with the reason · 3 no such claim
            4 the claim waits for a person (submit --wait) · 5 the claim was rejected or cancelled (submit --wait)
            6 the audit log was tampered with (audit-log verify)`,
  );

program
  .command('submit')
  .description('hand in one packet: files, or a folder with its documents')
  .argument('<files...>', 'documents of one claim')
  .option('--id <id>', "the claim's id; default: the hash of the packet's content")
  .option('--fresh', 'a new id each time, so that the packet is read again')
  .option('--priority <n>', '1 (urgent) to 5 (batch)', number(1, 5), 3)
  .option('--wait', 'wait until the claim has settled or waits for a person, and show it')
  .action(runCommand(submitCommand));

program
  .command('add')
  .description('hand further documents to a claim that is open; it is read again only where needed')
  .argument('<id>')
  .argument('<files...>')
  .action(runCommand(addCommand));

program.command('show').description('show a claim').argument('<id>').action(runCommand(showCommand));

program
  .command('list')
  .description('list claims, the newest first')
  .option('--status <status>', 'only claims of this status')
  .option('--limit <n>', 'how many', number(1, 1_000), 50)
  .action(runCommand(listCommand));

program
  .command('queue')
  .description('list what waits for a person: reviews by their deadline, then audits')
  .option('--limit <n>', 'how many', number(1, 1_000), 50)
  .action(runCommand(queueCommand));

program
  .command('documents')
  .description("write a claim's documents into a folder, to look at them")
  .argument('<id>')
  .argument('<folder>')
  .action(runCommand(documentsCommand));

program
  .command('review')
  .description('decide a claim that waits for a person')
  .argument('<id>')
  .option('--reviewer <name>', 'who decides (recorded as unverified)', userInfo().username)
  .option('--field <key=value>', 'correct a field; JSON, or plain text; null for "not stated"', collect, [])
  .option('--confirm <key>', 'confirm a field as it stands', collect, [])
  .option('--approve', 'the claim is right as it then stands')
  .option('--reject', 'the claim is not to be processed')
  .option('--reason <code>', 'a reason code', 'reviewed')
  .option('--note <text>', 'a note for the record', '')
  .option('--hold', 'only hold the claim, so that nobody else decides it')
  .option('--release', 'only give it back')
  .action(runCommand(reviewCommand));

program
  .command('audit')
  .description('hand in the blind reading of an audited claim')
  .argument('<id>')
  .argument('<values.json>', 'a file with the 23 values')
  .option('--reviewer <name>', 'who read it', userInfo().username)
  .action(runCommand(auditCommand));

program
  .command('replay-webhook')
  .description('tell intake the result of a settled claim again, or of all that it has not taken')
  .argument('[id]')
  .option(
    '--failed-since <date>',
    'all claims settled since then whose result intake has not taken (ISO 8601)',
  )
  .action(runCommand(replayWebhookCommand));

program
  .command('audit-log')
  .description('check that nothing in the audit log was changed, removed or put in between')
  .addCommand(
    new Command('verify')
      .description('recompute the chain of a tenant, or of all')
      .option('--all', 'of all tenants')
      .option('--expect <seq:hash>', 'a head that was noted earlier: must still be in the chain')
      .action(runCommand(verifyAuditLogCommand)),
  );

program
  .command('sign-in')
  .description('print sign-in links of the local issuer, for development')
  .action(runCommand(signInCommand));

program.command('cancel').description('stop a claim').argument('<id>').action(runCommand(cancelCommand));

await program.parseAsync();
