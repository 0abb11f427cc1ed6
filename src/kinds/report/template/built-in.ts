/** The template used when none is given. It is an ordinary one; its words come in the reader's language. */
import type { SourceNames } from "../template.ts";

/** Key figures first: the summary of a long report takes its lines from the top. */
const ledger = `{{#if NAME.watched}}
**{{words.uptime}} {{NAME.uptime}}** · {{words.down}} {{NAME.down}}
{{/if}}
{{#if NAME.runs}}
{{words.runs}}: {{NAME.runs}} · {{words.failed}}: {{NAME.failed}} · {{words.failureRate}}: {{NAME.failureRate}}
{{else}}
{{words.noRuns}}
{{/if}}

{{#if NAME.actions}}
# {{words.actions}}
{{#if NAME.watched}}
{{#table NAME.actions}}
{{words.action}} | {{words.uptime}} | {{words.median}} | {{words.runs}} | {{words.failed}}
{{title}} | {{uptime}} | {{measures.p50}} | {{runs}} | {{failed}}
{{/table}}
{{else}}
{{#table NAME.actions}}
{{words.action}} | {{words.runs}} | {{words.failed}}
{{title}} | {{runs}} | {{failed}}
{{/table}}
{{/if}}
{{/if}}
{{#if NAME.outages}}
# {{words.outages}}
{{#table NAME.outages}}
{{words.action}} | {{words.from}} | {{words.length}} | {{words.why}}
{{title}} | {{from}} | {{length}} | {{why}}
{{/table}}
{{/if}}
{{#if NAME.failures}}
# {{words.failures}}
{{#table NAME.failures}}
{{words.action}} | {{words.reason}} | {{words.count}} | {{words.last}}
{{title}} | {{reason}} | {{count}} | {{last}}
{{/table}}
{{/if}}
`;

const other = `# NAME
{{show NAME}}
`;

export function builtIn(sources: SourceNames): string {
  return sources.map(({ name, type }) => (type === "ledger" ? ledger : other).replaceAll("NAME", name)).join("\n");
}
