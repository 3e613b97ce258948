/// **What does a text promise, to whom, and when is it triggered?**
///
/// A [Commitment] states every choice that texts leave open as a required field; the code has no
/// defaults. [Authoring] finds promises that can never be triggered, kept or found broken, before
/// any event.
@NullMarked
package org.parley.guarantees.commitment;

import org.jspecify.annotations.NullMarked;
