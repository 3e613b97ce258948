/// **What do the bargaining formats of the field say?** Domains and preference profiles of GENIUS,
/// GeniusWeb and NegoLog, and score sheets with minimum scores, read into an
/// [org.parley.bargain.Problem].
///
/// Entry: [BargainingFiles]. Guaranteed: worths are exactly what the files state, by exact
/// fractions and a common denominator; what does not fit 64 bits is an error unless rounding is
/// asked for; what is wrong or only half understood is an error that names the file, the line and
/// the element. Formats in words: docs/reference/formats.md.
@NullMarked
package org.parley.exchange.bargaining;

import org.jspecify.annotations.NullMarked;
