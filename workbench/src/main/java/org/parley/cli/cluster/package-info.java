/// **How is a job computed by many machines from a terminal?** The command `parley cluster`.
@NullMarked
package org.parley.cli.cluster;

import org.jspecify.annotations.NullMarked;
