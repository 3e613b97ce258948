/// **How are guarantees queried from a terminal?** The command `parley guarantees`: duties,
/// coverage, burden sharing and scenarios, as text and as JSON.
@NullMarked
package org.parley.cli.guarantees;

import org.jspecify.annotations.NullMarked;
