/// **How is a case served to a team?** `parley serve` and `parley account`. The server is injected,
/// because `cli` does not depend on `web`.
@NullMarked
package org.parley.cli.team;

import org.jspecify.annotations.NullMarked;
