/// **How is a case shown in a browser, and to whom?** A server for this machine, or for a team.
/// - The entry is [WebServer#start]. Content comes from a [org.parley.web.service.CaseService]; a
///   [org.parley.web.access.Authenticator] authenticates.
/// - A foreign `Host` is refused, against DNS rebinding. The content security policy allows only
///   Parley's own files, and no framing. Forms carry a CSRF token.
/// - Pages work without scripts; with them, filters and the slider answer without a reload.
///
/// A page costs its board, which is cached for the latest moments, and time linear in what it
/// lists.
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
