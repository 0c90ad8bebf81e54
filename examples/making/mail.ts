import type { SourceDocument } from './packet.ts';
import { printPdf } from './print.ts';

/** An e-mail as a mail server keeps it, attachments in base64. */
export async function writeMail(mail: Extract<SourceDocument, { as: 'email' }>): Promise<string> {
  const boundary = '=_part_7c1f_20';
  const attachments = await Promise.all(
    mail.attachments.map(async ({ name, print }) =>
      [
        `--${boundary}`,
        `Content-Type: application/pdf; name="${name}"`,
        'Content-Transfer-Encoding: base64',
        `Content-Disposition: attachment; filename="${name}"`,
        '',
        Buffer.from(await printPdf(print))
          .toString('base64')
          .replace(/.{76}/g, '$&\r\n'),
      ].join('\r\n'),
    ),
  );
  return [
    ...mail.headers.map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.body.replace(/\r?\n/g, '\r\n'),
    ...attachments,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
