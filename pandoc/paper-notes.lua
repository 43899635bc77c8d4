--[[
Reads the citations of Paper Notes, `@paper[see @key, p. 4; other]`, as citations of Pandoc:

    pandoc --lua-filter paper-notes.lua --citeproc --bibliography refs.bib note.md

Needs Pandoc 2.17 or newer. This file depends on nothing else; copy it wherever you like.

Pandoc takes `@paper` for a key. What stands in the brackets is then its locator, a list of further papers, or plain text.
In each case the filter restores the text as it was written, divides it into papers as Paper Notes does, and lets Pandoc
read the same citation in its own syntax.
]]

PANDOC_VERSION:must_be_at_least('2.17')

local NAME = '@paper'

-- The Markdown that inlines were read from. Exact inside citations, for which Pandoc keeps it.
local source

local function delimited(inline, mark)
  return mark .. source(inline.content) .. mark
end

local SOURCES = {
  Str = function(inline) return inline.text end,
  Space = function() return ' ' end,
  SoftBreak = function() return '\n' end,
  Emph = function(inline) return delimited(inline, '*') end,
  Strong = function(inline) return delimited(inline, '**') end,
  Subscript = function(inline) return delimited(inline, '~') end,
  Superscript = function(inline) return delimited(inline, '^') end,
  Strikeout = function(inline) return delimited(inline, '~~') end,
  Quoted = function(inline) return delimited(inline, inline.quotetype == 'SingleQuote' and "'" or '"') end,
  RawInline = function(inline) return inline.text end,
  Cite = function(inline) return source(inline.content) end,
}

local function written(inline)
  local show = SOURCES[inline.t]
  if show then
    return show(inline)
  end
  local text = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ inline }) }), 'markdown')
  return (text:gsub('\n$', ''))
end

source = function(inlines)
  local parts = {}
  for _, inline in ipairs(inlines) do
    table.insert(parts, written(inline))
  end
  return table.concat(parts)
end

local function trimmed(text)
  return text:match('^%s*(.-)%s*$')
end

-- Markdown as inlines, with the spaces around it.
local function inlinesOf(text)
  local inlines = pandoc.List()
  if text:match('^%s') then
    inlines:insert(pandoc.Space())
  end
  if text:match('%S') then
    inlines:extend(pandoc.utils.blocks_to_inlines(pandoc.read(text, 'markdown', PANDOC_READER_OPTIONS).blocks))
    if text:match('%s$') then
      inlines:insert(pandoc.Space())
    end
  end
  return inlines
end

-- The key without what Pandoc's typography made of it.
local function keyOf(text)
  return (text:gsub('—', '---'):gsub('–', '--'):gsub('…', '...'):gsub('’', "'"):gsub('\\(%p)', '%1'))
end

-- `see -@key, p. 4` as a table; nil if it names no paper.
local function itemOf(text)
  local from, to, mark = (' ' .. text):find('%s([-+]?)@')
  local prefix = from and text:sub(1, from - 1) or ''
  local rest = from and text:sub(to) or text
  local comma = rest:find(',', 1, true)
  local key = keyOf(trimmed(comma and rest:sub(1, comma - 1) or rest))
  local locator = trimmed(comma and rest:sub(comma + 1) or '')
  local isLabelled = key:lower():match('^doi:%s?%S+$') or key:lower():match('^arxiv:%s?%S+$')
  if key == '' or (key:match('%s') and not isLabelled) then
    return nil
  end
  return { prefix = trimmed(prefix), mark = mark or '', key = key, locator = locator }
end

-- The papers between the brackets; nil if a part of the text names none.
local function itemsOf(content)
  local items = {}
  for part in (content .. ';'):gmatch('([^;]*);') do
    local item = itemOf(part)
    if not item then
      return nil
    end
    table.insert(items, item)
  end
  return items
end

local function placeholder(index)
  return 'paperNotes' .. index
end

