/// **How are findings written as JSON?** The JSON of commands with `--json` and of the API, written
/// once.
///
/// Values are ids of the case, ISO 8601 dates and moments, and words with hyphens. Numbers that can
/// exceed JSON readers are strings.
@NullMarked
package org.parley.answer;

import org.jspecify.annotations.NullMarked;
