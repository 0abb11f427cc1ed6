/** Which of its runs an action tells of, in English. First match wins; see manage.ts for the form. */
import type { ManageEntry } from "../manage-entry.ts";
import { digestEntries, notifyEntries } from "../notify.ts";

const tell = "tell|notify|message [me|us]";
const telling = "telling|notifying|messaging [me|us]";
const fine = "fine|ok|okay|good|green|up|well|healthy";

export const EN_NOTIFY: ManageEntry[] = [
  ...notifyEntries("failure", [
    `only ${tell} when|if it|this|that fails|breaks`,
    `${tell} only when|if it|this|that fails|breaks`,
    `only ${tell} on|about failure|failures|errors|problems`,
    `${tell} only on|about failure|failures|errors|problems`,
    `only ${tell} when|if <target> fails|breaks`,
    `${tell} only when|if <target> fails|breaks`,
    `${tell} about|of <target> only when|if it fails|breaks`,
    `only ${tell} about|of <target> when|if it fails|breaks`,
    `${tell} about|of <target> only on failure|failures|errors|problems`,
    `${tell} only about|of failures|errors|problems of|with|in <target>`,
    `stop ${telling} about|of <target> when|if|while it is ${fine}`,
    `stop ${telling} about|of <target> when|if|while it's ${fine}`,
    `stop ${telling} about|of <target> when|if|while it succeeds|works|passes`,
    `stop ${telling} when|if|while <target> is ${fine}`,
    `don't|dont ${tell} about|of <target> when|if|while it is ${fine}`,
    `don't|dont ${tell} about|of <target> when|if|while it's ${fine}`,
    `don't|dont ${tell} about|of <target> unless it fails|breaks`,
  ]),
  ...notifyEntries("change", [
    `only ${tell} when|if it|this|that changes|changed`,
    `${tell} [only] when|if it|this|that changes|changed`,
    `only ${tell} when|if <target> changes|changed`,
    `${tell} [only] when|if <target> changes|changed`,
    `${tell} about|of <target> [only] when|if it changes`,
  ]),
  ...notifyEntries("always", [
    `always ${tell}`,
    `${tell} every|each time|result`,
    `${tell} the result every|each time`,
    `always ${tell} about|of <target>`,
    `${tell} about|of every|each run|result of|from <target>`,
    `${tell} about|of <target> every|each time`,
    `${tell} every|each time <target> runs`,
    `${tell} every|each result of|from <target>`,
  ]),
  ...notifyEntries(null, [
    `${tell} about|of <target> again|normally`,
    `${tell} about|of <target> as usual|always|before`,
    `start ${telling} about|of <target> [again]`,
  ]),
  ...notifyEntries("never", [
    `never ${tell}`,
    `never ${tell} about|of <target> [again]`,
    `don't|dont ${tell} about|of <target> any more`,
    `don't|dont ${tell} about|of <target> [anymore|again]`,
    `do not ${tell} about|of <target> [anymore|again]`,
    `stop ${telling} about|of <target>`,
  ]),
  ...digestEntries(false, [
    "leave|keep|take <target> out of [the|my] [morning|daily] digest|digests",
    "exclude|drop|remove <target> from [the|my] [morning|daily] digest|digests",
    "don't|dont show|include|put <target> in [the|my] [morning|daily] digest|digests",
  ]),
  ...digestEntries(true, [
    "put|take|bring <target> [back] in|into|to [the|my] [morning|daily] digest|digests",
    "include|show <target> [again] in [the|my] [morning|daily] digest|digests [again]",
    "add <target> [back] to [the|my] [morning|daily] digest|digests",
  ]),
];
