/// **How is the journal of a case used from a terminal?** The commands `parley record`, `history`,
/// `undo`, `verify`, `repair` and `restore`.
@NullMarked
package org.parley.cli.journal;

import org.jspecify.annotations.NullMarked;
