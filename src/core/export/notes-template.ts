/** The template of notes that holds until the reader writes another. */
export const notesTemplate = `---
title: {{yaml_title}}
author: {{yaml_byline}}
outlet: {{yaml_outlet}}
published: {{yaml_published}}
url: {{yaml_url}}
speakers: {{yaml_speakers}}
tags: {{yaml_tags}}
---

# [{{title}}]({{url}})

{{#quotations}}
{{quote}}

^{{id}}

— {{#speaker}}**{{speaker}}**{{#cue}} ({{cue}}){{/cue}} · {{/speaker}}{{status}}{{#link}} · [{{in_article}}]({{link}}){{/link}}

{{#note}}
- {{note}}

{{/note}}
{{#tags}}
{{tags}}

{{/tags}}
{{/quotations}}
`;
