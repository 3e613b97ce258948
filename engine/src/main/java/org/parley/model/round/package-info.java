/// **Which packages are on the table, and by which rule are answers to them revealed?** The records
/// of rounds: [Round] and [TabledPackage].
///
/// Answers are no records of a case. They are sealed, so that no page or file can show them.
@NullMarked
package org.parley.model.round;

import org.jspecify.annotations.NullMarked;
