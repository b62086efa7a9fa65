// check.js CACHE BYLINT ARTICLE SCREENSHOT: Visual Studio Code, as code-server serves it, with the packaged extension, in
// headless Chromium. Opens the article, waits for the finding in the Problems panel and in the text, takes its quick fix,
// and keeps a screenshot. Prints what it saw; exits 1 when that is not the finding at its place, and its cure.
const {spawn, spawnSync} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const [cache, bylint, article, screenshot] = process.argv.slice(2);
const {chromium} = require(path.join(cache, 'node_modules/playwright-core'));
const entry = path.join(cache, 'node_modules/code-server/out/node/entry.js');
const vsix = path.join(__dirname, '../../../../editors/vscode/out/bylint.vsix');
const port = 18080 + (process.pid % 1000);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bylint-vscode-'));
const folder = path.join(scratch, 'news');
const folders = ['--user-data-dir', path.join(scratch, 'user'), '--extensions-dir', path.join(scratch, 'extensions')];

// The column is that of Visual Studio Code, which counts UTF-16 units: the emoji is two, the accent of `Café` its own.
const faulty = fs.readFileSync(article, 'utf8');
const wanted = {
  problem: '`“` faces away from the words it closes bylint reversed-quote [Ln 1, Col 45]',
  mended: faulty.replace('May,“', 'May,”'),
};

function prepare() {
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'article.txt'), faulty);
  const user = path.join(scratch, 'user/User');
  fs.mkdirSync(user, {recursive: true});
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({
    'bylint.path': bylint,
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'extensions.autoCheckUpdates': false,
    'telemetry.telemetryLevel': 'off',
    'chat.commandCenter.enabled': false,
    'editor.wordWrap': 'on',
  }));
  const installed = spawnSync(process.execPath, [entry, ...folders, '--install-extension', vsix], {encoding: 'utf8'});
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
}

async function serve() {
  const server = spawn(process.execPath, [entry, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`,
    '--disable-telemetry', '--disable-update-check', ...folders, folder], {stdio: 'ignore'});
  for (let i = 0; i < 100; ++i) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/healthz`)).ok) return server;
    } catch { /* not up yet */ }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill();
  throw new Error('the editor does not answer');
}

// What the Problems panel says; the screenshot shows it.
async function look(page) {
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
  await page.waitForSelector('.monaco-workbench', {timeout: 60000});
  await page.keyboard.press('Control+KeyP');
  await page.waitForSelector('.quick-input-box input', {timeout: 30000});
  await page.keyboard.type('article.txt', {delay: 30});
  await page.waitForSelector('.quick-input-list .monaco-list-row >> text=article.txt', {timeout: 30000});
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor .view-lines', {timeout: 30000});
  await page.waitForSelector('.squiggly-error, .squiggly-warning', {timeout: 60000});
  await page.keyboard.press('Control+Shift+KeyM');
  await page.waitForSelector('.markers-panel .monaco-list-row', {timeout: 30000});
  const problems = await page.locator('.markers-panel .monaco-list-row').allInnerTexts();
  await page.screenshot({path: screenshot});
  return problems.join(' ').replace(/\s+/g, ' ').trim();
}

// The article on the disk after the first quick fix of its only finding was taken and saved.
async function mend(page) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('F8');  // to the next problem
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Period');
  await page.waitForSelector('.action-widget .monaco-list-row', {timeout: 30000});
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.squiggly-error, .squiggly-warning', {state: 'detached', timeout: 30000});
  await page.keyboard.press('Control+KeyS');
  const saved = () => fs.readFileSync(path.join(folder, 'article.txt'), 'utf8');
  for (let i = 0; i < 100 && saved() === faulty; ++i) await page.waitForTimeout(100);
  return saved();
}

// Leaves nothing running, whatever happens.
async function main() {
  prepare();
  const server = await serve();
  const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu',
    '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']});
  try {
    const page = await browser.newPage({viewport: {width: 1400, height: 500}});
    const problems = await look(page);
    console.log(problems);
    const mended = await mend(page);
    console.log(mended);
    return problems.includes(wanted.problem) && mended === wanted.mended;
  } finally {
    await browser.close();
    server.kill();
    fs.rmSync(scratch, {recursive: true, force: true, maxRetries: 5});
  }
}

main().then((good) => process.exit(good ? 0 : 1), (error) => {
  console.error(error);
  process.exit(1);
});