-- The items from `first` to `last` in Pandoc's syntax, with placeholders for keys, which may have any character.
local function pandocText(items, first, last)
  local parts = {}
  for index = first, last do
    local item = items[index]
    local isInText = item.mark == '+'
    local key = (isInText and '' or item.mark) .. '@' .. placeholder(index)
    local prefix = item.prefix ~= '' and item.prefix .. ' ' or ''
    local locator = item.locator ~= '' and item.locator or nil
    if isInText then
      parts.start = prefix .. key
      if locator then
        table.insert(parts, locator)
      end
    else
      table.insert(parts, prefix .. key .. (locator and ', ' .. locator or ''))
    end
  end
  local bracketed = #parts > 0 and '[' .. table.concat(parts, '; ') .. ']' or ''
  return parts.start and parts.start .. (bracketed ~= '' and ' ' .. bracketed or '') or bracketed
end

-- The keys of the bibliography by DOI.
local keysByDoi

local function doiIn(text)
  local doi = text:lower():gsub('^doi:%s*', ''):gsub('^https?://[%a.]*doi%.org/', '')
  return doi:match('^10%.%d+/%S+$') and doi or nil
end

-- All records of the bibliography, cited or not.
local function records(meta)
  local all = { pandoc.Citation('*', 'NormalCitation') }
  local nocite = pandoc.MetaInlines({ pandoc.Cite({ pandoc.Str('@*') }, all) })
  local sources = { bibliography = meta.bibliography, references = meta.references, nocite = nocite }
  return pandoc.utils.references(pandoc.Pandoc({}, sources))
end

-- The key that the bibliography has for a reference, which may be a DOI.
local function keyInBibliography(document, reference)
  local doi = doiIn(reference)
  if not doi then
    return reference
  end
  if not keysByDoi then
    keysByDoi = {}
    for _, record in ipairs(records(document.meta)) do
      local written = record.doi or record.DOI
      local own = written and doiIn(pandoc.utils.stringify(written))
      if own then
        keysByDoi[own] = record.id
      end
    end
  end
  return keysByDoi[doi] or reference
end

-- Puts the keys in place of their placeholders. Says whether each of them was read as a citation.
local function withKeys(cite, context, raw)
  local count = 0
  for _, citation in ipairs(cite.citations) do
    local index = tonumber(citation.id:match('^paperNotes(%d+)$'))
    if index then
      citation.id = keyInBibliography(context.document, context.items[index].key)
      count = count + 1
    end
    citation.note_num = context.noteNumber or citation.note_num
  end
  cite.content = pandoc.List({ pandoc.Str(raw) })
  return cite, count
end

-- `@paper[content]` as inlines; nil if it is not a citation that can be read.
local function citationInlines(document, content, noteNumber)
  local items = itemsOf(content)
  if not items then
    return nil
  end
  local context = { document = document, items = items, noteNumber = noteNumber }
  local result, found = pandoc.List(), 0
  local first = 1
  while first <= #items do
    local last = first
    while last < #items and items[last + 1].mark ~= '+' do
      last = last + 1
    end
    if first > 1 then
      result:extend({ pandoc.Str(';'), pandoc.Space() })
    end
    for _, inline in ipairs(inlinesOf(pandocText(items, first, last))) do
      if inline.t == 'Cite' then
        local cite, count = withKeys(inline, context, NAME .. '[' .. content .. ']')
        found = found + count
        inline = cite
      end
      result:insert(inline)
    end
    first = last + 1
  end
  return found == #items and result or nil
end

-- Position of the bracket that closes the one at `open`.
local function closingBracket(text, open)
  local depth, at = 0, open
  while at <= #text do
    local sign = text:sub(at, at)
    if sign == '\\' then
      at = at + 1
    elseif sign == '[' then
      depth = depth + 1
    elseif sign == ']' then
      depth = depth - 1
      if depth == 0 then
        return at
      end
    end
    at = at + 1
  end
  return nil
end

