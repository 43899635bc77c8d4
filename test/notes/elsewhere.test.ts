/** Where `@paper[...]` is not a citation: code, maths, HTML, URLs. Real citations in the cases say `yes`. */

import { test } from 'node:test';
import { checkReferences } from './underlined.ts';

function check(fixture: string): void {
	checkReferences(fixture, ['paper']);
}

test('no citation in code', () =>
	check(`
\`@paper[a]\` \`\`@paper[b] \` \`\` @paper[yes] \` @paper[yes]
                                    ^^^
                                                  ^^^

    @paper[indented]

\`\`\`
@paper[fenced]
\`\`\`
> ~~~ md
> @paper[quoted]
> ~~~
- \`\`\`
  @paper[listed]
  \`\`\`
      @paper[indented]

@paper[yes] \`two
       ^^^
@paper[no] lines\` @paper[yes]
                         ^^^
\`\`\`
@paper[a fence that nobody closed]
`));

test('an unmatched run of backticks is text', () =>
	check(`
\`\` @paper[yes] \` @paper[yes] \`\`\` @paper[yes]
          ^^^
                        ^^^
                                        ^^^
`));

test('no citation in front matter, which stands at the beginning alone', () =>
	check(`
---
title: "@paper[a]"
---
@paper[yes]
       ^^^

---
x: "@paper[yes]"
           ^^^
---
`));

test('no citation in front matter that ends with dots', () =>
	check(`
---
title: "@paper[a]"
...
@paper[yes]
       ^^^
`));

test('a rule at the beginning is no front matter', () =>
	check(`
---

@paper[yes]
       ^^^

---
`));

test('front matter that nobody closed is prose', () =>
	check(`
---
title: @paper[yes]
              ^^^
`));

test("no citation in maths, by Pandoc's rule for dollars", () =>
	check(`
$@paper[a]$, $$ @paper[b] $$, $x\\$ @paper[e]$, $x
@paper[f]$
`));

test('escaped brackets are brackets', () =>
	check(`
\\(@paper[yes]\\) and \\[see @paper[yes]\\]
         ^^^
                                 ^^^
`));

test('money is no maths', () =>
	check(`
$5 and @paper[yes] $10, a $ @paper[yes] $ b, $x @paper[yes] $, $x, @paper[yes]$5
              ^^^
                                   ^^^
                                                       ^^^
                                                                          ^^^

\\$@paper[yes]$, $$ @paper[yes]
         ^^^
                          ^^^
`));

test('no citation in link targets, titles, definitions and URLs', () =>
	check(`
[a](u@paper[a]) [b](<u @paper[b]>) [c](u "t @paper[c]") ![d](u/(@paper[d])) <https://a.b/@paper[e]>
https://a.b/@paper[f] www.a.b/@paper[g] [https://a.b](u@paper[h]) [i](not a target @paper[yes])
                                                                                          ^^^

[a]: u/@paper[i] "t @paper[j]"
[b]: <u @paper[k]>
[c]: @paper[l]
[d]: u @paper[yes]
              ^^^
`));

test('no citation in comments and tags, and in code tags', () =>
	check(`
<!-- @paper[a] --> @paper[yes] and
                          ^^^
@paper[yes;
       ^^^
yes]
^^^

x <!-- @paper[c]
@paper[d] --> @paper[yes] <!-- @paper[yes]
                     ^^^
                                      ^^^

<pre>
@paper[e]

@paper[f]
</pre>

a <i x='@paper[h]' y="@paper[i]" z=@paper[j]>@paper[yes]</i> <? @paper[k] ?> <!D @paper[l]> 3 < @paper[yes] > 2
                                                    ^^^
                                                                                                       ^^^
`));

test('a comment ends at --> alone, over blank lines too', () =>
	check(`
Leaves <!-- @paper[a]

- @paper[b]

@paper[c] --> @paper[yes]
                     ^^^

<!--
@paper[d]

@paper[e] --> @paper[yes]
                     ^^^
`));

test('text inside tags and after them is prose', () =>
	check(`
<div>
@paper[yes]
       ^^^
</div>

<p>See @paper[yes].</p>
              ^^^
<br>
See @paper[yes].
           ^^^
`));

test('no citation in attributes', () =>
	check(`
![Leaf @paper[yes]](l.png){alt="@paper[a]"} \`x\`{.r y="@paper[b]"} [text]{.c z='@paper[c]'} [text]{not, @paper[yes]}
              ^^^
                                                                                                              ^^^

::: {.note title="@paper[d]"}
@paper[yes]
       ^^^
:::

# A heading @paper[yes] {#id title="@paper[e]"}
                   ^^^
`));

test('no citation in front matter in TOML', () =>
	check(`
+++
title = "@paper[a]"
+++
@paper[yes]
       ^^^

+++
`));

test('no citation after a backslash, a letter or a digit', () =>
	check(`
\\@paper[a] \\\\@paper[yes] me@paper[b] 5@paper[c] é@paper[d] 𝒳@paper[e] _@paper[yes]_ "@paper[yes]" —@paper[yes] @@paper[yes]
                    ^^^
                                                                               ^^^
                                                                                             ^^^
                                                                                                           ^^^
                                                                                                                        ^^^
`));

test('other words with an @ are none', () =>
	check(`
@papers[a] @paper [b] @Paper[c] me@paper.org git@github.com:a/paper[d] @paper
`));
