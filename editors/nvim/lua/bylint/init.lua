-- bylint for Neovim 0.7 and later, by its own language client.
--
--   require("bylint").setup()
--
-- Options, all with the values they have when left out:
--
--   require("bylint").setup({
--     command = { "bylint", "lsp" },
--     filetypes = { "text", "markdown", "html", "asciidoc", "rst" },
--     settings = { inlayHints = false, renameInWorkspace = false, renameInQuotations = "never" },
--     on_attach = nil,  -- function(client, buffer)
--   })
local M = {}

local defaults = {
  command = { "bylint", "lsp" },
  filetypes = { "text", "markdown", "html", "asciidoc", "rst" },
  settings = {},
}

local clients = {} -- by root folder

-- The folder with bylint.toml or .git above the file, else the file's own.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local at = folder
  while true do
    for _, name in ipairs({ "bylint.toml", ".git" }) do
      if vim.loop.fs_stat(at .. "/" .. name) then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ":h")
    if above == at then
      return folder
    end
    at = above
  end
end

local function client_for(root, options)
  local id = clients[root]
  if id and vim.lsp.get_client_by_id(id) then
    return id
  end
  id = vim.lsp.start_client({
    name = "bylint",
    cmd = options.command,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    init_options = options.settings,
    settings = { bylint = options.settings },
    on_attach = options.on_attach,
    on_exit = function()
      clients[root] = nil
    end,
  })
  clients[root] = id
  return id
end

-- Attaches bylint to the buffer (the current one when none is named); returns the client's id.
function M.attach(buffer, options)
  options = vim.tbl_deep_extend("force", defaults, options or {})
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  local id = client_for(root_of(vim.api.nvim_buf_get_name(buffer)), options)
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
  return id
end

-- Applies all safe fixes of the current buffer.
function M.fix_all()
  vim.lsp.buf.code_action({ context = { only = { "source.fixAll.bylint" }, diagnostics = {} }, apply = true })
end

function M.setup(options)
  options = vim.tbl_deep_extend("force", defaults, options or {})
  local group = vim.api.nvim_create_augroup("bylint", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event)
      M.attach(event.buf, options)
    end,
  })
  vim.api.nvim_create_user_command("BylintFixAll", M.fix_all, { desc = "apply all safe fixes of bylint" })
end

return M
