/** The note that a paper gets where no other template is set. */

export const STANDARD_TEMPLATE = `---
paper: {{ key | yaml }}
title: {{ title | yaml }}
authors: {{ authors | map: "name" | yaml }}
{%- if year %}
year: {{ year }}
{%- endif %}
{%- if doi %}
doi: {{ doi | yaml }}
{%- endif %}
tags: []
status: unread
---

# {{ title | default: key | markdown }}

{{ authors | names: 6 | markdown }}{% if venue %}, *{{ venue | markdown }}*{% endif %}{% if year %}, {{ year }}{% endif %}

## Summary

## Notes
{%- if abstract %}

## Abstract

{{ abstract | markdown | quote }}
{%- endif %}
`;
