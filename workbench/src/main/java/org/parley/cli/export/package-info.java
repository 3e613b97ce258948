/// **How are claims and items exported from a terminal?** The command `parley export`.
@NullMarked
package org.parley.cli.export;

import org.jspecify.annotations.NullMarked;
