/// **How is a case served to a team?** `parley serve` and `parley account`. What serves it is
/// handed in, because the terminal does not know the browser.
@NullMarked
package org.parley.cli.team;

import org.jspecify.annotations.NullMarked;
