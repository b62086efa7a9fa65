// retext-quotes on the files named: a line "file, rule, begin, end" a message, in UTF-16 units.
import {readFileSync} from 'node:fs'
import retextEnglish from 'retext-english'
import retextQuotes from 'retext-quotes'
import retextStringify from 'retext-stringify'
import {unified} from 'unified'

const processor = unified().use(retextEnglish).use(retextQuotes).use(retextStringify)
for (const file of process.argv.slice(2)) {
  const result = await processor.process(readFileSync(file, 'utf8'))
  for (const message of result.messages) {
    const {start, end} = message.place
    console.log([file, message.ruleId, start.offset, end.offset].join('\t'))
  }
}
