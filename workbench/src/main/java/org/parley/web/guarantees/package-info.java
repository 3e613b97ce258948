/// **What does the page of the guarantees show?** Coverage as strips over time, promises, what is
/// wrong with them before anything happens, and who brings what.
///
/// Drawings are plain coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.guarantees;

import org.jspecify.annotations.NullMarked;
