// validate.js MODULES DRAFT SCHEMA REPORT: holds a report to a JSON Schema of that draft (2020-12, draft-04), by ajv.
const fs = require('fs');
const path = require('path');
const [modules, draft, schema, report] = process.argv.slice(2);
const kinds = {'2020-12': 'ajv/dist/2020.js', 'draft-04': 'ajv-draft-04'};
const Ajv = require(path.join(modules, kinds[draft]));
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

const ajv = new Ajv({strict: false, allErrors: true});
require(path.join(modules, 'ajv-formats'))(ajv);
const validate = ajv.compile(read(schema));
if (!validate(read(report))) {
  console.log(JSON.stringify(validate.errors, null, 1));
  process.exit(1);
}
