/// **How are foreign formats read into a case?** The command `parley import`.
@NullMarked
package org.parley.cli.imports;

import org.jspecify.annotations.NullMarked;
