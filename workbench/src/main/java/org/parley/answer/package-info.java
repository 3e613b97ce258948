/// **What does an answer look like to a program?** The JSON that commands print with `--json` and
/// that the interface for programs answers with, written once.
///
/// Values are ids of the case, days and moments as ISO 8601 writes them, and words with hyphens.
/// Numbers that can exceed what readers of JSON hold are texts.
@NullMarked
package org.parley.answer;

import org.jspecify.annotations.NullMarked;
