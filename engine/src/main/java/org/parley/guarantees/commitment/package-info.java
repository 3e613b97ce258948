/// **What does a text promise, to whom, and when does it answer?**
///
/// A [Commitment] states every choice that texts leave open as a field that must be given; the code
/// chooses nothing. [Authoring] tells before anything happens which promises can never be called,
/// kept or found broken.
@NullMarked
package org.parley.guarantees.commitment;

import org.jspecify.annotations.NullMarked;
