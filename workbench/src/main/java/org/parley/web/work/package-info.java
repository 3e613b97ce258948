/// **How does long work run in the background?** In a few threads of its own, so pages do not wait.
/// - [Workers] are such threads, with a bounded queue.
/// - [Work] is a computation with progress that can be stopped.
/// - [ResultCache] keeps what was made, up to a number of bytes: pages and answers of a state.
/// - [SingleFlight] has one thread make what several ask for at once.
///
/// The caller sets the time limit; a stopped computation ends with what is known.
@NullMarked
package org.parley.web.work;

import org.jspecify.annotations.NullMarked;
