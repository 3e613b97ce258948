/// **How is a news text read from a terminal?** The command `parley read`.
@NullMarked
package org.parley.cli.read;

import org.jspecify.annotations.NullMarked;
