// Starts the installed bylint as a language server and shows how it is doing.
import * as vscode from "vscode";
import {
  CodeActionKind,
  ExecuteCommandRequest,
  LanguageClient,
  LanguageClientOptions,
  ServerOptions,
  State,
  TransportKind,
} from "vscode-languageclient/node";

const languages = ["plaintext", "markdown", "html", "asciidoc", "restructuredtext"];
const settingsThatRestart = ["bylint.path", "bylint.workspaceDiagnostics"];

let client: LanguageClient | undefined;
let status: vscode.LanguageStatusItem;
let log: vscode.LogOutputChannel;

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("bylint");
}

function makeClient(): LanguageClient {
  const server: ServerOptions = {
    command: settings().get<string>("path", "bylint"),
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    initializationOptions: settings(),
    synchronize: { configurationSection: "bylint" },
    outputChannel: log,
    diagnosticCollectionName: "bylint",
  };
  return new LanguageClient("bylint", "bylint", server, options);
}

function show(text: string, severity: vscode.LanguageStatusSeverity, busy = false): void {
  status.text = text;
  status.severity = severity;
  status.busy = busy;
}

async function start(): Promise<void> {
  await client?.dispose();
  client = makeClient();
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      const version = client?.initializeResult?.serverInfo?.version ?? "";
      show(`bylint ${version}`, vscode.LanguageStatusSeverity.Information);
    } else if (newState === State.Starting) {
      show("bylint", vscode.LanguageStatusSeverity.Information, true);
    } else {
      show("bylint has stopped", vscode.LanguageStatusSeverity.Error);
    }
  });
  try {
    await client.start();
  } catch (error) {
    show("bylint was not found", vscode.LanguageStatusSeverity.Error);
    const choice = await vscode.window.showErrorMessage(
      `The program \`${settings().get("path")}\` could not be started: ${error}`,
      "Open Settings",
    );
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "bylint.path");
  }
}

async function checkAll(): Promise<void> {
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: "bylint: checking all articles" },
    () => client?.sendRequest(ExecuteCommandRequest.type, { command: "bylint.checkWorkspace" }) ?? Promise.resolve(),
  );
  if (result) void vscode.window.setStatusBarMessage(`bylint: ${result.files} files, ${result.findings} findings`, 5000);
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: `${CodeActionKind.SourceFixAll}.bylint`,
    apply: "first",
  });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel("bylint", { log: true });
  status = vscode.languages.createLanguageStatusItem("bylint", languages);
  status.name = "bylint";
  status.command = { command: "bylint.showLog", title: "Log" };
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand("bylint.checkAll", checkAll),
    vscode.commands.registerCommand("bylint.fixAll", fixAll),
    vscode.commands.registerCommand("bylint.restart", start),
    vscode.commands.registerCommand("bylint.showLog", () => log.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settingsThatRestart.some((setting) => event.affectsConfiguration(setting))) void start();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
