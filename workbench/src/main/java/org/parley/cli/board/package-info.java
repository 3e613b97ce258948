/// **How does the board look in a terminal?** The command `parley board`, as text and as JSON.
@NullMarked
package org.parley.cli.board;

import org.jspecify.annotations.NullMarked;
