/// **How are packages queried from a terminal?** The commands `parley packages`, `parley bridges`
/// and `parley pivots`, as text and as JSON.
///
/// The first line answers in one sentence and marks illustrations. Deadlines are kept here: the
/// engine has no clock and gets a stop signal.
@NullMarked
package org.parley.cli.packages;

import org.jspecify.annotations.NullMarked;
