/// **How does the order of steps look in a browser?** One page: the answer in a sentence, each knot
/// drawn as a ring of quotes, the ways out, the plan with its windows and reasons, and who is
/// exposed.
///
/// Drawings are computed here and written by the template as SVG; whatever they show stands beside
/// them in words.
@NullMarked
package org.parley.web.sequence;

import org.jspecify.annotations.NullMarked;
