/// **How is the sequence queried from a terminal?** The command `parley sequence`; its answers are
/// those of [org.parley.answer.sequence].
@NullMarked
package org.parley.cli.sequence;

import org.jspecify.annotations.NullMarked;
