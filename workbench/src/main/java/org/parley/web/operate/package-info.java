/// **Is this server well, what does it do, and what did it do?** For those who run it: nothing of a
/// case is said here.
/// - [Health] says whether a server may be sent requests, and which part is missing.
@NullMarked
package org.parley.web.operate;

import org.jspecify.annotations.NullMarked;