-- First and last code points of scripts that put no space between words. A citation may follow their letters.
local SPACELESS = {
  { 0x0E00, 0x0EFF }, { 0x1000, 0x109F }, { 0x1100, 0x11FF }, { 0x1780, 0x17FF },
  { 0x2E80, 0x9FFF }, { 0xAC00, 0xD7FF }, { 0xF900, 0xFAFF }, { 0x20000, 0x3FFFF },
}

local function endsSpaceless(text)
  local last = utf8.len(text) and text ~= '' and utf8.codepoint(text, utf8.offset(text, -1)) or 0
  for _, range in ipairs(SPACELESS) do
    if range[1] <= last and last <= range[2] then
      return true
    end
  end
  return false
end

local function citesName(inline)
  for _, citation in ipairs(inline.t == 'Cite' and inline.citations or {}) do
    if '@' .. citation.id == NAME then
      return citation
    end
  end
  return nil
end

-- An inline with its Markdown, and where a citation begins in it, if one does.
local function tokenOf(inline)
  local citation = citesName(inline)
  local text = written(inline)
  if citation then
    text = text:gsub(NAME .. '%s+%[', NAME .. '[')
    return { inline = inline, text = text, start = text:find(NAME, 1, true), noteNumber = citation.note_num, isRaw = true }
  end
  local start = inline.t == 'Str' and text:find(NAME .. '[', 1, true)
  if start and endsSpaceless(text:sub(1, start - 1)) then
    return { inline = inline, text = text, start = start }
  end
  return { inline = inline, text = text }
end

-- The text from `first` on up to the end of the token in which its citation is closed.
local function citationAt(tokens, first)
  local text = ''
  for last = first, #tokens do
    text = text .. tokens[last].text
    local open = tokens[first].start + #NAME
    if text:sub(open, open) ~= '[' and #text >= open then
      return nil
    end
    local close = closingBracket(text, open)
    if close then
      return { last = last, before = text:sub(1, tokens[first].start - 1), content = text:sub(open + 1, close - 1), rest = text:sub(close + 1) }
    end
  end
  return nil
end

local function textInlines(token, text)
  if text == '' then
    return {}
  end
  return token.isRaw and inlinesOf(text) or { pandoc.Str(text) }
end

-- What is left of the token in which a citation ends.
local function restToken(token, text)
  local start = token.isRaw and text:find(NAME .. '[', 1, true) or nil
  return { text = text, start = start, noteNumber = token.noteNumber, isRaw = token.isRaw }
end

-- The inlines with strings that meet as one, as Pandoc has them.
local function joined(inlines)
  local result = pandoc.List()
  for _, inline in ipairs(inlines) do
    local last = result[#result]
    if last and last.t == 'Str' and inline.t == 'Str' then
      result[#result] = pandoc.Str(last.text .. inline.text)
    else
      result:insert(inline)
    end
  end
  return result
end

local function withCitations(document, inlines)
  local tokens = {}
  local hasStart = false
  for index, inline in ipairs(inlines) do
    tokens[index] = tokenOf(inline)
    hasStart = hasStart or tokens[index].start ~= nil
  end
  if not hasStart then
    return nil
  end
  local result = pandoc.List()
  local index = 1
  while index <= #tokens do
    local token = tokens[index]
    local found = token.start and citationAt(tokens, index)
    local cited = found and citationInlines(document, found.content, token.noteNumber)
    if cited then
      result:extend(textInlines(token, found.before))
      result:extend(cited)
      index = found.last
      tokens[index] = restToken(tokens[index], found.rest)
    else
      if found then
        io.stderr:write('[WARNING] Not read as a citation: ' .. NAME .. '[' .. found.content .. ']\n')
      end
      if token.inline then
        result:insert(token.inline)
      else
        result:extend(textInlines(token, token.text))
      end
      index = index + 1
    end
  end
  return joined(result)
end

return {
  {
    Pandoc = function(document)
      return document:walk({
        Inlines = function(inlines)
          return withCitations(document, inlines)
        end,
      })
    end,
  },
}
