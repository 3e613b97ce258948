/// **Is this server well, what does it do, and what did it do?** For those who run it: nothing of a
/// case is said here.
/// - [Health] says whether a server may be sent requests, and which part is missing.
/// - [StatusAnswer] is how each part of a server is; [CaseParts] looks at those of a case.
@NullMarked
package org.parley.web.operate;

import org.jspecify.annotations.NullMarked;
