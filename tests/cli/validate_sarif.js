// validate_sarif.js VALIDATORS REPORT: holds a report to the schema that comes with Microsoft's multitool.
const fs = require('fs');
const path = require('path');
const [validators, report] = process.argv.slice(2);
const modules = path.join(validators, 'node_modules');
const Ajv = require(path.join(modules, 'ajv/dist/2020.js'));
const formats = require(path.join(modules, 'ajv-formats'));

function find(folder, name) {
  for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
    const full = path.join(folder, entry.name);
    if (entry.name === name) return full;
    const deeper = entry.isDirectory() ? find(full, name) : undefined;
    if (deeper) return deeper;
  }
}

const ajv = new Ajv({strict: false, allErrors: true});
formats(ajv);
const schema = find(path.join(modules, '@microsoft/sarif-multitool-linux'), 'sarif-2.1.0.json');
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
if (!validate(JSON.parse(fs.readFileSync(report, 'utf8')))) {
  console.log(JSON.stringify(validate.errors, null, 1));
  process.exit(1);
}
