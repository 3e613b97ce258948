/// **Which packages are on the table, how does one answer them in secret, and what came out?** The
/// pages of rounds. They show of sealed answers what [org.parley.answer.round.RoundReader] gives.
@NullMarked
package org.parley.web.round;

import org.jspecify.annotations.NullMarked;
