/// **How is the order of steps shown in a browser?** One page has the answer in a sentence, each
/// knot as a ring of quotes, the ways out, the plan with reasons, and exposure.
///
/// Drawings are computed here and written by the template as SVG; everything drawn is also in
/// words.
@NullMarked
package org.parley.web.sequence;

import org.jspecify.annotations.NullMarked;
