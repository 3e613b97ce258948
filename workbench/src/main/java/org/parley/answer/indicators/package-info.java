/// **What is answered about the series beside a case?** The windows around its events, their ranks,
/// and the crossings of tripwires.
@NullMarked
package org.parley.answer.indicators;

import org.jspecify.annotations.NullMarked;
