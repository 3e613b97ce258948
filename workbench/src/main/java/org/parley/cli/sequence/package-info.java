/// **What can be asked of the order of steps on a command line?** The command `parley sequence`;
/// its answers are those of [org.parley.answer.sequence].
@NullMarked
package org.parley.cli.sequence;

import org.jspecify.annotations.NullMarked;
