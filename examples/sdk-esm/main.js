import { createDsgen } from '@dsgen/sdk';

const [corpus = '../handbook', out = 'dataset'] = process.argv.slice(2);
await using dsgen = createDsgen();
const job = await dsgen.generate({ paths: [corpus], out, recipe: { tasks: ['qa'], export: { format: 'openai' } } });
let records = 0;
for await (const record of job.records()) {
  if (records === 0) console.log(record.messages);
  records += 1;
}
const { dataset, ledger } = await job.result();
console.log(`${records} records in ${dataset}, ${ledger.candidates.rejected} candidates rejected`);
