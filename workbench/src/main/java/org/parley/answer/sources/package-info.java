/// **On how few sources does each finding rest?** The answers for the board, packages, sequence and
/// coverage.
@NullMarked
package org.parley.answer.sources;

import org.jspecify.annotations.NullMarked;
