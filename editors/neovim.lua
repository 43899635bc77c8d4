-- Neovim 0.11 and newer, in init.lua. Enter or Ctrl-Y takes a paper from the list.
vim.o.completeopt = 'menuone,noinsert'
vim.lsp.config('paper-notes', {
  cmd = { 'paper-notes', 'lsp' },
  filetypes = { 'markdown', 'quarto', 'bib' },
  root_dir = vim.fn.getcwd(),
  settings = { paperNotes = { syntaxes = { 'paper' } } },
  on_attach = function(client, buffer)
    vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true })
  end,
})
vim.lsp.enable('paper-notes')
