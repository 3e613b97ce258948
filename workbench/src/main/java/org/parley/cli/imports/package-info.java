/// **What do the formats of others hold, and what is it as a case?** The command `parley import`.
@NullMarked
package org.parley.cli.imports;

import org.jspecify.annotations.NullMarked;
