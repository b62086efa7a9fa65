-- Neovim with the plug-in of editors/nvim: the finding stands on exactly the faulty mark, and the fix mends it.
local fault = "“"
local fixed = "in May,” said Anna Berg"

local function fail(why)
  io.stderr:write("nvim: " .. why .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(what, condition)
  if not vim.wait(10000, condition, 20) then
    fail("waited in vain for " .. what)
  end
end

local function line()
  return vim.api.nvim_buf_get_lines(0, 0, 1, false)[1]
end

local client = require("bylint").attach(0, { command = { vim.env.BYLINT, "lsp" } })
wait_for("the finding", function()
  return #vim.diagnostic.get(0) > 0
end)

local found = vim.diagnostic.get(0)
if #found ~= 1 then
  fail("expected one finding, got " .. vim.inspect(found))
end
local marked = line():sub(found[1].col + 1, found[1].end_col)
local before = line():sub(1, found[1].col)
if marked ~= fault or not vim.endswith(before, "in May,") then
  fail("the finding marks `" .. marked .. "` behind `" .. before .. "`")
end

-- Quick fix at the finding.
vim.api.nvim_win_set_cursor(0, { 1, found[1].col })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, 0), only = { "quickfix" } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 5000)
local actions = answers and answers[client] and answers[client].result or {}
if #actions == 0 then
  fail("no fix is offered")
end
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
if not line():find(fixed, 1, true) then
  fail("after the fix the line is: " .. line())
end
wait_for("the finding to go", function()
  return #vim.diagnostic.get(0) == 0
end)
io.stdout:write("nvim: ok\n")
vim.cmd("qa!")
