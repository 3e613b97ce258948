// Compiles every schema of the OpenAPI document, and that of case files, with ajv in its strict mode, and validates the examples.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [documentFile, caseFile] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentFile, "utf8"));
const faults = [];

function strict() {
  const ajv = new Ajv2020.default({ strict: true, allErrors: true });
  addFormats.default(ajv);
  // keywords of OpenAPI that JSON Schema has not
  for (const keyword of ["components", "discriminator", "example"]) ajv.addKeyword(keyword);
  return ajv;
}

function attempt(name, work) {
  try {
    work();
  } catch (e) {
    faults.push(`${name}: ${e.message}`);
  }
}

attempt("case file", () => strict().compile(JSON.parse(readFileSync(caseFile, "utf8"))));

const ajv = strict();
ajv.addSchema({ $id: "https://parley.invalid/openapi", components: document.components }, undefined, undefined, false);
const absolute = (schema) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://parley.invalid/openapi#/components/'));
let schemas = 0;
for (const name of Object.keys(document.components.schemas)) {
  attempt(name, () => ajv.compile({ $ref: `https://parley.invalid/openapi#/components/schemas/${name}` }));
  schemas++;
}
let examples = 0;
for (const path of Object.values(document.paths)) {
  for (const operation of Object.values(path)) {
    const contents = [operation.requestBody, ...Object.values(operation.responses)].map((each) => each?.content?.["application/json"]);
    for (const content of contents) {
      if (content?.example === undefined) continue;
      attempt(operation.operationId, () => {
        const validate = ajv.compile(absolute(content.schema));
        if (!validate(content.example)) faults.push(`${operation.operationId}: ${ajv.errorsText(validate.errors)}`);
        examples++;
      });
    }
  }
}
faults.forEach((each) => console.error(each));
console.log(`${schemas} schemas, ${examples} examples, ${faults.length} faults`);
process.exit(faults.length === 0 && schemas > 100 && examples > 50 ? 0 : 1);
