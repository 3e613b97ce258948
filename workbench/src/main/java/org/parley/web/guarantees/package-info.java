/// **How are guarantees shown in a browser?** Coverage as strips over time, promises, authoring
/// faults, and burden sharing.
///
/// Drawings are coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.guarantees;

import org.jspecify.annotations.NullMarked;
