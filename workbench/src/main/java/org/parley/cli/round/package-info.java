/// **How are rounds read from a terminal?**
@NullMarked
package org.parley.cli.round;

import org.jspecify.annotations.NullMarked;
