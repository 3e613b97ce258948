/// **How is the order of steps shown in a browser?** One page: the answer in a sentence, each knot
/// drawn as a ring of quotes, the ways out, the plan with its windows and reasons, and exposure.
///
/// Drawings are computed here and written by the template as SVG; everything drawn is also in
/// words.
@NullMarked
package org.parley.web.sequence;

import org.jspecify.annotations.NullMarked;
