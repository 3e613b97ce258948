/// **How do claims and decisions leave from a terminal?** The command `parley export`.
@NullMarked
package org.parley.cli.export;

import org.jspecify.annotations.NullMarked;
