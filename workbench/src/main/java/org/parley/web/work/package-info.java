/// **What takes long, and where is it computed?** By a few threads of its own, so that pages do not
/// wait for it.
/// - [Workers] are such threads, with a line of bounded length before them.
/// - [Work] is a computation that says how far it has come and can be stopped.
///
/// Whoever asks decides how long something may take; what is stopped ends with what is known.
@NullMarked
package org.parley.web.work;

import org.jspecify.annotations.NullMarked;
