/// **How are series read and looked at from a terminal?** The command `parley indicators`.
@NullMarked
package org.parley.cli.indicators;

import org.jspecify.annotations.NullMarked;
