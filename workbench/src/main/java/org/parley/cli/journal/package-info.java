/// **How is the journal of a case asked from a terminal?** The commands `parley record`, `history`,
/// `undo`, `verify` and `restore`.
@NullMarked
package org.parley.cli.journal;

import org.jspecify.annotations.NullMarked;
