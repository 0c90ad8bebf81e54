import { writeFileSync } from 'node:fs';
import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { type BusinessFigures, businessFigures, totalOf } from '../shared/business-figures.ts';
import { recordedByMonth } from '../shared/database/business.ts';
import { migrate } from '../shared/database/migrate.ts';
import type { Office } from './claims/office.ts';
import { type Invocation, type Outcome, runCommand } from './claims/outcome.ts';
import { PLAIN } from './claims/render.ts';
import { percent, usd } from './models/figures.ts';

const date = (text: string): string => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('must be a date, written YYYY-MM-DD');
  return at.toISOString();
};
const amount = (text: string): number => {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('must be a number that is not negative');
};

/** What a row says of its figures. */
const ROWS: readonly (readonly [string, (figures: BusinessFigures) => string])[] = [
  ['claims', ({ claims }) => String(claims)],
  ['without a person', ({ autoAcceptedShare }) => percent(autoAcceptedShare)],
  ['reviewed', ({ reviewed }) => String(reviewed)],
  [
    'minutes a review',
    ({ minutesPerReview, minutesMeasured }) =>
      `${minutesPerReview.toFixed(1)}${minutesMeasured ? '' : ' (assumed)'}`,
  ],
  ['labour', ({ labourUsd }) => usd(labourUsd)],
  ['model, of the machine’s hours', ({ modelCostUsd }) => usd(modelCostUsd)],
  ['infrastructure', ({ infrastructureUsd }) => usd(infrastructureUsd)],
  ['saved', ({ savedUsd }) => `${savedUsd < 0 ? '−' : ''}${usd(Math.abs(savedUsd))}`],
  [
    'accuracy in audits',
    ({ accuracy, auditedFields }) => (accuracy === null ? '–' : `${percent(accuracy)} of ${auditedFields}`),
  ],
];

async function report(office: Office, { options, tenant }: Invocation): Promise<Outcome> {
  await migrate(office.database);
  const period = { tenant, from: options['from'] as string, before: options['before'] as string };
  const rates = {
    usdPerHour: options['usdPerHour'] as number,
    minutesBefore: options['minutesBefore'] as number,
    minutesAssumed: options['minutesAssumed'] as number,
    infrastructureUsdPerMonth: options['infrastructure'] as number,
  };
  const recorded = await recordedByMonth(office.database, period);
  const months = recorded.map((month) => ({ month: month.month, ...businessFigures(month, 1, rates) }));
  const total = businessFigures(totalOf(recorded), recorded.length, rates);
  const columns: [string, BusinessFigures][] = [
    ...months.map((one): [string, BusinessFigures] => [one.month, one]),
    ['all', total],
  ];
  const table = new Table({ ...PLAIN, head: ['', ...columns.map(([name]) => name)] });
  for (const [title, of] of ROWS) table.push([title, ...columns.map(([, figures]) => of(figures))]);
  if (typeof options['html'] === 'string') writeFileSync(options['html'], page(columns));
  return { json: { period, rates, months, total }, text: table.toString() };
}

/** One page that needs nothing beside itself: the table, and the share without a person and the accuracy month by month. */
function page(columns: readonly (readonly [string, BusinessFigures])[]): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
  const rows = ROWS.map(
    ([title, of]) => `<tr>${cells('td', [title, ...columns.map(([, figures]) => of(figures))])}</tr>`,
  );
  const months = columns.slice(0, -1);
  const bars = (title: string, of: (figures: BusinessFigures) => number | null): string => {
    const width = 40;
    const parts = months.map(([name, figures], index) => {
      const height = 100 * (of(figures) ?? 0);
      const x = index * (width + 10);
      return `<rect x="${x}" y="${110 - height}" width="${width}" height="${height}"><title>${name}: ${percent(of(figures))}</title></rect><text x="${x}" y="126">${name}</text>`;
    });
    return `<h2>${title}</h2><svg viewBox="0 0 ${Math.max(1, months.length) * (width + 10)} 130" role="img" aria-label="${title}">${parts.join('')}</svg>`;
  };
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Claims: what they cost</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0}svg{max-height:12rem}rect{fill:#2563b0}text{font-size:9px}</style>
<h1>Claims: what they cost</h1><table><tr>${cells('th', ['', ...columns.map(([name]) => name)])}</tr>${rows.join('')}</table>
${bars('Share recorded without a person', ({ autoAcceptedShare }) => autoAcceptedShare)}
${bars('Accuracy in blind audits', ({ accuracy }) => accuracy)}
</html>\n`;
}

await new Command('npm run report --')
  .description('What claims cost and saved over a period, from real records, month by month')
  .option('--from <date>', 'first day', date, new Date(Date.now() - 365 * 24 * 3_600_000).toISOString())
  .option('--before <date>', 'the day after the last', date, new Date().toISOString())
  .option('--tenant <tenant>', 'whose claims', 'default')
  .option('--usd-per-hour <usd>', "a reviewer's hour", amount, 35)
  .option('--minutes-before <minutes>', 'what a claim took without this system', amount, 12)
  .option('--minutes-assumed <minutes>', 'what a review takes where no hold measures it', amount, 4.5)
  .option('--infrastructure <usd>', 'machines, a month', amount, 730)
  .option('--html <file>', 'write a page with charts')
  .option('--json', 'print JSON on standard output')
  .action(runCommand(report))
  .parseAsync();
