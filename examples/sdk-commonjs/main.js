const { createDsgen } = require('@dsgen/sdk');

async function main() {
  const [corpus = '../handbook', out = 'dataset'] = process.argv.slice(2);
  const dsgen = createDsgen();
  const job = await dsgen.generate({ paths: [corpus], out });
  const { dataset, manifest } = await job.result();
  console.log(`${manifest.records} records in ${dataset}`);
  await dsgen.close();
}

main();
