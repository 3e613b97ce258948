/// **What do the bargaining formats of the field contain?** Domains and preference profiles of
/// GENIUS, GeniusWeb and NegoLog, and score sheets with minimum scores, read into an
/// [org.parley.bargain.Problem].
///
/// Entry: [BargainingFiles]. Guaranteed: worths are exactly those of the files, as fractions over a
/// common denominator. A scale beyond 64 bits is an error unless rounding is requested. An error
/// names file, line and element. Formats: docs/reference/formats.md.
@NullMarked
package org.parley.exchange.bargaining;

import org.jspecify.annotations.NullMarked;
