-- Neovim 0.7 to 0.10, in init.lua. Enter or Ctrl-Y takes a paper from the list.
vim.o.completeopt = 'menuone,noinsert'
local client

-- The list as the server ranks it. Neovim's own would drop papers whose key does not begin with the word at the cursor.
local function complete()
  local asked = vim.lsp.util.make_position_params(0, 'utf-16')
  vim.lsp.get_client_by_id(client).request('textDocument/completion', asked, function(_, list)
    local isCurrent = vim.deep_equal(asked, vim.lsp.util.make_position_params(0, 'utf-16'))
    if not list or not isCurrent or vim.fn.mode() ~= 'i' then return end
    if list.items[1].additionalTextEdits then return end -- for words on the line above
    local start = list.items[1].textEdit.range.start.character
    vim.fn.complete(vim.str_byteindex(vim.api.nvim_get_current_line(), start, true) + 1, vim.tbl_map(function(item)
      return { word = item.textEdit.newText, abbr = item.label, menu = item.detail }
    end, list.items))
  end)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'markdown', 'quarto', 'bib' },
  callback = function(event)
    client = client or vim.lsp.start_client({
      name = 'paper-notes',
      cmd = { 'paper-notes', 'lsp' },
      root_dir = vim.fn.getcwd(),
      settings = { paperNotes = { syntaxes = { 'paper' } } },
    })
    vim.lsp.buf_attach_client(event.buf, client)
    vim.api.nvim_create_autocmd('InsertCharPre', { buffer = event.buf, callback = vim.schedule_wrap(complete) })
    for keys, action in pairs({
      K = vim.lsp.buf.hover,
      gd = vim.lsp.buf.definition,
      gra = vim.lsp.buf.code_action,
      grn = vim.lsp.buf.rename,
      grr = vim.lsp.buf.references,
    }) do
      vim.keymap.set('n', keys, action, { buffer = event.buf })
    end
  end,
})
