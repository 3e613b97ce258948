/// **How does a program ask what the pages show, and change what they change?** The lines of the
/// interface for programs, by what they are about, and what answers them.
///
/// Everything is read by [org.parley.web.desk.Desk#read] and changed by
/// [org.parley.web.desk.Desk#change]: rights and secrecy are those of the pages. What takes long is
/// computed by a few threads, within a deadline, and says what is known by then.
@NullMarked
package org.parley.web.api;

import org.jspecify.annotations.NullMarked;
