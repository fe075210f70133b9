/** The plain list of all calls. */
import type { Handlers } from '../handler.js';
import { appInfo } from './app-info.js';
import { appendJournal } from './append-journal.js';
import { cancelJob } from './cancel-job.js';
import { drawPapers } from './draw-papers.js';
import { jobState } from './job-state.js';
import { journalState } from './journal-state.js';
import { keepFile } from './keep-file.js';
import { fillTemplateCall } from './fill-template.js';
import { logFault } from './log-fault.js';
import { openFile } from './open-file.js';
import { previewTemplate } from './preview-template.js';
import { readJournal } from './read-journal.js';
import { readKeptFile } from './read-kept-file.js';
import { readMappingCall } from './read-mapping.js';
import { readRulebooks } from './read-rulebooks.js';
import { readSample } from './read-sample.js';
import { readTableCall } from './read-table.js';
import { readTemplateCall } from './read-template.js';
import { repairJournal } from './repair-journal.js';
import { showFile } from './show-file.js';
import { startVoucherPackage } from './start-voucher-package.js';
import { writeCalendar } from './write-calendar.js';
import { writeCase } from './write-case.js';
import { writeList } from './write-list.js';
import { writeMapping } from './write-mapping.js';
import { writePaymentReport } from './write-payment-report.js';
import { writeRulebook } from './write-rulebook.js';
import { writeTransfers } from './write-transfers.js';
import { writeWorkbooks } from './write-workbooks.js';

export const HANDLERS: Handlers = {
  'app-info': appInfo,
  'read-rulebooks': readRulebooks,
  'read-sample': readSample,
  'journal-state': journalState,
  'append-journal': appendJournal,
  'read-journal': readJournal,
  'repair-journal': repairJournal,
  'write-workbooks': writeWorkbooks,
  'draw-papers': drawPapers,
  'write-case': writeCase,
  'write-calendar': writeCalendar,
  'write-transfers': writeTransfers,
  'write-payment-report': writePaymentReport,
  'read-table': readTableCall,
  'write-list': writeList,
  'write-rulebook': writeRulebook,
  'keep-file': keepFile,
  'read-kept-file': readKeptFile,
  'start-voucher-package': startVoucherPackage,
  'job-state': jobState,
  'cancel-job': cancelJob,
  'read-template': readTemplateCall,
  'preview-template': previewTemplate,
  'fill-template': fillTemplateCall,
  'write-mapping': writeMapping,
  'read-mapping': readMappingCall,
  'show-file': showFile,
  'open-file': openFile,
  'log-fault': logFault,
};
