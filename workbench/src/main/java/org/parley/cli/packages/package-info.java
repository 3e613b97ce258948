/// **How are packages asked for from a terminal?** The commands `parley packages`, `parley bridges`
/// and `parley pivots`, as text and as JSON.
///
/// The first line answers in one sentence; what is an illustration is said to be one. Deadlines are
/// kept here: the engine has no clock, and is told to stop.
@NullMarked
package org.parley.cli.packages;

import org.jspecify.annotations.NullMarked;
